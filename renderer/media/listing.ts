import type { MediumInList } from '../../core/bridge.ts'
import { nameOfPath } from './address.ts'

/** How pictures are ordered. */
export const MEDIA_SORTS = ['added', 'name', 'bytes', 'size', 'uses'] as const
export type MediaSort = (typeof MEDIA_SORTS)[number]

export interface MediaAsked {
  /** Part of a name; empty: all. */
  readonly query: string
  readonly unused: boolean
  readonly sort: MediaSort
}

/** The pictures that are asked for, in their order. `media` come newest first. */
export function listMedia(
  media: readonly MediumInList[],
  { query, unused, sort }: MediaAsked,
): readonly MediumInList[] {
  const words = plain(query).split(/\s+/u).filter(Boolean)
  const found = media.filter((medium) => {
    if (unused && medium.uses > 0) return false
    if (words.length === 0) return true
    const name = plain(nameOfPath(medium.path))
    return words.every((word) => name.includes(word))
  })
  const order = ORDERS[sort]
  return order === null ? found : found.toSorted(order)
}

const names = new Intl.Collator(undefined, { numeric: true })

const ORDERS: Readonly<Record<MediaSort, ((a: MediumInList, b: MediumInList) => number) | null>> = {
  added: null,
  name: (a, b) => names.compare(nameOfPath(a.path), nameOfPath(b.path)),
  bytes: (a, b) => b.bytes - a.bytes,
  size: (a, b) => b.width * b.height - a.width * a.height,
  uses: (a, b) => a.uses - b.uses,
}

/** Without accents and case; hyphens, as names of files have them, are spaces. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[-_]+/g, ' ')
}
