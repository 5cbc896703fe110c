/** Articles and their revisions. Part of the contract in `core/bridge.ts`. */
import type { Article, ArticlePatch, ArticleRow, Status } from '../article.ts'
import type { ActRef } from '../acts.ts'
import type { RevisionHead } from '../revisions.ts'

/** Which articles a list shows. Parts are combined with *and*. */
export interface ArticleFilter {
  readonly status?: Status | 'scheduled' | 'trash'
  /** With everything below it. `null` asks for articles without a category. */
  readonly categoryId?: number | null
  readonly tagId?: number
  readonly authorId?: number
  /** Words to search for in title, summary, body and tags; best first unless another sort is asked for. */
  readonly query?: string
}

export interface ArticleSort {
  readonly by: 'updated' | 'published' | 'title' | 'words'
  readonly direction: 'ascending' | 'descending'
}

export interface ArticlePage {
  readonly total: number
  readonly rows: readonly ArticleRow[]
}

export interface ArticleCounts {
  readonly all: number
  readonly draft: number
  readonly ready: number
  /** Published with a date that has come (or none). */
  readonly published: number
  readonly scheduled: number
  readonly trash: number
  readonly uncategorised: number
}

export interface SaveResult {
  readonly version: number
  readonly updatedAt: string
  readonly slug: string
  readonly words: number
}

/** A revision, whole. */
export interface Revision extends RevisionHead {
  readonly state: Required<ArticlePatch>
}

/** How many revisions a library holds, and what they take on disk. */
export interface RevisionSize {
  readonly revisions: number
  readonly bytes: number
}

/** What came of restoring a revision. */
export interface RestoredRevision {
  readonly article: Article
  /** Fields that could not be brought back, since what they name is no longer there; they stayed as they were. */
  readonly left: readonly ('categoryId' | 'authorIds' | 'cover')[]
  /** The revision that holds what was there: restoring that one takes the restoring back. */
  readonly before: number
}

export interface ArticleRequests {
  'article.list': {
    args: { filter: ArticleFilter; sort: ArticleSort | null; offset: number; limit: number }
    result: ArticlePage
  }
  'article.counts': { args: Record<never, never>; result: ArticleCounts }
  'article.get': { args: { id: number }; result: Article }
  /** The article whose page is `<slug>.html`, or null: where a link in a text leads. */
  'article.find': { args: { slug: string }; result: number | null }
  'article.create': {
    args: { title?: string; categoryId?: number | null; language?: string }
    result: Article
  }
  'article.save': { args: { id: number; baseVersion: number; patch: ArticlePatch }; result: SaveResult }
  'article.duplicate': { args: { id: number }; result: Article }
  'article.trash': { args: { ids: readonly number[] }; result: ActRef }
  'article.restore': { args: { ids: readonly number[] }; result: ActRef }
  /** For good; only articles in the trash. */
  'article.delete': { args: { ids: readonly number[] }; result: null }
  /** Newest first. */
  'revision.list': { args: { articleId: number }; result: readonly RevisionHead[] }
  'revision.get': { args: { id: number }; result: Revision }
  /** Keeps the article as it is saved now, for good. `name` may be empty. */
  'revision.record': { args: { articleId: number; name: string }; result: RevisionHead }
  /** Keeps, for good, a state that the article does not have: the side that was not chosen of two versions. */
  'revision.keep': {
    args: { articleId: number; state: Required<ArticlePatch>; name: string }
    result: RevisionHead
  }
  /** One with a name stays for ever; an empty name takes it away. */
  'revision.rename': { args: { id: number; name: string }; result: RevisionHead }
  /** Of the whole library. */
  'revision.size': { args: Record<never, never>; result: RevisionSize }
  /** What was there is kept as a revision. */
  'revision.restore': { args: { id: number }; result: RestoredRevision }
}
