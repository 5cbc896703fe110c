import type { Category } from '../../core/article.ts'
import type { OldSlug } from '../../core/slug.ts'
import { type Dressing, renderMarkdown, withPlainPictures } from '../../core/markdown/index.ts'
import {
  FEED_FORMATS,
  MANIFEST_PATH,
  SEARCH_FILES,
  type SiteMap,
  feedArticles,
  feedPath,
  feedText,
  makeFeed,
  redirects,
  robots,
  searchFacts,
  searchIndex,
  webManifest,
} from '../../core/page/index.ts'
import { buildKey } from './build-key.ts'
import { fingerprint, urn } from './fingerprint.ts'

/** What the files beside the pages are made from. */
export interface ExtraSource {
  readonly map: SiteMap
  readonly oldSlugs: readonly OldSlug[]
  /** Markdown of an article. */
  body(articleId: number): string
  /** Stands for that. */
  bodyKey(articleId: number): string
  /** The HTML of that, where it was made already. */
  html?(articleId: number): string | undefined
  /** What `dressingFor` gave for the bodies of those that are in the feeds whose text is asked for. */
  dressing(): Dressing
  /** What `sitemaps` gives for the map. */
  sitemaps(): ReadonlyMap<string, string>
}

/** A file of the site that no theme has a say in. */
export interface ExtraFile {
  readonly path: string
  /** Articles whose HTML is in it. */
  readonly articles: readonly number[]
  /** Stands for all that it is made of. */
  key(): string
  text(): string
}

/** Every such file but those of the search index, in a fixed order. */
export function extraFiles(source: ExtraSource): readonly ExtraFile[] {
  const { map, oldSlugs, sitemaps } = source
  return [
    ...feeds(source),
    ...[...sitemaps()].map(([path, text]) => fixed(path, text)),
    ...(map.base === null ? [] : [fixed(MANIFEST_PATH, webManifest(map))]),
    ...[robots(map)].flatMap((text) => (text === null ? [] : fixed('robots.txt', text))),
    ...redirects(map, oldSlugs).map(({ path, html }) => fixed(path, html)),
  ]
}

/** The folder that the search page and its files lie in. */
export function searchFolder(map: SiteMap): string {
  return map.words.folders.search
}

/** Where the files of the search index lie: no others do. */
export function indexFolder(map: SiteMap): string {
  return `${searchFolder(map)}/${SEARCH_FILES.start.replace(/[^/]*$/, '')}`
}

/** Stands for all that the search index is made of. */
export function indexKey(map: SiteMap): string {
  return fingerprint(JSON.stringify([buildKey(), map.site.language, searchFacts(map)]))
}

/** The files of the search index by their paths. */
export function indexFiles(map: SiteMap): ReadonlyMap<string, string> {
  return new Map(searchIndex(map).map(({ path, text }) => [`${searchFolder(map)}/${path}`, text]))
}

function fixed(path: string, text: string): ExtraFile {
  return { path, articles: [], key: () => fingerprint(text), text: () => text }
}

/** The articles that are in feeds. */
export function inFeeds(map: SiteMap): ReadonlySet<number> {
  return new Set(feedSubjects(map).flatMap((subject) => feedArticles(map, subject).map(({ id }) => id)))
}

function feedSubjects(map: SiteMap): readonly (Category | null)[] {
  return [null, ...map.categories.filter(({ id }) => hasArticles(map, id))]
}

function feeds({ map, body, bodyKey, html: htmlOf, dressing }: ExtraSource): readonly ExtraFile[] {
  // An article is in several feeds, each in two formats.
  const rendered = new Map<number, string>()
  const html = (id: number): string => {
    const known =
      rendered.get(id) ?? withPlainPictures(htmlOf?.(id) ?? renderMarkdown(body(id), dressing()).html)
    rendered.set(id, known)
    return known
  }
  const named = map.categories.map(({ id, name, slug }) => [id, name, slug])
  const texts = { body: html, urn: (path: string) => urn(`${map.site.name}\n${path}`) }
  return feedSubjects(map).flatMap((category) => {
    const articles = feedArticles(map, category)
    const key = once(() => {
      const authors = articles.flatMap(({ authorIds }) => authorIds.map((id) => map.author(id)))
      const bodies = articles.map(({ id }) => bodyKey(id))
      return fingerprint(JSON.stringify([buildKey(), map.site, category, named, authors, articles, bodies]))
    })
    const feed = once(() => makeFeed(map, category, texts))
    return FEED_FORMATS.map((format) => ({
      path: feedPath(map, category, format),
      articles: articles.map(({ id }) => id),
      key,
      text: () => feedText(feed(), format),
    }))
  })
}

function hasArticles(map: SiteMap, id: number): boolean {
  return map.articlesOf({ kind: 'category', id }).length > 0
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}
