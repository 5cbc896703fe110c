/** The search that the list shows, taken apart for whoever shows it. */
import { useMemo } from 'react'
import type { ArticleFilter, SavedSearch } from '../../core/bridge.ts'
import { parseQuery } from '../../core/find/parse.ts'
import type { Query } from '../../core/find/query.ts'
import { today } from '../now.ts'
import { place, usePlace } from '../place.ts'

/** What the list is searched for. */
export function useQuery(): { readonly text: string; readonly query: Query } {
  const text = usePlace((value) => value.filter.query ?? '')
  const query = useMemo(() => parseQuery(text, today()), [text])
  return { text, query }
}

/** Searches the list for something else, within what it shows; for nothing when the text is empty. */
export function searchFor(text: string): void {
  const { query: _query, ...filter } = place.get().filter
  place.set({ filter: text === '' ? filter : { ...filter, query: text } })
}

/** The search that the writer keeps which a filter is, and no more than that. */
export function keptSearch(
  { query, ...within }: ArticleFilter,
  searches: readonly SavedSearch[],
): SavedSearch | undefined {
  if (Object.values(within).some((part) => part !== undefined)) return undefined
  return searches.find((search) => search.query === query)
}
