import { type Article, isScheduled } from '../../core/article.ts'
import { type ArticleHead, type SiteSource, headOf, isOutBy } from '../../core/page/index.ts'
import type { OldSlug } from '../../core/slug.ts'
import { picturesNamedIn } from '../../core/renditions.ts'
import type { Library } from '../library/library.ts'
import { Bodies } from './bodies.ts'

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
  /** Markdown of articles. */
  readonly bodies: Bodies
  /** Pictures of the library that bodies name, by article id; nothing of those that name none. */
  readonly named: ReadonlyMap<number, readonly string[]>
  /** In a fixed order. */
  readonly oldSlugs: readonly OldSlug[]
  /** Pictures that the library has, by address. */
  readonly media: ReadonlySet<string>
  /** When the articles come in that are published with a date ahead, in no order. */
  readonly waiting: readonly string[]
}

/** Reads what is out at a moment. Call it within a transaction, so that it all belongs together. */
export function readSite(library: Library, moment: Moment): SiteContent {
  const articles: ArticleHead[] = []
  const bodies = new Bodies(library)
  const named = new Map<number, readonly string[]>()
  const waiting: string[] = []
  for (const article of library.articles.iterate()) {
    if (!isOut(article, moment)) {
      if (article.status === 'published' && article.trashedAt === null)
        waiting.push(article.publishedAt ?? '')
      continue
    }
    articles.push(headOf(article))
    bodies.add(article)
    const pictures = picturesNamedIn(article.body)
    if (pictures.length > 0) named.set(article.id, pictures)
  }
  return {
    site: library.site.get(),
    categories: library.categories.list(),
    tags: library.tags.list(),
    authors: library.authors.list(),
    articles,
    bodies,
    named,
    oldSlugs: library.oldSlugs(),
    media: new Set(library.media.list().map(({ path }) => path)),
    waiting,
  }
}
