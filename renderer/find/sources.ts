import { useMemo } from 'react'
import type { Sources } from '../../core/find/complete.ts'
import { useAppState, useAuthors, useCategories, useTags } from '../bridge.ts'

/** Languages that articles are often in, beside the site's. */
const OFTEN = ['nl', 'en', 'de', 'fr', 'es']

/** What the open library has to offer to a search. */
export function useSources(): Sources {
  const category = useCategories().data
  const tag = useTags().data
  const author = useAuthors().data
  const site = useAppState().data?.library?.site.language ?? 'en'
  return useMemo(
    () => ({
      category: category ?? [],
      tag: (tag ?? []).toSorted((a, b) => b.articles - a.articles),
      author: author ?? [],
      languages: [...new Set([site.split('-')[0] ?? site, ...OFTEN])],
    }),
    [category, tag, author, site],
  )
}
