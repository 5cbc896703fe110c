/** Looking over the whole library: asked for, under way, done. */
import type { ActRef } from '../../core/acts.ts'
import type { Overview, OverviewArticle, OverviewGroup, OverviewList } from '../../core/bridge.ts'
import type { FailureData } from '../../core/errors.ts'
import { flushAll } from '../article.ts'
import { call, failureOf, listen } from '../bridge.ts'
import { createStore, useStore } from '../store.ts'

export interface Looking {
  readonly at: 'idle' | 'running' | 'done'
  readonly done: number
  readonly total: number
  /** What was found last; it stays in sight while the library is looked over again. */
  readonly found: Overview | null
  /** Something was changed after it was found. */
  readonly stale: boolean
  readonly failure: FailureData | null
}

const NOTHING: Looking = { at: 'idle', done: 0, total: 0, found: null, stale: false, failure: null }
const store = createStore<Looking>(NOTHING)

export function useLooking(): Looking {
  return useStore(store, (value) => value)
}

/** Looks over the library; nothing happens while that is under way. */
export async function look(): Promise<void> {
  if (store.get().at === 'running') return
  store.set({ at: 'running', done: 0, total: 0, failure: null, stale: false })
  try {
    await flushAll()
    const found = await call('overview.start', {})
    store.set({ at: 'done', found })
  } catch (thrown) {
    const failure = failureOf(thrown)
    store.set(({ found }) => ({
      at: found === null ? 'idle' : 'done',
      stale: found !== null,
      failure: failure.code === 'cancelled' ? null : failure,
    }))
  }
}

/** Articles that a list is just told to leave out or name again, until the library says so. */
const settling = new Set<number>()

/**
 * Has a list leave an article out, or name it again. Nothing else that was found changes by that: it is no reason to
 * look again. @throws BridgeFailure
 */
export async function leave(list: OverviewList, article: OverviewArticle, isLeft: boolean): Promise<ActRef> {
  settling.add(article.id)
  try {
    const done = await call('overview.leave', { articleId: article.id, list, isLeft })
    if (done.actId === null) settling.delete(article.id)
    settleLeft(list, article, isLeft)
    return done
  } catch (thrown) {
    settling.delete(article.id)
    throw thrown
  }
}

function settleLeft(list: OverviewList, article: OverviewArticle, isLeft: boolean): void {
  store.set(({ found }) => {
    if (found === null) return {}
    const { left, ...named } = found[list]
    const [to, from] = isLeft ? [left, named] : [named, left]
    const more = { total: to.total + 1, articles: [...to.articles, article].sort((a, b) => a.id - b.id) }
    const fewer = { total: from.total - 1, articles: from.articles.filter(({ id }) => id !== article.id) }
    return {
      found: { ...found, [list]: isLeft ? { ...fewer, left: more } : { ...more, left: fewer } },
    }
  })
}

/** Takes out articles that are nearly the same, by their first, and kept apart now. */
export function settleSame(first: number): void {
  settle('same', ({ articles }) => articles[0]?.id === first)
}

/** Takes out what belongs together and was just put in a category, from wherever that was done. */
export function settleClusters(ids: readonly number[]): void {
  const put = new Set(ids)
  settle('clusters', ({ articles }) => articles.every(({ id }) => put.has(id)))
}

/** Takes out what was just dealt with, until the library is looked over again. */
function settle(part: 'same' | 'clusters', isSettled: (group: OverviewGroup) => boolean): void {
  store.set(({ found }) => {
    if (found === null) return {}
    const groups = found[part].groups.filter((group) => !isSettled(group))
    const total = found[part].total - (found[part].groups.length - groups.length)
    return { found: { ...found, [part]: { total, groups } } }
  })
}

/** Follows the library until the returned function is called; another one has nothing found in it. */
export function followLibrary(): () => void {
  const stops = [
    listen('overview.progress', ({ done, total }) => store.set({ done, total })),
    listen('library.changed', ({ parts, articleId }) => {
      if (!parts.includes('articles') && articleId !== null && settling.delete(articleId)) return
      if (parts.includes('articles') || parts.includes('related')) store.set({ stale: true })
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    settling.clear()
    store.set(NOTHING)
  }
}
