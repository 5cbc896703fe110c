import type { LanguageProfile } from './language.ts'

/** A word that counts: its stem, and the form in which it was written. */
export interface Token {
  readonly stem: string
  readonly form: string
}

/** An address says where something is, not what the text is about. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s"<>|]+/giu
/** What another program's templates left in a text, such as `{{ '/about/' | url }}`, and the kind of a file. */
const LEFT_OVER = /\{\{[^{}]{0,500}\}\}|\{%[^{}]{0,500}%\}|\.(?:jpe?g|png|gif|svg|webp|avif|pdf)\b/gi
/** Where a sentence or block ends: words on two sides of it do not belong together. */
const BREAK = /[\n.!?;:()[\]|"“”„«»]+/u
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)*/gu
/** Genitive and clitics: of *writer's*, *foto's*, *don't* the word is what stands before the apostrophe. */
const CLITIC = /['’].*$/u
/** Short numbers count nothing; years and norms do. */
const SHORT_NUMBER = /^\p{N}{1,3}$/u
/** No word of any language has more letters: what has, such as a picture written out in letters, is none. */
export const LONGEST_WORD = 100
/** Scripts that put no space between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

/**
 * The words of a text that count, in order, one list a sentence or block. Fillers, single letters and
 * numbers below 1,000 are left out, and so are web addresses, what no reader reads and what is too long for a word. A run in a script without spaces gives every two characters in a row:
 * what ICU would cut it into differs from one version to the next.
 */
export function sentences(text: string, profile: LanguageProfile): readonly (readonly Token[])[] {
  const out: Token[][] = []
  for (const piece of text.normalize('NFC').replace(ADDRESS, '\n').replace(LEFT_OVER, '\n').split(BREAK)) {
    const tokens: Token[] = []
    for (const match of piece.match(WORD) ?? []) {
      for (const token of tokensOf(match, profile)) tokens.push(token)
    }
    if (tokens.length > 0) out.push(tokens)
  }
  return out
}

/** Words of a text come back again and again; so many of them are remembered in each language. */
const MOST_KNOWN = 50_000
/** From this length on, V8 lets a piece of a text hold on to the whole of it. */
const SLICED = 13

function tokensOf(match: string, profile: LanguageProfile): readonly Token[] {
  const known = profile.tokens.get(match)
  if (known) return known
  const own = match.length < SLICED ? match : match.split('').join('')
  const tokens = makeTokens(own, profile)
  if (profile.tokens.size >= MOST_KNOWN) profile.tokens.clear()
  profile.tokens.set(own, tokens)
  return tokens
}

function makeTokens(match: string, profile: LanguageProfile): readonly Token[] {
  if (UNSPACED.test(match)) {
    const signs = [...match]
    const twos = signs.slice(1).map((sign, at) => `${signs[at] ?? ''}${sign}`)
    return twos.map((two) => ({ stem: two, form: two }))
  }
  const form = match.replace(CLITIC, '')
  const word = form.toLowerCase()
  if (word.length < 2 || word.length > LONGEST_WORD || SHORT_NUMBER.test(word)) return []
  if (profile.isFiller(word) || profile.isFiller(match.toLowerCase().replaceAll('’', "'"))) return []
  return [{ stem: profile.stem(word), form }]
}
