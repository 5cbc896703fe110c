/** Going on with what stands in a library's place, without losing what was written in the one that stood there. */
import { constants, copyFileSync, existsSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Article, ArticlePatch } from '../../core/article.ts'
import type { Reopened } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import { withFiles } from '../library/files.ts'
import type { Library } from '../library/library.ts'
import { asideOf, type FileWatch } from './health-file.ts'

/** When a session began with a library, so that what was written since can be told. */
export interface Since {
  readonly utc: number
  readonly lastId: number
  /** When articles that were there were made, by number; some hundreds. */
  readonly births: ReadonlyMap<number, string>
  /** The site's name. */
  readonly name: string
}

const MOST_BIRTHS = 500

/** What a library is told by later. */
export function sinceOf(library: Library): Since {
  const { kin, site } = library
  return {
    utc: Date.now() - 1000,
    lastId: kin.lastId(),
    births: kin.births(MOST_BIRTHS),
    name: site.get().name,
  }
}

/** Whether a library is an earlier or later state of the one that was open: they have an article in common. */
export function isKin(other: Library, { births, name }: Since): boolean {
  if (births.size === 0) return other.site.get().name === name
  return [...other.kin.births(MOST_BIRTHS)].some(([id, born]) => births.get(id) === born)
}

/**
 * Makes a file that was written over stand on its own: what others wrote stays in the library's place, and SQLite keeps
 * the old file, so that closing it can no longer mix the two.
 */
export function detach(file: string): void {
  const copy = `${file}.own.part`
  withFiles(file, () => {
    try {
      copyFileSync(file, copy, constants.COPYFILE_FICLONE)
      renameSync(copy, file)
    } finally {
      rmSync(copy, { force: true })
    }
  })
}

/**
 * Takes the log of the library that was open away from the file that stands in its place: it would be played into it.
 * Gives where it lies now: until all that is in it is elsewhere, it is kept.
 */
export function takeStraysAway(file: string, watch: FileWatch, now = new Date()): readonly string[] {
  const aside: string[] = []
  withFiles(file, () => {
    for (const stray of watch.strays()) {
      if (stray.endsWith('-shm')) {
        rmSync(stray, { force: true })
        continue
      }
      const log = asideOf(file, now)
      renameSync(stray, log)
      aside.push(log)
    }
  })
  return aside
}

/** A copy of the library that was open, whole, in a folder of its own from which a backup can be made. */
export async function copyOf(library: Library): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-before-'))
  await library.copyTo(join(folder, 'library.db'))
  const media = join(library.folder, 'media')
  if (existsSync(media)) symlinkSync(media, join(folder, 'media'))
  return folder
}

/**
 * Puts what was written in `before` since the session began into `after`, as the newest version of each article that
 * differs there; what stood there is kept as a revision. One transaction.
 */
export function carryOver(before: Library, after: Library, since: Since, revisionName: string): Reopened {
  const merged: { id: number; title: string }[] = []
  const moved: { from: number; to: number; title: string }[] = []
  const places = new Map<number, number>()
  after.transaction(() => {
    for (const id of before.kin.writtenSince(since.utc, since.lastId)) {
      const ours = before.articles.get(id)
      const theirs = find(after, id)
      if (theirs?.createdAt !== ours.createdAt) {
        const to = put(ours, (patch) => after.articles.create(patch).id, after)
        moved.push({ from: id, to, title: ours.title })
        places.set(id, to)
        continue
      }
      places.set(id, id)
      if (sameWords(ours, theirs)) continue
      after.revisions.record(id, 'before', revisionName)
      put(ours, (patch) => after.articles.save(id, theirs.version, patch).version, after)
      merged.push({ id, title: ours.title })
    }
    keepTranslations(before, after, places)
  })
  return { isCopy: true, merged, moved }
}

/**
 * What an article that was put in `after` is a translation of, it is there too: its place is by its number in `before`.
 * Whoever stands in a group there stays in that.
 */
function keepTranslations(before: Library, after: Library, places: ReadonlyMap<number, number>): void {
  for (const [from, to] of places) {
    const { translationKey } = before.articles.get(from)
    if (translationKey === null) continue
    group(after, to, translationKey)
    for (const { id } of before.translations.of(from)) {
      const isThere = find(after, id)?.createdAt === before.articles.get(id).createdAt
      if (!places.has(id) && isThere) group(after, id, translationKey)
    }
  }
}

function group(library: Library, id: number, key: string): void {
  if (library.articles.get(id).translationKey === null) library.translations.mark(id, key)
}

function find(library: Library, id: number): Article | null {
  try {
    return library.articles.get(id)
  } catch (error) {
    if (error instanceof Failure && error.code === 'notFound') return null
    throw error
  }
}

function sameWords(a: Article, b: Article): boolean {
  return WORDS.every((field) => a[field] === b[field]) && a.tags.join('\n') === b.tags.join('\n')
}

const WORDS = ['title', 'summary', 'body', 'coverAlt', 'metaTitle', 'metaDescription'] as const

/** Everything first; where the other library does not take that (a slug, a category it has not), the words alone. */
function put(article: Article, write: (patch: ArticlePatch) => number, into: Library): number {
  const { title, summary, body, tags, coverAlt, metaTitle, metaDescription, extra } = article
  const words: ArticlePatch = { title, summary, body, tags, coverAlt, metaTitle, metaDescription, extra }
  const { slug, status, categoryId, authorIds, cover, language, publishedAt, footerPlace } = article
  const all = { ...words, slug, status, categoryId, authorIds, cover, language, publishedAt, footerPlace }
  try {
    return into.transaction(() => write(all))
  } catch (error) {
    if (!(error instanceof Failure) || !['value.refused', 'notFound'].includes(error.code)) throw error
    return into.transaction(() => write(words))
  }
}
