/** Related articles: the ranked list, and the writer's hand in it. Part of the contract in `core/bridge.ts`. */
import type { Status } from '../article.ts'
import type { Reason } from '../related/index.ts'

/** One suggestion in the inspector and one card on the page: both read this same list. */
export interface RelatedItem {
  readonly id: number
  readonly slug: string
  readonly title: string
  readonly status: Status
  readonly publishedAt: string | null
  /** 0 to 1, comparable within one list. */
  readonly score: number
  readonly reasons: readonly Reason[]
  readonly pinned: boolean
  /** Whether the page will show it now: among the first, published, and its date has come. */
  readonly onPage: boolean
}

export interface RelatedList {
  readonly items: readonly RelatedItem[]
  readonly hidden: readonly { readonly id: number; readonly title: string }[]
}

export interface RelatedRequests {
  'related.list': { args: { articleId: number; limit: number }; result: RelatedList }
  /** The pinned ones in their order; replaces what was pinned. */
  'related.pin': { args: { articleId: number; pinned: readonly number[] }; result: null }
  'related.hide': { args: { articleId: number; hidden: readonly number[] }; result: null }
}
