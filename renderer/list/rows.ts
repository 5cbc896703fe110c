/** The rows of the list, page by page as they come into sight. */
import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { ArticleRow } from '../../core/article.ts'
import type { ArticleFilter, ArticlePage, ArticleSort } from '../../core/bridge.ts'
import { call, keys, queryClient } from '../bridge.ts'

export const PAGE = 100
/** Pages that nobody sees are forgotten after this time, in milliseconds. */
const FORGET_AFTER = 60_000

function pageQuery(filter: ArticleFilter, sort: ArticleSort | null, page: number) {
  return {
    queryKey: [...keys.list(filter, sort), page],
    queryFn: () => call('article.list', { filter, sort, offset: page * PAGE, limit: PAGE }),
    gcTime: FORGET_AFTER,
  }
}

export interface Rows {
  /** Null until the first page is there. */
  readonly total: number | null
  readonly failed: boolean
  at(index: number): ArticleRow | undefined
}

/** The rows from `first` to `last`, with the pages that they are on. */
export function useRows(filter: ArticleFilter, sort: ArticleSort | null, first: number, last: number): Rows {
  const from = Math.floor(Math.max(first, 0) / PAGE)
  const to = Math.floor(Math.max(last, 0) / PAGE)
  // The first page always: it knows the total.
  const pages = [...new Set([0, ...Array.from({ length: to - from + 1 }, (_, index) => from + index)])]
  const queries = pages.map((page) => pageQuery(filter, sort, page))
  const combine = useCallback((results: readonly UseQueryResult<ArticlePage>[]) => results, [])
  const results = useQueries({ queries, combine })
  const byPage = new Map(pages.map((page, index) => [page, results[index]?.data]))
  return {
    total: byPage.get(0)?.total ?? null,
    failed: results.some(({ isError }) => isError),
    at: (index) => byPage.get(Math.floor(index / PAGE))?.rows[index % PAGE],
  }
}

/** How many rows are asked for at once where there are many: the most that main gives. */
const MOST = 1000
/** From so many pages on they are asked for in one go, and not kept: nobody sees them. */
const FEW = 3

/** Every row from `first` to `last`; a few of them only where they were not asked for yet. */
export async function fetchRows(
  filter: ArticleFilter,
  sort: ArticleSort | null,
  first: number,
  last: number,
): Promise<readonly ArticleRow[]> {
  const rows: ArticleRow[] = []
  if (last - first >= FEW * PAGE) {
    for (let offset = first; offset <= last; offset += MOST) {
      const limit = Math.min(MOST, last + 1 - offset)
      rows.push(...(await call('article.list', { filter, sort, offset, limit })).rows)
    }
    return rows
  }
  for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
    const { rows: some } = await queryClient.fetchQuery(pageQuery(filter, sort, page))
    rows.push(...some.slice(Math.max(first - page * PAGE, 0), Math.max(last + 1 - page * PAGE, 0)))
  }
  return rows
}
