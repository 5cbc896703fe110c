import type { Category } from '../article.ts'
import { archiveFacts } from './archive.ts'
import { articlePath } from './paths.ts'
import { colourStyle, picturesOfArticle, picturesOfList } from './picture-colours.ts'
import { type ListRef, type PageRef, type SiteMap, PAGE_LENGTH } from './site-map.ts'
import { searchPageFacts } from './search-page.ts'
import type { ArticleHead } from './source.ts'

/** Cards' facts that have been spelled out, so that none is spelled twice. */
const cards = new WeakMap<ArticleHead, string>()

/**
 * All that a page is made of beside the text of its article (of which it is told what pictures it `named`), the site's
 * settings and `siteModel`, as a text: pages with the same facts have the same model. Far cheaper than the model itself,
 * so that an export makes only the models of pages that it has to render. Null when there is no such page.
 */
export function pageFacts(map: SiteMap, ref: PageRef, named: readonly string[] = []): string | null {
  switch (ref.kind) {
    case 'article': {
      const article = map.article(ref.id)
      return article ? articleFacts(map, article, named) : null
    }
    case 'archive':
      return archiveFacts(map, ref)
    case 'search':
      return searchPageFacts(map)
    case 'notFound':
      return ''
    default:
      return listFacts(map, ref)
  }
}

/** What of an article no page but its own shows. */
const OWN: ReadonlySet<string> = new Set<keyof ArticleHead>(['version', 'updatedAt', 'words'])

/**
 * Whether an article is as another was to every page but its own: where all articles of two sites are, and their
 * relations and all else of the sites are the same, so are the facts of all those pages.
 */
export function isSameElsewhere(article: ArticleHead, other: ArticleHead): boolean {
  const [one, two] = [article, other] as unknown as Readonly<Record<string, unknown>>[]
  const names = Object.keys(one!)
  if (names.length !== Object.keys(two!).length) return false
  return names.every((name) => OWN.has(name) || isSame(one![name], two![name]))
}

const isSame = (one: unknown, two: unknown): boolean =>
  one === two ||
  (Array.isArray(one) &&
    Array.isArray(two) &&
    one.length === two.length &&
    one.every((value, at) => value === two[at]))

function articleFacts(map: SiteMap, article: ArticleHead, named: readonly string[]): string {
  // Neither its number nor how often it was saved is on the page.
  const {
    id,
    version: _version,
    createdAt: _created,
    trashedAt: _trashed,
    status: _status,
    translationKey: _key,
    ...facts
  } = article
  const { newer, older } = map.neighbours(id)
  const own = JSON.stringify([
    facts,
    pathFacts(map, map.category(article.categoryId)),
    article.authorIds.map((authorId) => authorFacts(map, authorId)),
    article.tags.map((name) => map.tagNamed(name)?.slug),
    [newer, older].map((other) => other && [other.title, other.slug, other.language]),
    map.translations(article).map((other) => [other.slug, other.language]),
  ])
  const related = map.related(id)
  const style = colourStyle(map, picturesOfArticle(map, article, related, named))
  return [own, ...related.map(cardFacts), ...(style ? [style.css] : [])].join('\n')
}

function listFacts(map: SiteMap, ref: ListRef): string | null {
  const subject = subjectFacts(map, ref)
  if (subject === null) return null
  const articles = map.articlesOf(ref)
  const start = (ref.page - 1) * PAGE_LENGTH
  const own = JSON.stringify([ref.kind, ref.page, articles.length, subject])
  const style = colourStyle(map, picturesOfList(map, ref))
  const shown = articles.slice(start, start + PAGE_LENGTH).map(cardFacts)
  return [own, ...shown, ...(style ? [style.css] : [])].join('\n')
}

function subjectFacts(map: SiteMap, ref: ListRef): unknown {
  switch (ref.kind) {
    case 'index':
      return []
    case 'category': {
      const category = map.category(ref.id)
      if (!category) return null
      const below = map
        .below(category.id)
        .map(({ id, name, slug }) => [name, slug, map.articlesOf({ kind: 'category', id }).length])
      return [pathFacts(map, category), category.description, category.cover, below]
    }
    case 'tag': {
      const tag = map.tag(ref.id)
      return tag ? [tag.name, tag.slug] : null
    }
    case 'author':
      return authorFacts(map, ref.id)
  }
}

function pathFacts(map: SiteMap, category: Category | undefined): unknown {
  return category ? map.path(category).map(({ name, slug }) => [name, slug]) : null
}

function authorFacts(map: SiteMap, id: number): unknown {
  const author = map.author(id)
  return author ? [author.name, author.slug, author.role, author.bio, author.picture] : null
}

function cardFacts(article: ArticleHead): string {
  let facts = cards.get(article)
  if (facts === undefined) {
    const { title, slug, summary, publishedAt, cover, language } = article
    facts = JSON.stringify([title, articlePath(slug), summary, publishedAt, cover, language])
    cards.set(article, facts)
  }
  return facts
}
