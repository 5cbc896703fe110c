import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { UiLanguage } from '../../core/bridge.ts'
import { readFrontMatter } from '../../core/frontmatter.ts'
import { type Library, createLibrary, discardLibrary } from '../library/library.ts'
import { readDate } from './dates.ts'

/** A category in `site.yml`. */
interface SampleCategory {
  readonly name: string
  readonly slug: string
  readonly description: string
  readonly children: readonly SampleCategory[]
}

/** `site.yml` of a sample: part of the application, so its shape is not checked again. */
interface SampleSite {
  readonly name: string
  readonly language: string
  readonly base_url: string
  readonly description: string
  readonly categories: readonly SampleCategory[]
  readonly authors: readonly { name: string; slug: string; role: string; bio: string }[]
}

/** The front matter of a sample article. */
interface SampleArticle {
  readonly title: string
  readonly slug: string
  readonly date: string
  readonly summary: string
  /** Slugs from the root, with slashes between. */
  readonly category: string
  readonly tags: readonly string[]
  /** Slugs. */
  readonly authors: readonly string[]
  readonly image?: string
  readonly image_alt?: string
  readonly draft?: boolean
  /** When it is not the site's. */
  readonly language?: string
  /** What it shares with its translations. */
  readonly translationKey?: string
}

/**
 * Makes the sample library of a language in a new or empty folder; `resources` is the application's folder of that
 * name. Nothing is left behind when it fails.
 * @throws Failure `library.occupied`, `file.refused`
 */
export async function createSample(resources: string, language: UiLanguage, folder: string): Promise<void> {
  const from = join(resources, 'sample', language)
  const site = parse(readFileSync(join(from, 'site.yml'), 'utf8')) as SampleSite
  const library = createLibrary(folder, {
    name: site.name,
    language: site.language,
    baseUrl: site.base_url,
  })
  try {
    library.transaction(() => fill(library, site, from))
    library.close()
  } catch (error) {
    library.close()
    discardLibrary(folder)
    throw error
  }
}

function fill(library: Library, site: SampleSite, from: string): void {
  library.site.update({ description: site.description })
  const categories = new Map<string, number>()
  addCategories(library, site.categories, null, '', categories)
  const authors = new Map(site.authors.map((author) => [author.slug, library.authors.create(author).id]))
  for (const name of filesIn(join(from, 'media'))) {
    library.media.add(name, readFileSync(join(from, 'media', name)))
  }
  for (const name of filesIn(join(from, 'articles')).filter((file) => file.endsWith('.md'))) {
    const text = readFileSync(join(from, 'articles', name), 'utf8')
    addArticle(library, text, { name, categories, authors })
  }
}

function addCategories(
  library: Library,
  categories: readonly SampleCategory[],
  parentId: number | null,
  path: string,
  ids: Map<string, number>,
): void {
  for (const { children, ...category } of categories) {
    const { id } = library.categories.create({ ...category, parentId })
    ids.set(`${path}${category.slug}`, id)
    addCategories(library, children ?? [], id, `${path}${category.slug}/`, ids)
  }
}

interface Known {
  readonly name: string
  readonly categories: ReadonlyMap<string, number>
  readonly authors: ReadonlyMap<string, number>
}

function addArticle(library: Library, text: string, { name, categories, authors }: Known): void {
  const { values, body } = readFrontMatter(text)
  const article = values as unknown as SampleArticle
  const known = <T>(map: ReadonlyMap<string, T>, key: string): T => {
    const value = map.get(key)
    if (value === undefined) throw new Error(`${name}: ${key} is not in site.yml`)
    return value
  }
  if (article.image !== undefined && !library.media.has(article.image)) {
    throw new Error(`${name}: ${article.image} is not in media/ under a name that tells its size`)
  }
  const publishedAt = readDate(article.date)
  const input = {
    title: article.title,
    slug: article.slug,
    summary: article.summary,
    body: body.replace(/^\n+/, ''),
    status: article.draft === true ? 'draft' : 'published',
    publishedAt,
    categoryId: known(categories, article.category),
    tags: article.tags,
    authorIds: article.authors.map((slug) => known(authors, slug)),
    cover: article.image ?? null,
    coverAlt: article.image_alt ?? '',
    language: article.language ?? null,
  } as const
  // Every sample library is the same, whenever it was made.
  const { id } = library.articles.create(input, publishedAt ?? undefined)
  if (article.translationKey !== undefined) library.translations.mark(id, article.translationKey)
}

/** By name, so that every sample library has the same ids. */
function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort()
}
