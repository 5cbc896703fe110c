import { createHash } from 'node:crypto'
import type { Article } from '../../core/article.ts'
import type { CopiedArticle, CopyComparison } from '../../core/bridge/sharing.ts'
import { Failure, failureData } from '../../core/errors.ts'
import type { Library } from './library.ts'
import { openLibrary } from './library.ts'
import { withCopy } from './sync-copies.ts'
import { instant } from './time.ts'

/** What is known of our articles for a comparison. */
interface Ours {
  readonly library: Library
  /** Everything of each article, by its number. */
  readonly whole: ReadonlyMap<number, string>
  /** The words of every article. */
  readonly words: ReadonlySet<string>
}

/**
 * Compares a copy with the library that it lies beside; neither is written to. A copy that can't be read is told of
 * with the reason.
 * @throws Failure when the library itself can't be read
 */
export async function compareCopy(folder: string, name: string): Promise<CopyComparison> {
  const library = openLibrary(folder, { readonly: true })
  try {
    return await withCopy(folder, name, (copy) => compare(name, copy, oursOf(library)))
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { name, failure: failureData(error), articles: 0, known: 0, different: [] }
  } finally {
    library.close()
  }
}

function compare(name: string, copy: Library, ours: Ours): CopyComparison {
  const keys = keysOf(copy)
  const different: CopiedArticle[] = []
  let articles = 0
  for (const theirs of copy.articles.iterate()) {
    articles++
    if (keys.whole(theirs) === ours.whole.get(theirs.id)) continue
    const found = differenceOf(theirs, ours)
    if (found) different.push(found)
  }
  different.sort((a, b) => utc(b.updatedAt) - utc(a.updatedAt) || a.id - b.id)
  return { name, failure: null, articles, known: articles - different.length, different }
}

/** Null when its words are here already: in the same article, in a revision of it, or in one that was brought in. */
function differenceOf(theirs: Article, ours: Ours): CopiedArticle | null {
  const same = sameArticle(ours.library, theirs)
  if (same === null && ours.words.has(wordsKey(theirs))) return null
  if (same !== null && isRemembered(ours.library, same, theirs)) return null
  const { id, title, updatedAt, words } = theirs
  const isNewer = same !== null && (utc(updatedAt) - utc(same.updatedAt) || theirs.version - same.version) > 0
  const standing = same === null ? 'missing' : isNewer ? 'newer' : 'older'
  return { id, title, updatedAt, words, standing, titleHere: same?.title ?? '' }
}

/**
 * Our article that began as the same one. Two that were begun on two computers may have one number, but hardly in the
 * same second; what lies in the trash does not count, since nobody would find its revisions there.
 */
export function sameArticle(library: Library, theirs: Article): Article | null {
  try {
    const ours = library.articles.get(theirs.id)
    return ours.createdAt === theirs.createdAt && ours.trashedAt === null ? ours : null
  } catch (error) {
    if (error instanceof Failure && error.code === 'notFound') return null
    throw error
  }
}

function isRemembered(library: Library, ours: Article, theirs: Article): boolean {
  const key = wordsKey(theirs)
  const heads = library.revisions.list(ours.id).filter(({ words }) => words === theirs.words)
  return heads.some(({ id }) => wordsKey(library.revisions.get(id).state) === key)
}

function oursOf(library: Library): Ours {
  const keys = keysOf(library)
  const whole = new Map<number, string>()
  const words = new Set<string>()
  for (const article of library.articles.iterate()) {
    whole.set(article.id, keys.whole(article))
    words.add(wordsKey(article))
  }
  return { library, whole, words }
}

/** Keys of articles in which categories and authors stand by name: their numbers may mean others elsewhere. */
function keysOf(library: Library): { whole(article: Article): string } {
  const categories = new Map(library.categories.list().map(({ id, slug }) => [id, slug]))
  const authors = new Map(library.authors.list().map(({ id, slug }) => [id, slug]))
  return {
    whole: ({ version: _version, updatedAt: _updatedAt, words: _words, ...article }) =>
      keyOf([
        Object.entries(article),
        categories.get(article.categoryId ?? 0) ?? null,
        article.authorIds.map((id) => authors.get(id)),
      ]),
  }
}

function wordsKey({ title, summary, body }: Pick<Article, 'title' | 'summary' | 'body'>): string {
  return keyOf([title, summary, body])
}

function keyOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64')
}

function utc(timestamp: string): number {
  return instant(timestamp) ?? 0
}
