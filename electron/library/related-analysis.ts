import type { Article } from '../../core/article.ts'
import { VECTOR_VERSION, analyse, encodeVector } from '../../core/related/index.ts'
import { TEXT_VERSION, readParts } from './body-text.ts'
import type { Library } from './library.ts'
import type { StoredVector } from './related.ts'

/** The rules of today; a vector that others made is made anew. */
export const ANALYSER = `${VECTOR_VERSION}.${TEXT_VERSION}`

/** Articles analysed between two short transactions: saving never waits for more than storing these. */
const BATCH = 50

/**
 * Analyses every article whose stored vector is not of its present version and of today's rules. Writes them to
 * the library, so that each is analysed once; a read-only one gets them back instead. `onEach` hears how many of
 * how many are done, and ends the work by throwing: what was done until then is kept.
 */
export function refreshVectors(
  library: Library,
  onEach: (done: number, total: number) => void = () => {},
): ReadonlyMap<number, StoredVector> {
  const kept = new Map<number, StoredVector>()
  const stale = library.related.stale(ANALYSER)
  const language = library.site.get().language
  for (let start = 0; start < stale.length; start += BATCH) {
    const made = stale.slice(start, start + BATCH).map((id, at) => {
      onEach(start + at, stale.length)
      return vectorOf(library.articles.get(id), language)
    })
    if (library.readonly) for (const vector of made) kept.set(vector.id, vector)
    else library.related.storeVectors(ANALYSER, made)
  }
  return kept
}

/** Analyses an article that has just been written, while its text is still at hand. */
export function storeVector(library: Library, article: Article): void {
  library.related.storeVectors(ANALYSER, [vectorOf(article, library.site.get().language)])
}

/** An article's vector, made now and not stored; null when it is in the trash, or not there any more. */
export function analysed(library: Library, id: number): StoredVector | null {
  return library.view(() => {
    if (library.related.heads([id]).length === 0) return null
    return vectorOf(library.articles.get(id), library.site.get().language)
  })
}

function vectorOf(article: Article, siteLanguage: string): StoredVector {
  const { text, headings, links } = readParts(article.body)
  const vector = analyse({
    language: article.language ?? siteLanguage,
    title: article.title,
    summary: article.summary,
    text,
    headings,
    tags: article.tags,
    categoryPath: [],
    date: article.publishedAt,
    links: [],
  })
  return { id: article.id, version: article.version, links, vector: encodeVector(vector) }
}
