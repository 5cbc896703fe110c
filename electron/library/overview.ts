import { isScheduled } from '../../core/article.ts'
import type {
  Overview,
  OverviewArticle,
  OverviewGroup,
  OverviewLines,
  OverviewList,
} from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import { decodeVector } from '../../core/related/index.ts'
import { clusters, MUTUAL } from '../../core/related/clusters.ts'
import { nearlySame, shinglesOf } from '../../core/related/nearly-same.ts'
import type { Library } from './library.ts'
import { ANALYSER } from './related-analysis.ts'
import { relatedService } from './related-service.ts'
import type { RelatedHead } from './related.ts'

export interface OverviewOptions {
  readonly signal?: { readonly aborted: boolean }
  readonly onProgress?: (done: number, total: number) => void
}

/** At most so many lines of each list are given; how many there are is told beside it. */
const LISTED = 200
/** Articles between two times that progress is told. */
const STEP = 50

/**
 * What an editor wants to know of a library as a whole; see `Overview`. @throws Failure `cancelled` when it is to stop
 */
export function overview(library: Library, { signal, onProgress }: OverviewOptions = {}): Overview {
  const service = relatedService(library)
  service.refresh()
  const heads = library.related.heads()
  const byId = new Map(heads.map((head) => [head.id, head]))
  const now = library.now().getTime()
  const isOut = (id: number) => {
    const head = byId.get(id)
    return head?.status === 'published' && !isScheduled({ ...head, trashedAt: null }, now)
  }
  const reached = new Set<number>()
  const deadEnds: number[] = []
  const ranks = new Map<number, readonly number[]>()
  const translated = library.translations.slugs()
  for (const [at, { id, categoryId }] of heads.entries()) {
    if (signal?.aborted) throw new Failure('cancelled', { task: 'care' })
    if (at % STEP === 0) onProgress?.(at, heads.length)
    if (categoryId === null) ranks.set(id, service.ranked(id, MUTUAL))
    if (!isOut(id)) continue
    const leads = [...service.shown(id, isOut), ...service.links(id).filter(isOut)].filter((to) => to !== id)
    for (const to of leads) reached.add(to)
    if (leads.length === 0) deadEnds.push(id)
    // A page names its translations: they bring readers there, but not on to another article.
    if (translated.has(id)) for (const other of library.translations.of(id)) reached.add(other.id)
  }
  onProgress?.(heads.length, heads.length)
  const unreached = heads.map(({ id }) => id).filter((id) => isOut(id) && !reached.has(id))
  const line = (id: number) => lineOf(byId.get(id)!)
  const cut = (ids: readonly number[]) => ({ total: ids.length, articles: ids.slice(0, LISTED).map(line) })
  const hands = library.related.hands()
  const lines = (list: OverviewList, ids: readonly number[]): OverviewLines => {
    const isLeft = (id: number) => hands.get(id)?.left.includes(list) === true
    return { ...cut(ids.filter((id) => !isLeft(id))), left: cut(ids.filter(isLeft)) }
  }
  const groups = (all: readonly OverviewGroup[]) => ({ total: all.length, groups: all.slice(0, LISTED) })
  return {
    articles: heads.length,
    unreached: lines('unreached', unreached),
    deadEnds: lines('deadEnds', deadEnds),
    same: groups(sameIn(library, byId, line)),
    clusters: groups(clustersIn(ranks, byId, line)),
  }
}

function sameIn(
  library: Library,
  heads: ReadonlyMap<number, RelatedHead>,
  line: (id: number) => OverviewArticle,
): OverviewGroup[] {
  const texts = []
  for (const { id, vector } of library.related.vectors(ANALYSER)) {
    const decoded = heads.has(id) ? decodeVector(vector) : null
    if (decoded) texts.push({ id, shingles: shinglesOf(decoded) })
  }
  const isKeptApart = (a: number, b: number) => library.related.hand(a).never.includes(b)
  return nearlySame(texts, isKeptApart).map(({ ids, likeness }) => ({
    articles: ids.slice(0, LISTED).map(line),
    likeness,
    categoryId: null,
  }))
}

/** Articles without a category that belong together. */
function clustersIn(
  ranks: ReadonlyMap<number, readonly number[]>,
  heads: ReadonlyMap<number, RelatedHead>,
  line: (id: number) => OverviewArticle,
): OverviewGroup[] {
  return clusters(ranks).map((ids) => ({
    articles: ids.map(line),
    likeness: null,
    categoryId: usualCategory(ids, ranks, heads),
  }))
}

/** The category that most of what is related to a cluster is in, the lowest id of equals; null when there is none. */
function usualCategory(
  ids: readonly number[],
  ranks: ReadonlyMap<number, readonly number[]>,
  heads: ReadonlyMap<number, RelatedHead>,
): number | null {
  const votes = new Map<number, number>()
  for (const other of ids.flatMap((id) => ranks.get(id) ?? [])) {
    const category = heads.get(other)?.categoryId ?? null
    if (category !== null) votes.set(category, (votes.get(category) ?? 0) + 1)
  }
  return [...votes].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0] ?? null
}

function lineOf({ id, title, status, publishedAt }: RelatedHead): OverviewArticle {
  return { id, title, status, publishedAt }
}
