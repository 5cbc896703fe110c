/** Articles and their revisions. Part of the contract in `core/bridge.ts`. */
import type { Article, ArticlePatch, ArticleRow, Status } from '../article.ts'
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
  'article.trash': { args: { ids: readonly number[] }; result: null }
  'article.restore': { args: { ids: readonly number[] }; result: null }
  /** For good; only articles in the trash. */
  'article.delete': { args: { ids: readonly number[] }; result: null }
  /** Newest first. */
  'revision.list': { args: { articleId: number }; result: readonly RevisionHead[] }
  'revision.get': { args: { id: number }; result: Revision }
  /** Keeps the article as it is saved now, for good. `name` may be empty. */
  'revision.record': { args: { articleId: number; name: string }; result: RevisionHead }
  /** What was there is kept as a revision; `left` names the fields that could not be brought back. */
  'revision.restore': {
    args: { id: number }
    result: { article: Article; left: readonly ('categoryId' | 'authorIds' | 'cover')[] }
  }
}
