import type { Article, Author, Category, Site, Tag } from '../article.ts'
import type { SiteLook } from './look.ts'
import type { PictureColours } from './picture-colours.ts'

/** What a page shows of an article, and what other pages show of it: everything but the text. */
export type ArticleHead = Omit<Article, 'body' | 'extra'>

/** All that a site is made of, as plain data. Bodies come in when a page is rendered. */
export interface SiteSource {
  readonly site: Site
  /** In the writer's order. */
  readonly categories: readonly Category[]
  readonly tags: readonly Tag[]
  readonly authors: readonly Author[]
  /** The articles that are out, in any order. */
  readonly articles: readonly ArticleHead[]
  /** Ids of the articles that each article's page shows as related, best first. */
  readonly related: ReadonlyMap<number, readonly number[]>
  /** Where nobody has looked at the pictures, pages show them without. */
  readonly colours?: PictureColours
  /** Of its theme as the writer dressed it; without it, a plain one. */
  readonly look?: SiteLook
}

/** Newest first; articles without a date last; then the younger id. The order of every list on a site. */
export function newestFirst(articles: readonly ArticleHead[]): readonly ArticleHead[] {
  // Each date is read once, not at every comparison.
  const dated = articles.map((article) => ({ article, time: instant(article.publishedAt) }))
  dated.sort((a, b) => b.time - a.time || b.article.id - a.article.id)
  return dated.map(({ article }) => article)
}

/** The pages outside the stream, by their place in the footer; those that share one by title. */
export function inFooterOrder(articles: readonly ArticleHead[]): readonly ArticleHead[] {
  return articles
    .filter(({ footerPlace }) => footerPlace !== null)
    .sort(
      (a, b) => (a.footerPlace ?? 0) - (b.footerPlace ?? 0) || (a.title < b.title ? -1 : 1) || a.id - b.id,
    )
}

// A finite stand-in for "never", because two infinities have no difference.
const NEVER = -8.64e15

function instant(publishedAt: string | null): number {
  const time = publishedAt === null ? Number.NaN : Date.parse(publishedAt)
  return Number.isNaN(time) ? NEVER : time
}

/** The article without the parts that only its own page needs. */
export function headOf(article: Article): ArticleHead {
  const { body: _body, extra: _extra, ...head } = article
  return head
}
