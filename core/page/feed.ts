import { exactTime } from './dates.ts'
import { articlePath, listPath } from './paths.ts'
import type { SiteMap } from './site-map.ts'
import { addressOf, languageTag, siteLanguage } from './site-model.ts'
import type { ArticleHead } from './source.ts'
import { escapeMarkup, line, withoutForbidden } from './text.ts'

/** Articles in the feed: the newest. */
export const FEED_LENGTH = 20

/** Time of a feed or entry that knows none: fixed, because the clock would change the bytes of every export. */
const NO_TIME = '1970-01-01T00:00:00Z'

/** The articles that the feed carries, newest first. Only dated ones: an entry has to say when it appeared. */
export function feedArticles(map: SiteMap): readonly ArticleHead[] {
  return map.articles.filter((article) => exactTime(article.publishedAt) !== null).slice(0, FEED_LENGTH)
}

/**
 * The site's Atom feed (RFC 4287), whole texts included. `bodies` holds the HTML of the bodies by article id;
 * `urn` makes a lasting identifier of a path for a site that has no address yet.
 */
export function atomFeed(
  map: SiteMap,
  bodies: ReadonlyMap<number, string>,
  urn: (path: string) => string,
): string {
  const id = (path: string): string => (map.base === null ? urn(path) : addressOf(map, path, ''))
  const articles = feedArticles(map)
  const updated = articles.map(lastChange).sort((a, b) => Date.parse(b) - Date.parse(a))[0] ?? NO_TIME
  const language = siteLanguage(map)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom"${attribute('xml:lang', language)}${attribute('xml:base', map.base)}>`,
    `  <title>${escapeMarkup(line(map.site.name))}</title>`,
    ...optional('subtitle', line(map.site.description)),
    `  <id>${escapeMarkup(id('index.html'))}</id>`,
    `  <updated>${updated}</updated>`,
    `  <link rel="alternate" type="text/html"${attribute('href', addressOf(map, 'index.html', ''))}/>`,
    `  <link rel="self" type="application/atom+xml"${attribute('href', addressOf(map, 'feed.xml', ''))}/>`,
    `  <author><name>${escapeMarkup(line(map.site.name))}</name></author>`,
    '  <generator>Longhand</generator>',
    ...articles.map((article) => entry(map, article, bodies.get(article.id) ?? '', id)),
    '</feed>',
    '',
  ].join('\n')
}

function entry(map: SiteMap, article: ArticleHead, body: string, id: (path: string) => string): string {
  const path = articlePath(article.slug)
  const language = languageTag(article.language, siteLanguage(map))
  const category = map.category(article.categoryId)
  return [
    `  <entry${attribute('xml:lang', language)}>`,
    `    <title>${escapeMarkup(line(article.title))}</title>`,
    `    <id>${escapeMarkup(id(path))}</id>`,
    `    <link rel="alternate" type="text/html"${attribute('href', addressOf(map, path, ''))}/>`,
    `    <published>${exactTime(article.publishedAt)}</published>`,
    `    <updated>${lastChange(article)}</updated>`,
    ...article.authorIds.flatMap((authorId) => {
      const author = map.author(authorId)
      if (!author) return []
      const uri = addressOf(map, listPath(map.words.folders.author, author.slug, 1), '')
      return `    <author><name>${escapeMarkup(line(author.name))}</name><uri>${escapeMarkup(uri)}</uri></author>`
    }),
    ...(category ? [`    <category${attribute('term', line(category.name))}/>`] : []),
    ...article.tags.map((tag) => `    <category${attribute('term', line(tag))}/>`),
    ...optional('summary', line(article.summary)).map((text) => `  ${text}`),
    `    <content type="html">${escapeMarkup(withoutForbidden(body))}</content>`,
    '  </entry>',
  ].join('\n')
}

function lastChange(article: ArticleHead): string {
  const published = exactTime(article.publishedAt) ?? NO_TIME
  const updated = exactTime(article.updatedAt)
  return updated !== null && Date.parse(updated) > Date.parse(published) ? updated : published
}

function attribute(name: string, value: string | null): string {
  return value === null ? '' : ` ${name}="${escapeMarkup(value)}"`
}

function optional(element: string, text: string): readonly string[] {
  return text === '' ? [] : [`  <${element}>${escapeMarkup(text)}</${element}>`]
}
