import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Failure } from '../../../core/errors.ts'
import { makeBackup } from '../../../electron/library/backups.ts'
import { diagnose } from '../../../electron/library/doctor.ts'
import { Keeper } from '../../../electron/library/keeper.ts'
import { type Library, openLibrary } from '../../../electron/library/library.ts'
import { rescueInto } from '../../../electron/library/rescue.ts'
import { bodyOf, copyAsCrashed, harm, laterBodyOf, richLibrary, writeToLog } from './damage.ts'

/** More of them: `LONGHAND_DAMAGED=2000 vitest run rescue`. */
const LIBRARIES = Number(process.env['LONGHAND_DAMAGED'] ?? 120)

let root: string
let plain: string
let crashed: string
let backup: string
let library: Library
const keeper = new Keeper({ patience: 20_000 })

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'longhand-rescue-'))
  library = richLibrary(join(root, 'live'))
  backup = (await makeBackup(library.folder)).file
  library.close()
  plain = join(root, 'plain')
  copyAsCrashed(library.folder, plain)
  library = openLibrary(library.folder)
  writeToLog(library)
  crashed = join(root, 'crashed')
  copyAsCrashed(library.folder, crashed)
})

afterAll(() => {
  keeper.close()
  library.close()
  rmSync(root, { recursive: true, force: true })
})

const filesOf = (folder: string) =>
  ['library.db', 'library.db-wal'].map((name) => {
    const file = join(folder, name)
    // An empty log, which SQLite may put there, is none.
    return createHash('sha256')
      .update(existsSync(file) ? readFileSync(file) : '')
      .digest('hex')
  })

/** How a damaged library ended, and how many of its texts are there to the letter. */
async function mend(folder: string, seed: number): Promise<{ end: string; texts: number }> {
  const before = filesOf(folder)
  const { state } = await keeper.diagnose(folder, { full: true })
  expect(filesOf(folder)).toEqual(before)
  let end = 'opened'
  if (state !== 'sound') {
    const rescue = seed % 3 === 0 ? null : await keeper.run('rescueBeside', folder).catch(nothingLeft)
    end = rescue ? 'rescued' : 'restored'
    const { aside } =
      rescue ?? (await keeper.run('restoreBeside', backupIn(folder), folder, { damaged: true }))
    expect(filesOf(aside ?? '')).toEqual(before)
  }
  const open = openLibrary(folder)
  const texts = new Map([...open.articles.iterate()].map(({ id, body }) => [id, body]))
  open.close()
  expect(diagnose(folder, { full: true })).toMatchObject({ state: 'sound', failure: null })
  const isWhole = (index: number) =>
    texts.get(index) === bodyOf(index) || texts.get(index) === laterBodyOf(index)
  return { end, texts: Array.from({ length: 60 }, (_, index) => index + 1).filter(isWhole).length }
}

/** Where not one row is left, only a backup helps. */
function nothingLeft(error: unknown): null {
  if (error instanceof Failure && error.code === 'library.notOne') return null
  throw error
}

const backupIn = (folder: string) => join(folder, 'backups', basename(backup))

const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).toSorted()

/** What a writer said, row by row; what is made anew is left out. */
function rowsIn(file: string): Record<string, string[]> {
  const db = new Database(file, { readonly: true })
  try {
    const names = db
      .prepare<[], { name: string }>(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'",
      )
      .all()
      .filter(({ name }) => !/^(?:sqlite_|search|note$|media_use$|term|related_state)/.test(name))
    return Object.fromEntries(
      names.map(({ name }) => [name, sorted(db.prepare(`SELECT * FROM "${name}"`).all())]),
    )
  } finally {
    db.close()
  }
}

describe('a library that is whole', () => {
  it('is rescued row by row: nothing is taken for what it is not, such as an index for hidden articles', async () => {
    for (const folder of [plain, crashed]) {
      const [whole, rescued] = [
        join(root, `${basename(folder)}-whole`),
        join(root, `${basename(folder)}-rescued`),
      ]
      cpSync(folder, whole, { recursive: true })
      const { tables } = await rescueInto(folder, rescued)
      openLibrary(whole).close()
      expect(rowsIn(join(rescued, 'library.db'))).toEqual(rowsIn(join(whole, 'library.db')))
      expect(Object.entries(tables).filter(([, { loose, unusable }]) => loose + unusable > 0)).toEqual([])
    }
  })
})

describe('damaged libraries', () => {
  it(
    `end opened, restored or rescued, ${LIBRARIES} of them, and are never written to`,
    { timeout: 600_000 },
    async () => {
      const ends: Record<string, number> = {}
      const whole: number[] = []
      for (let seed = 1; seed <= LIBRARIES; seed++) {
        const folder = join(root, `seed-${seed}`)
        const withLog = seed % 4 === 0
        copyAsCrashed(withLog ? crashed : plain, folder)
        const kind = harm(join(folder, withLog && seed % 8 === 0 ? 'library.db-wal' : 'library.db'), seed)
        const { end, texts } = await mend(folder, seed).catch((error: unknown) => {
          throw new Error(`seed ${seed} (${kind})`, { cause: error })
        })
        ends[end] = (ends[end] ?? 0) + 1
        if (end === 'rescued') whole.push(texts)
        rmSync(folder, { recursive: true, force: true })
      }
      console.log(
        ends,
        `texts whole in a rescued library: ${(whole.reduce((a, b) => a + b, 0) / whole.length).toFixed(1)} of 60`,
      )
      expect(Object.keys(ends).sort()).toEqual(['opened', 'rescued', 'restored'])
    },
  )
})
