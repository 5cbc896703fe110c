/** Acts: what a writer does to much at once, kept so that it can be undone as one step, also after a restart. */
import type { Status, Timestamp } from './article.ts'

export type ActKind =
  | 'article.change'
  | 'article.trash'
  | 'article.restore'
  | 'category.move'
  | 'category.trash'
  | 'category.restore'
  | 'category.merge'
  | 'category.split'
  | 'tag.rename'
  | 'tag.merge'
  | 'tag.delete'
  | 'author.delete'
  | 'media.trash'
  | 'media.restore'
  | 'related.pin'
  | 'related.hide'
  | 'related.never'
  | 'related.count'
  | 'related.leave'
  | 'related.rules'
  | 'translation.add'
  | 'translation.remove'
  | 'search.delete'
  | 'intake'

/** What many articles are given at once; what is left out stays as it is in each. */
export interface BulkChange {
  /** `published` gives those that have no date the date of now, as choosing it for one article does. */
  readonly status?: Status
  readonly categoryId?: number | null
  /** Put behind the tags that an article has. */
  readonly addTags?: readonly string[]
  readonly removeTags?: readonly string[]
  /** In the place of the authors that an article has. */
  readonly authorIds?: readonly number[]
  readonly publishedAt?: Timestamp | null
  readonly language?: string | null
}

export interface Act {
  readonly id: number
  readonly kind: ActKind
  readonly at: Timestamp
  /** How many articles, categories, pictures … it was about. */
  readonly count: number
  /** Title, name or folder, when it was about one thing; else empty. */
  readonly name: string
  /** What an `article.change` gave; null for other kinds. */
  readonly change: BulkChange | null
  readonly undone: boolean
}

/** The act that a request was; null when it changed nothing. */
export interface ActRef {
  readonly actId: number | null
}

/** What came of undoing or redoing an act. */
export interface ActOutcome {
  readonly act: Act
  /** Things that were changed again since, or whose place is gone: they stay as they are now. */
  readonly kept: number
}

/** Acts are kept for so many milliseconds: 30 days. */
export const ACTS_KEPT_FOR = 30 * 24 * 3_600_000
/** At most so many, the newest. */
export const MOST_ACTS = 200
/** At most so many bytes of records in all, the newest; the last act of all is kept whatever its size. */
export const MOST_ACT_BYTES = 64_000_000
