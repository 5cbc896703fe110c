import Database from 'better-sqlite3'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Failure, type FailureData, failureData } from '../../../core/errors.ts'
import { archiveLibrary } from '../../../electron/library/archive.ts'
import { listBackups, makeBackup, rollBackups, thinBackups } from '../../../electron/library/backups.ts'
import { diagnose } from '../../../electron/library/doctor.ts'
import { Keeper } from '../../../electron/library/keeper.ts'
import { type Library, openLibrary } from '../../../electron/library/library.ts'
import { restoreBeside } from '../../../electron/library/restore.ts'
import { verifyDatabase } from '../../../electron/library/snapshot.ts'
import { png } from './pictures.ts'
import { tempFolder, tempLibrary } from './temp-library.ts'

const NOW = new Date('2026-11-22T12:43:26Z')
const HOUR = 3_600_000
const after = (ms: number) => new Date(NOW.getTime() + ms)

function filled(): { library: Library; medium: string } {
  const library = tempLibrary()
  const { path } = library.media.add('pad.png', png(4, 3))
  library.articles.create({ title: 'Enkels', body: 'Over enkels.', cover: path })
  return { library, medium: path }
}

/** Opens what is in a folder, and tells its bodies. */
function bodiesIn(folder: string): string[] {
  const library = openLibrary(folder)
  const bodies = [...library.articles.iterate()].map(({ body }) => body)
  library.close()
  return bodies
}

async function failureOf(work: Promise<unknown>): Promise<FailureData> {
  const thrown: unknown = await work.then(() => null).catch((error: unknown) => error)
  if (thrown instanceof Failure) return failureData(thrown)
  throw thrown ?? new Error('expected a Failure')
}

/** Every file below a folder with its bytes. */
function bytesBelow(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    files.map(({ parentPath, name }) => [
      join(parentPath, name),
      readFileSync(join(parentPath, name), 'latin1'),
    ]),
  )
}

describe('a backup', () => {
  it('is one verified file named by its time, with a manifest beside it and media by their hash', async () => {
    const { library } = filled()
    const made = await makeBackup(library.folder, { now: NOW })
    const into = join(library.folder, 'backups')
    expect(readdirSync(into).sort()).toEqual([
      '2026-11-22T12-43-26Z.db',
      '2026-11-22T12-43-26Z.json',
      'media',
    ])
    expect(readdirSync(join(into, 'media'))).toHaveLength(1)
    expect(made).toMatchObject({ utc: NOW.getTime(), articles: 1, missing: [] })
    expect(listBackups(into)).toMatchObject([{ file: made.file, articles: 1, bytes: made.bytes }])
    const copy = new Database(made.file, { readonly: true })
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    copy.close()
  })

  it('holds one state, though articles are written while it is made', async () => {
    const { library } = filled()
    library.transaction(() => {
      for (let index = 0; index < 400; index++)
        library.articles.create({ title: `t${index}`, body: 'x'.repeat(20_000) })
    })
    const making = makeBackup(library.folder, { now: NOW })
    let saves = 0
    const timer = setInterval(() => {
      saves++
      library.articles.create({ title: `tijdens ${saves}` })
    }, 1)
    const { articles } = await making
    clearInterval(timer)
    expect(saves).toBeGreaterThan(0)
    expect(articles).toBeGreaterThanOrEqual(401)
    expect(articles).toBeLessThan(401 + saves + 1)
  })

  it('keeps both when two are made in one second, and media once', async () => {
    const { library } = filled()
    await Promise.all([makeBackup(library.folder, { now: NOW }), makeBackup(library.folder, { now: NOW })])
    const into = join(library.folder, 'backups')
    expect(listBackups(into)).toHaveLength(2)
    expect(readdirSync(join(into, 'media'))).toHaveLength(1)
  })

  it('can lie in a folder of the writer’s choice', async () => {
    const { library } = filled()
    const into = join(tempFolder(), 'elders', 'hier')
    await makeBackup(library.folder, { now: NOW, into })
    expect(listBackups(into)).toHaveLength(1)
    expect(listBackups(join(library.folder, 'backups'))).toEqual([])
  })

  it('says which media the library had lost', async () => {
    const { library, medium } = filled()
    rmSync(library.media.file(medium))
    expect((await makeBackup(library.folder)).missing).toEqual([medium])
  })

  it('does not count without its manifest, or with another size', async () => {
    const { library } = filled()
    const into = join(library.folder, 'backups')
    const one = await makeBackup(library.folder, { now: NOW })
    const two = await makeBackup(library.folder, { now: after(1000) })
    rmSync(one.file.replace(/db$/, 'json'))
    appendFileSync(two.file, 'x')
    writeFileSync(join(into, 'foreign.json'), '{"format":1}')
    expect(listBackups(into)).toEqual([])
  })

  it('is not made of a damaged library, and leaves nothing behind', async () => {
    const { library } = filled()
    library.close()
    const bytes = readFileSync(library.file)
    bytes.fill(0xab, 4096 * 3, 4096 * 9)
    writeFileSync(library.file, bytes)
    expect((await failureOf(makeBackup(library.folder))).code).toBe('library.damaged')
    expect(readdirSync(join(library.folder, 'backups'))).toEqual(['media'])
  })

  it('is made every hour, and goes with age together with the media that only it needs', async () => {
    const { library } = filled()
    const into = join(library.folder, 'backups')
    expect(await rollBackups(library.folder, { now: NOW })).not.toBeNull()
    expect(await rollBackups(library.folder, { now: after(HOUR - 1) })).toBeNull()
    const day = 24 * HOUR
    expect(await rollBackups(library.folder, { now: after(300 * day) })).not.toBeNull()
    expect(listBackups(into)).toHaveLength(1)
    expect(readdirSync(join(into, 'media'))).toHaveLength(1)
    // Without the picture, as after emptying the trash for media.
    const db = new Database(library.file)
    db.exec('DELETE FROM media')
    db.close()
    await makeBackup(library.folder, { now: after(600 * day) })
    thinBackups(into, after(600 * day))
    expect(readdirSync(join(into, 'media'))).toEqual([])
  })
})

