import type { Category } from '../article.ts'
import { exactTime } from './dates.ts'
import { feedPath, feedTitle } from './feed-links.ts'
import { articlePath, listPath, rootOf } from './paths.ts'
import type { SiteMap } from './site-map.ts'
import { addressOf, coverAddress, languageTag, siteLanguage } from './site-model.ts'
import type { ArticleHead } from './source.ts'
import { line, withoutForbidden } from './text.ts'

/** Articles in a feed: the newest. */
export const FEED_LENGTH = 20

/** Time of a feed or entry that knows none: fixed, because the clock would change the bytes of every export. */
const NO_TIME = '1970-01-01T00:00:00Z'

/** A feed as both formats write it. */
export interface Feed {
  /** Lasting identifier. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly language: string
  /** Of the page that it follows. */
  readonly home: string
  /** Of the feed itself, by format. */
  readonly self: { readonly atom: string; readonly json: string }
  /** Who answers for what has no author. */
  readonly publisher: string
  /** When it changed last. */
  readonly updated: string
  /** What addresses in texts start from; null without a base URL. */
  readonly base: string | null
  readonly items: readonly FeedItem[]
}

export interface FeedItem {
  readonly id: string
  readonly address: string
  readonly title: string
  readonly summary: string
  /** HTML. */
  readonly content: string
  readonly language: string
  readonly published: string
  readonly updated: string
  readonly authors: readonly { readonly name: string; readonly address: string }[]
  /** Category first. */
  readonly labels: readonly string[]
  /** Address of the cover. */
  readonly image: string | null
}

/** What a feed is made of beside the site: texts and identifiers. */
export interface FeedTexts {
  /** The HTML of an article's body. */
  body(articleId: number): string
  /** A lasting identifier of a path, for a site that has no address yet. */
  urn(path: string): string
}

/**
 * The articles that the feed of the site, or of one category and those below it, carries, newest first. Only dated
 * ones: an entry has to say when it appeared.
 */
export function feedArticles(map: SiteMap, category: Category | null = null): readonly ArticleHead[] {
  const all = category === null ? map.articles : map.articlesOf({ kind: 'category', id: category.id })
  const newest: ArticleHead[] = []
  for (const article of all) {
    if (newest.length === FEED_LENGTH) break
    if (exactTime(article.publishedAt) !== null) newest.push(article)
  }
  return newest
}

/** The feed of the site, or of one category, whole texts included. */
export function makeFeed(map: SiteMap, category: Category | null, texts: FeedTexts): Feed {
  const home = category === null ? 'index.html' : listPath(map.words.folders.category, category.slug, 1)
  const address = (path: string): string => addressOf(map, path, rootOf(feedPath(map, category, 'atom')))
  const id = (path: string): string => (map.base === null ? texts.urn(path) : address(path))
  const items = feedArticles(map, category).map((article) => itemOf(map, article, texts, address, id))
  return {
    id: id(home),
    title: feedTitle(map, category),
    description: line(category === null ? map.site.description : category.description),
    language: siteLanguage(map),
    home: address(home),
    self: {
      atom: address(feedPath(map, category, 'atom')),
      json: address(feedPath(map, category, 'json')),
    },
    publisher: line(map.site.name),
    updated: items.map(({ updated }) => updated).sort((a, b) => Date.parse(b) - Date.parse(a))[0] ?? NO_TIME,
    base: map.base,
    items,
  }
}

function itemOf(
  map: SiteMap,
  article: ArticleHead,
  texts: FeedTexts,
  address: (path: string) => string,
  id: (path: string) => string,
): FeedItem {
  const path = articlePath(article.slug)
  const category = map.category(article.categoryId)
  return {
    id: id(path),
    address: address(path),
    title: line(article.title),
    summary: line(article.summary),
    content: absolute(withoutForbidden(texts.body(article.id)), map.base),
    language: languageTag(article.language, siteLanguage(map)),
    published: exactTime(article.publishedAt) ?? NO_TIME,
    updated: lastChange(article),
    authors: article.authorIds.flatMap((authorId) => {
      const author = map.author(authorId)
      if (!author) return []
      return {
        name: line(author.name),
        address: address(listPath(map.words.folders.author, author.slug, 1)),
      }
    }),
    labels: [...(category ? [line(category.name)] : []), ...article.tags.map(line)],
    image: map.base === null ? null : coverAddress(map, article.cover),
  }
}

function lastChange(article: ArticleHead): string {
  const published = exactTime(article.publishedAt) ?? NO_TIME
  const updated = exactTime(article.updatedAt)
  return updated !== null && Date.parse(updated) > Date.parse(published) ? updated : published
}

const TAG = /<[a-z][\w-]*(?:\s+[\w:-]+(?:="[^"]*")?)*\s*\/?>/gi
const ADDRESS = /(\s(?:href|src)=")([^"]*)"/gi

/** HTML with every address in it made absolute: a feed is read far from the site. */
function absolute(html: string, base: string | null): string {
  if (base === null) return html
  return html.replace(TAG, (tag) =>
    tag.replace(ADDRESS, (whole, before: string, target: string) =>
      /^([a-z][a-z0-9+.-]*:|\/\/|#)/i.test(target) || target === ''
        ? whole
        : `${before}${base}${target.replace(/^\/+|^(?:\.\/)+/, '')}"`,
    ),
  )
}
