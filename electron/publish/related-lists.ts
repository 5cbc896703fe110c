import { Failure } from '../../core/errors.ts'
import { type Library, openLibrary } from '../library/library.ts'
import { ANALYSER, refreshVectors } from '../library/related-analysis.ts'
import { type RelatedService, relatedService } from '../library/related-service.ts'
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

/** Related lists as an export leaves them for the next. */
export interface RelatedNotes {
  /** As long as this is the same, so are the lists. */
  readonly key: string
  /** As long as this is the same, only the words of articles have changed. */
  readonly frame: string
  /** Ids of the articles that each page shows, by the id of its article. */
  readonly lists: readonly (readonly [id: number, shown: readonly number[]])[]
  /** Of each list, the sign of its article and what it hangs on: see `RelatedService.signs` and `Shown.least`. */
  readonly marks: readonly (readonly [id: number, sign: string, least: number | null])[]
}

/** When more of all articles than this got another sign, making every list anew is no more work. */
const MOST_SIGNED = 1 / 8

/**
 * The ids of the articles that each page shows as related, best first: only such as are on the site. Of the notes of an
 * earlier export every list is taken over of which it is certain that it would be the same now. `date` is the export's,
 * ISO. `onEach` hears how many are done, and ends the work by throwing.
 */
export function relatedLists(
  library: Library,
  content: SiteContent,
  earlier: RelatedNotes | null,
  date: string,
  onEach: (done: number) => void,
): RelatedNotes {
  const keys = keysOf(library, content, date)
  if (earlier?.key === keys.key) return earlier
  const service = relatedService(library)
  const out = new Set(content.articles.map(({ id }) => id))
  const signs = service.signs(out)
  const isSame = earlier?.marks !== undefined && earlier.frame === keys.frame
  const open = (isSame && openLists(service, earlier, signs, date)) || out
  const made = service.shownOf([...open], (id) => out.has(id), date, onEach)
  const kept = new Map(open === out ? [] : earlier?.lists)
  const least = new Map(open === out ? [] : earlier?.marks.map(([id, , mark]) => [id, mark]))
  return {
    ...keys,
    lists: [...out].map((id) => [id, made.get(id)?.ids ?? kept.get(id) ?? []]),
    marks: [...signs].map(([id, sign]) => [
      id,
      sign,
      (made.get(id) ?? { least: least.get(id) ?? null }).least,
    ]),
  }
}

/**
 * The articles whose lists may be others now; null when that is as good as all. An article that has its sign is as
 * related as before to every other that has: its list is another one only where an article with a new sign was in it, or
 * now comes before its last, or where it hangs on what is usual.
 */
function openLists(
  service: RelatedService,
  earlier: RelatedNotes,
  signs: ReadonlyMap<number, string>,
  date: string,
): ReadonlySet<number> | null {
  const changed = new Set(signs.keys())
  for (const [id, sign] of earlier.marks) if (signs.get(id) === sign) changed.delete(id)
  if (changed.size > signs.size * MOST_SIGNED) return null
  const open = new Set(changed)
  for (const [id, shown] of earlier.lists) if (shown.some((other) => changed.has(other))) open.add(id)
  const least = new Map<number, number>()
  for (const [id, , mark] of earlier.marks) {
    if (mark === null) open.add(id)
    else least.set(id, mark)
  }
  for (const id of changed) {
    service.eachScore(id, date, (other, most) => {
      if (most >= (least.get(other) ?? Infinity)) open.add(other)
    })
  }
  return open
}

// Drafts count too: they make words common or rare.
function keysOf(
  library: Library,
  { site, articles, categories }: SiteContent,
  date: string,
): Pick<RelatedNotes, 'key' | 'frame'> {
  const heads = library.related.heads()
  const byHand = library.related.byHand()
  const places = categories.map(({ id, parentId, slug }) => [id, parentId, slug])
  const day = library.related.rules().freshness === 'none' ? null : date.slice(0, 10)
  const out = articles.map(({ id }) => id)
  const bare = heads.map(({ version: _version, title: _title, savedAt: _saved, ...head }) => head)
  const all = [buildKey(), ANALYSER, site.language, site.relatedCount, byHand, places, out, day]
  const frame = fingerprint(JSON.stringify([...all, bare]))
  const versions = heads.map(({ id, version, savedAt }) => [id, version, savedAt])
  return { frame, key: fingerprint(JSON.stringify([frame, versions])) }
}
