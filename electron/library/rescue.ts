import Database from 'better-sqlite3'
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { Failure } from '../../core/errors.ts'
import { sqliteFailure } from './connection.ts'
import { APPLICATION_ID, SCHEMA_VERSION } from './database.ts'
import { withFiles } from './files.ts'
import { finishSwap, journalFile, stagedFolder, swapIn } from './folder-swap.ts'
import { openLibrary } from './library.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { openPages, type Pages } from './raw/pages.ts'
import { shapesAt } from './raw/shapes.ts'
import { readRows, type Walk } from './raw/tables.ts'
import { type MendedArticle, mendRows } from './rescue-mend.ts'
import { rescueMedia } from './rescue-media.ts'
import { type RescuedTable, RowWriter } from './rescue-rows.ts'
import { type OnStep, unwatched } from './steps.ts'
import { themeFiles } from './theme-files.ts'

/** What was rescued, and what was not. */
export interface RescueReport {
  /** The rescued library. */
  readonly folder: string
  /** Where the damaged one lies now, untouched; null when it stayed in its place. */
  readonly aside: string | null
  /** In the rescued library. */
  readonly articles: number
  /** Those that are not as they were. */
  readonly mended: readonly MendedArticle[]
  readonly tables: Readonly<Record<string, RescuedTable>>
  readonly pages: number
  readonly unreadablePages: number
  /** Places in which a row stood that could not be made out. */
  readonly lostRows: number
  /** Media that the library names but that are not in its folder. */
  readonly missing: readonly string[]
}

export interface RescueOptions {
  readonly now?: Date
  readonly onStep?: OnStep
}

/** So many rows are rescued between two looks at whether to stop. */
const ROWS = 200

/**
 * Rescues what can be read of a damaged library and puts that in its place; the damaged one is moved aside and
 * never written to. @throws Failure `library.missing`, `library.notOne` when not one row is to be found; `file.refused`;
 * `cancelled` by `onStep`, and nothing was changed
 */
export async function rescueBeside(folder: string, options: RescueOptions = {}): Promise<RescueReport> {
  const target = resolve(folder)
  finishSwap(target)
  const staged = stagedFolder(target)
  try {
    const report = await rescueInto(target, staged, options)
    const aside = swapIn(staged, target, options.now ?? new Date())
    return { ...report, folder: target, aside }
  } finally {
    if (!existsSync(journalFile(target))) rmSync(staged, { recursive: true, force: true })
  }
}

/** The same into a folder that is not there yet, with the damaged library left in its place. */
export async function rescueInto(
  folder: string,
  into: string,
  { now = new Date(), onStep = unwatched }: RescueOptions = {},
): Promise<RescueReport> {
  const source = join(folder, 'library.db')
  if (!existsSync(source)) throw new Failure('library.missing', { folder })
  withFiles(into, () => mkdirSync(join(into, 'media'), { recursive: true }))
  const pages = withFiles(source, () => openPages(source))
  try {
    const walk: Walk = { unreadable: 0, lostCells: 0 }
    const { tables, mended } = await rescueRows(
      { pages, file: source, walk },
      join(into, 'library.db'),
      now,
      onStep,
    )
    await rescueMedia(folder, into, onStep)
    copyThemes(folder, into)
    onStep('checking', 0, 0)
    const { articles, missing } = finish(into)
    return {
      ...{ folder: into, aside: null, articles, mended, tables, missing },
      ...{ pages: pages.count, unreadablePages: walk.unreadable, lostRows: walk.lostCells },
    }
  } finally {
    pages.close()
  }
}

/** The library's own themes lie beside its file, and are as they were. */
function copyThemes(folder: string, into: string): void {
  for (const { path } of themeFiles(folder)) {
    const target = join(into, path)
    withFiles(join(folder, path), () => {
      mkdirSync(dirname(target), { recursive: true })
      copyFileSync(join(folder, path), target)
    })
  }
}

/** A damaged file, and what could not be read of it so far. */
interface Damaged {
  readonly pages: Pages
  readonly file: string
  readonly walk: Walk
}

async function rescueRows(
  { pages, file, walk }: Damaged,
  target: string,
  now: Date,
  onStep: OnStep,
): Promise<{ tables: Record<string, RescuedTable>; mended: MendedArticle[] }> {
  const version = pages.version >= 1 && pages.version <= SCHEMA_VERSION ? pages.version : SCHEMA_VERSION
  const db = new Database(target)
  try {
    // Nothing is lost when this is stopped: the damaged library is still there.
    db.pragma('journal_mode = OFF')
    db.pragma('synchronous = OFF')
    db.pragma(`application_id = ${APPLICATION_ID}`)
    migrate(db, MIGRATIONS.slice(0, version))
    db.pragma('foreign_keys = OFF')
    const writer = new RowWriter(db, target)
    db.exec('BEGIN')
    let rows = 0
    for (const row of readRows(pages, shapesAt(version), walk)) {
      writer.write(row)
      if (rows++ % ROWS > 0) continue
      onStep('rows', rows, 0)
      await breathe()
    }
    const mended = mendRows(db, writer.cut, now)
    db.exec('COMMIT')
    if (writer.tables.size === 0) throw new Failure('library.notOne', { file })
    // What was kept of the search index and of the ranking is made anew at opening; and it is no state that was before.
    if (version >= 2) db.exec("DELETE FROM note WHERE key IN ('search', 'media_use', 'state')")
    return { tables: Object.fromEntries(writer.tables), mended }
  } catch (error) {
    throw sqliteFailure(target, error)
  } finally {
    db.close()
  }
}

/** Opens what was rescued: brings its schema up to date, fills its search index, counts its words. */
function finish(folder: string): { articles: number; missing: string[] } {
  const library = openLibrary(folder)
  try {
    const missing = library.media
      .list()
      .map(({ path }) => path)
      .filter((path) => !existsSync(join(folder, path)))
    const { all, trash } = library.articles.counts()
    return { articles: all + trash, missing }
  } finally {
    library.close()
  }
}
