import type { Category } from '../article.ts'
import { authorModel } from './article-page.ts'
import { cardOf } from './card.ts'
import { metaElements } from './meta.ts'
import type { AuthorModel, ListModel, PageModel, Pagination, TextLink } from './model.ts'
import { listPath, rootOf } from './paths.ts'
import { type Picture, picture } from './picture.ts'
import { type ListRef, type SiteMap, PAGE_LENGTH, pageCount } from './site-map.ts'
import { addressOf, siteLanguage, siteLink } from './site-model.ts'
import { breadcrumbList, jsonLd } from './structured-data.ts'
import { line } from './text.ts'

/** What differs between the front page and the pages of a category, tag or author. */
interface Subject {
  readonly title: string
  readonly description: string
  readonly author: AuthorModel | null
  readonly cover: Picture | null
  readonly parents: readonly Category[]
  readonly subcategories: readonly Category[]
  readonly section: string | null
}

const PLAIN: Omit<Subject, 'title' | 'description'> = {
  author: null,
  cover: null,
  parents: [],
  subcategories: [],
  section: null,
}

/** A page of the front page, a category, a tag or an author; null when there is no such subject. */
export function listPage(map: SiteMap, ref: ListRef): PageModel | null {
  const path = map.pathOf(ref)
  const root = rootOf(path)
  const subject = subjectOf(map, ref, root)
  if (subject === null) return null
  const articles = map.articlesOf(ref)
  const start = (ref.page - 1) * PAGE_LENGTH
  const shown = articles.slice(start, start + PAGE_LENGTH).map((article) => cardOf(map, article, root))
  const featured = ref.kind === 'index' && ref.page === 1 ? (shown[0] ?? null) : null
  const pagination = paginationOf(map, ref, articles.length, root)
  const trail = breadcrumb(map, ref, subject, root)
  const list: ListModel = {
    kind: ref.kind,
    title: subject.title,
    description: ref.page === 1 ? subject.description : '',
    breadcrumb: trail,
    author: subject.author,
    cover: subject.cover,
    count: map.words.articles(articles.length),
    subcategories: subject.subcategories.map((category) => ({
      ...categoryLink(map, category, root),
      count: map.words.articles(map.articlesOf({ kind: 'category', id: category.id }).length),
    })),
    featured,
    cards: featured ? shown.slice(1) : shown,
    pagination,
  }
  const title = documentTitle(map, ref, subject.title, pagination)
  return {
    template: ref.kind === 'index' ? 'index' : 'list',
    page: {
      path,
      root,
      language: siteLanguage(map),
      siteLanguage: null,
      title,
      section: subject.section,
      meta: metaElements({
        description: list.description,
        canonical: map.base === null ? null : addressOf(map, path, root),
        feed: { title: line(map.site.name), href: `${root}feed.xml` },
        openGraph: [
          ['og:type', 'website'],
          ['og:site_name', line(map.site.name)],
          ['og:title', title],
          ['og:description', list.description],
          ['og:url', map.base === null ? null : addressOf(map, path, root)],
          ['og:locale', siteLanguage(map).replace('-', '_')],
        ],
        jsonLd: jsonLd([linkedTrail(map, ref, subject, path, root)]),
      }),
    },
    list,
  }
}

function subjectOf(map: SiteMap, ref: ListRef, root: string): Subject | null {
  if (ref.kind === 'index') {
    const title = line(map.site.frontTitle) || line(map.site.name)
    return { ...PLAIN, title, description: line(map.site.description) }
  }
  if (ref.kind === 'category') {
    const category = map.category(ref.id)
    if (!category) return null
    const path = map.path(category)
    return {
      ...PLAIN,
      title: line(category.name),
      description: line(category.description),
      cover: picture(category.cover, '', root),
      parents: path.slice(0, -1),
      subcategories: map.below(category.id),
      section: path[0]?.slug ?? null,
    }
  }
  if (ref.kind === 'tag') {
    const tag = map.tag(ref.id)
    return tag ? { ...PLAIN, title: map.words.tagged(line(tag.name)), description: '' } : null
  }
  const author = map.author(ref.id)
  if (!author) return null
  return {
    ...PLAIN,
    title: map.words.articlesBy(line(author.name)),
    description: line(author.bio),
    author: authorModel(map, author, root),
  }
}

// The site's name closes every title but the one that already says it.
function documentTitle(map: SiteMap, ref: ListRef, title: string, pagination: Pagination | null): string {
  const name = line(map.site.name)
  const numbered = pagination && ref.page > 1 ? `${title} – ${pagination.label}` : title
  return numbered === name ? name : `${numbered} | ${name}`
}

function paginationOf(map: SiteMap, ref: ListRef, count: number, root: string): Pagination | null {
  const pages = pageCount(count, 1)
  if (pages === 1) return null
  const href = (page: number): string => root + map.pathOf({ ...ref, page })
  return {
    label: map.words.page(ref.page, pages),
    newer: ref.page > 1 ? href(ref.page - 1) : null,
    older: ref.page < pages ? href(ref.page + 1) : null,
    pages: pageNumbers(ref.page, pages).map((number) => ({
      number,
      href: href(number),
      current: number === ref.page,
    })),
  }
}

/** The first, the last, and those around the present one: enough to find one's way in any number of pages. */
function pageNumbers(page: number, pages: number): readonly number[] {
  const all = Array.from({ length: pages }, (_, index) => index + 1)
  return all.filter((number) => number === 1 || number === pages || Math.abs(number - page) <= 2)
}

function categoryLink(map: SiteMap, category: Category, root: string): TextLink {
  return siteLink(category.name, root + listPath(map.words.folders.category, category.slug, 1))
}

function breadcrumb(map: SiteMap, ref: ListRef, subject: Subject, root: string): readonly TextLink[] {
  if (ref.kind === 'index') return []
  const home = siteLink(map.words.home, `${root}index.html`)
  return [home, ...subject.parents.map((category) => categoryLink(map, category, root))]
}

function linkedTrail(map: SiteMap, ref: ListRef, subject: Subject, path: string, root: string) {
  const home = { name: line(map.site.name), url: addressOf(map, 'index.html', root) }
  if (ref.kind === 'index') return breadcrumbList([home])
  const parents = subject.parents.map((category) => ({
    name: line(category.name),
    url: addressOf(map, listPath(map.words.folders.category, category.slug, 1), root),
  }))
  return breadcrumbList([home, ...parents, { name: subject.title, url: addressOf(map, path, root) }])
}
