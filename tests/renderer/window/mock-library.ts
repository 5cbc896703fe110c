/** A library in memory, filled with the sample articles: just enough of main to look at the window. */
import { parse } from 'yaml'
import type { Article, ArticleRow, Author, Category, Site, Tag } from '../../../core/article.ts'
import { isScheduled } from '../../../core/article.ts'
import type {
  ArticleCounts,
  ArticleFilter,
  ArticlePage,
  ArticleSort,
  MediumInList,
  UiLanguage,
} from '../../../core/bridge.ts'

import { finder } from './mock-find.ts'

const FILES: Record<string, string> = import.meta.glob('../../../resources/sample/*/articles/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const SITES: Record<string, string> = import.meta.glob('../../../resources/sample/*/site.yml', {
  query: '?raw',
  import: 'default',
  eager: true,
})

interface CategoryNode {
  readonly name: string
  readonly slug: string
  readonly description: string
  readonly children?: readonly CategoryNode[]
}

interface MockOptions {
  readonly empty: boolean
  readonly many: number
  readonly categories?: number
  readonly pictures?: number
}

export class MockLibrary {
  site: Site
  articles: Article[] = []
  categories: Category[] = []
  tags: Tag[] = []
  authors: Author[] = []
  media: readonly MediumInList[] = []
  trashedCategories: readonly {
    readonly category: Category
    readonly trashedAt: string
    readonly articles: readonly number[]
    readonly inside: readonly number[]
  }[] = []
  trashedMedia: readonly { readonly medium: MediumInList; readonly trashedAt: string }[] = []
  #next = 1000

  constructor(language: UiLanguage, options: MockOptions) {
    const yaml = parse(Object.entries(SITES).find(([path]) => path.includes(`/${language}/`))?.[1] ?? '') as {
      name: string
      base_url: string
      description: string
      language: string
      categories: CategoryNode[]
      authors: { name: string; slug: string; role: string; bio: string }[]
    }
    this.site = {
      name: options.empty ? 'Nieuw blad' : yaml.name,
      description: yaml.description,
      baseUrl: options.empty ? '' : yaml.base_url,
      language: yaml.language,
      readingSpeed: 220,
      theme: 'magazine',
      themeOptions: {},
      frontTitle: '',
      relatedCount: 3,
      trashDays: null,
    }
    if (options.empty) return
    this.#plant(yaml.categories, null)
    this.authors = yaml.authors.map((author, index) => ({
      ...author,
      id: index + 1,
      picture: null,
      articles: 0,
    }))
    for (const [path, text] of Object.entries(FILES)) {
      if (path.includes(`/${language}/`)) this.articles.push(this.#read(text))
    }
    this.#vary()
    this.#plantMany(options.categories ?? 0)
    this.#picture(options.pictures ?? 0)
    const sample = [...this.articles]
    for (let index = 0; index < options.many; index += 1) {
      const source = sample[index % sample.length]!
      this.articles.push({
        ...source,
        id: this.next(),
        title: `${source.title} ${index + 2}`,
        slug: `${source.slug}-${index + 2}`,
      })
    }
  }

  next(): number {
    return (this.#next += 1)
  }

  #plant(nodes: readonly CategoryNode[], parentId: number | null): void {
    nodes.forEach(({ name, slug, description, children }, position) => {
      const id = this.next()
      this.categories.push({ id, parentId, position, name, slug, description, cover: null, articles: 0 })
      this.#plant(children ?? [], id)
    })
  }

  #read(text: string): Article {
    const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
    const matter = parse(head) as Record<string, never>
    const slug = String(matter['category'] ?? '')
      .split('/')
      .at(-1)
    return {
      id: this.next(),
      title: String(matter['title']),
      slug: String(matter['slug']),
      summary: matter['summary'] ?? '',
      body: body.trimStart(),
      status: matter['draft'] === true ? 'draft' : 'published',
      categoryId: this.categories.find((category) => category.slug === slug)?.id ?? null,
      tags: matter['tags'] ?? [],
      authorIds: ((matter['authors'] ?? []) as string[]).map(
        (one) => this.authors.findIndex((a) => a.slug === one) + 1,
      ),
      cover: matter['image'] ?? null,
      coverAlt: matter['image_alt'] ?? '',
      language: null,
      publishedAt: String(matter['date']),
      createdAt: String(matter['date']),
      updatedAt: String(matter['date']),
      trashedAt: null,
      metaTitle: '',
      metaDescription: '',
      footerPlace: null,
      translationKey: null,
      words: body.split(/\s+/).length,
      version: 1,
      extra: {},
    }
  }

  #plantMany(count: number): void {
    const top = this.categories.filter(({ parentId }) => parentId === null)
    for (let index = 0; index < count; index += 1) {
      const parent = top[index % top.length]!
      const category = { ...parent, id: this.next(), parentId: parent.id, position: 10 + index }
      this.categories.push({
        ...category,
        name: `${parent.name} ${index + 1}`,
        slug: `${parent.slug}-${index + 1}`,
      })
    }
  }

  /** The pictures of the sample, again and again under other names until there are `count` more. */
  #picture(count: number): void {
    const paths = [...new Set(this.articles.map(({ cover }) => cover).filter((path) => path !== null))]
    const medium = (path: string, index: number): MediumInList => {
      const [, width = '1200', height = '675'] = /-(\d+)x(\d+)\./.exec(path) ?? []
      const uses = this.articles.filter(({ cover, body }) => cover === path || body.includes(path)).length
      return {
        id: this.next(),
        path,
        mime: 'image/jpeg',
        width: Number(width),
        height: Number(height),
        bytes: 40_000 + ((index * 7919) % 900_000),
        uses: index < paths.length ? uses : 0,
        addedAt: '2026-03-01T10:00:00+01:00',
      }
    }
    const more = Array.from({ length: count }, (_, index) => `${paths[index % paths.length]}?${index + 2}`)
    this.media = [...paths, ...more].map(medium)
  }

  #vary(): void {
    const changes: Partial<Article>[] = [
      { status: 'draft', publishedAt: null },
      { status: 'ready', publishedAt: null },
      { status: 'published', publishedAt: '2027-01-03T09:00:00+01:00' },
      { status: 'draft', publishedAt: null, summary: '', categoryId: null, cover: null, tags: [] },
    ]
    this.articles = this.articles.map((article, index) => ({ ...article, ...changes[index - 2] }))
  }

  counts(): ArticleCounts {
    const here = this.articles.filter((article) => article.trashedAt === null)
    const scheduled = here.filter((article) => isScheduled(article, Date.now())).length
    const having = (status: string) => here.filter((article) => article.status === status).length
    return {
      all: here.length,
      draft: having('draft'),
      ready: having('ready'),
      published: having('published') - scheduled,
      scheduled,
      trash: this.articles.length - here.length,
      uncategorised: here.filter((article) => article.categoryId === null).length,
    }
  }

  counted(): readonly Category[] {
    return this.categories.map((category) => ({
      ...category,
      articles: this.articles.filter((one) => one.categoryId === category.id && one.trashedAt === null)
        .length,
    }))
  }

  tagList(): readonly Tag[] {
    const counts = new Map<string, number>()
    for (const { tags } of this.articles) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
    this.tags = [...counts]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, articles], index) => ({ id: index + 1, name, slug: name, articles }))
    return this.tags
  }

  authorList(): readonly Author[] {
    return this.authors.map((author) => ({
      ...author,
      articles: this.articles.filter(({ authorIds }) => authorIds.includes(author.id)).length,
    }))
  }

  below(id: number): ReadonlySet<number> {
    const inside = new Set([id])
    for (const { id: child, parentId } of this.categories)
      if (parentId !== null && inside.has(parentId)) inside.add(child)
    return inside
  }

  list(filter: ArticleFilter, sort: ArticleSort | null, offset: number, limit: number): ArticlePage {
    const inside = typeof filter.categoryId === 'number' ? this.below(filter.categoryId) : null
    const tag = this.tagList().find(({ id }) => id === filter.tagId)?.name
    const query = filter.query?.toLowerCase() ?? ''
    const isFound = finder(this, query)
    const rows = this.articles.filter((article) => {
      if ((article.trashedAt !== null) !== (filter.status === 'trash')) return false
      const scheduled = isScheduled(article, Date.now())
      if (filter.status === 'scheduled' && !scheduled) return false
      if (filter.status === 'published' && (article.status !== 'published' || scheduled)) return false
      if ((filter.status === 'draft' || filter.status === 'ready') && article.status !== filter.status)
        return false
      if (inside !== null && (article.categoryId === null || !inside.has(article.categoryId))) return false
      if (filter.categoryId === null && article.categoryId !== null) return false
      if (tag !== undefined && !article.tags.includes(tag)) return false
      if (filter.authorId !== undefined && !article.authorIds.includes(filter.authorId)) return false
      return isFound === null || isFound(article)
    })
    const { by, direction } = sort ?? { by: 'updated', direction: 'descending' }
    const key = (article: Article) =>
      ({
        updated: article.updatedAt,
        published: article.publishedAt ?? '',
        title: article.title,
        words: article.words,
      })[by]
    rows.sort((a, b) => {
      const order =
        typeof key(a) === 'number'
          ? Number(key(a)) - Number(key(b))
          : String(key(a)).localeCompare(String(key(b)))
      return direction === 'ascending' ? order : -order
    })
    return {
      total: rows.length,
      rows: rows.slice(offset, offset + limit).map((article) => row(article, query)),
    }
  }
}

function row(article: Article, query: string): ArticleRow {
  const at = query === '' ? -1 : article.body.toLowerCase().indexOf(query)
  const snippet =
    at < 0
      ? {}
      : {
          snippet: `…${article.body.slice(Math.max(0, at - 40), at)}\u0002${article.body.slice(at, at + query.length)}\u0003${article.body.slice(at + query.length, at + 90)}…`,
        }
  return { ...article, ...snippet }
}
