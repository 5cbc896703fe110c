import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { RevisionHead } from '../../core/revisions.ts'
import type { RevisionSize } from '../../core/bridge.ts'
import { call, keys } from '../bridge.ts'

/** The revisions of an article, newest first. */
export function useRevisions(articleId: number): UseQueryResult<readonly RevisionHead[]> {
  return useQuery({
    // Below the articles: what changes an article may keep one.
    queryKey: [...keys.articles, 'revisions', articleId],
    queryFn: () => call('revision.list', { articleId }),
  })
}

/**
 * What all revisions of the library take, as it was when `newest` became the newest of the article in hand: counting
 * reads every one of them, so it is not done at every save.
 */
export function useRevisionSize(newest: number): UseQueryResult<RevisionSize> {
  return useQuery({
    queryKey: ['revisionSize', newest],
    queryFn: () => call('revision.size', {}),
    gcTime: 0,
  })
}
