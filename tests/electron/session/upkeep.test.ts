import { readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { FailureData } from '../../../core/errors.ts'
import { listBackups } from '../../../electron/library/backups.ts'
import { claimElsewhere } from '../../../electron/library/elsewhere.ts'
import type { KeeperProcess } from '../../../electron/library/keeper.ts'
import type { FromKeeper } from '../../../electron/library/keeper-worker.ts'
import type { Library } from '../../../electron/library/library.ts'
import { Upkeep } from '../../../electron/session/upkeep.ts'
import { tempFolder, tempLibrary } from '../library/temp-library.ts'

function upkeepOf(library: Library): { readonly upkeep: Upkeep; readonly logged: string[] } {
  const logged: string[] = []
  const upkeep = new Upkeep(library.folder, { start: undefined, log: (problem) => logged.push(problem) })
  onTestFinished(() => upkeep.close())
  return { upkeep, logged }
}

const backupsOf = (library: Library) => listBackups(join(library.folder, 'backups'))

/** A process that notes what it is asked for, and has nothing to tell. */
function recorder(asked: string[]): KeeperProcess {
  let answer: (message: FromKeeper) => void = () => {}
  return {
    send: ({ token, task }) => {
      asked.push(task)
      queueMicrotask(() => answer({ token, result: null }))
    },
    onMessage: (listener) => (answer = listener),
    onEnd: () => {},
    kill: () => {},
  }
}

describe('the upkeep of an open library', () => {
  it('backs up what was written, once, while the library is in use', async () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Een' })
    const { upkeep, logged } = upkeepOf(library)
    await upkeep.run()
    await upkeep.run()
    expect(backupsOf(library)).toMatchObject([{ articles: 1 }])
    expect(logged).toEqual([])
  })

  it('asks for no backup of a library that was not written to since the last one', async () => {
    const library = tempLibrary()
    await upkeepOf(library).upkeep.run()
    const before = new Date(Date.now() - 3_600_000)
    for (const name of [library.file, `${library.file}-wal`]) utimesSync(name, before, before)
    const asked: string[] = []
    const upkeep = new Upkeep(library.folder, { start: () => recorder(asked), log: () => {} })
    onTestFinished(() => upkeep.close())
    await upkeep.run()
    expect(asked).toEqual(['thinRevisions', 'emptyOldTrash', 'clearLeftOvers'])
    upkeep.changed()
    await upkeep.run()
    // None was due: the change waits for the next time.
    await upkeep.run()
    expect(asked.slice(3)).toEqual(['rollBackups', 'rollBackups'])
  })

  it('copies each backup to the second place, and waits calmly for one that is away', async () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Een' })
    const disk = tempFolder()
    const place = claimElsewhere(disk, library.folder)
    renameSync(place, `${place}-weg`)
    const [logged, made]: [string[], (number | null)[]] = [[], []]
    const upkeep = new Upkeep(library.folder, {
      start: undefined,
      log: (problem) => logged.push(problem),
      elsewhere: () => place,
      onElsewhere: (utc) => made.push(utc),
    })
    onTestFinished(() => upkeep.close())
    await upkeep.run()
    expect([made, logged]).toEqual([[], []])
    renameSync(`${place}-weg`, place)
    await upkeep.run()
    expect(made).toEqual([backupsOf(library)[0]?.utc])
    expect(listBackups(place)).toHaveLength(1)
    // It has the newest already: there is nothing to do.
    await upkeep.run()
    expect(made).toHaveLength(1)
  })

  it('tells of damage that the check of a backup finds', async () => {
    const library = tempLibrary()
    const { file } = library
    library.close()
    writeFileSync(file, readFileSync(file).fill(0xab, 4096 * 3, 4096 * 9))
    const found: FailureData[] = []
    const upkeep = new Upkeep(library.folder, {
      start: undefined,
      log: () => {},
      onFailure: (failure) => found.push(failure),
    })
    onTestFinished(() => upkeep.close())
    await upkeep.run()
    expect(found).toMatchObject([{ code: 'library.damaged', detail: { file } }])
  })

  it('thins revisions', async () => {
    const year = 365 * 24 * 3_600_000
    let now = Date.now() - 2 * year
    const library = tempLibrary({ now: () => new Date(now) })
    const { id } = library.articles.create({ title: 'Een', body: 'x' })
    for (let version = 1; version < 4; version++) {
      now += 11 * 60_000
      library.articles.save(id, version, { body: `Tekst ${version}` })
    }
    const before = library.revisions.list(id).length
    await upkeepOf(library).upkeep.run()
    expect(library.revisions.list(id).length).toBeLessThan(before)
  })

  it('says in the log what went wrong, and tries again the next time', async () => {
    const library = tempLibrary()
    const logged: string[] = []
    let starts = 0
    const upkeep = new Upkeep(library.folder, {
      start: () => {
        starts++
        return {
          send: () => {},
          onMessage: () => {},
          onEnd: (listener) => queueMicrotask(() => listener('SIGSEGV')),
          kill: () => {},
        }
      },
      log: (problem) => logged.push(problem),
    })
    onTestFinished(() => upkeep.close())
    await upkeep.run()
    await upkeep.run()
    expect(starts).toBe(2)
    expect(logged).toEqual([expect.stringContaining('SIGSEGV'), expect.stringContaining('SIGSEGV')])
  })
})
