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
 * the library, so that each is analysed once; a read-only one gets them back instead.
 */
export function refreshVectors(library: Library): ReadonlyMap<number, StoredVector> {
  const kept = new Map<number, StoredVector>()
  const stale = library.related.stale(ANALYSER)
  const language = library.site.get().language
  for (let start = 0; start < stale.length; start += BATCH) {
    const made = stale.slice(start, start + BATCH).map((id) => vectorOf(library, id, language))
    if (library.readonly) for (const vector of made) kept.set(vector.id, vector)
    else library.related.storeVectors(ANALYSER, made)
  }
  return kept
}

function vectorOf(library: Library, id: number, siteLanguage: string): StoredVector {
  const article = library.articles.get(id)
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
  return { id, version: article.version, links, vector: encodeVector(vector) }
}
