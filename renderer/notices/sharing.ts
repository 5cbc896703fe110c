/** What is to be said of who else reaches the open library, for the window. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Sharing } from '../../core/bridge.ts'
import { call, listen, queryClient } from '../bridge.ts'

const KEY = ['sharing']

/** Asked once for each library, and told anew by main when something changes. */
export function useSharing(): UseQueryResult<Sharing> {
  useEffect(() => listen('sharing.changed', setSharing), [])
  return useQuery({ queryKey: KEY, queryFn: () => call('sharing.state', {}) })
}

export function setSharing(sharing: Sharing): void {
  queryClient.setQueryData(KEY, sharing)
}
