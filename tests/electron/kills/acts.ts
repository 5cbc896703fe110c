/** What a process may be killed in: how the ground is laid, what is done, and which states may be left. */
import Database from 'better-sqlite3'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { exportSite } from '../../../electron/publish/export-site.ts'
import { mendSite } from '../../../electron/publish/mend-site.ts'
import { intake } from '../../../electron/intake/intake.ts'
import { archiveLibrary } from '../../../electron/library/archive.ts'
import { listBackups, makeBackup } from '../../../electron/library/backups.ts'
import { diagnose } from '../../../electron/library/doctor.ts'
import { openLibrary } from '../../../electron/library/library.ts'
import { schemaVersion } from '../../../electron/library/migrate.ts'
import { MIGRATIONS } from '../../../electron/library/migrations/index.ts'
import { rescueBeside } from '../../../electron/library/rescue.ts'
import { restoreBeside } from '../../../electron/library/restore.ts'
import { writeLibraryAt } from '../library/history.ts'
import { richLibrary } from '../library/damage.ts'
import { png } from '../library/pictures.ts'
import { contentsOf, openNow, treeOf } from './looks.ts'

/** One act that changes files. All that it needs lies in one folder. */
export interface KillAct {
  readonly name: string
  /** Makes what is there before. */
  prepare(folder: string): Promise<void> | void
  /** Does it. */
  run(folder: string): Promise<unknown>
  /**
   * What stands there now, brought in order as the next start does: the same text for the same state. Throws when
   * that is not whole.
   */
  state(folder: string): Promise<string> | string
}

const DAY = 24 * 3_600_000
const library = (folder: string) => join(folder, 'library')
const site = (folder: string) => join(folder, 'site')

/** A later opening: what was begun a day before belongs to nobody. */
const later = () => new Date(Date.now() + DAY + 3_600_000)

export const ACTS: readonly KillAct[] = [
  ...MIGRATIONS.slice(0, -1).map(({ version }) => migrating(version)),
  {
    name: 'export',
    async prepare(folder) {
      rich(folder)
      await publish(folder)
      await change(folder)
    },
    run: publish,
    state(folder) {
      mendSite(site(folder))
      // A lock that was left is nobody's.
      return treeOf(site(folder), (path) => path !== join('.longhand', 'lock'))
    },
  },
  {
    name: 'first export',
    prepare: rich,
    run: publish,
    state(folder) {
      mendSite(site(folder))
      return treeOf(site(folder), (path) => !path.startsWith('.longhand'))
    },
  },
  {
    name: 'intake',
    prepare(folder) {
      rich(folder)
      const posts = join(folder, 'posts')
      mkdirSync(posts)
      for (let index = 0; index < 12; index++) {
        const text = `# Post ${index}\n\n![pad](pad-${index}.png)\n\n${'Een zin over de zee. '.repeat(40)}\n`
        writeFileSync(join(posts, `${index}.md`), text)
        writeFileSync(join(posts, `pad-${index}.png`), png(20 + index, 10))
      }
    },
    run: (folder) => withLibrary(folder, (open) => intake(open, [join(folder, 'posts')])),
    state: (folder) => openNow(library(folder)),
  },
  {
    name: 'backup',
    async prepare(folder) {
      rich(folder)
      await makeBackup(library(folder), { now: new Date(Date.UTC(2026, 0, 1)) })
      await change(folder)
    },
    run: (folder) => makeBackup(library(folder)),
    async state(folder) {
      const whole = listBackups(join(library(folder), 'backups')).map(({ file }) => contentsOf(file))
      await makeBackup(library(folder), { now: later() })
      const left = readdirSync(join(library(folder), 'backups'), { recursive: true }).map(String)
      // Those of today are kept for a day: they may belong to a backup that is under way.
      if (left.some((name) => name.includes('.part') && !isYoung(join(library(folder), 'backups', name)))) {
        throw new Error(`left over: ${left.join(', ')}`)
      }
      return [openNow(library(folder)), ...whole].join('\n')
    },
  },
  {
    name: 'archive',
    async prepare(folder) {
      rich(folder)
      await archiveLibrary(library(folder), join(folder, 'carry.zip'))
      await change(folder)
    },
    run: (folder) => archiveLibrary(library(folder), join(folder, 'carry.zip')),
    async state(folder) {
      const unpacked = join(folder, 'unpacked')
      await restoreBeside(join(folder, 'carry.zip'), unpacked)
      return openNow(unpacked)
    },
  },
  {
    name: 'restore',
    async prepare(folder) {
      rich(folder)
      await makeBackup(library(folder), { now: new Date(Date.UTC(2026, 0, 1)) })
      await change(folder)
    },
    run: (folder) =>
      restoreBeside(listBackups(join(library(folder), 'backups'))[0]?.file ?? '', library(folder)),
    state: swapped,
  },
  {
    name: 'restore of an archive',
    async prepare(folder) {
      rich(folder)
      await archiveLibrary(library(folder), join(folder, 'carry.zip'))
      await change(folder)
    },
    run: (folder) => restoreBeside(join(folder, 'carry.zip'), library(folder)),
    state: swapped,
  },
  {
    name: 'rescue',
    prepare(folder) {
      rich(folder)
      // The root page of one table is gone: the rest can be read.
      const db = new Database(join(library(folder), 'library.db'))
      const page = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'tag'").pluck().get() as number
      const size = db.pragma('page_size', { simple: true }) as number
      db.close()
      damage(join(library(folder), 'library.db'), page * size - size, 8)
    },
    run: (folder) => rescueBeside(library(folder)),
    state(folder) {
      const left = readdirSync(folder)
      try {
        return swapped(folder)
      } catch (error) {
        // The damaged one is what stood there before.
        if (diagnose(library(folder)).state !== 'damaged' || !left.includes('library')) throw error
        return 'damaged, as before'
      }
    },
  },
  {
    name: 'emptying the trash',
    async prepare(folder) {
      rich(folder)
      await withLibrary(folder, (open) => {
        const { path } = open.media.add('weg.png', png(9, 9))
        open.media.trash([path])
        open.articles.trash([1, 2, 3, 4, 5])
      })
    },
    run: (folder) => withLibrary(folder, (open) => open.trash.empty()),
    async state(folder) {
      const told = openNow(library(folder))
      const known = await withLibrary(folder, ({ media, trash }) =>
        [...media.list(), ...trash.list().media].map(({ path }) => path),
      )
      const files = readdirSync(join(library(folder), 'media'))
      const stray = files.filter((name) => !known.includes(`media/${name}`))
      if (stray.length > 0) throw new Error(`files of no row: ${stray.join(', ')}`)
      return told
    },
  },
]

