/** What lies in the trash beside articles. Part of the contract in `core/bridge.ts`. */
import type { Timestamp } from '../article.ts'

export interface TrashedCategory {
  readonly id: number
  readonly name: string
  readonly trashedAt: Timestamp
  /** Articles and categories that go back to it when it is put back. */
  readonly articles: number
  readonly subcategories: number
}

export interface TrashedMedium {
  readonly path: string
  readonly trashedAt: Timestamp
  readonly bytes: number
  readonly width: number
  readonly height: number
  /** Articles, categories and authors that still show it. */
  readonly uses: number
}

export interface TrashRequests {
  /** What was trashed last comes first. Articles: `article.list` with the status `trash`. */
  'trash.list': {
    args: Record<never, never>
    result: { readonly categories: readonly TrashedCategory[]; readonly media: readonly TrashedMedium[] }
  }
  /** Everything in the trash, for good; gives how much that was. */
  'trash.empty': {
    args: Record<never, never>
    result: { readonly articles: number; readonly categories: number; readonly media: number }
  }
}
