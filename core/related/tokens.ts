import type { LanguageProfile } from './language.ts'

/** A word that counts: its stem, and the form in which it was written. */
export interface Token {
  readonly stem: string
  readonly form: string
}

/** Where a sentence or block ends: words on two sides of it do not belong together. */
const BREAK = /[\n.!?;:()[\]|"“”„«»]+/u
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)*/gu
/** Genitive and clitics: of *writer's*, *foto's*, *don't* the word is what stands before the apostrophe. */
const CLITIC = /['’].*$/u
/** Short numbers count nothing; years and norms do. */
const SHORT_NUMBER = /^\p{N}{1,3}$/u
/** Scripts that put no space between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

/**
 * The words of a text that count, in order, one list a sentence or block. Fillers, single letters and
 * numbers below 1,000 are left out. A run in a script without spaces gives every two characters in a row:
 * what ICU would cut it into differs from one version to the next.
 */
export function sentences(text: string, profile: LanguageProfile): readonly (readonly Token[])[] {
  const out: Token[][] = []
  for (const piece of text.normalize('NFC').split(BREAK)) {
    const tokens: Token[] = []
    for (const [match] of piece.matchAll(WORD)) addTokens(tokens, match, profile)
    if (tokens.length > 0) out.push(tokens)
  }
  return out
}

function addTokens(tokens: Token[], match: string, profile: LanguageProfile): void {
  if (UNSPACED.test(match)) {
    const signs = [...match]
    for (const [at, sign] of signs.slice(1).entries()) {
      const two = `${signs[at] ?? ''}${sign}`
      tokens.push({ stem: two, form: two })
    }
    return
  }
  const form = match.replace(CLITIC, '')
  const word = form.toLowerCase()
  if (word.length < 2 || SHORT_NUMBER.test(word)) return
  if (profile.isFiller(word) || profile.isFiller(match.toLowerCase().replaceAll('’', "'"))) return
  tokens.push({ stem: profile.stem(word), form })
}
