/** What an article could be given, asked for when the writer pauses and never in the way of typing. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { OrderSuggestions } from '../../core/bridge.ts'
import { call, keys } from '../bridge.ts'

/** Milliseconds that an article is open before anything is asked: whoever goes through the list asks nothing. */
const AFTER = 400

const NONE: OrderSuggestions = { tags: [], category: null }

/** What the article could be given, as far as it is known; what was known stays until it is known anew. */
export function useSuggestions(articleId: number): OrderSuggestions {
  const [stays, setStays] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setStays(true), AFTER)
    return () => clearTimeout(timer)
  }, [])
  const { data } = useQuery({
    // Made stale with what is related: by each save, and by whatever happens to tags and categories.
    queryKey: [...keys.relatedOf(articleId), 'suggestions'],
    queryFn: () => call('order.suggest', { articleId }),
    placeholderData: keepPreviousData,
    enabled: stays,
  })
  return data ?? NONE
}
