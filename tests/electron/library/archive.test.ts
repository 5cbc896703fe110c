import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { archiveLibrary } from '../../../electron/library/archive.ts'
import { isMediaPath } from '../../../electron/library/backup-manifest.ts'
import { restoreBeside } from '../../../electron/library/restore.ts'
import { isArchive, readArchive } from '../../../electron/library/unpack.ts'
import { openLibrary } from '../../../electron/library/library.ts'
import { png } from './pictures.ts'
import { tempFolder, tempLibrary } from './temp-library.ts'

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** The file of a sound library with one article. */
function database(sql = ''): Buffer {
  const library = tempLibrary()
  library.articles.create({ title: 'Een' })
  library.close()
  const db = new Database(library.file)
  db.pragma('journal_mode = DELETE')
  if (sql !== '') db.exec(sql)
  db.close()
  return readFileSync(library.file)
}

interface Told {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly kept: boolean
}

const told = (path: string, bytes: Uint8Array): Told => ({
  ...{ path, bytes: bytes.length, sha256: hashOf(bytes), kept: true },
})

/** What an archive holds, by hand: names, and what its manifest tells of them. */
interface Made {
  readonly db?: Buffer
  readonly media?: readonly Told[]
  readonly manifest?: object | null
  readonly files?: readonly (readonly [name: string, bytes: Buffer])[]
  /** Names are longer in the zip than yazl would write: replaced in its bytes, by others of the same length. */
  readonly rename?: readonly [string, string]
}

async function archive({ db = database(), media = [], manifest, files = [], rename }: Made): Promise<string> {
  const zip = new ZipFile()
  const whole = {
    ...{ format: 1, utc: 1_700_000_000_000, schema: 4, name: 'Proef', counts: { article: 1 }, media },
    database: { bytes: db.length, sha256: hashOf(db) },
    ...manifest,
  }
  if (manifest !== null) zip.addBuffer(Buffer.from(JSON.stringify(whole)), 'longhand.json')
  zip.addBuffer(db, 'library.db')
  for (const [name, bytes] of files) zip.addBuffer(bytes, name, { compress: false })
  zip.end()
  const file = join(tempFolder(), 'given.longhand')
  await pipeline(zip.outputStream, createWriteStream(file))
  if (rename) {
    const bytes = readFileSync(file, 'latin1')
    writeFileSync(file, bytes.replaceAll(rename[0], rename[1]), 'latin1')
  }
  return file
}

/** How unpacking ends, and that nothing is left of it anywhere. */
async function refused(file: string): Promise<string> {
  const folder = join(tempFolder(), 'a', 'b', 'library')
  mkdirSync(dirname(folder), { recursive: true })
  const code = await restoreBeside(file, folder, { fresh: true }).then(
    () => 'restored',
    (error: { readonly code?: string }) => error.code ?? 'unknown',
  )
  expect(readdirSync(join(folder, '..', '..', '..'), { recursive: true })).toEqual(['a', 'a/b'])
  return code
}

describe('an archive of a library', () => {
  it('tells what is in it before it is unpacked, whatever its name', async () => {
    const library = tempLibrary()
    library.media.add('pad.png', png(4, 3))
    library.articles.create({ title: 'Een', body: 'Tekst.' })
    const file = join(tempFolder(), 'mijn bibliotheek')
    await archiveLibrary(library.folder, file)
    expect(isArchive(file)).toBe(true)
    expect(isArchive(library.file)).toBe(false)
    expect(await readArchive(file)).toMatchObject({ name: 'Proef', counts: { article: 1, media: 1 } })
  })

  it('is unpacked as a new library, and never over something that is there', async () => {
    const file = await archive({})
    const folder = join(tempFolder(), 'nieuw')
    expect(await restoreBeside(file, folder, { fresh: true })).toMatchObject({ aside: null, articles: 1 })
    openLibrary(folder).close()
    await expect(restoreBeside(file, folder, { fresh: true })).rejects.toMatchObject({
      code: 'library.occupied',
    })
  })

  it('is not written when it is stopped, and nothing of it stays', async () => {
    const library = tempLibrary()
    const file = join(tempFolder(), 'weg.longhand')
    const stopped = new Error('stopped')
    const onStep = (phase: string) => {
      if (phase === 'writing') throw stopped
    }
    await expect(archiveLibrary(library.folder, file, { onStep })).rejects.toBe(stopped)
    expect(readdirSync(dirname(file))).toEqual([])
  })
})

describe('an archive from a stranger', () => {
  const picture = png(4, 3)

  it.each([
    ['media/../../../evil.png'],
    ['../../../../../evil.png'],
    ['media/sub/evil.png'],
    ['media/evil.png:stream'],
    ['media/CON.png'],
    ['media/.hidden.png'],
    ['media/trailing.png.'],
    ['media/nul'],
    ['/etc/evil.png'],
    ['media/a\u0000b.png'],
  ])('that names a picture %j is refused', async (path) => {
    expect(isMediaPath(path)).toBe(false)
    expect(await refused(await archive({ media: [told(path, picture)] }))).toBe('library.damaged')
  })

  it('writes nothing that its manifest does not name, wherever its names lead', async () => {
    const name = 'media/aaaaaaaa-4x3.png'
    const file = await archive({
      files: [[name, picture]],
      rename: [name, '../../../../../evil.pn'],
    })
    expect(await refused(file)).toBe('library.damaged')
    const folder = join(tempFolder(), 'nieuw')
    await restoreBeside(await archive({ files: [['evil.sh', picture]] }), folder)
    expect(existsSync(join(folder, 'evil.sh'))).toBe(false)
  })

  it('with two names that are one on some systems is refused', async () => {
    const media = ['media/a-4x3.png', 'media/A-4x3.png'].map((path) => told(path, picture))
    const files = media.map(({ path }) => [path, picture] as const)
    expect(await refused(await archive({ media, files }))).toBe('library.damaged')
  })

  it('that holds more, less or something else than it says is refused', async () => {
    const path = 'media/a-4x3.png'
    for (const other of [Buffer.alloc(50_000), Buffer.alloc(1), Buffer.from(picture).fill(7)]) {
      const file = await archive({ media: [told(path, picture)], files: [[path, other]] })
      expect(await refused(file)).toBe('library.damaged')
    }
    expect(await refused(await archive({ media: [told(path, picture)] }))).toBe('library.damaged')
  })

  it('that would fill the disk is refused before a byte is written', async () => {
    const zeros = Buffer.alloc(80 * 1024 * 1024)
    expect(await refused(await archive({ db: zeros }))).toBe('library.damaged')
    const database = { bytes: 2 ** 52, sha256: 'a'.repeat(64) }
    expect(await refused(await archive({ manifest: { database } }))).toBe('file.refused')
  })

  it('without a manifest, or with one of another shape, is no library', async () => {
    expect(await refused(await archive({ manifest: null }))).toBe('library.notOne')
    for (const wrong of [{ format: 2 }, { utc: -1 }, { media: 'x' }, { name: 'x'.repeat(2000) }]) {
      expect(await refused(await archive({ manifest: wrong }))).toBe('library.notOne')
    }
  })

  it('whose library runs something by itself, or is none, is refused', async () => {
    const trigger = 'CREATE TRIGGER evil AFTER UPDATE ON article BEGIN DELETE FROM article; END'
    expect(await refused(await archive({ db: database(trigger) }))).toBe('library.damaged')
    expect(await refused(await archive({ db: Buffer.from('Beste lezer,') }))).toBe('library.notOne')
  })
})