describe('restoring', () => {
  it('puts the backup in the library’s place and the library aside, both whole', async () => {
    const { library, medium } = filled()
    const { file } = await makeBackup(library.folder, { now: NOW })
    library.articles.save(1, 1, { body: 'Later geschreven.' })
    library.close()
    writeFileSync(join(library.folder, 'notes.txt'), 'mijn eigen')
    const before = bytesBelow(library.folder)

    const restored = await restoreBeside(file, library.folder, { now: NOW })
    expect(restored).toMatchObject({
      aside: `${library.folder}-before-restore-2026-11-22T12-43-26Z`,
      articles: 1,
      missing: [],
    })
    expect(bodiesIn(library.folder)).toEqual(['Over enkels.'])
    expect(existsSync(join(library.folder, medium))).toBe(true)
    expect(readFileSync(join(library.folder, 'notes.txt'), 'utf8')).toBe('mijn eigen')
    expect(listBackups(join(library.folder, 'backups'))).toHaveLength(1)

    const aside = bytesBelow(restored.aside ?? '')
    expect(
      [...aside].map(([path, bytes]) => [path.replace(restored.aside ?? '', library.folder), bytes]),
    ).toEqual([...before])
    expect(bodiesIn(restored.aside ?? '')).toEqual(['Later geschreven.'])
  })

  it('never puts one library over another that was set aside', async () => {
    const { library } = filled()
    const { file } = await makeBackup(library.folder, { now: NOW })
    library.close()
    await restoreBeside(file, library.folder, { now: NOW })
    const again = await restoreBeside(join(library.folder, 'backups', basename(file)), library.folder, {
      now: NOW,
    })
    expect(again.aside).toMatch(/-2$/)
  })

  it('brings media back that the library has lost, and says which are nowhere', async () => {
    const { library, medium } = filled()
    const { file } = await makeBackup(library.folder, { now: NOW })
    library.close()
    rmSync(join(library.folder, medium))
    expect((await restoreBeside(file, library.folder)).missing).toEqual([])
    expect(existsSync(join(library.folder, medium))).toBe(true)

    rmSync(join(library.folder, medium))
    rmSync(join(dirname(file), 'media'), { recursive: true })
    mkdirSync(join(dirname(file), 'media'))
    expect((await restoreBeside(file, library.folder)).missing).toEqual([medium])
  })

  it('refuses a library that is open, and leaves everything as it was', async () => {
    const { library } = filled()
    const { file } = await makeBackup(library.folder)
    expect(await failureOf(restoreBeside(file, library.folder))).toMatchObject({
      code: 'file.refused',
      detail: { reason: 'EBUSY' },
    })
    expect(library.articles.get(1).body).toBe('Over enkels.')
    expect(readdirSync(dirname(library.folder))).toEqual([basename(library.folder)])
  })

  it.each([
    [
      'a byte of it has changed',
      (file: string) => {
        const bytes = readFileSync(file)
        bytes[bytes.length - 50] = (bytes[bytes.length - 50] ?? 0) ^ 1
        writeFileSync(file, bytes)
      },
    ],
    ['it is no library', (file: string) => writeFileSync(file, 'x')],
    ['it is gone', (file: string) => rmSync(file)],
  ])('refuses a backup when %s', async (_, harm) => {
    const { library } = filled()
    const { file } = await makeBackup(library.folder)
    library.close()
    harm(file)
    expect((await failureOf(restoreBeside(file, library.folder))).code).toMatch(/^library\.|^file\./)
    expect(readdirSync(dirname(library.folder))).toEqual([basename(library.folder)])
    expect(bodiesIn(library.folder)).toEqual(['Over enkels.'])
  })

  it('makes a library where there is none', async () => {
    const { library } = filled()
    const { file } = await makeBackup(library.folder)
    const folder = join(tempFolder(), 'nieuw')
    expect(await restoreBeside(file, folder)).toMatchObject({ aside: null, missing: [] })
    expect(bodiesIn(folder)).toEqual(['Over enkels.'])
  })

  it.each([
    ['before anything moved', 0, 'old'],
    ['between the two renames', 1, 'new'],
    ['before the journal went', 2, 'new'],
  ])('leaves the old or the new library when it is stopped %s', async (_, renames, expected) => {
    const root = tempFolder()
    const [target, staged, aside] = ['lib', '.lib.x.part', 'lib-before-restore-x'].map((name) =>
      join(root, name),
    ) as [string, string, string]
    const { library } = filled()
    const { file } = await makeBackup(library.folder)
    await restoreBeside(file, target)
    library.articles.save(1, 1, { body: 'Nieuw.' })
    await restoreBeside((await makeBackup(library.folder)).file, staged)
    writeFileSync(
      join(root, '.lib.swap.json'),
      JSON.stringify({ staged: basename(staged), aside: basename(aside) }),
    )
    if (renames > 0) renameSync(target, aside)
    if (renames > 1) renameSync(staged, target)
    expect(bodiesIn(target)).toEqual([expected === 'old' ? 'Over enkels.' : 'Nieuw.'])
  })

  it('puts the old library back when the new one is nowhere', async () => {
    const { library } = filled()
    library.close()
    const aside = `${library.folder}-aside`
    writeFileSync(
      join(dirname(library.folder), '.library.swap.json'),
      JSON.stringify({ staged: 'nowhere', aside: basename(aside) }),
    )
    renameSync(library.folder, aside)
    expect(bodiesIn(library.folder)).toEqual(['Over enkels.'])
  })
})

