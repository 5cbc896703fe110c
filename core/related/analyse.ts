import { FeatureTable } from './feature-table.ts'
import { primaryLanguage, profileOf } from './language.ts'
import { byCodeUnits } from './order.ts'
import { eachPart } from './pieces.ts'
import type { RelatedSource } from './source.ts'
import { type Token, sentences } from './tokens.ts'
import { COUNT_UNIT, type TermVector, VECTOR_VERSION, hashText } from './vector.ts'

/** How much a word counts each time it stands in a field. */
const FIELD = { title: 2, summary: 1, text: 1, headings: 0.5, tags: 1 } as const
/** A part of a compound counts less than the word itself. */
const PART = 0.7
/** Above every place and every count. */
const BASE = 0x10000
/** What an article keeps: its most frequent words and parts, and the pairs of the words that it uses most. */
const MOST = { words: 1000, parts: 2000, pairs: 96 } as const

interface Word {
  readonly stem: string
  /** In the order of the text, from 0. */
  readonly number: number
  count: number
  readonly forms: Form[]
}

/** A word as written, which may be listed in parts. */
interface Form {
  readonly word: Word
  readonly form: string
  times: number
}

/** Two words that follow each other, by their numbers, as often as they do. */
interface Pairs {
  readonly table: FeatureTable
  readonly counts: number[]
}

interface KeptWord extends Word {
  readonly hash: number
}

/**
 * The words of one article, counted by where they stand. Promises the same outcome for the same article on
 * every platform.
 */
export function analyse(source: Omit<RelatedSource, 'id'>): TermVector {
  const language = primaryLanguage(source.language)
  const profile = profileOf(language)
  const words = new Map<string, Word>()
  const forms = new Map<Token, Form>()
  const pairs: Pairs = { table: new FeatureTable(), counts: [] }
  const fields: readonly (readonly [string, number])[] = [
    [source.title, FIELD.title],
    [source.summary, FIELD.summary],
    [source.text, FIELD.text],
    [source.headings.join('\n'), FIELD.headings],
    [source.tags.join('\n'), FIELD.tags],
  ]
  for (const [text, worth] of fields) {
    for (const sentence of sentences(text, profile)) {
      const run = sentence.map((token) => forms.get(token) ?? newForm(words, forms, token))
      countWords(run, worth)
      countPairs(pairs, run, worth)
    }
  }
  const all = [...words.values()]
  const kept = byHash(
    mostOf(
      all,
      MOST.words,
      ({ count }) => count,
      (a, b) => byCodeUnits(a.stem, b.stem),
    ),
  )
  const counts = countsAndParts(kept)
  const inTitle = new Set(sentences(source.title, profile).flatMap((run) => run.map(({ stem }) => stem)))
  return {
    version: VECTOR_VERSION,
    language,
    words: Uint32Array.from(kept, (word) => word.hash),
    ...counts,
    forms: kept.map((word) => usualForm(word.forms)).join('\n'),
    ...pairLists(pairs, all, kept, counts.wordCounts),
    titled: Uint16Array.from(kept.flatMap(({ stem }, place) => (inTitle.has(stem) ? place : []))),
  }
}

function newForm(words: Map<string, Word>, forms: Map<Token, Form>, token: Token): Form {
  const { stem, form } = token
  let word = words.get(stem)
  if (!word) words.set(stem, (word = { stem, number: words.size, count: 0, forms: [] }))
  const made = { word, form, times: 0 }
  word.forms.push(made)
  forms.set(token, made)
  return made
}

function countWords(run: readonly Form[], worth: number): void {
  for (const form of run) {
    form.times++
    form.word.count += worth
  }
}

function countPairs({ table, counts }: Pairs, run: readonly Form[], worth: number): void {
  for (let at = 1; at < run.length; at++) {
    const [first, second] = [run[at - 1]!.word.number, run[at]!.word.number]
    if (first === second) continue
    const pair = table.ofPair(first, second)
    counts[pair] = (counts[pair] ?? 0) + worth
  }
}

/**
 * How often words stand there, and what long ones begin and end with. Dutch writes *informatiebeveiliging* as one
 * word: an article on *beveiliging* is related to it. Which parts are words, only the library can tell; those that
 * are words of this article are counted with them here.
 */
