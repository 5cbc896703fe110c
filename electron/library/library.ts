import { mkdirSync, readdirSync, rmSync, rmdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { ArticleCounts, ArticleFilter, ArticlePage, ArticleSort, Changed } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import type { OldSlug } from '../../core/slug.ts'
import { countArticles, listArticles } from './article-list.ts'
import { type ActStore, actStore } from './acts.ts'
import { type ArticleStore, articleStore } from './articles.ts'
import { type AuthorStore, authorStore } from './authors.ts'
import { type CategoryStore, categoryStore } from './categories.ts'
import { type Change, Connection, type RowsWatcher } from './connection.ts'
import { createDatabase, openDatabase } from './database.ts'
import { systemCode, withFiles } from './files.ts'
import { BACKUPS, dropStoppedSwap, finishSwap } from './folder-swap.ts'
import { type Kin, kin } from './kin.ts'
import { clearGone, MEDIA, type MediaStore, mediaStore } from './media.ts'
import { refreshMediaUses } from './media-uses.ts'
import { isForWriting, readOnlyCopy } from './read-only.ts'
import { type RelatedStore, relatedStore } from './related.ts'
import { type RevisionStore, revisionStore } from './revisions.ts'
import { type SearchStore, searchStore } from './searches.ts'
import { indexFew, indexPending, isIndexed, pendingIds, refreshIndex } from './search-index.ts'
import { type NewSite, type SiteStore, insertSite, siteStore } from './site.ts'
import { oldSlugs } from './slugs.ts'
import { type TagStore, tagStore } from './tags.ts'
import { type TranslationStore, translationStore } from './translations.ts'
import { type TrashStore, trashStore } from './trash.ts'

/** One site's articles and all that belongs to them, open for work. Every write is whole or not at all. */
export interface Library {
  /** Absolute. */
  readonly folder: string
  /** The SQLite file in it. */
  readonly file: string
  readonly site: SiteStore
  readonly articles: ArticleStore & {
    /**
     * See `listArticles` for the order. A search first brings the index up to date with what was just saved, for
     * which it waits its turn as a write does. @throws Failure `file.refused` when that never comes
     */
    list(filter: ArticleFilter, sort: ArticleSort | null, offset: number, limit: number): ArticlePage
    counts(): ArticleCounts
    /** Brings a part of the index up to date now, so that the next search need not; gives whether more is to be done. */
    indexPending(): boolean
  }
  readonly revisions: RevisionStore
  readonly categories: CategoryStore
  readonly tags: TagStore
  readonly authors: AuthorStore
  readonly media: MediaStore
  readonly related: RelatedStore
  readonly searches: SearchStore
  readonly acts: ActStore
  readonly translations: TranslationStore
  readonly trash: TrashStore
  readonly kin: Kin
  /** Addresses that things had before, in a fixed order. */
  oldSlugs(): readonly OldSlug[]
  /** The moment that scheduling and dates go by. */
  now(): Date
  readonly readonly: boolean
  /**
   * How many milliseconds a write waits, in this thread, while another connection writes, before it is refused
   * with `EBUSY`. At first 5,000.
   */
  setPatience(milliseconds: number): void
  /** Differs from an earlier one whenever anyone has written to the library in between. */
  stamp(): string
  /** The parts that other connections have changed since this was asked last; the first time nothing. */
  fromOthers(): readonly Changed[]
  /** Has acts on many articles tell how far they are. */
  watchRows(watcher: RowsWatcher): void
  /** Several calls as one: all of them are written or none. Read-only, it gives one state to read from. */
  transaction<T>(work: () => T): T
  /** One state of the library to read from, for as long as that takes: nobody waits for it. */
  view<T>(work: () => T): T
  /**
   * Has all that is read from now on be of one state of the library, until what is given back is called: for long
   * work of a library that is only read. Nobody waits for it.
   */
  hold(): () => void
  /** Whether that is so. */
  readonly isHeld: boolean
  /** Calls the listener after each commit of this connection; gives what ends that. */
  onChange(listener: (change: Change) => void): () => void
  /** Tells the listeners what another connection of ours, such as a worker's, has committed. */
  announce(change: Change): void
  /** Puts into the file what its log holds. @throws Failure `file.refused` */
  checkpoint(): void
  /** Copies the whole database, as it is now, into a new file; other work goes on meanwhile. @throws Failure `file.refused` */
  copyTo(file: string): Promise<void>
  close(): void
}

export type { Change } from './connection.ts'
export type { NewSite } from './site.ts'

export interface LibraryOptions {
  readonly readonly?: boolean
  readonly now?: () => Date
  /** Another thread of this process has it open; whoever says so keeps SQLite's locks on it. */
  readonly isOpen?: boolean
}

const FILE = 'library.db'

/**
 * Makes a library in a folder that is empty or not yet there.
 * @throws Failure `library.occupied`, `file.refused`, `value.refused`
 */
export function createLibrary(
  folder: string,
  site: NewSite,
  options: Pick<LibraryOptions, 'now'> = {},
): Library {
  const path = resolve(folder)
  claimFolder(path)
  try {
    withFiles(path, () => {
      mkdirSync(join(path, MEDIA))
      mkdirSync(join(path, BACKUPS))
    })
    const file = join(path, FILE)
    const connection = new Connection(createDatabase(file), file, options.now ?? now)
    try {
      insertSite(connection, site)
      refreshIndex(connection)
      refreshMediaUses(connection)
    } catch (error) {
      connection.close()
      throw error
    }
    return libraryOf(path, file, connection)
  } catch (error) {
    discardLibrary(path)
    throw error
  }
}

/**
 * Opens a library and brings it up to date; read-only where nothing can be written, as it is there.
 * @throws Failure `library.missing`, `library.notOne`, `library.newer`, `library.damaged`, `file.refused`
 */
export function openLibrary(folder: string, options: LibraryOptions = {}): Library {
  const path = resolve(folder)
  const file = join(path, FILE)
  // A restore that was stopped between its two renames has left the library beside its place.
  if (!isThere(file)) finishSwap(path)
  else if (!options.readonly) dropStoppedSwap(path)
  if (!isThere(file)) throw new Failure('library.missing', { folder: path })
  try {
    return openInPlace(path, file, options)
  } catch (error) {
    if (!isForWriting(error, file)) throw error
    return openCopy(path, file, options)
  }
}

/** Its media stay where they are; what the copy lacks to be of today is made in the copy. */
function openCopy(path: string, file: string, options: LibraryOptions): Library {
  const copy = readOnlyCopy(file)
  const toDate = openInPlace(dirname(copy), copy, {})
  try {
    while (toDate.articles.indexPending());
  } finally {
    toDate.close()
  }
  return libraryOf(path, file, new Connection(openDatabase(copy, true), file, options.now ?? now))
}

function openInPlace(path: string, file: string, options: LibraryOptions): Library {
  const connect = () =>
    new Connection(openDatabase(file, options.readonly, options.isOpen), file, options.now ?? now)
  let connection = connect()
  try {
    if (options.readonly && !isIndexed(connection)) {
      // Its search index is of an older version, or none: reading alone finds what has been made for it before.
      connection.close()
      openInPlace(path, file, { ...options, readonly: false }).close()
      connection = connect()
    }
    if (!options.readonly) {
      withFiles(path, () => mkdirSync(join(path, MEDIA), { recursive: true }))
      refreshIndex(connection)
      refreshMediaUses(connection)
      clearGone(connection, path)
    }
    return libraryOf(path, file, connection)
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Takes away a closed library that was just made and came to nothing, and its folder unless it holds more. */
export function discardLibrary(folder: string): void {
  for (const made of [FILE, `${FILE}-wal`, `${FILE}-shm`, MEDIA, BACKUPS]) {
    rmSync(join(folder, made), { recursive: true, force: true })
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder)
}

function libraryOf(folder: string, file: string, connection: Connection): Library {
  const stores = {
    articles: articleStore(connection),
    categories: categoryStore(connection),
    media: mediaStore(connection, folder),
  }
  return {
    ...stores,
    folder,
    file,
    site: siteStore(connection),
    articles: {
      ...stores.articles,
      list: (filter, sort, offset, limit) => {
        if (filter.query?.trim()) indexBeforeSearch(connection, folder)
        return listArticles(connection, filter, sort, offset, limit)
      },
      counts: () => countArticles(connection),
      indexPending: () => indexPending(connection),
    },
    revisions: revisionStore(connection),
    tags: tagStore(connection),
    authors: authorStore(connection),
    related: relatedStore(connection),
    searches: searchStore(connection),
    acts: actStore(connection),
    translations: translationStore(connection),
    trash: trashStore(connection, stores),
    kin: kin(connection),
    oldSlugs: () => oldSlugs(connection),
    now: () => connection.now(),
    readonly: connection.readonly,
    setPatience: (milliseconds) => connection.setPatience(milliseconds),
    stamp: () => connection.stamp(),
    fromOthers: () => connection.fromOthers(),
    watchRows: (watcher) => connection.watchRows(watcher),
    transaction: (work) => connection.transaction(work),
    view: (work) => connection.view(work),
    hold: () => connection.hold(),
    get isHeld() {
      return connection.isHeld
    },
    onChange: (listener) => connection.onChange(listener),
    announce: (change) => connection.announce(change),
    checkpoint: () => connection.checkpoint(),
    copyTo: (file) => connection.copyTo(file),
    close: () => connection.close(),
  }
}

/** For a connection that may only read, another does it. */
function indexBeforeSearch(connection: Connection, folder: string): void {
  if (!connection.readonly) return indexFew(connection)
  if (pendingIds(connection, 1).length === 0) return
  const library = openLibrary(folder)
  try {
    while (library.articles.indexPending());
  } finally {
    library.close()
  }
}

/** Makes the folder if need be; one that holds anything to see is refused. */
function claimFolder(folder: string): void {
  withFiles(folder, () => {
    try {
      if (readdirSync(folder).some((name) => !name.startsWith('.'))) {
        throw new Failure('library.occupied', { folder })
      }
    } catch (error) {
      if (systemCode(error) === 'ENOTDIR') throw new Failure('library.occupied', { folder }, { cause: error })
      if (systemCode(error) !== 'ENOENT') throw error
      mkdirSync(folder, { recursive: true })
    }
  })
}

function isThere(file: string): boolean {
  return withFiles(file, () => statSync(file, { throwIfNoEntry: false }) !== undefined)
}

function now(): Date {
  return new Date()
}
