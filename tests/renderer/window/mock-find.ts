/** Searching by fields in the library in memory, by the same language as the library's own. */
import type { Article } from '../../../core/article.ts'
import { isScheduled } from '../../../core/article.ts'
import type { Having } from '../../../core/find/fields.ts'
import { calledBy, plainName, withAllBelow } from '../../../core/find/names.ts'
import { parseQuery } from '../../../core/find/parse.ts'
import type { NamedField, Wish } from '../../../core/find/query.ts'
import type { MockLibrary } from './mock-library.ts'

type Test = (article: Article) => boolean

/** Whether an article is what a search asks for; null when the search says nothing. */
export function finder(library: MockLibrary, query: string): Test | null {
  const { wish } = parseQuery(query, new Date().toISOString().slice(0, 10))
  return wish && testOf(library, wish)
}

function testOf(library: MockLibrary, wish: Wish): Test {
  switch (wish.kind) {
    case 'and':
    case 'or': {
      const tests = wish.wishes.map((one) => testOf(library, one))
      return wish.kind === 'and'
        ? (article) => tests.every((test) => test(article))
        : (article) => tests.some((test) => test(article))
    }
    case 'not': {
      const test = testOf(library, wish.wish)
      return (article) => !test(article)
    }
    case 'text': {
      const wanted = plainName(wish.text)
      return ({ title, summary, body, tags }) => {
        const all = { title, summary, any: `${title} ${summary} ${body} ${tags.join(' ')}` }
        return plainName(all[wish.column ?? 'any']).includes(wanted)
      }
    }
    case 'named':
      return named(library, wish.what, wish.name)
    case 'status':
      return (article) => standing(article) === wish.status
    case 'language':
      return ({ language }) => (language ?? library.site.language).toLowerCase().startsWith(wish.language)
    case 'days':
      return ({ publishedAt, updatedAt }) => {
        const day = (wish.column === 'published' ? publishedAt : updatedAt)?.slice(0, 10)
        return day !== undefined && day >= (wish.from ?? '') && (wish.until === null || day < wish.until)
      }
    case 'words':
      return ({ words }) => words >= wish.least && (wish.most === null || words <= wish.most)
    case 'has':
      return HAS[wish.what]
    case 'slug':
      return ({ slug }) => slug.includes(wish.slug)
  }
}

function named(library: MockLibrary, what: NamedField, name: string): Test {
  const ids = (known: readonly { id: number; name: string; slug: string }[]) =>
    calledBy(known, name).map(({ id }) => id)
  if (what === 'category') {
    const inside = new Set(withAllBelow(ids(library.categories), library.categories))
    return ({ categoryId }) => categoryId !== null && inside.has(categoryId)
  }
  if (what === 'author') {
    const authors = ids(library.authors)
    return ({ authorIds }) => authorIds.some((id) => authors.includes(id))
  }
  const names = calledBy(library.tagList(), name).map((tag) => tag.name)
  return ({ tags }) => tags.some((tag) => names.includes(tag))
}

function standing(article: Article) {
  if (article.trashedAt !== null) return 'trash'
  return isScheduled(article, Date.now()) ? 'scheduled' : article.status
}

const HAS: Readonly<Record<Having, Test>> = {
  cover: ({ cover }) => cover !== null,
  summary: ({ summary }) => summary !== '',
  text: ({ words }) => words > 0,
  tags: ({ tags }) => tags.length > 0,
  category: ({ categoryId }) => categoryId !== null,
  author: ({ authorIds }) => authorIds.length > 0,
  date: ({ publishedAt }) => publishedAt !== null,
  language: ({ language }) => language !== null,
  description: ({ metaDescription }) => metaDescription !== '',
  pictures: ({ body }) => body.includes('!['),
  footer: ({ footerPlace }) => footerPlace !== null,
}
