/** The articles in hand, for every pane: one owner of versions, whoever types. */
import { useCallback, useSyncExternalStore } from 'react'
import type { Article, ArticlePatch } from '../core/article.ts'
import type { AppState, Reopened } from '../core/bridge.ts'
import type { FailureData } from '../core/errors.ts'
import type { ArticleSnapshot } from './article-snapshot.ts'
import { copyOf, same } from './article-fields.ts'
import { ArticleStore, type UnsavedArticle } from './article-store.ts'
import { call, failureOf, listen } from './bridge.ts'
import { putBack } from './care/kept-words.ts'
import { place } from './place.ts'

export type { ArticleSnapshot, Refusal } from './article-snapshot.ts'

/** The window's one store of articles. */
export const articles = new ArticleStore({
  get: (id) => call('article.get', { id }),
  create: () => call('article.create', {}),
  save: (id, baseVersion, patch) => call('article.save', { id, baseVersion, patch }),
  failureOf,
})

/** An article as it is now, with everything typed in it; read from the library when it was not yet. */
export function useArticle(id: number): ArticleSnapshot {
  const subscribe = useCallback((listener: () => void) => articles.subscribe(id, listener), [id])
  return useSyncExternalStore(subscribe, () => articles.snapshot(id))
}

/** What changes with every key or save. */
const PASSING: ReadonlySet<string> = new Set(['body', 'words', 'version', 'updatedAt'])

/** The details of each article as they were last given out. */
const given = new Map<number, ArticleSnapshot>()

/**
 * What is known of an article besides its text, for a pane that shows none of it: the same object, so that the pane
 * is not drawn again, while only the text changes.
 */
export function useArticleDetails(id: number): Pick<ArticleSnapshot, 'article' | 'refused'> {
  const subscribe = useCallback((listener: () => void) => articles.subscribe(id, listener), [id])
  return useSyncExternalStore(subscribe, () => detailsOf(id))
}

function detailsOf(id: number): ArticleSnapshot {
  const [before, now] = [given.get(id), articles.snapshot(id)]
  if (before !== undefined && sameDetails(before, now)) return before
  given.set(id, now)
  return now
}

function sameDetails(a: ArticleSnapshot, b: ArticleSnapshot): boolean {
  if (!same(a.refused, b.refused)) return false
  if (a.article === null || b.article === null) return a.article === b.article
  const [before, now] = [a.article, b.article]
  const fields = Object.keys(now) as (keyof Article)[]
  return fields.every((field) => PASSING.has(field) || same(before[field], now[field]))
}

/** What was typed in an article, if it is in hand, so that a row of a list shows it before it is saved. */
export function useTypedArticle(id: number): Article | null {
  const subscribe = useCallback((listener: () => void) => articles.watch(id, listener), [id])
  return useSyncExternalStore(subscribe, () => articles.snapshot(id).article)
}

/**
 * Changes fields of an article. Every pane sees it at once; it is saved within half a second (`now`: right
 * away), one save at a time. Cheap: call it at every key.
 */
export function patchArticle(id: number, patch: ArticlePatch, when: 'soon' | 'now' = 'soon'): void {
  articles.patch(id, patch, when)
}

/** Saves everything that was typed, in every article. Resolves with null, or with why it could not. */
export function flushAll(): Promise<FailureData | null> {
  return articles.flushAll()
}

/** Articles with words that could not be saved, for the banner that says so. */
export function useUnsavedArticles(): readonly UnsavedArticle[] {
  return useSyncExternalStore(articles.subscribeFailures, articles.failures)
}

/**
 * Forgets the articles in hand when another library is opened; they were saved before. One that was closed because it is
 * damaged is another matter: what the window has of it is put back on what takes its place.
 */
function followLibrary(): () => void {
  let opening: number | null = null
  /** The library whose articles are in hand. */
  let folder: string | null = null
  const follow = (state: AppState) => {
    const isOther = opening !== state.opening
    if (state.library === null) {
      if (state.refused?.folder !== folder) articles.clear()
    } else if (opening === null || isOther) {
      const isMended = opening === null && folder === state.library.folder
      const kept = isMended ? articles.inHand() : []
      if (folder !== null) articles.clear()
      void putBack(kept, state)
      folder = state.library.folder
    }
    opening = state.library === null ? null : state.opening
  }
  // Should this fail, the window shows that it does: it asks the same.
  call('app.state', {}).then(follow, () => {})
  return listen('app.stateChanged', follow)
}

/** So long a flush may take before the writer is asked: a save may be waiting for another program; milliseconds. */
const LONGEST_FLUSH = 5000

async function flushInTime(): Promise<FailureData | null> {
  const late: FailureData = { code: 'file.refused', detail: { path: 'library.db', reason: 'EBUSY' } }
  let timer: ReturnType<typeof setTimeout> | undefined
  const waited = new Promise<FailureData>((resolve) => {
    timer = setTimeout(() => resolve(late), LONGEST_FLUSH)
  })
  const failure = await Promise.race([flushAll(), waited])
  clearTimeout(timer)
  return failure
}

/** The library is read from another file now: the window keeps what it has in hand, and its place. */
async function goOn({ moved }: Reopened): Promise<void> {
  const now = await articles.reopened(new Map(moved.map(({ from, to }) => [from, to])))
  const { articleId } = place.get()
  const to = articleId === null ? undefined : now.get(articleId)
  if (to !== undefined) place.set({ articleId: to })
}

/** Follows main's events and the window's own: changes elsewhere, the close of the window, the loss of focus. */
export function connectArticles(): () => void {
  const stopChanged = listen('library.changed', ({ parts, articleId }) => {
    if (parts.includes('articles')) articles.libraryChanged(articleId)
  })
  const stopWritable = listen('library.writable', () => void articles.retry())
  const stopReopened = listen('library.reopened', (made) => void goOn(made))
  const stopFlush = listen('app.flush', ({ token }) => {
    place.tell()
    void flushInTime().then((failure) => {
      const unsaved = failure === null ? [] : articles.unsaved().map(copyOf)
      return call('app.flushed', { token, failure, unsaved })
    })
  })
  const stopState = followLibrary()
  const flush = () => void flushAll()
  window.addEventListener('blur', flush)
  document.addEventListener('visibilitychange', flush)
  return () => {
    stopChanged()
    stopFlush()
    stopWritable()
    stopReopened()
    stopState()
    window.removeEventListener('blur', flush)
    document.removeEventListener('visibilitychange', flush)
  }
}
