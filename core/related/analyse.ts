import { primaryLanguage, profileOf } from './language.ts'
import { byCodeUnits } from './order.ts'
import type { RelatedSource } from './source.ts'
import { type Token, sentences } from './tokens.ts'
import { COUNT_UNIT, type TermVector, VECTOR_VERSION, hashText } from './vector.ts'

/** How much a word counts each time it stands in a field. */
const FIELD = { title: 2, summary: 1, text: 1, headings: 0.5, tags: 1 } as const
/** A part of a compound counts less than the word itself. */
const PART = 0.7
/** A part has so many letters at least, and leaves so many of the compound. */
const SHORTEST_PART = 5
const SHORTEST_REST = 3
/** What the longest article keeps: its most frequent words, parts and pairs. */
const MOST = { words: 1000, parts: 2000, pairs: 2000 } as const

interface Word {
  readonly stem: string
  count: number
  readonly forms: Map<string, number>
}

interface Pair {
  readonly first: string
  readonly second: string
  count: number
}

/**
 * The words of one article, counted by where they stand. Promises the same outcome for the same article on
 * every platform.
 */
export function analyse(source: Omit<RelatedSource, 'id'>): TermVector {
  const language = primaryLanguage(source.language)
  const profile = profileOf(language)
  const words = new Map<string, Word>()
  const pairs = new Map<string, Pair>()
  const fields: readonly (readonly [string, number])[] = [
    [source.title, FIELD.title],
    [source.summary, FIELD.summary],
    [source.text, FIELD.text],
    [source.headings.join('\n'), FIELD.headings],
    [source.tags.join('\n'), FIELD.tags],
  ]
  for (const [text, worth] of fields) {
    for (const sentence of sentences(text, profile)) {
      countWords(words, sentence, worth)
      countPairs(pairs, sentence, worth)
    }
  }
  const most = [...words.values()].sort(byCount((word) => word.stem)).slice(0, MOST.words)
  const parts = countParts(most)
  const keptWords = byHash(most)
  return {
    version: VECTOR_VERSION,
    language,
    words: Uint32Array.from(keptWords, (word) => word.hash),
    wordCounts: counts(keptWords),
    forms: keptWords.map((word) => usualForm(word.forms)).join('\n'),
    ...partLists(parts),
    ...pairLists(pairs, keptWords),
  }
}

function countWords(words: Map<string, Word>, sentence: readonly Token[], worth: number): void {
  for (const { stem, form } of sentence) {
    let word = words.get(stem)
    if (!word) words.set(stem, (word = { stem, count: 0, forms: new Map() }))
    word.count += worth
    word.forms.set(form, (word.forms.get(form) ?? 0) + 1)
  }
}

function countPairs(pairs: Map<string, Pair>, sentence: readonly Token[], worth: number): void {
  for (const [at, { stem: second }] of sentence.slice(1).entries()) {
    const first = sentence[at]?.stem ?? ''
    if (first === second) continue
    const key = `${first} ${second}`
    const pair = pairs.get(key)
    if (pair) pair.count += worth
    else pairs.set(key, { first, second, count: worth })
  }
}

/**
 * What long words begin and end with. Dutch writes *informatiebeveiliging* as one word: an article on
 * *beveiliging* is related to it. Which parts are words, only the library can tell; those that are
 * words of this article are counted with them here.
 */
function countParts(words: readonly Word[]): Map<string, { stem: string; count: number }> {
  const known = new Map<string, { count: number }>(words.map((word) => [word.stem, word]))
  const parts = new Map<string, { stem: string; count: number }>()
  for (const { stem: whole, count } of words.map(({ stem, count }) => ({ stem, count }))) {
    for (let length = SHORTEST_PART; length <= whole.length - SHORTEST_REST; length++) {
      for (const stem of [whole.slice(0, length), whole.slice(-length)]) {
        const counted = known.get(stem) ?? parts.get(stem)
        if (counted) counted.count += PART * count
        else parts.set(stem, { stem, count: PART * count })
      }
    }
  }
  return parts
}

function partLists(parts: ReadonlyMap<string, { stem: string; count: number }>) {
  const kept = byHash([...parts.values()].sort(byCount((part) => part.stem)).slice(0, MOST.parts))
  return { parts: Uint32Array.from(kept, (part) => part.hash), partCounts: counts(kept) }
}

function pairLists(pairs: ReadonlyMap<string, Pair>, words: readonly { stem: string }[]) {
  const places = new Map(words.map((word, place) => [word.stem, place]))
  const kept = [...pairs.values()]
    .sort(byCount((pair) => `${pair.first} ${pair.second}`))
    .flatMap(({ first, second, count }) => {
      const [a, b] = [places.get(first), places.get(second)]
      return a === undefined || b === undefined ? [] : [{ a, b, count }]
    })
    .slice(0, MOST.pairs)
    .sort((x, y) => x.a - y.a || x.b - y.b)
  return { pairs: Uint16Array.from(kept.flatMap(({ a, b }) => [a, b])), pairCounts: counts(kept) }
}

function byCount<T extends { readonly count: number }>(name: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => b.count - a.count || byCodeUnits(name(a), name(b))
}

/** Ascending by hash. Of two stems with one hash the more frequent stays. */
function byHash<T extends { readonly stem: string }>(items: readonly T[]): (T & { readonly hash: number })[] {
  const seen = new Map<number, T & { readonly hash: number }>()
  for (const item of items) {
    const hash = hashText(item.stem)
    if (!seen.has(hash)) seen.set(hash, { ...item, hash })
  }
  return [...seen.values()].sort((a, b) => a.hash - b.hash)
}

function counts(items: readonly { readonly count: number }[]): Uint16Array {
  return Uint16Array.from(items, ({ count }) => Math.min(0xffff, Math.max(1, Math.round(count * COUNT_UNIT))))
}

/** The form a writer knows the word by: a capital only where the word never goes without. */
function usualForm(forms: ReadonlyMap<string, number>): string {
  const all = [...forms].sort(([a, x], [b, y]) => y - x || byCodeUnits(a, b))
  const lower = all.find(([form]) => form === form.toLowerCase())
  return (lower ?? all[0])?.[0] ?? ''
}
