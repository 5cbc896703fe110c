/** The window's end of the bridge: requests that throw what failed, cached answers, and events that refresh them. */
import { QueryClient, keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type {
  AppState,
  Args,
  ArticleCounts,
  Bridge,
  Changed,
  EventName,
  Events,
  RelatedList,
  RequestName,
  Result,
  SavedSearch,
} from '../core/bridge.ts'
import type { Author, Category, Tag } from '../core/article.ts'
import { failureData, type FailureData } from '../core/errors.ts'

declare global {
  interface Window {
    /** Put there by the preload script, before anything of the window runs. */
    readonly longhand: Bridge
  }
}

/** What `call` throws: the failure as data. Whoever shows it puts it in words with `useWords().failure(data)`. */
export class BridgeFailure extends Error {
  readonly data: FailureData

  constructor(data: FailureData) {
    super(data.code)
    this.name = 'BridgeFailure'
    this.data = data
  }
}

/** The failure in anything that was thrown; what did not come over the bridge is `unexpected`. */
export function failureOf(thrown: unknown): FailureData {
  return thrown instanceof BridgeFailure ? thrown.data : failureData(thrown)
}

/** Asks main. Throws `BridgeFailure` when it answers with a failure. */
export async function call<R extends RequestName>(name: R, args: Args<R>): Promise<Result<R>> {
  const reply = await window.longhand.request(name, args)
  if (reply.ok) return reply.value
  throw new BridgeFailure(reply.failure)
}

/** Listens until the returned function is called. */
export function listen<E extends EventName>(name: E, listener: (event: Events[E]) => void): () => void {
  return window.longhand.on(name, listener)
}

/** Names of cached answers. The first word is the part of the library that makes them stale. */
export const keys = {
  state: ['state'],
  articles: ['articles'],
  counts: ['articles', 'counts'],
  list: (filter: unknown, sort: unknown) => ['articles', 'list', filter, sort],
  categories: ['categories'],
  tags: ['tags'],
  authors: ['authors'],
  related: ['related'],
  relatedOf: (articleId: number) => ['related', articleId],
  media: ['media'],
  acts: ['acts'],
  trash: ['trash'],
  searches: ['searches'],
  themes: ['themes'],
} as const

export const queryClient = new QueryClient({
  defaultOptions: {
    // Main is in the same computer: an answer is stale only when an event says so, and asking again does not
    // mend what failed.
    queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
})

const STALE_AFTER: Record<Changed, readonly (readonly unknown[])[]> = {
  articles: [keys.articles],
  // Rows and counts speak of these too.
  categories: [keys.categories, keys.articles, keys.trash],
  tags: [keys.tags],
  authors: [keys.authors],
  related: [keys.related],
  media: [keys.media, keys.trash],
  site: [keys.state],
  acts: [keys.acts],
  searches: [keys.searches],
}

/** Lists are asked again at most this often while one article is saved again and again, in milliseconds. */
const LAG_WHILE_TYPING = 500

/** Keeps cached answers fresh by main's events, until the returned function is called. */
export function connectEvents(client: QueryClient): () => void {
  const waiting = new Set<Changed>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = -Infinity

  const refresh = () => {
    clearTimeout(timer)
    timer = undefined
    last = Date.now()
    const parts = [...waiting]
    waiting.clear()
    for (const part of parts) {
      for (const queryKey of STALE_AFTER[part]) void client.invalidateQueries({ queryKey: [...queryKey] })
    }
  }

  const stopChanged = listen('library.changed', ({ parts, articleId }) => {
    for (const part of parts) waiting.add(part)
    const wait = last + LAG_WHILE_TYPING - Date.now()
    if (articleId === null || !parts.includes('articles') || wait <= 0) refresh()
    else timer ??= setTimeout(refresh, wait)
  })
  const stopState = listen('app.stateChanged', (state) => setAppState(client, state))
  return () => {
    clearTimeout(timer)
    stopChanged()
    stopState()
  }
}

/** Takes over main's newest state; another library means that nothing cached holds any more. */
export function setAppState(client: QueryClient, state: AppState): void {
  const before = client.getQueryData<AppState>(keys.state)
  client.setQueryData(keys.state, state)
  const isSame = before?.opening === state.opening && (before.library === null) === (state.library === null)
  if (isSame) return
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== keys.state[0] })
}

/** The application's state: settings, library, place. */
export function useAppState(): UseQueryResult<AppState> {
  return useQuery({ queryKey: keys.state, queryFn: () => call('app.state', {}) })
}

export function useCounts(): UseQueryResult<ArticleCounts> {
  return useQuery({
    queryKey: keys.counts,
    queryFn: () => call('article.counts', {}),
    placeholderData: keepPreviousData,
  })
}

/** Every category, siblings in the writer's order. */
export function useCategories(): UseQueryResult<readonly Category[]> {
  return useQuery({ queryKey: keys.categories, queryFn: () => call('category.list', {}) })
}

export function useTags(): UseQueryResult<readonly Tag[]> {
  return useQuery({ queryKey: keys.tags, queryFn: () => call('tag.list', {}) })
}

export function useAuthors(): UseQueryResult<readonly Author[]> {
  return useQuery({ queryKey: keys.authors, queryFn: () => call('author.list', {}) })
}

/** The searches that the writer keeps, in their order. */
export function useSearches(): UseQueryResult<readonly SavedSearch[]> {
  return useQuery({ queryKey: keys.searches, queryFn: () => call('search.list', {}) })
}

/** Every picture outside the trash, newest first; how often each is used changes with every article. */
export function useMedia(): UseQueryResult<Result<'media.list'>> {
  return useQuery({ queryKey: keys.media, queryFn: () => call('media.list', {}) })
}

/** Suggestions for one article, as many as the inspector shows. */
export function useRelated(articleId: number, limit: number): UseQueryResult<RelatedList> {
  return useQuery({
    queryKey: [...keys.relatedOf(articleId), limit],
    queryFn: () => call('related.list', { articleId, limit }),
  })
}