function migrating(version: number): KillAct {
  return {
    name: `migration from ${version}`,
    prepare: (folder) => {
      mkdirSync(library(folder))
      writeLibraryAt(version, join(library(folder), 'library.db'))
    },
    run: (folder) => withLibrary(folder, () => null),
    state(folder) {
      const db = new Database(join(library(folder), 'library.db'))
      const reached = schemaVersion(db)
      db.close()
      if (reached < version) throw new Error(`the schema went back to ${reached}`)
      // Each step is whole by itself: from wherever it stopped, the rest of the way leads to the same rows.
      return openNow(library(folder), { pictures: false })
    },
  }
}

/** Of that day: whatever the clock says, the same library makes the same site. */
async function publish(folder: string): Promise<void> {
  const open = openLibrary(library(folder))
  try {
    await exportSite(open, site(folder), { date: '2030-01-01', threads: 1 })
  } finally {
    open.close()
  }
}

/** Turns the bits of some bytes of a file over. */
function damage(file: string, at: number, length: number): void {
  const bytes = readFileSync(file)
  for (let index = at; index < at + length; index++) bytes[index] = (bytes[index] ?? 0) ^ 0xff
  writeFileSync(file, bytes)
}

/** Whether a file was begun within a day. */
function isYoung(file: string): boolean {
  return Date.now() - statSync(file).mtimeMs < DAY
}

/** The library after an act that puts another in its place, and nothing left beside it that nobody knows of. */
function swapped(folder: string): string {
  // The next start is later: whoever swapped is no longer at it.
  const journal = join(folder, '.library.swap.json')
  const then = new Date(Date.now() - 60_000)
  if (existsSync(journal)) utimesSync(journal, then, then)
  const state = openNow(library(folder))
  if (existsSync(journal)) throw new Error('left over: the note of a swap')
  return state
}

function rich(folder: string): void {
  richLibrary(library(folder)).close()
}

/** Something that tells the new state from the old one. */
function change(folder: string): Promise<void> {
  return withLibrary(folder, (open) => {
    for (let id = 6; id < 20; id++)
      open.articles.save(id, open.articles.get(id).version, { title: `Nieuw ${id}` })
    open.media.add('nieuw.png', png(31, 7))
  })
}

async function withLibrary<T>(folder: string, work: (open: ReturnType<typeof openLibrary>) => T): Promise<T> {
  const open = openLibrary(library(folder))
  try {
    return work(open)
  } finally {
    open.close()
  }
}