function countsAndParts(words: readonly KeptWord[]): Pick<TermVector, 'wordCounts' | 'parts' | 'partCounts'> {
  const table = new FeatureTable()
  for (const { hash } of words) table.ofWord(hash)
  const counts = words.map((word) => word.count)
  const countPart = (hash: number, count: number): void => {
    const number = table.ofWord(hash)
    counts[number] = (counts[number] ?? 0) + PART * count
  }
  for (const { stem, count } of words) {
    eachPart(stem, (hash) => countPart(hash, count))
  }
  const parts = counts.slice(words.length).map((count, at) => {
    return { hash: table.firstOf(words.length + at) >>> 0, count }
  })
  const kept = mostOf(
    parts,
    MOST.parts,
    ({ count }) => count,
    (a, b) => a.hash - b.hash,
  ).sort((a, b) => a.hash - b.hash)
  return {
    wordCounts: Uint16Array.from(words, (_, at) => inUnits(counts[at] ?? 0)),
    parts: Uint32Array.from(kept, (part) => part.hash),
    partCounts: Uint16Array.from(kept, (part) => inUnits(part.count)),
  }
}

function pairLists(
  { table, counts }: Pairs,
  words: readonly Word[],
  kept: readonly KeptWord[],
  wordCounts: Uint16Array,
): Pick<TermVector, 'pairs' | 'pairCounts'> {
  const places = new Int32Array(words.length).fill(-1)
  for (const [place, { number }] of kept.entries()) places[number] = place
  const pairs: { a: number; b: number; count: number }[] = []
  for (const [pair, count] of counts.entries()) {
    const [a, b] = [places[table.firstOf(pair)] ?? -1, places[table.secondOf(pair)] ?? -1]
    if (a >= 0 && b >= 0) pairs.push({ a, b, count })
  }
  // Both words of a pair must be what the article is about: the rarer of them in it tells that.
  const most = mostOf(
    pairs,
    MOST.pairs,
    ({ a, b }) => Math.min(wordCounts[a]!, wordCounts[b]!),
    (x, y) => x.a - y.a || x.b - y.b,
  )
  // First, second and count as one number each: sorted as numbers, without a comparison of ours.
  const keys = Float64Array.from(most, ({ a, b, count }) => (a * BASE + b) * BASE + inUnits(count)).sort()
  const lists = { pairs: new Uint16Array(most.length * 2), pairCounts: new Uint16Array(most.length) }
  for (const [at, key] of keys.entries()) {
    const pair = Math.floor(key / BASE)
    lists.pairs[at * 2] = Math.floor(pair / BASE)
    lists.pairs[at * 2 + 1] = pair % BASE
    lists.pairCounts[at] = key % BASE
  }
  return lists
}

/** Those worth most, in no order when that is all of them: most articles are spared the sorting of words. */
function mostOf<T>(
  items: T[],
  most: number,
  worth: (item: T) => number,
  otherwise: (a: T, b: T) => number,
): T[] {
  if (items.length <= most) return items
  return items.sort((a, b) => worth(b) - worth(a) || otherwise(a, b)).slice(0, most)
}

/** Ascending by hash. Of two stems with one hash the more frequent stays. */
function byHash(words: readonly Word[]): readonly KeptWord[] {
  const sorted = words
    .map(({ stem, number, count, forms }) => ({ stem, number, count, forms, hash: hashText(stem) }))
    .sort((a, b) => a.hash - b.hash || b.count - a.count || byCodeUnits(a.stem, b.stem))
  return sorted.filter(({ hash }, at) => hash !== sorted[at - 1]?.hash)
}

function inUnits(count: number): number {
  return Math.min(0xffff, Math.max(1, Math.round(count * COUNT_UNIT)))
}

/** A capital that no start of a sentence gives: of an abbreviation or a name such as *18F*, *RFPs*, *GitHub*. */
const INNER_CAPITAL = /(?<=.)\p{Lu}/u

/** The form a writer knows the word by: a capital only where the word never goes without, or mostly has one inside. */
function usualForm(forms: readonly Form[]): string {
  if (forms.length === 1) return forms[0]?.form ?? ''
  const times = new Map<string, number>()
  for (const one of forms) times.set(one.form, (times.get(one.form) ?? 0) + one.times)
  const all = [...times].sort(([a, x], [b, y]) => y - x || byCodeUnits(a, b))
  const most = all[0]?.[0] ?? ''
  if (INNER_CAPITAL.test(most)) return most
  const lower = all.find(([form]) => form === form.toLowerCase())
  return lower?.[0] ?? most
}
