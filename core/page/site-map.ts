import type { Author, Category, Site, Tag } from '../article.ts'
import { pageWords, type PageWords } from '../locale/page.ts'
import { oneOfEachLanguage } from '../translations.ts'
import { baseAddress } from './links.ts'
import { PLAIN_LOOK, type SiteLook } from './look.ts'
import type { Card } from './model.ts'
import { archivePages } from './archive.ts'
import type { PictureColours } from './picture-colours.ts'
import { NOT_FOUND_PATH, archivePath, articlePath, indexPath, listPath, searchPath } from './paths.ts'
import { type ArticleHead, type SiteSource, inFooterOrder, newestFirst } from './source.ts'

/** Articles on one page of a list. */
export const PAGE_LENGTH = 24

/** A page of the site. `page` counts from 1. */
export type PageRef =
  | { readonly kind: 'article'; readonly id: number }
  | { readonly kind: 'index'; readonly page: number }
  | { readonly kind: 'category' | 'tag' | 'author'; readonly id: number; readonly page: number }
  /** One year of the archive, or (null) the whole. */
  | { readonly kind: 'archive'; readonly year: string | null; readonly page: number }
  | { readonly kind: 'search' }
  /** What a server shows for addresses that are not there. */
  | { readonly kind: 'notFound' }

export type ListRef = Extract<PageRef, { kind: 'index' | 'category' | 'tag' | 'author' }>

/** What belongs to a site and where it lies: every look-up that a page needs, each made once. */
export interface SiteMap {
  readonly site: Site
  readonly words: PageWords
  /** The site's base URL with a slash at its end; null when it has none. */
  readonly base: string | null
  /** Newest first. Those that stand outside the stream are not among them. */
  readonly articles: readonly ArticleHead[]
  /** Pages outside the stream, in the order in which footers name them. */
  readonly asides: readonly ArticleHead[]
  readonly categories: readonly Category[]
  readonly colours: PictureColours | null
  readonly look: SiteLook
  /** Cards that have been made, so that none is made twice. */
  readonly cards: Map<string, Card>
  article(id: number): ArticleHead | undefined
  category(id: number | null): Category | undefined
  tag(id: number): Tag | undefined
  tagNamed(name: string): Tag | undefined
  author(id: number): Author | undefined
  /** From the root to the category itself. */
  path(category: Category): readonly Category[]
  /** Categories directly below one (null: the top ones) that have articles in or below them. */
  below(id: number | null): readonly Category[]
  /** Articles of a list page's subject, newest first: a category's include those of the categories below it. */
  articlesOf(ref: Pick<ListRef, 'kind'> & { readonly id?: number }): readonly ArticleHead[]
  related(id: number): readonly ArticleHead[]
  /**
   * An article with those that are its translations, the site's language first; none when it is alone. Of several in
   * one language only the oldest is among them, and the others have none.
   */
  translations(article: ArticleHead): readonly ArticleHead[]
  neighbours(id: number): { readonly newer: ArticleHead | null; readonly older: ArticleHead | null }
  pathOf(ref: PageRef): string
  /** Every HTML page, in a fixed order. Subjects without articles have none. */
  pages(): readonly PageRef[]
}

/** Makes the map of a site. */
export function mapSite(source: SiteSource): SiteMap {
  const articles = newestFirst(source.articles.filter(({ footerPlace }) => footerPlace === null))
  const asides = inFooterOrder(source.articles)
  const aside = new Map(asides.map((article) => [article.id, article]))
  const place = new Map(articles.map((article, index) => [article.id, index]))
  const categories = new Map(source.categories.map((category) => [category.id, category]))
  const tags = new Map(source.tags.map((tag) => [tag.id, tag]))
  const tagsByName = new Map(source.tags.map((tag) => [tag.name, tag]))
  const authors = new Map(source.authors.map((author) => [author.id, author]))
  const paths = new Map(source.categories.map((category) => [category.id, pathTo(category, categories)]))
  const words = pageWords(source.site.language)

  const inCategory = new Map<number, ArticleHead[]>()
  const withTag = new Map<number, ArticleHead[]>()
  const byAuthor = new Map<number, ArticleHead[]>()
  const translated = new Map<string, ArticleHead[]>()
  for (const article of source.articles) {
    if (article.translationKey !== null) add(translated, article.translationKey, article)
  }
  for (const article of articles) {
    for (const { id } of paths.get(article.categoryId ?? -1) ?? []) add(inCategory, id, article)
    for (const id of new Set(article.tags.map((name) => tagsByName.get(name)?.id ?? -1)))
      add(withTag, id, article)
    for (const id of new Set(article.authorIds)) add(byAuthor, id, article)
  }

  const map: SiteMap = {
    site: source.site,
    words,
    base: baseAddress(source.site.baseUrl),
    articles,
    asides,
    categories: source.categories,
    colours: source.colours ?? null,
    look: source.look ?? PLAIN_LOOK,
    cards: new Map(),
    article: (id) => articles[place.get(id) ?? -1] ?? aside.get(id),
    category: (id) => (id === null ? undefined : categories.get(id)),
    tag: (id) => tags.get(id),
    tagNamed: (name) => tagsByName.get(name),
    author: (id) => authors.get(id),
    path: (category) => paths.get(category.id) ?? [category],
    below: (id) =>
      source.categories.filter((category) => category.parentId === id && inCategory.has(category.id)),
    articlesOf: (ref) => {
      if (ref.kind === 'index') return articles
      const lists = { category: inCategory, tag: withTag, author: byAuthor }[ref.kind]
      return lists.get(ref.id ?? -1) ?? []
    },
    related: (id) =>
      (source.related.get(id) ?? []).flatMap((other) => articles[place.get(other) ?? -1] ?? []),
    translations: (article) => {
      const members = translated.get(article.translationKey ?? '') ?? []
      return groupOf(article, members, source.site.language)
    },
    neighbours: (id) => {
      const index = place.get(id)
      if (index === undefined) return { newer: null, older: null }
      return { newer: articles[index - 1] ?? null, older: articles[index + 1] ?? null }
    },
    pathOf: (ref) => pathOf(map, ref),
    pages: () => pagesOf(map, source),
  }
  return map
}