describe('what a stopped restore left beside', () => {
  it('goes at the next opening when nothing had moved, unless the restore may still be under way', async () => {
    const { library } = filled()
    library.close()
    const [journal, staged] = ['.library.swap.json', '.library.x.part'].map((name) =>
      join(dirname(library.folder), name),
    ) as [string, string]
    mkdirSync(staged)
    writeFileSync(journal, JSON.stringify({ staged: basename(staged), aside: 'aside' }))
    expect(bodiesIn(library.folder)).toEqual(['Over enkels.'])
    expect(existsSync(staged)).toBe(true)
    const then = new Date(Date.now() - 60_000)
    utimesSync(journal, then, then)
    expect(bodiesIn(library.folder)).toEqual(['Over enkels.'])
    expect([existsSync(staged), existsSync(journal)]).toEqual([false, false])
  })

  it('goes with a later one, when it is a day old', async () => {
    const { library } = filled()
    const { file } = await makeBackup(library.folder)
    library.close()
    const [old, young] = ['old', 'young'].map((name) =>
      join(dirname(library.folder), `.library.${name}.part`),
    ) as [string, string]
    for (const folder of [old, young]) mkdirSync(folder)
    utimesSync(old, new Date(0), new Date(0))
    await restoreBeside(file, library.folder)
    expect([existsSync(old), existsSync(young)]).toEqual([false, true])
  })
})

