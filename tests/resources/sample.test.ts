import { readFileSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { imageSize } from 'image-size'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const SAMPLE = join(import.meta.dirname, '../../resources/sample')
const ISO_WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
/** What is dated later than the samples' year is scheduled. */
const YEAR_OF_THE_SAMPLES = '2025'

interface Category {
  readonly name: string
  readonly slug: string
  readonly description: string
  readonly children: readonly Category[]
}

const category: z.ZodType<Category> = z.lazy(() =>
  z.strictObject({
    name: z.string().min(1),
    slug: z.string().regex(SLUG),
    description: z.string().min(1),
    children: z.array(category),
  }),
)

const siteFile = z.strictObject({
  name: z.string().min(1),
  language: z.string().regex(/^[a-z]{2}-[A-Z]{2}$/),
  base_url: z.string().regex(/^https:\/\/[a-z-]+\.example$/),
  description: z.string().min(1),
  categories: z.array(category),
  authors: z.array(
    z.strictObject({
      name: z.string().min(1),
      slug: z.string().regex(SLUG),
      role: z.string().min(1),
      bio: z.string().min(1),
    }),
  ),
})

const frontMatter = z.strictObject({
  title: z.string().min(1),
  slug: z.string().regex(SLUG),
  date: z.string().regex(ISO_WITH_OFFSET),
  summary: z.string().min(120).max(200),
  category: z.string().min(1),
  tags: z.array(z.string().min(1)).min(3).max(5),
  authors: z.array(z.string()).min(1),
  image: z.string().regex(/^media\/[a-z0-9-]+-1200x675\.jpg$/),
  image_alt: z.string().min(1),
  draft: z.literal(true).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2}-[A-Z]{2}$/)
    .optional(),
  translationKey: z.string().regex(SLUG).optional(),
})

/** The slug paths of the tree, such as `bewegen` and `bewegen/hardlopen`. */
function slugPaths(categories: readonly Category[], above = ''): string[] {
  return categories.flatMap(({ slug, children }) => [
    `${above}${slug}`,
    ...slugPaths(children, `${above}${slug}/`),
  ])
}

/** The words of a body: what is between spaces and has a letter or figure, without the addresses of links. */
function countWords(body: string): number {
  return body
    .replace(/\]\([^)]*\)/g, ']')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

function readArticle(file: string) {
  const [, yaml, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(file, 'utf8')) ?? []
  if (yaml === undefined || body === undefined) throw new Error(`${file} has no front matter`)
  return { file, data: parse(yaml) as z.infer<typeof frontMatter>, body }
}

function readSample(language: string) {
  const folder = join(SAMPLE, language)
  const site = parse(readFileSync(join(folder, 'site.yml'), 'utf8')) as z.infer<typeof siteFile>
  const articles = readdirSync(join(folder, 'articles')).map((name) =>
    readArticle(join(folder, 'articles', name)),
  )
  const media = readdirSync(join(folder, 'media'))
  return { folder, site, articles, media }
}

const isPublished = ({ data }: ReturnType<typeof readArticle>) =>
  data.draft !== true && data.date.startsWith(YEAR_OF_THE_SAMPLES)

