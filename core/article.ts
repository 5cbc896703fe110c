/** What an article is, in the words that the whole application uses. */

/** Where an article stands on its way to readers. *Scheduled* and *trash* are derived: see {@link isScheduled}. */
export type Status = 'draft' | 'ready' | 'published'

/** Every status, in the order in which an article passes through them. */
export const STATUSES: readonly Status[] = ['draft', 'ready', 'published']

/**
 * A date and time as written by its author: ISO 8601 with seconds and an offset, such as
 * `2025-12-10T09:30:00+01:00`. The wall-clock date in it is what a page shows, whatever the machine's time zone.
 */
export type Timestamp = string

/** An article, whole. */
export interface Article {
  readonly id: number
  readonly title: string
  /** Unique in the library, including the trash; the page is `<slug>.html`. */
  readonly slug: string
  readonly summary: string
  /** Markdown, exactly as typed. */
  readonly body: string
  readonly status: Status
  readonly categoryId: number | null
  /** Names, in the writer's order. */
  readonly tags: readonly string[]
  readonly authorIds: readonly number[]
  /** Address of the cover relative to the site's root (`media/trail-1200x675.jpg`), or null. */
  readonly cover: string | null
  /** Alternative text of the cover; empty means: the title. */
  readonly coverAlt: string
  /** BCP 47; null means: the site's language. */
  readonly language: string | null
  readonly publishedAt: Timestamp | null
  readonly createdAt: Timestamp
  readonly updatedAt: Timestamp
  readonly trashedAt: Timestamp | null
  /** Title for search engines; empty means: the title. */
  readonly metaTitle: string
  /** Description for search engines; empty means: the summary. */
  readonly metaDescription: string
  /**
   * Its place in the footer of every page, from 1, which makes it a page outside the stream, such as the one about the
   * site: it stands on no list, in no feed and beside no article. Null: an article among the others.
   */
  readonly footerPlace: number | null
  /** What the articles share that are translations of each other; null: there are none. See `core/translations.ts`. */
  readonly translationKey: string | null
  /** Words in the body as a reader counts them. */
  readonly words: number
  /** Counts saves; a save names the version it was based on, so that none overwrites another unseen. */
  readonly version: number
  /** Front matter that came with an imported article and means nothing to Longhand, kept as it was. */
  readonly extra: Readonly<Record<string, unknown>>
}

/** The last place that a footer has. */
export const FOOTER_PLACES = 99

/** The fields that a writer can change. */
export type ArticlePatch = Partial<
  Pick<
    Article,
    | 'title'
    | 'slug'
    | 'summary'
    | 'body'
    | 'status'
    | 'categoryId'
    | 'tags'
    | 'authorIds'
    | 'cover'
    | 'coverAlt'
    | 'language'
    | 'publishedAt'
    | 'metaTitle'
    | 'metaDescription'
    | 'footerPlace'
    | 'extra'
  >
>

/** What every field is until a writer fills it. */
export const BLANK_ARTICLE: Required<ArticlePatch> = {
  title: '',
  slug: '',
  summary: '',
  body: '',
  status: 'draft',
  categoryId: null,
  tags: [],
  authorIds: [],
  cover: null,
  coverAlt: '',
  language: null,
  publishedAt: null,
  metaTitle: '',
  metaDescription: '',
  footerPlace: null,
  extra: {},
}

/** One row of a list of articles: everything but the body. */
export interface ArticleRow {
  readonly id: number
  readonly title: string
  readonly slug: string
  readonly summary: string
  readonly status: Status
  readonly categoryId: number | null
  readonly cover: string | null
  readonly publishedAt: Timestamp | null
  readonly updatedAt: Timestamp
  readonly trashedAt: Timestamp | null
  readonly words: number
  /** Where the query was found, as plain text with `\u0002` before and `\u0003` after each hit; only when searching. */
  readonly snippet?: string
}

export interface Category {
  readonly id: number
  readonly parentId: number | null
  /** Place among its siblings, from 0. */
  readonly position: number
  readonly name: string
  readonly slug: string
  readonly description: string
  readonly cover: string | null
  /** Articles in it, the trash and subcategories left out. */
  readonly articles: number
}

export interface Tag {
  readonly id: number
  readonly name: string
  readonly slug: string
  readonly articles: number
}

export interface Author {
  readonly id: number
  readonly name: string
  readonly slug: string
  /** Label under the name; empty means the site language's word for author. */
  readonly role: string
  readonly bio: string
  readonly picture: string | null
  readonly articles: number
}

/** A picture in the library's `media/`. */
export interface Medium {
  readonly id: number
  /** Address relative to the site's root; the name carries the size: `media/trail-1200x675.jpg`. */
  readonly path: string
  readonly mime: string
  readonly width: number
  readonly height: number
  readonly bytes: number
}

/** What a library is exported to. */
export interface Site {
  readonly name: string
  readonly description: string
  /** Where the site will live, such as `https://example.org/blog/`; empty when not known. */
  readonly baseUrl: string
  /** BCP 47, such as `nl-NL`. */
  readonly language: string
  /** Words a minute, for the reading time. */
  readonly readingSpeed: number
  readonly theme: string
  readonly themeOptions: Readonly<Record<string, string>>
  /** Title of the front page; empty means: the site's name. */
  readonly frontTitle: string
  /** How many related articles a page shows. */
  readonly relatedCount: number
  /** Days after which what lies in the trash is deleted for good; null: never by itself. */
  readonly trashDays: number | null
}

/** The themes that come with Longhand. */
export const THEMES = ['magazine', 'essay', 'documentation'] as const

/** Whether a published article waits for its date: `now` and the date are compared as instants. */
export function isScheduled(
  article: Pick<Article, 'status' | 'publishedAt' | 'trashedAt'>,
  now: number,
): boolean {
  if (article.status !== 'published' || article.trashedAt !== null || article.publishedAt === null)
    return false
  return Date.parse(article.publishedAt) > now
}
