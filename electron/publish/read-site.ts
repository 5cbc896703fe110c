import { type Article, isScheduled } from '../../core/article.ts'
import { type ArticleHead, type SiteSource, headOf, isOutBy } from '../../core/page/index.ts'
import type { OldSlug } from '../../core/slug.ts'
import type { Library } from '../library/library.ts'
import { Bodies } from './bodies.ts'
import type { KeptBody } from './kept-bodies.ts'

/** When a site is exported: at a moment, or as of the end of a day (`YYYY-MM-DD`). */
export type Moment = { readonly now: number } | { readonly day: string }

/** Whether an article is on the site: published, not in the trash, and its date has come. */
export function isOut(
  article: Pick<Article, 'status' | 'publishedAt' | 'trashedAt'>,
  moment: Moment,
): boolean {
  if (article.status !== 'published' || article.trashedAt !== null) return false
  return 'day' in moment ? isOutBy(article.publishedAt, moment.day) : !isScheduled(article, moment.now)
}

/** What an export reads of a library, all from one state of it. */
export interface SiteContent extends Omit<SiteSource, 'related'> {
  /** Markdown of articles, and what is known of it. */
  readonly bodies: Bodies
  /** In a fixed order. */
  readonly oldSlugs: readonly OldSlug[]
  /** Pictures that the library has, by address. */
  readonly media: ReadonlySet<string>
  /** When the articles come in that are published with a date ahead, in no order. */
  readonly waiting: readonly string[]
}

/**
 * Reads what is out at a moment. Call it within a transaction, so that it all belongs together. `kept` is what is known of
 * bodies that then are not read here; without it all of them are.
 */
export function readSite(
  library: Library,
  moment: Moment,
  kept: ReadonlyMap<number, KeptBody> = new Map(),
): SiteContent {
  const articles: ArticleHead[] = []
  const bodies = new Bodies(library)
  const waiting: string[] = []
  const isOnSite = (article: ArticleHead): boolean => {
    const isOnIt = isOut(article, moment)
    if (isOnIt) articles.push(article)
    else if (article.status === 'published') waiting.push(article.publishedAt ?? '')
    return isOnIt
  }
  if (kept.size === 0) {
    for (const article of library.articles.iterate()) if (isOnSite(headOf(article))) bodies.add(article)
  } else {
    for (const head of library.articles.heads()) {
      if (!isOnSite(head) || bodies.addKept(head, kept.get(head.id))) continue
      bodies.add({ ...head, body: library.articles.body(head.id) })
    }
  }
  return {
    site: library.site.get(),
    categories: library.categories.list(),
    tags: library.tags.list(),
    authors: library.authors.list(),
    articles,
    bodies,
    oldSlugs: library.oldSlugs(),
    media: new Set(library.media.list().map(({ path }) => path)),
    waiting,
  }
}