describe.each([
  { language: 'nl', articles: 14, categories: 4, pictures: 2 },
  { language: 'en', articles: 8, categories: 3, pictures: 1 },
])('the sample library in $language', ({ language, ...atLeast }) => {
  const { folder, site, articles, media } = readSample(language)
  const bySlug = new Map(articles.map((article) => [article.data.slug, article]))

  test('has a complete site file with two authors and enough categories', () => {
    expect(siteFile.parse(site)).toEqual(site)
    expect(site.language.slice(0, 2)).toBe(language)
    expect(site.authors).toHaveLength(2)
    expect(site.categories.length).toBeGreaterThanOrEqual(atLeast.categories)
  })

  test('has enough articles, each under its own slug', () => {
    expect(articles.length).toBeGreaterThanOrEqual(atLeast.articles)
    expect(bySlug.size).toBe(articles.length)
    for (const { file, data } of articles) expect(basename(file)).toBe(`${data.slug}.md`)
  })

  test.each(articles)('has complete front matter in $data.slug', ({ data }) => {
    expect(frontMatter.parse(data)).toEqual(data)
    expect(slugPaths(site.categories)).toContain(data.category)
    for (const author of data.authors) expect(site.authors.map(({ slug }) => slug)).toContain(author)
  })

  test.each(articles)('has 400 to 900 words in $data.slug', ({ body }) => {
    expect(countWords(body)).toBeGreaterThanOrEqual(400)
    expect(countWords(body)).toBeLessThanOrEqual(900)
  })

  test('has articles in every category and by every author', () => {
    const used = articles.map(({ data }) => data.category)
    const empty = slugPaths(site.categories).filter(
      (path) => !used.some((one) => `${one}/`.startsWith(`${path}/`)),
    )
    expect(empty).toEqual([])
    const authors = new Set(articles.flatMap(({ data }) => data.authors))
    expect(site.authors.filter(({ slug }) => !authors.has(slug))).toEqual([])
  })

  test('gives every article a tag that another one has too', () => {
    const lonely = articles.filter(
      (article) =>
        !articles.some(
          (other) => other !== article && other.data.tags.some((tag) => article.data.tags.includes(tag)),
        ),
    )
    expect(lonely.map(({ data }) => data.slug)).toEqual([])
  })

  test('links only to articles that exist, and from published ones only to published ones', () => {
    const broken = articles.flatMap((article) =>
      [...article.body.matchAll(/\]\((?!https:|media\/|#)([^)\s]+)[^)]*\)/g)]
        .map(([, target = '']) => ({
          from: article.data.slug,
          target,
          to: bySlug.get(target.replace(/\.html$/, '')),
        }))
        .filter(
          ({ target, to }) => !target.endsWith('.html') || !to || (isPublished(article) && !isPublished(to)),
        )
        .map(({ from, target }) => `${from} → ${target}`),
    )
    expect(broken).toEqual([])
  })

  test('shows every picture that it has, and has every picture that it shows', () => {
    // A translation has the cover of what it translates, with words of its own.
    const covers = articles.filter(({ data }) => data.language === undefined).map(({ data }) => data.image)
    const inBodies = articles.flatMap(
      ({ body }) => body.match(/(?<=!\[[^\]]+\]\()media\/\S+(?= "[^"]+"\))/g) ?? [],
    )
    expect(new Set(covers).size).toBe(covers.length)
    expect(articles.filter(({ data }) => !covers.includes(data.image))).toEqual([])
    expect(inBodies.length).toBeGreaterThanOrEqual(atLeast.pictures)
    expect([...covers, ...inBodies].toSorted()).toEqual(media.map((name) => `media/${name}`).toSorted())
  })

  test.each(media)('has %s in the size that its name tells, and light enough', (name) => {
    const file = join(folder, 'media', name)
    const { width, height, type } = imageSize(readFileSync(file))
    expect(type).toBe('jpg')
    expect(name.endsWith(`-${width}x${height}.jpg`)).toBe(true)
    expect(statSync(file).size).toBeGreaterThan(20_000)
    expect(statSync(file).size).toBeLessThanOrEqual(60_000)
  })
})

test('the Dutch sample has an article in two languages, alike in all but their words', () => {
  const { articles } = readSample('nl')
  const translated = articles.filter(({ data }) => data.translationKey !== undefined)
  expect(translated.map(({ data }) => data.language)).toEqual([undefined, 'en-GB'])
  const [one, other] = translated.map(({ data: { category, tags, authors, image }, body }) => ({
    ...{ category, tags, authors, image },
    headings: body.match(/^#+ /gm),
    blocks: body.split(/\n{2,}/).length,
    notes: body.match(/\[\^\w+\]/g)?.length,
  }))
  expect(other).toEqual(one)
})

test('the Dutch sample has a draft, a scheduled article and a category with two subcategories', () => {
  const { site, articles } = readSample('nl')
  const unpublished = articles.filter((article) => !isPublished(article))
  expect(unpublished.map(({ data }) => data.draft ?? data.date.slice(0, 4)).toSorted()).toEqual([
    '2030',
    true,
  ])
  expect(site.categories.some(({ children }) => children.length >= 2)).toBe(true)
})
