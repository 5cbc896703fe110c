import { directionOf, primaryLanguage } from './direction.ts'
import { pageEn } from './page.en.ts'
import { pageNl } from './page.nl.ts'

/** The words that a page says by itself. A language that lacks one does not compile. */
export interface PageWords {
  /** The language of these words: a primary subtag. */
  readonly language: string
  readonly skip: string
  readonly siteNavigation: string
  /** Of a link to the site's navigation where that is further down. */
  readonly menu: string
  readonly breadcrumb: string
  readonly minutes: (count: number) => string
  readonly author: string
  readonly by: string
  /** Heading of an article's own headings, beside its text. */
  readonly contents: string
  readonly tags: string
  /** Name of the links to the same article in other languages. */
  readonly translations: string
  /** Of such a link to an article in this language. */
  readonly readThis: string
  readonly related: string
  readonly readMoreAbout: string
  readonly invitation: string
  /** Heading of the related articles' link when the article has no category. */
  readonly moreArticles: string
  readonly newer: string
  readonly older: string
  readonly featured: string
  readonly latest: string
  readonly subcategories: string
  readonly articles: (count: number) => string
  readonly tagged: (tag: string) => string
  readonly articlesBy: (author: string) => string
  readonly empty: string
  readonly pages: string
  readonly page: (page: number, of: number) => string
  readonly newerPage: string
  readonly olderPage: string
  readonly feed: string
  readonly footer: string
  readonly home: string
  readonly search: string
  readonly searchLabel: string
  readonly searchNone: string
  readonly searchOne: string
  /** With `{count}` where the number stands; so is the next. */
  readonly searchMany: string
  /** When there are more than are shown. */
  readonly searchBest: string
  readonly searchFailed: string
  /** A sentence that ends in a link to the archive. */
  readonly searchOff: string
  readonly archive: string
  readonly archiveOf: (year: string) => string
  readonly years: string
  readonly undated: string
  readonly notFound: string
  readonly notFoundText: string
  /** A sentence that ends in a link. */
  readonly moved: string
  /** Names of the folders in which pages lie: ASCII, lower case, no two alike. */
  readonly folders: {
    readonly category: string
    readonly tag: string
    readonly author: string
    readonly page: string
    readonly archive: string
    readonly search: string
  }
}

/** The words for pages in `language` (BCP 47): Dutch for Dutch, English for everything else. */
export function pageWords(language: string): PageWords {
  if (directionOf(language) === 'rtl') return pageEnAmidRtl
  return primaryLanguage(language) === 'nl' ? pageNl : pageEn
}

/** Amid text that is written from the right, words that begin with a number would come after their number. */
const isolated = (text: string): string => `\u2068${text}\u2069`

const pageEnAmidRtl: PageWords = {
  ...pageEn,
  minutes: (count) => isolated(pageEn.minutes(count)),
  articles: (count) => isolated(pageEn.articles(count)),
  page: (page, of) => isolated(pageEn.page(page, of)),
  searchOne: isolated(pageEn.searchOne),
  searchMany: isolated(pageEn.searchMany),
}
