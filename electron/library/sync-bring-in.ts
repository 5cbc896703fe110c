import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Article, ArticlePatch } from '../../core/article.ts'
import type { BroughtAs, CopyReport } from '../../core/bridge/sharing.ts'
import { Failure } from '../../core/errors.ts'
import { sqliteFailure } from './connection.ts'
import { inspectDatabase } from './database.ts'
import { systemCode, withFiles } from './files.ts'
import { type Library, openLibrary } from './library.ts'
import { MEDIA } from './media.ts'
import type { ArticleState } from './revision-state.ts'
import { sameArticle } from './sync-compare.ts'
import { setAside, withCopy } from './sync-copies.ts'

/** Milliseconds that it waits while others write. */
const PATIENCE = 30_000

export interface BringIn {
  readonly id: number
  readonly as: BroughtAs
}

/** Where pictures of the copy are in this library. */
interface Pictures {
  /** The address here of one of theirs; their own when it is nowhere to be found. */
  address(theirs: string): string
  readonly added: number
  readonly missing: readonly string[]
}

/**
 * Brings articles of a copy into the library that it lies beside, all or none, and moves the copy aside. Nothing that
 * is here changes: each comes as an article of its own, or as a revision called `name` of the one that is here.
 * @throws Failure as `withCopy`; `notFound` when the copy has no such article
 */
export async function bringInCopy(
  folder: string,
  file: string,
  articles: readonly BringIn[],
  name: string,
): Promise<CopyReport> {
  // Nothing is read of a copy that is only to be out of the way: it may be one that can't be.
  if (articles.length === 0) {
    return { articles: 0, revisions: 0, media: 0, missing: [], aside: setAside(folder, file) }
  }
  return withCopy(folder, file, (copy) => {
    const library = openLibrary(folder)
    try {
      library.setPatience(PATIENCE)
      const brought = library.transaction(() => bringIn(copy, library, articles, name))
      return { ...brought, aside: setAside(folder, file) }
    } finally {
      library.close()
    }
  })
}

function bringIn(
  copy: Library,
  library: Library,
  articles: readonly BringIn[],
  name: string,
): Omit<CopyReport, 'aside'> {
  const pictures = picturesOf(copy, library)
  const places = placesOf(copy, library)
  let revisions = 0
  for (const { id, as } of articles) {
    const theirs = copy.articles.get(id)
    const state = { ...stateOf(theirs), ...places(theirs), ...withPictures(theirs, pictures) }
    const same = as === 'revision' ? sameArticle(library, theirs) : null
    if (same === null) {
      const made = create(library, state, theirs.updatedAt)
      if (theirs.translationKey !== null) library.translations.mark(made.id, theirs.translationKey)
    } else {
      library.revisions.keep(same.id, state, name)
      revisions++
    }
  }
  const { added, missing } = pictures
  return { articles: articles.length - revisions, revisions, media: added, missing }
}

function stateOf(article: Article): ArticleState {
  const { title, slug, summary, body, status, categoryId, tags, authorIds, cover } = article
  const { coverAlt, language, publishedAt, metaTitle, metaDescription, footerPlace, extra } = article
  return {
    ...{ title, slug, summary, body, status, categoryId, tags, authorIds, cover },
    ...{ coverAlt, language, publishedAt, metaTitle, metaDescription, footerPlace, extra },
  }
}

/** With the slug that it has there, where that is free here. */
function create(library: Library, state: ArticleState, updatedAt: string): Article {
  try {
    return library.articles.create(state, updatedAt)
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'value.refused') throw error
    return library.articles.create({ ...state, slug: '' }, updatedAt)
  }
}

/** Gives an article of the copy the category and authors of those names here; makes those that are not there. */
function placesOf(copy: Library, library: Library): (theirs: Article) => ArticlePatch {
  const categories = new Map(copy.categories.list().map((category) => [category.id, category]))
  const authors = new Map(copy.authors.list().map((author) => [author.id, author]))
  const categoryHere = (id: number | null): number | null => {
    const theirs = id === null ? undefined : categories.get(id)
    if (!theirs) return null
    const parentId = categoryHere(theirs.parentId)
    const here = library.categories
      .list()
      .find((ours) => ours.parentId === parentId && ours.name === theirs.name)
    return (here ?? library.categories.create({ name: theirs.name, parentId })).id
  }
  const authorHere = (id: number): number[] => {
    const theirs = authors.get(id)
    if (!theirs) return []
    const here = library.authors.list().find(({ name }) => name === theirs.name)
    return [(here ?? library.authors.create({ name: theirs.name })).id]
  }
  return ({ categoryId, authorIds }) => ({
    categoryId: categoryHere(categoryId),
    authorIds: authorIds.flatMap(authorHere),
  })
}

/** Addresses of pictures, as they stand in bodies. */
const ADDRESS = /\bmedia\/[^\s()<>"'\\]+/g

function withPictures({ body, cover }: Article, pictures: Pictures): Pick<ArticleState, 'body' | 'cover'> {
  return {
    body: body.replace(ADDRESS, (address) => pictures.address(address)),
    cover: cover === null ? null : pictures.address(cover),
  }
}

/**
 * Pictures are told by their bytes: on two computers two different ones may have got one name, of which the
 * synchroniser renamed one.
 */
function picturesOf(copy: Library, library: Library): Pictures {
  const hashes = new Map(hashesIn(copy).map(({ path, sha256 }) => [path, sha256]))
  const here = new Map(hashesIn(library).map(({ path, sha256 }) => [sha256, path]))
  const known = new Map<string, string>()
  const missing: string[] = []
  let added = 0
  let files: ReadonlyMap<string, string> | null = null
  const find = (address: string): string => {
    const sha256 = hashes.get(address)
    if (sha256 === undefined) return address
    const ours = here.get(sha256)
    if (ours !== undefined) return ours
    files ??= filesByHash(library.folder)
    const file = files.get(sha256)
    if (file === undefined) {
      missing.push(address)
      return address
    }
    added++
    return library.media.add(basename(address), readFileSync(file)).path
  }
  return {
    address: (theirs) => {
      const address = known.get(theirs) ?? find(theirs)
      known.set(theirs, address)
      return address
    },
    get added() {
      return added
    },
    missing,
  }
}

function hashesIn({ file }: Library): { readonly path: string; readonly sha256: string }[] {
  const db = inspectDatabase(file)
  try {
    return db.prepare<[], { path: string; sha256: string }>('SELECT path, sha256 FROM media').all()
  } catch (error) {
    throw sqliteFailure(file, error)
  } finally {
    db.close()
  }
}

/** Every file in the library's folder for pictures, by what is in it. */
function filesByHash(folder: string): Map<string, string> {
  const media = join(folder, MEDIA)
  const files = new Map<string, string>()
  for (const entry of withFiles(media, () => readdirSync(media, { withFileTypes: true }))) {
    if (!entry.isFile()) continue
    const file = join(media, entry.name)
    try {
      files.set(createHash('sha256').update(readFileSync(file)).digest('hex'), file)
    } catch (error) {
      // One that is just being synchronised counts as not there.
      if (systemCode(error) === null) throw error
    }
  }
  return files
}