// An article that is not out has a page in the window all the same, from which it leads to the others.
function groupOf(
  article: ArticleHead,
  members: readonly ArticleHead[],
  siteLanguage: string,
): readonly ArticleHead[] {
  const others = members.filter(({ id }) => id !== article.id)
  if (others.length === 0) return []
  const group = oneOfEachLanguage([...others, article], siteLanguage)
  return group.length > 1 && group.includes(article) ? group : []
}

function pathTo(category: Category, all: ReadonlyMap<number, Category>): readonly Category[] {
  const path: Category[] = []
  for (let at: Category | undefined = category; at && !path.includes(at); at = all.get(at.parentId ?? -1)) {
    path.unshift(at)
  }
  return path
}

function add<K>(lists: Map<K, ArticleHead[]>, key: K, article: ArticleHead): void {
  const list = lists.get(key)
  if (list) list.push(article)
  else lists.set(key, [article])
}

function pathOf(map: SiteMap, ref: PageRef): string {
  const { folders } = map.words
  switch (ref.kind) {
    case 'article':
      return articlePath(map.article(ref.id)?.slug ?? '')
    case 'index':
      return indexPath(folders, ref.page)
    case 'category':
      return listPath(folders.category, map.category(ref.id)?.slug ?? '', ref.page)
    case 'tag':
      return listPath(folders.tag, map.tag(ref.id)?.slug ?? '', ref.page)
    case 'author':
      return listPath(folders.author, map.author(ref.id)?.slug ?? '', ref.page)
    case 'archive':
      return archivePath(folders, ref.year, ref.page)
    case 'search':
      return searchPath(folders)
    case 'notFound':
      return NOT_FOUND_PATH
  }
}

function pagesOf(map: SiteMap, source: SiteSource): readonly PageRef[] {
  const subjects = [
    ...source.categories.map(({ id }) => ({ kind: 'category' as const, id })),
    ...source.tags.map(({ id }) => ({ kind: 'tag' as const, id })),
    ...source.authors.map(({ id }) => ({ kind: 'author' as const, id })),
  ]
  return [
    ...numbers(pageCount(map.articles.length, 1)).map((page) => ({ kind: 'index' as const, page })),
    ...subjects.flatMap((subject) =>
      numbers(pageCount(map.articlesOf(subject).length, 0)).map((page) => ({ ...subject, page })),
    ),
    ...archivePages(map),
    { kind: 'search' },
    { kind: 'notFound' },
    ...[...map.asides, ...map.articles].map(({ id }) => ({ kind: 'article' as const, id })),
  ]
}

/** The page that is no article's at `path`, if that path can be one: its subject need not have articles yet. */
export function pageAt(
  map: SiteMap,
  source: Pick<SiteSource, 'categories' | 'tags' | 'authors'>,
  path: string,
): Exclude<PageRef, { kind: 'article' }> | null {
  const { folders } = map.words
  if (path === NOT_FOUND_PATH) return { kind: 'notFound' }
  if (path === searchPath(folders)) return { kind: 'search' }
  const archive = archivePages(map).find((ref) => map.pathOf(ref) === path)
  if (archive) return archive
  if (path === 'index.html') return { kind: 'index', page: 1 }
  const [, folder, slug = '', number = '1'] = /^([^/]+)\/([^/]+?)(?:\/(\d{1,6}))?\.html$/.exec(path) ?? []
  if (folder === folders.page && /^\d{1,6}$/.test(slug)) return { kind: 'index', page: Number(slug) }
  const subjects = { category: source.categories, tag: source.tags, author: source.authors }
  for (const kind of ['category', 'tag', 'author'] as const) {
    const subject = folder === folders[kind] && subjects[kind].find((one) => one.slug === slug)
    if (subject) return { kind, id: subject.id, page: Number(number) }
  }
  return null
}

/** Pages that a list of `count` articles takes, `least` at least. */
export function pageCount(count: number, least: number): number {
  return Math.max(least, Math.ceil(count / PAGE_LENGTH))
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)
