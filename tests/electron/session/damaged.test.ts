import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { failureData } from '../../../core/errors.ts'
import { makeBackup } from '../../../electron/library/backups.ts'
import { diagnose } from '../../../electron/library/doctor.ts'
import { type Library, openLibrary } from '../../../electron/library/library.ts'
import { allHandlers } from '../../../electron/ipc/handlers/index.ts'
import { Session } from '../../../electron/session/session.ts'
import { fakeHost } from '../fake-host.ts'
import { copyAsCrashed, harm, richLibrary, writeToLog } from '../library/damage.ts'
import { sharedKeeper } from '../shared-keeper.ts'

/** More of them: `LONGHAND_DAMAGED=2000 vitest run session/damaged`. */
const LIBRARIES = Number(process.env['LONGHAND_DAMAGED'] ?? 40)

let root: string
let library: Library
const keeper = sharedKeeper()
/** The first seed: `LONGHAND_SEED`. */
const FIRST = Number(process.env['LONGHAND_SEED'] ?? 1)
/** What a damaged row did to the program; each is told, none brings it down. */
const unforeseen = new Set<string>()
const [plain, crashed, backedUp] = ['plain', 'crashed', 'backed-up']

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'longhand-damaged-'))
  const live = join(root, 'live')
  library = richLibrary(live)
  library.close()
  copyAsCrashed(live, join(root, plain))
  await makeBackup(live)
  copyAsCrashed(live, join(root, backedUp))
  library = openLibrary(live)
  writeToLog(library)
  copyAsCrashed(live, join(root, crashed))
})

afterAll(() => {
  keeper.close()
  library.close()
  rmSync(root, { recursive: true, force: true })
})

/** An application as it starts, with this library open when it ended last. */
async function started(folder: string) {
  const host = { ...fakeHost(), startKeeper: keeper.start }
  const session = new Session(host)
  session.settings.update({ lastLibrary: folder })
  await session.reopenLast()
  return { session, host, ask: allHandlers(session) }
}

type Started = Awaited<ReturnType<typeof started>>

function quit({ session, host }: Started): void {
  session.quit()
  rmSync(join(host.userData, '..'), { recursive: true, force: true })
}

const hashes = (folder: string) =>
  ['library.db', 'library.db-wal'].map((name) => {
    const file = join(folder, name)
    // An empty log is none.
    return createHash('sha256')
      .update(existsSync(file) ? readFileSync(file) : '')
      .digest('hex')
  })

/** What a writer would be led through; gives how it ended. The library is open then. */
async function lead(app: Started, folder: string, seed: number): Promise<string> {
  const before = hashes(folder)
  const { library: open, refused } = app.session.state()
  if (open) return 'opened'
  expect(refused?.folder).toBe(folder)
  const { backups } = await app.ask['care.state']({})
  const [newest] = backups
  const { end, aside } =
    newest && seed % 2 === 0
      ? { end: 'restored', ...(await app.ask['care.restore']({ file: newest.file })) }
      : await rescueOrBegin(app)
  expect(hashes(aside!)).toEqual(before)
  return end
}

async function rescueOrBegin({ ask }: Started): Promise<{ end: string; aside: string | null }> {
  try {
    return { end: 'rescued', ...(await ask['care.rescue']({})) }
  } catch (error) {
    // Where not one row is left.
    expect(failureData(error).code).toBe('library.notOne')
    return { end: 'begun anew', ...(await ask['care.startAnew']({ name: 'Proef', language: 'nl-NL' })) }
  }
}

/** An open library answers what a window asks first; damage that is met on the way is told and leads out. */
async function look(app: Started): Promise<'sound' | 'met'> {
  try {
    for (const row of (await app.ask['article.list']({ filter: {}, sort: null, offset: 0, limit: 99 }))
      .rows) {
      await app.ask['article.get']({ id: row.id })
    }
    await app.ask['category.list']({})
    return 'sound'
  } catch (error) {
    expect(failureData(error).code, String(error)).toMatch(/^(library\.damaged|notFound|unexpected)$/)
    if (failureData(error).code === 'unexpected') unforeseen.add(String(error))
    app.session.noticeFailure(failureData(error))
    await vi.waitFor(() => expect(app.session.state().damage).not.toBeNull(), { timeout: 60_000 })
    return 'met'
  }
}

describe('the application with a damaged library', () => {
  it(
    `opens, restores, rescues or begins anew, ${LIBRARIES} times, and loses no damaged file`,
    { timeout: 1_800_000 },
    async () => {
      const ends: Record<string, number> = {}
      let met = 0
      for (let seed = FIRST; seed < FIRST + LIBRARIES; seed++) {
        const folder = join(root, `seed-${seed}`)
        const from = [plain, backedUp, crashed, backedUp][seed % 4]!
        cpSync(join(root, from), folder, { recursive: true })
        const isLog = from === crashed && seed % 8 === 2
        const kind = harm(join(folder, isLog ? 'library.db-wal' : 'library.db'), seed)
        try {
          const app = await started(folder)
          let end = await lead(app, folder, seed)
          if ((await look(app)) === 'met') {
            met++
            await app.ask['care.examine']({})
            end = await lead(app, folder, seed)
            expect(await look(app)).toBe('sound')
          }
          quit(app)
          ends[end] = (ends[end] ?? 0) + 1
        } catch (error) {
          throw new Error(`seed ${seed} (${kind} of ${from})`, { cause: error })
        }
        rmSync(folder, { recursive: true, force: true })
      }
      console.log(
        ends,
        [...unforeseen],
        `met while open: ${met}; processes brought down: ${keeper.starts() - 1}`,
      )
      expect(Object.keys(ends)).toEqual(expect.arrayContaining(['opened', 'restored', 'rescued']))
    },
  )
})

describe('the application with a sound library', () => {
  it('never calls it damaged, though it was killed again and again with saves in its log', async () => {
    const folder = join(root, 'killed')
    cpSync(join(root, plain), folder, { recursive: true })
    const source = join(import.meta.dirname, '../../../electron/library/library.ts')
    for (let turn = 1; turn <= 2; turn++) {
      const script = `
        import { openLibrary } from ${JSON.stringify(source)}
        const library = openLibrary(${JSON.stringify(folder)})
        for (let count = 0; count < ${turn * 20}; count++) library.articles.create({ title: 'x', body: 'y'.repeat(5000) })
        process.kill(process.pid, 'SIGKILL')`
      expect(() =>
        execFileSync(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' }),
      ).toThrow('Command failed')
      expect(diagnose(folder, { full: true })).toMatchObject({ state: 'sound', failure: null })
      const app = await started(folder)
      expect(app.session.state()).toMatchObject({ refused: null, damage: null, library: { folder } })
      expect(await look(app)).toBe('sound')
      quit(app)
    }
  })
})