describe('work on backups that is killed', () => {
  /** More of them: `LONGHAND_KILLS=100 vitest run backups`. */
  const KILLS = Number(process.env['LONGHAND_KILLS'] ?? 6)

  it('leaves the old state or the new one, and nothing between', { timeout: 600_000 }, async () => {
    const { library } = filled()
    library.transaction(() => {
      for (let index = 0; index < 60; index++)
        library.articles.create({ title: `t${index}`, body: 'x'.repeat(50_000) })
    })
    const into = join(library.folder, 'backups')
    const { file } = await makeBackup(library.folder, { now: NOW })
    library.articles.save(1, 1, { body: 'Later geschreven.' })
    library.close()
    const ends = { backups: 0, restores: 0 }
    for (let turn = 0; turn < KILLS; turn++) {
      const keeper = new Keeper()
      onTestFinished(() => keeper.close())
      await keeper.diagnose(library.folder)
      const backs = turn % 2 === 0
      const before = listBackups(into).length
      const work = backs
        ? keeper.run('makeBackup', library.folder, { now: after(turn * HOUR) })
        : keeper.run('restoreBeside', file, library.folder, { now: after(turn * HOUR) })
      const killing = setTimeout(() => keeper.close(), (turn * 37) % 90)
      await work.then(() => ends[backs ? 'backups' : 'restores']++).catch(() => null)
      clearTimeout(killing)
      keeper.close()
      const texts = bodiesIn(library.folder)
      expect(texts).toHaveLength(61)
      expect(['Over enkels.', 'Later geschreven.']).toContain(texts[0])
      expect(diagnose(library.folder, { full: true }).findings).toEqual([])
      const backups = listBackups(into)
      expect(backups.length - before).toBeLessThanOrEqual(1)
      for (const backup of backups) expect(verifyDatabase(backup.file).counts['article']).toBe(61)
    }
    console.log(`${KILLS} killed; done before that:`, ends)
  })
})

describe('an archive', () => {
  it('carries a whole library and gives it back', async () => {
    const { library, medium } = filled()
    const file = join(tempFolder(), 'mijn.zip')
    const report = await archiveLibrary(library.folder, file, { now: NOW })
    expect(report).toMatchObject({ file, articles: 1, media: 1, missing: [] })
    const folder = join(tempFolder(), 'terug')
    await restoreBeside(file, folder)
    expect(bodiesIn(folder)).toEqual(['Over enkels.'])
    expect(readFileSync(join(folder, medium))).toEqual(readFileSync(join(library.folder, medium)))
  })

  it('is refused when it was cut short or changed, or is no archive of a library', async () => {
    const { library } = filled()
    const file = join(tempFolder(), 'mijn.zip')
    await archiveLibrary(library.folder, file, { now: NOW })
    const bytes = readFileSync(file)
    const folder = join(tempFolder(), 'terug')
    for (const harmed of [
      bytes.subarray(0, bytes.length / 2),
      Buffer.from('x'),
      flipped(bytes, bytes.length >> 1),
    ]) {
      writeFileSync(file, harmed)
      expect((await failureOf(restoreBeside(file, folder))).code).toMatch(/^library\.(damaged|notOne)$/)
    }
    expect(readdirSync(dirname(folder))).toEqual([])
  })
})

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 0x55
  return copy
}
