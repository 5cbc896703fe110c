import type { Category } from '../article.ts'
import { authorModel } from './article-page.ts'
import { cardOf } from './card.ts'
import type { AuthorModel, ListModel, PageModel, TextLink } from './model.ts'
import { type HeadFacts, pageHead } from './page-head.ts'
import { paginationOf } from './pagination.ts'
import { listPath, rootOf } from './paths.ts'
import { colourStyle, picturesOfList } from './picture-colours.ts'
import { type Picture, picture } from './picture.ts'
import { type ListRef, type SiteMap, PAGE_LENGTH, pageCount } from './site-map.ts'
import { siteLink } from './site-model.ts'
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
  const first = ref.kind === 'index' && ref.page === 1 ? articles[0] : undefined
  // Shown large, it gets its cover in every width.
  const featured = first ? { ...cardOf(map, first, root), cover: picture(first.cover, '', root) } : null
  const pagination = paginationOf(
    map.words,
    ref.page,
    pageCount(articles.length, 1),
    (page) => root + map.pathOf({ ...ref, page }),
  )
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
  const numbered = pagination && ref.page > 1 ? `${subject.title} – ${pagination.label}` : subject.title
  return {
    template: ref.kind === 'index' ? 'index' : 'list',
    page: pageHead(map, {
      path,
      title: numbered,
      description: list.description,
      section: subject.section,
      style: colourStyle(map, picturesOfList(map, ref)),
      trail: ref.kind === 'index' ? [] : trailTo(map, subject, path),
      ...(ref.kind === 'category' && { category: map.category(ref.id) }),
    }),
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

function categoryLink(map: SiteMap, category: Category, root: string): TextLink {
  return siteLink(category.name, root + listPath(map.words.folders.category, category.slug, 1))
}

function breadcrumb(map: SiteMap, ref: ListRef, subject: Subject, root: string): readonly TextLink[] {
  if (ref.kind === 'index') return []
  const home = siteLink(map.words.home, `${root}index.html`)
  return [home, ...subject.parents.map((category) => categoryLink(map, category, root))]
}

function trailTo(map: SiteMap, subject: Subject, path: string): HeadFacts['trail'] {
  const parents = subject.parents.map(({ name, slug }) => ({
    name: line(name),
    path: listPath(map.words.folders.category, slug, 1),
  }))
  return [...parents, { name: subject.title, path }]
}
