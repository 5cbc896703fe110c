import { RelatedIndex, type RelatedSource, type TermVector, analyse } from '../../core/related/index.ts'
import { SIGNALS, type Signals } from '../../core/related/signals.ts'
import type { Corpus } from './corpus.ts'
import type { Ranking } from './measures.ts'

/** How deep a ranking is read: enough for the reciprocal rank. */
export const DEPTH = 50

/** Our ranking in another way than the app has it. */
export interface Variant {
  readonly signals?: Partial<Signals>
  readonly source?: (article: RelatedSource) => RelatedSource
  readonly vector?: (vector: TermVector) => TermVector
}

const noParts = { parts: new Uint32Array(), partCounts: new Uint16Array() }
const noPairs = { pairs: new Uint16Array(), pairCounts: new Uint16Array() }
/** What most feeds and lists show of an article. */
const FIRST_WORDS = 60

/** Our ranking without one of the things that make it. */
export const without: readonly (readonly [string, Variant])[] = [
  ['title', { source: (article) => ({ ...article, title: '' }) }],
  ['title named in the text', { signals: { title: 0 } }],
  ['headings', { source: (article) => ({ ...article, headings: [] }) }],
  ['first paragraphs', { source: (article) => ({ ...article, text: afterFirst(article.text) }) }],
  ['body', { source: (article) => ({ ...article, text: '', headings: [] }) }],
  ['tags, all', { source: (article) => ({ ...article, tags: [] }) }],
  ['tag similarity (tags as words only)', { signals: { tags: 0 } }],
  ['nearness in time', { signals: { nearness: 0 } }],
  ['pairs of words', { vector: (vector) => ({ ...vector, ...noPairs }) }],
  ['parts of compounds', { vector: (vector) => ({ ...vector, ...noParts }) }],
  ['pairs and parts', { vector: (vector) => ({ ...vector, ...noParts, ...noPairs }) }],
  ['mentions (each word counts once)', { vector: countedOnce }],
  ['stems and stop words (language unknown)', { source: (article) => ({ ...article, language: 'zxx' }) }],
]

const analysed = new WeakMap<RelatedSource, TermVector>()

/** An article's words, analysed once. */
export function vectorOf(source: RelatedSource): TermVector {
  const vector = analysed.get(source) ?? analyse(source)
  analysed.set(source, vector)
  return vector
}

/** A corpus in the index of the app, or in a variant of it. */
export function indexOf({ articles }: Corpus, variant: Variant = {}): RelatedIndex {
  const index = new RelatedIndex({ ...SIGNALS, ...variant.signals }, () => '')
  for (const article of articles) {
    const source = variant.source?.(article) ?? article
    const vector = vectorOf(source)
    index.add(source.id, variant.vector?.(vector) ?? vector, source)
  }
  return index
}

/** Our ranking of a corpus, each list made when it is first asked for. */
export function ours(corpus: Corpus, variant: Variant = {}): Ranking {
  const index = indexOf(corpus, variant)
  const lists = new Map<number, readonly number[]>()
  return (id) => {
    const list = lists.get(id) ?? index.order(id, { limit: DEPTH }).map((one) => one.id)
    lists.set(id, list)
    return list
  }
}

function afterFirst(text: string): string {
  return text
    .split(/(?<=\s)(?=\S)/)
    .slice(FIRST_WORDS)
    .join('')
}

function countedOnce(vector: TermVector): TermVector {
  const once = (counts: Uint16Array) => counts.map(() => 4)
  return {
    ...vector,
    wordCounts: once(vector.wordCounts),
    partCounts: once(vector.partCounts),
    pairCounts: once(vector.pairCounts),
  }
}
