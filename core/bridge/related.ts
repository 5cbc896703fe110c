/** Related articles: the ranked list, and the writer's hand in it. Part of the contract in `core/bridge.ts`. */
import type { Status } from '../article.ts'
import type { ActRef } from '../acts.ts'
import type { Reason, RelatedRules } from '../related/index.ts'

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
  /** The article links to it in its own text, so the page only shows it where it is pinned or nothing else is left. */
  readonly inText: boolean
}

export interface RelatedTitle {
  readonly id: number
  readonly title: string
}

export interface RelatedList {
  readonly items: readonly RelatedItem[]
  readonly hidden: readonly RelatedTitle[]
  /** Those that it is kept apart from: neither is ever related to the other. */
  readonly never: readonly RelatedTitle[]
  /** How many the page shows at the most; null: as many as the site says. */
  readonly count: number | null
  readonly rules: RelatedRules
}

/** An article as a list of the overview shows it. */
export interface OverviewArticle {
  readonly id: number
  readonly title: string
  readonly status: Status
  readonly publishedAt: string | null
}

/** A list of the overview in which single articles can be left as they are. */
export type OverviewList = 'unreached' | 'deadEnds'

/** Single articles that an editor may want to do something about. */
export interface OverviewLines {
  /** How many there are; `articles` is cut off. */
  readonly total: number
  readonly articles: readonly OverviewArticle[]
  /** Those that would be among them, but that the writer leaves as they are; cut off too. */
  readonly left: { readonly total: number; readonly articles: readonly OverviewArticle[] }
}

export interface OverviewGroup {
  readonly articles: readonly OverviewArticle[]
  /** How much of their texts is the same, from 0 to 1; null for those that only belong together. */
  readonly likeness: number | null
  /** The category that suits them; null when there is none, or they have their own. */
  readonly categoryId: number | null
}

/** The library as a whole. Lists are cut off; `total` tells how many there are. */
export interface Overview {
  /** How many articles were compared. */
  readonly articles: number
  /** On the site, but no text links to them, no page shows them as related and none is their translation. */
  readonly unreached: OverviewLines
  /** On the site, but they link to no article that is, and their page shows none. */
  readonly deadEnds: OverviewLines
  /** Nearly the same, most alike first; see `nearlySame`. */
  readonly same: { readonly total: number; readonly groups: readonly OverviewGroup[] }
  /** Without a category, and each other's most related, largest first. */
  readonly clusters: { readonly total: number; readonly groups: readonly OverviewGroup[] }
}

export interface RelatedRequests {
  /** Looks over the whole library; one at a time. */
  'overview.start': { args: Record<never, never>; result: Overview }
  'overview.cancel': { args: Record<never, never>; result: null }
  /** Leaves an article as it is: it is no longer in that list of the overview, until it is brought back. */
  'overview.leave': { args: { articleId: number; list: OverviewList; isLeft: boolean }; result: ActRef }
  'related.list': { args: { articleId: number; limit: number }; result: RelatedList }
  /** The pinned ones in their order; replaces what was pinned. */
  'related.pin': { args: { articleId: number; pinned: readonly number[] }; result: ActRef }
  'related.hide': { args: { articleId: number; hidden: readonly number[] }; result: ActRef }
  /** All that it is kept apart from, which holds on both pages; replaces what was said before, also from the others. */
  'related.never': { args: { articleId: number; never: readonly number[] }; result: ActRef }
  /** How many the article's page shows; null: as many as the site says. */
  'related.count': { args: { articleId: number; count: number | null }; result: ActRef }
  'related.rules': { args: { rules: RelatedRules }; result: ActRef }
}
