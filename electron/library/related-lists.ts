import { isScheduled } from '../../core/article.ts'
import { Failure } from '../../core/errors.ts'
import { buildKey } from '../publish/build-key.ts'
import { fingerprint } from '../publish/fingerprint.ts'
import { type Library, openLibrary } from './library.ts'
import { ANALYSER, refreshVectors } from './related-analysis.ts'
import { type KeptList, type KeptLists, keepLists, readLists } from './related-cache.ts'
import { type Marked, heldLists } from './related-held.ts'
import { NO_HAND } from './related-hand.ts'
import { type RelatedService, type Shown, relatedService } from './related-service.ts'
import { type Share, shareLists } from './related-share.ts'
import { hasSnapshot } from './related-snapshot.ts'
import type { RelatedHead } from './related.ts'
import { timestamp } from './time.ts'

/**
 * Analyses what has not been analysed since it was written and keeps it in the library, so that the export, which
 * only reads, need not do it again next time. A library that cannot be written to is left as it is. `onEach` hears
 * how many of how many are done, and ends the work by throwing.
 */
export function prepareRelated(reading: Library, onEach: (done: number, total: number) => void): void {
  if (reading.related.stale(ANALYSER).length === 0) return
  try {
    const library = openLibrary(reading.folder, { isOpen: true })
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

/** Ids of the articles that each page shows as related, best first, by the id of its article, in ascending order. */
export type RelatedLists = ReadonlyMap<number, readonly number[]>

/** For which site lists are wanted. */
export interface ListsWanted {
  /** Ids of the articles on the site; no others are shown. */
  readonly out: Iterable<number>
  /** The export's, ISO: newer articles are wished for against it. */
  readonly date: string
  /** What was kept is not looked at. */
  readonly isAnew?: boolean
}

/** When fewer than this part of all articles came, what was kept is mostly of use: else all is made anew … */
const MANY = 1 / 8
/** … and of what was kept not more than so many lists are made anew while somebody waits for something else. */
const MOST_AT_ONCE = 200
/** What comes of it when more would have to be made. */
const NOT_MADE: RelatedLists = new Map()

/** After so many articles that were looked at it is heard whether the work is to end. */
const STEP = 50

/** Of more articles than this the lists are made when they are needed. */
const MOST_READY = 20_000

/**
 * The related lists of a site. They are kept in the library's `cache/`: as long as nothing has changed they are read
 * from there, without reading anything of the articles; otherwise those are made anew of which it is not certain that
 * they would be the same. What was kept never changes what comes out. Call it within a transaction or view, so that the
 * lists belong to what else is read. `onEach` hears how many are done, and ends the work by throwing.
 */
export function relatedLists(
  library: Library,
  wanted: ListsWanted,
  onEach: (done: number) => void = () => {},
): RelatedLists {
  return finish(
    bringUpToDate(library, () => relatedService(library, wanted.isAnew), wanted, { isShared: true }),
    onEach,
  )
}

/** Does work to its end; when `onEach` throws, the work is told that it ends there. */
function finish<T>(work: Generator<number, T>, onEach: (done: number) => void): T {
  try {
    for (;;) {
      const step = work.next()
      if (step.done) return step.value
      onEach(step.value)
    }
  } finally {
    work.return(undefined as T)
  }
}

/**
 * Makes the lists ready for the next export after articles have come in, as for an export of this moment. Where few came
 * only if that is soon done with what was kept; not in a library so large that whoever brings in would wait for minutes. `onEach` hears how many of how many are done, and ends the work by throwing: then nothing of it is kept.
 */
export function relateArrivals(
  library: Library,
  arrived: number,
  onEach: (done: number, total: number) => void,
): void {
  const isFew = arrived <= library.related.count() * MANY
  if (isFew && !(hasSnapshot(library.folder) && readLists(library.folder))) return
  const most = isFew ? MOST_AT_ONCE : Infinity
  keepListsReady(library, relatedService(library), onEach, { isShared: true, most })
}

/**
 * Makes the lists ready for the next export, as for an export of this moment: only what has changed since they were made
 * last. In a library so large that it would take minutes only what lists are made from is kept. `onEach` hears how many of how many are done, and ends the
 * work by throwing: then nothing of it is kept.
 */
export function keepListsReady(
  library: Library,
  service: RelatedService,
  onEach: (done: number, total: number) => void,
  how: Making = {},
): void {
  const count = library.related.count()
  // It may have to store what it analyses, which a view cannot.
  service.refresh()
  // Reading all again takes longer than anything that a list needs.
  if (count > MOST_READY) return service.keep(() => onEach(0, count))
  const stamp = library.stamp()
  library.view(() => {
    // Somebody wrote just now: what they wrote is not analysed yet, and whoever hears of it asks for this again.
    if (library.stamp() !== stamp) return
    const now = library.now()
    const out = library.related.heads().flatMap((head) => (isOnSite(head, now) ? head.id : []))
    const work = bringUpToDate(library, () => service, { out, date: timestamp(now) }, how)
    finish(work, (done) => onEach(done, out.length))
  })
}

/**
 * The same for an export that is about to begin, by whoever holds the index already: nothing is done where it would take
 * longer than the export takes to read the index.
 */
export function keepFewListsReady(library: Library, service: RelatedService): void {
  if (library.related.count() > MOST_READY) return
  keepListsReady(library, service, () => {}, { most: MOST_AT_ONCE })
}

const isOnSite = (head: RelatedHead, now: Date): boolean =>
  head.status === 'published' && !isScheduled({ ...head, trashedAt: null }, now.getTime())

/** How lists are made. */
interface Making {
  /** A second thread may help, since somebody waits. */
  readonly isShared?: boolean
  /** When more would have to be made, none is. */
  readonly most?: number
}

/** Gives, step by step, how many lists are made. The index is only asked for when it is needed. */
function* bringUpToDate(
  library: Library,
  serviceOf: () => RelatedService,
  { out: ids, date, isAnew = false }: ListsWanted,
  { isShared = false, most = Infinity }: Making,
): Generator<number, RelatedLists> {
  const out = [...ids].sort((a, b) => a - b)
  const keys = keysOf(library, out, date)
  const kept = isAnew ? null : readLists(library.folder)
  if (kept !== null && kept.key === keys?.key && areOf(kept, out)) return shownOf(kept.lists)
  const before = kept?.frame === keys?.frame ? kept : null
  // The other thread reads the index while this one does.
  const state = isShared && before === null ? library.related.state() : null
  const share = state === null ? null : shareLists({ folder: library.folder, state, out, date })
  try {
    const service = serviceOf()
    const isOut = new Set(out)
    const now = yield* marksOf(library, service, out)
    const held = (before && heldLists(library, service, before, now, date)) ?? new Map<number, KeptList>()
    if (out.length - held.size > most) return NOT_MADE
    const shown = service.showing((id) => isOut.has(id), date)
    const made = yield* madeInTurn(share, shown)
    const lists: KeptList[] = []
    let done = made.size
    for (const id of out) {
      const mark = now.get(id)!
      const same = held.get(id)
      if (same) {
        lists.push({ ...same, ...mark })
        continue
      }
      if (!made.has(id)) yield done++
      const { ids: found, ...hold } = made.get(id) ?? shown(id)
      lists.push({ id, shown: found, ...hold, ...mark })
    }
    service.keep(() => {})
    if (keys) keepLists(library.folder, { ...keys, ...service.told(), lists })
    return shownOf(lists)
  } finally {
    share?.end()
  }
}

/** The lists that two threads make in turn, by the id of their article; empty with one. */
function* madeInTurn(
  share: Share | null,
  shown: (id: number) => Shown,
): Generator<number, ReadonlyMap<number, Shown>> {
  const made = new Map<number, Shown>()
  if (share === null) return made
  for (const ids of share.batches()) {
    for (const id of ids) made.set(id, shown(id))
    yield made.size * 2
  }
  const others = share.made()
  for (let step = others.next(); ; step = others.next()) {
    if (step.done) {
      for (const { id, ...list } of step.value) made.set(id, list)
      return made
    }
    yield made.size * 2
  }
}

function* marksOf(
  library: Library,
  service: RelatedService,
  out: readonly number[],
): Generator<number, ReadonlyMap<number, Marked>> {
  const marks = new Map<number, Marked>()
  const hands = library.related.hands()
  const markOf = service.marking()
  for (const id of out) {
    const { pins, hidden, never, count } = hands.get(id) ?? NO_HAND
    const said = hands.has(id) ? JSON.stringify([pins, hidden, never, count]) : ''
    marks.set(id, { ...markOf(id), said: said && fingerprint(said) })
    if (marks.size % STEP === 0) yield 0
  }
  return marks
}

/** Null where the library does not note its state: it was not written to since Longhand does. */
function keysOf(
  library: Library,
  out: readonly number[],
  date: string,
): Pick<KeptLists, 'key' | 'frame'> | null {
  const state = library.related.state()
  if (state === null) return null
  const rules = library.related.rules()
  const { language, relatedCount } = library.site.get()
  const day = rules.freshness === 'none' ? null : date.slice(0, 10)
  const frame = fingerprint(JSON.stringify([buildKey(), ANALYSER, language, relatedCount, rules, day]))
  return { frame, key: fingerprint(JSON.stringify([frame, state, out])) }
}

/** Whether lists are of these articles and of no others: what is kept may come from a stranger. */
const areOf = ({ lists }: KeptLists, out: readonly number[]): boolean =>
  lists.length === out.length && lists.every(({ id }, at) => id === out[at])

const shownOf = (lists: readonly KeptList[]): RelatedLists =>
  new Map(lists.map(({ id, shown }) => [id, shown]))
