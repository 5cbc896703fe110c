/**
 * What main accepts from the window, checked at the border: the window is not trusted. The type of every schema
 * is held against `core/bridge.ts`, so neither can change without the other.
 */
import { z } from 'zod'
import type { Args, RequestName } from '../../core/bridge.ts'

/** Longest text of one field; a body of three million words is still below it. */
const LONGEST_BODY = 20_000_000
const LONGEST_FIELD = 20_000
const MOST_IDS = 100_000
const LARGEST_PICTURE = 100 * 1024 * 1024

const nothing = z.strictObject({})
const id = z.int().positive()
const ids = z.array(id).max(MOST_IDS).readonly()
const text = z.string().max(LONGEST_FIELD)
const line = z.string().max(1_000)
const path = z.string().min(1).max(4_096)
const status = z.enum(['draft', 'ready', 'published'])
const uiLanguage = z.enum(['nl', 'en'])
const languageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'a BCP 47 language tag')
const timestamp = z.iso.datetime({ offset: true })
const mediaPath = z
  .string()
  .max(500)
  .regex(/^media\/[^/\\]+$/, 'an address in media/')

const articlePatch = z.strictObject({
  title: line.optional(),
  slug: line.optional(),
  summary: text.optional(),
  body: z.string().max(LONGEST_BODY).optional(),
  status: status.optional(),
  categoryId: id.nullable().optional(),
  tags: z.array(line).max(200).readonly().optional(),
  authorIds: z.array(id).max(50).readonly().optional(),
  cover: mediaPath.nullable().optional(),
  coverAlt: line.optional(),
  language: languageTag.nullable().optional(),
  publishedAt: timestamp.nullable().optional(),
  metaTitle: line.optional(),
  metaDescription: text.optional(),
  extra: z.record(z.string(), z.unknown()).readonly().optional(),
})

const filter = z.strictObject({
  status: z.enum(['draft', 'ready', 'published', 'scheduled', 'trash']).optional(),
  categoryId: id.nullable().optional(),
  tagId: id.optional(),
  authorId: id.optional(),
  query: line.optional(),
})

const sort = z.strictObject({
  by: z.enum(['updated', 'published', 'title', 'words']),
  direction: z.enum(['ascending', 'descending']),
})

const width = z.number().min(0).max(10_000)

export const placeSchema = z.strictObject({
  view: z.enum(['write', 'split', 'preview']),
  filter,
  sort,
  articleId: id.nullable(),
  sidebarWidth: width,
  listWidth: width,
  inspectorWidth: width,
  sidebarOpen: z.boolean(),
  listOpen: z.boolean(),
  inspectorOpen: z.boolean(),
})

export const settingsSchema = z.strictObject({
  language: z.enum(['nl', 'en', 'system']),
  appearance: z.enum(['light', 'dark', 'system']),
  writingFace: z.enum(['quattro', 'serif']),
  spellCheck: z.boolean(),
})

const baseUrl = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .or(z.literal(''))

const sitePatch = z
  .strictObject({
    name: line.min(1),
    description: text,
    baseUrl,
    language: languageTag,
    readingSpeed: z.int().min(50).max(1_000),
    theme: z
      .string()
      .max(100)
      .regex(/^[a-z0-9-]+$/),
    themeOptions: z.record(z.string().max(100), z.string().max(2_000)).readonly(),
    frontTitle: line,
    relatedCount: z.int().min(0).max(12),
  })
  .partial()

/** A failure that the window reports back; only ever shown or logged, never acted on. */
const failure = z
  .object({ code: z.string().max(100), detail: z.record(z.string(), z.unknown()) })
  .nullable() as unknown as z.ZodType<Args<'app.flushed'>['failure']>

/** One schema a request, in the order of the contract. */
export const schemas: { readonly [R in RequestName]: z.ZodType<Args<R>> } = {
  'app.state': nothing,
  'app.setSettings': z.strictObject({ settings: settingsSchema.partial() }),
  'app.setPlace': z.strictObject({ place: placeSchema }),
  'app.flushed': z.strictObject({ token: z.int(), failure }),
  'app.openLink': z.strictObject({ url: z.string().max(4_000) }),

  'library.chooseParent': nothing,
  'library.create': z.strictObject({ name: line.min(1), language: languageTag, parent: path }),
  'library.openSample': z.strictObject({ language: uiLanguage }),
  'library.chooseAndOpen': nothing,
  'library.openRecent': z.strictObject({ folder: path }),
  'library.forgetRecent': z.strictObject({ folder: path }),
  'library.close': nothing,

  'library.backups': nothing,
  'library.restoreBackup': z.strictObject({ file: path }),
  'library.rescue': nothing,

  'site.update': z.strictObject({ patch: sitePatch }),

  'article.list': z.strictObject({
    filter,
    sort: sort.nullable(),
    offset: z.int().min(0),
    limit: z.int().min(0).max(1_000),
  }),
  'article.counts': nothing,
  'article.get': z.strictObject({ id }),
  'article.find': z.strictObject({ slug: line }),
  'article.create': z.strictObject({
    title: line.optional(),
    categoryId: id.nullable().optional(),
    language: languageTag.optional(),
  }),
  'article.save': z.strictObject({ id, baseVersion: z.int().min(0), patch: articlePatch }),
  'article.duplicate': z.strictObject({ id }),
  'article.trash': z.strictObject({ ids }),
  'article.restore': z.strictObject({ ids }),
  'article.delete': z.strictObject({ ids }),

  'revision.list': z.strictObject({ articleId: id }),
  'revision.get': z.strictObject({ id }),
  'revision.record': z.strictObject({ articleId: id, name: line }),
  'revision.restore': z.strictObject({ id }),

  'category.list': nothing,
  'category.create': z.strictObject({ name: line, parentId: id.nullable() }),
  'category.update': z.strictObject({
    id,
    patch: z.strictObject({
      name: line.optional(),
      slug: line.optional(),
      description: text.optional(),
      cover: mediaPath.nullable().optional(),
    }),
  }),
  'category.move': z.strictObject({ id, parentId: id.nullable(), index: z.int().min(0) }),
  'category.delete': z.strictObject({ id, moveTo: id.nullable() }),

  'tag.list': nothing,
  'tag.rename': z.strictObject({ id, name: line }),
  'tag.delete': z.strictObject({ id }),

  'author.list': nothing,
  'author.create': z.strictObject({ name: line }),
  'author.update': z.strictObject({
    id,
    patch: z.strictObject({
      name: line.optional(),
      slug: line.optional(),
      role: line.optional(),
      bio: text.optional(),
      picture: mediaPath.nullable().optional(),
    }),
  }),
  'author.delete': z.strictObject({ id }),

  'related.list': z.strictObject({ articleId: id, limit: z.int().min(0).max(200) }),
  'related.pin': z.strictObject({ articleId: id, pinned: ids }),
  'related.hide': z.strictObject({ articleId: id, hidden: ids }),

  'media.add': z.strictObject({
    name: line,
    bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= LARGEST_PICTURE, 'at most 100 MB'),
  }),
  'media.choose': nothing,
  'media.list': nothing,

  'export.choose': nothing,
  'export.last': nothing,
  'export.start': z.strictObject({ folder: path }),
  'export.cancel': nothing,
  'export.show': z.strictObject({ folder: path, how: z.enum(['browser', 'folder']) }),

  'intake.choose': z.strictObject({ what: z.enum(['files', 'folder']) }),
  'intake.start': z.strictObject({ paths: z.array(path).min(1).max(10_000).readonly() }),
  'intake.cancel': nothing,
}
