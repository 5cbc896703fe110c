import type { LanguageProfile } from './language.ts'

/** A word that counts: its stem and, in lower case, the form in which it was written. */
export interface Token {
  readonly stem: string
  readonly word: string
}

/** Where one sentence or block ends: words on two sides of it do not belong together. */
const breaks = /[\n.!?;:()[\]|"“”„«»]+/u
const words = /[\p{L}\p{N}]+(?:[\p{M}\p{L}\p{N}]*)(?:['’]\p{L}+)*/gu
/** Genitive and clitics: *writer's*, *foto's*, *don't*: what stands before the apostrophe is the word. */
const clitic = /['’].*$/u
/** Short numbers count nothing; years and norms do. */
const shortNumber = /^\p{N}{1,3}$/u

/**
 * The words of a text that count, in order, one list a sentence or block: fillers, single letters and
 * numbers below 1,000 are left out. Scripts without spaces come as whole runs.
 */
export function sentences(text: string, profile: LanguageProfile): readonly (readonly Token[])[] {
  const out: Token[][] = []
  for (const piece of text.normalize('NFC').toLowerCase().split(breaks)) {
    const tokens: Token[] = []
    for (const [match] of piece.matchAll(words)) {
      const word = match.replace(clitic, '')
      if (word.length < 2 || shortNumber.test(word)) continue
      if (profile.isFiller(word) || profile.isFiller(match)) continue
      tokens.push({ stem: profile.stem(word), word })
    }
    if (tokens.length > 0) out.push(tokens)
  }
  return out
}
