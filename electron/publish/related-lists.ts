import { Failure } from '../../core/errors.ts'
import { type Library, openLibrary } from '../library/library.ts'
import { refreshVectors } from '../library/related-analysis.ts'
import { relatedService } from '../library/related-service.ts'
import type { SiteContent } from './read-site.ts'

/**
 * Analyses what has not been analysed since it was written and keeps it in the library, so that the export, which
 * only reads, need not do it again next time. A library that cannot be written to is left as it is.
 */
export function prepareRelated(folder: string): void {
  try {
    const library = openLibrary(folder)
    try {
      refreshVectors(library)
    } finally {
      library.close()
    }
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.code === 'file.refused') return
    throw thrown
  }
}

/** The ids of the articles that each page shows as related, best first: only such as are on the site. */
export function relatedLists(library: Library, content: SiteContent): ReadonlyMap<number, readonly number[]> {
  const service = relatedService(library)
  const out = new Set(content.articles.map(({ id }) => id))
  const isOut = (id: number): boolean => out.has(id)
  return new Map(content.articles.map(({ id }) => [id, service.shown(id, isOut)]))
}
