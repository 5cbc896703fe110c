import type { Author, Category, Site, Tag } from '../../../core/article.ts'
import { type ArticleHead, type SiteMap, mapSite } from '../../../core/page/index.ts'

export const SITE: Site = {
  name: 'Proef & zo',
  description: 'Een site',
  baseUrl: 'https://example.org/blog/',
  language: 'nl-NL',
  readingSpeed: 200,
  theme: 'magazine',
  themeOptions: {},
  frontTitle: '',
  relatedCount: 3,
  trashDays: null,
}

export const SPORT: Category = {
  id: 1,
  parentId: null,
  position: 0,
  name: 'Sport & gezondheid',
  slug: 'sport',
  description: '',
  cover: null,
  articles: 1,
}
export const LOPEN: Category = { ...SPORT, id: 2, parentId: 1, name: 'Lopen', slug: 'lopen' }
export const TAG: Tag = { id: 1, name: 'enkel', slug: 'enkel', articles: 1 }
export const DAAN: Author = {
  id: 1,
  name: 'Daan',
  slug: 'daan',
  role: '',
  bio: '',
  picture: null,
  articles: 1,
}

/** An article that is out, with nothing but a title unless more is given. */
export function head(id: number, more: Partial<ArticleHead> = {}): ArticleHead {
  return {
    id,
    title: `Artikel ${id}`,
    slug: `artikel-${id}`,
    summary: '',
    status: 'published',
    categoryId: null,
    tags: [],
    authorIds: [],
    cover: null,
    coverAlt: '',
    language: null,
    publishedAt: null,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    trashedAt: null,
    metaTitle: '',
    metaDescription: '',
    footerPlace: null,
    translationKey: null,
    words: 0,
    version: 1,
    ...more,
  }
}

/** A site of these articles. */
export function mapOf(articles: readonly ArticleHead[], site: Partial<Site> = {}): SiteMap {
  return mapSite({
    site: { ...SITE, ...site },
    categories: [SPORT, LOPEN],
    tags: [TAG],
    authors: [DAAN],
    articles,
    related: new Map(),
  })
}
