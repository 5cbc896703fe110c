import { Failure } from '../../core/errors.ts'
import { type Library, openLibrary } from '../library/library.ts'
import { ANALYSER, refreshVectors } from '../library/related-analysis.ts'
import { relatedService } from '../library/related-service.ts'
import { buildKey } from './build-key.ts'
import { fingerprint } from './fingerprint.ts'
import type { SiteContent } from './read-site.ts'

/**
 * Analyses what has not been analysed since it was written and keeps it in the library, so that the export, which
 * only reads, need not do it again next time. A library that cannot be written to is left as it is. `onEach` hears
 * how many of how many are done, and ends the work by throwing.
 */
export function prepareRelated(folder: string, onEach: (done: number, total: number) => void): void {
  try {
    const library = openLibrary(folder, { isOpen: true })
    try {
      refreshVectors(library, onEach)
    } finally {
      library.close()
    }
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.code === 'file.refused') return
    throw thrown
  }
}

/** Related lists as an export leaves them for the next: the same as long as the key is. */
export interface RelatedNotes {
  readonly key: string
  /** Ids of the articles that each page shows, by the id of its article. */
  readonly lists: readonly (readonly [id: number, shown: readonly number[]])[]
}

/**
 * The ids of the articles that each page shows as related, best first: only such as are on the site. Notes of an
 * earlier export are taken over when nothing that a list depends on has changed since. `date` is the export's, ISO. `onEach` hears how many are
 * done, and ends the work by throwing.
 */
export function relatedLists(
  library: Library,
  content: SiteContent,
  earlier: RelatedNotes | null,
  date: string,
  onEach: (done: number) => void,
): RelatedNotes {
  const key = keyOf(library, content, date)
  if (earlier?.key === key) return earlier
  const out = new Set(content.articles.map(({ id }) => id))
  const lists = relatedService(library).shownOf([...out], (id) => out.has(id), date, onEach)
  return { key, lists: [...lists] }
}

// Drafts count too: they make words common or rare.
function keyOf(library: Library, { site, articles, categories }: SiteContent, date: string): string {
  const heads = library.related.heads()
  const byHand = library.related.byHand()
  const places = categories.map(({ id, parentId, slug }) => [id, parentId, slug])
  const day = library.related.rules().freshness === 'none' ? null : date.slice(0, 10)
  const out = articles.map(({ id }) => id)
  const all = [buildKey(), ANALYSER, site.language, site.relatedCount, heads, byHand, places, out, day]
  return fingerprint(JSON.stringify(all))
}
