import { byCodeUnits } from './order.ts'
import { primaryLanguage, profileOf } from './language.ts'
import type { RelatedSource } from './source.ts'
import { type Token, sentences } from './tokens.ts'
import { type TermVector, VECTOR_VERSION, WEIGHT_UNIT, hashTerm } from './vector.ts'

/** How many times a term counts for each time it stands in a field. */
const FIELD = { title: 3, summary: 2, tags: 3, headings: 0, text: 1 } as const
/** What two words in a row weigh beside one word. */
const PAIR = 0.6
/** No article keeps more terms than this: the most frequent ones. */
const MOST_TERMS = 1500

interface Counted {
  count: number
  readonly forms: Map<string, number>
}

/**
 * The term weights of one article. Promises the same bytes for the same words on every platform; takes a
 * few milliseconds at most for an article of ordinary length.
 */
export function analyse(source: Omit<RelatedSource, 'id'>): TermVector {
  const language = primaryLanguage(source.language)
  const profile = profileOf(language)
  const counts = new Map<string, Counted>()
  const read = (text: string, times: number) => {
    for (const sentence of sentences(text, profile)) countSentence(counts, sentence, times)
  }
  read(source.title, FIELD.title)
  read(source.summary, FIELD.summary)
  read(source.tags.join('\n'), FIELD.tags)
  read(source.text, FIELD.text)
  return toVector(language, counts)
}

function countSentence(counts: Map<string, Counted>, tokens: readonly Token[], times: number): void {
  let before: Token | undefined
  for (const token of tokens) {
    count(counts, token.stem, token.word, times)
    if (before && before.stem !== token.stem) {
      count(counts, `${before.stem} ${token.stem}`, `${before.word} ${token.word}`, times)
    }
    before = token
  }
}

function count(counts: Map<string, Counted>, term: string, word: string, times: number): void {
  let counted = counts.get(term)
  if (!counted) counts.set(term, (counted = { count: 0, forms: new Map() }))
  counted.count += times
  counted.forms.set(word, (counted.forms.get(word) ?? 0) + times)
}

function toVector(language: string, counts: Map<string, Counted>): TermVector {
  const kept = [...counts]
    .sort(([a, x], [b, y]) => y.count - x.count || byCodeUnits(a, b))
    .slice(0, MOST_TERMS)
    .map(([term, counted]) => ({ hash: hashTerm(term), term, counted }))
    .sort((a, b) => a.hash - b.hash || byCodeUnits(a.term, b.term))
    // Two terms with one hash would count twice: the first stands for both.
    .filter((entry, at, all) => all[at - 1]?.hash !== entry.hash)
  return {
    version: VECTOR_VERSION,
    language,
    hashes: Uint32Array.from(kept, (entry) => entry.hash),
    weights: Uint16Array.from(kept, ({ term, counted }) => weigh(term, counted.count)),
    words: kept.map(({ counted }) => commonest(counted.forms)),
  }
}

/** 1 + ln of the count, so that the tenth mention adds less than the second; a pair weighs a part of that. */
function weigh(term: string, times: number): number {
  const weight = (1 + Math.log(times)) * (term.includes(' ') ? PAIR : 1)
  return Math.min(0xffff, Math.round(weight * WEIGHT_UNIT))
}

function commonest(forms: ReadonlyMap<string, number>): string {
  const [first] = [...forms].sort(([a, x], [b, y]) => y - x || byCodeUnits(a, b))
  return first ? first[0] : ''
}
