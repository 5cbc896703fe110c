import { closeSync, createWriteStream, mkdirSync, openSync, readSync, statfsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Entry, openPromise } from 'yauzl'
import { Failure } from '../../core/errors.ts'
import {
  ARCHIVE_MANIFEST,
  type BackupManifest,
  type KeptMedium,
  isMediaPath,
  parseManifest,
} from './backup-manifest.ts'
import { syncFile } from './copy-verified.ts'
import { fileFailure, withFiles } from './files.ts'
import { hashFile } from './snapshot.ts'
import { type OnStep, unwatched } from './steps.ts'
import { ALL_THEMES, THEME_LIMITS, isThemePath } from './theme-files.ts'

/** A manifest that is larger describes no library: some 200 bytes a picture. */
const LARGEST_MANIFEST = 128 * 1024 * 1024
/** Text and its index shrink to a tenth; what shrinks further, beyond the size from which it matters, is a bomb. */
const MOST_SHRINKING = 100
const HARMLESS = 64 * 1024 * 1024

/** A list of names that is longer is only there to keep a program busy. */
const MOST_ENTRIES = 1_000_000

type Zip = Awaited<ReturnType<typeof openPromise>>

/** A file that an archive is to bring, by the archive's own manifest. */
interface Expected {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** Whether a file is a zip, by its first bytes: its name may be anything. */
export function isArchive(file: string): boolean {
  return withFiles(file, () => {
    const handle = openSync(file, 'r')
    try {
      const start = Buffer.alloc(4)
      return readSync(handle, start, 0, 4, 0) === 4 && start.readUInt32LE() === 0x04034b50
    } finally {
      closeSync(handle)
    }
  })
}

/**
 * What an archive says of itself; nothing is unpacked.
 * @throws Failure `library.notOne` for what is no archive of ours, `library.damaged`, `file.refused`
 */
export function readArchive(file: string): Promise<BackupManifest> {
  return withZip(file, async (zip) => {
    if (zip.entryCount > MOST_ENTRIES) throw new Failure('library.notOne', { file })
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName !== ARCHIVE_MANIFEST) continue
      if (entry.uncompressedSize > LARGEST_MANIFEST) break
      const pieces: Buffer[] = []
      for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer)
      const manifest = parseManifest(Buffer.concat(pieces).toString())
      if (manifest) return manifest
      break
    }
    throw new Failure('library.notOne', { file })
  })
}

/**
 * Unpacks an archive into an empty folder and verifies every file in it. Only what its manifest names is written, each
 * once, under a name that is harmless on every system, and never more than it says: an archive may come from anyone.
 * @throws Failure `library.notOne` for what is no archive of ours, `library.damaged`, `file.refused`; `cancelled`
 */
export async function unpackArchive(
  file: string,
  folder: string,
  onStep: OnStep = unwatched,
): Promise<BackupManifest> {
  const manifest = await readArchive(file)
  const expected = expectedFiles(file, manifest)
  const total = [...expected.values()].reduce((sum, { bytes }) => sum + bytes, 0)
  withFiles(folder, () => mkdirSync(join(folder, 'media'), { recursive: true }))
  refuseWithoutRoom(folder, total)
  await withZip(file, async (zip) => {
    let done = 0
    for await (const entry of zip.eachEntry()) {
      const one = expected.get(entry.fileName)
      if (!one) continue
      // A second one of that name would not be there any more.
      expected.delete(entry.fileName)
      onStep('copying', done, total)
      await extract(zip, entry, one, { file, folder })
      done += one.bytes
    }
  })
  const [lost] = expected.keys()
  if (lost !== undefined) throw damaged(file, lost)
  return manifest
}

async function extract(
  zip: Zip,
  entry: Entry,
  { path, bytes, sha256 }: Expected,
  { file, folder }: { readonly file: string; readonly folder: string },
): Promise<void> {
  const isBomb = bytes > HARMLESS && bytes > entry.compressedSize * MOST_SHRINKING
  if (entry.uncompressedSize !== bytes || isBomb) throw damaged(file, path)
  const target = join(folder, path)
  withFiles(target, () => mkdirSync(dirname(target), { recursive: true }))
  await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { flags: 'wx' }))
  await syncFile(target)
  if (statSync(target).size !== bytes || (await hashFile(target)) !== sha256) throw damaged(file, path)
}

function expectedFiles(file: string, { database, media, themes }: BackupManifest): Map<string, Expected> {
  const expected = new Map<string, Expected>([['library.db', { path: 'library.db', ...database }]])
  // Names that differ in case alone are one on some systems.
  const names = new Set<string>()
  const expect = ({ path, bytes, sha256 }: KeptMedium, isAllowed: boolean): void => {
    const name = path.normalize('NFC').toLowerCase()
    if (!isAllowed || names.has(name)) throw damaged(file, path)
    names.add(name)
    expected.set(path, { path, bytes, sha256 })
  }
  for (const medium of media.filter(({ kept }) => kept)) expect(medium, isMediaPath(medium.path))
  let room: number = ALL_THEMES.bytes
  for (const one of themes) {
    room -= one.bytes
    expect(one, isThemePath(one.path) && one.bytes <= THEME_LIMITS.assetBytes && room >= 0)
  }
  return expected
}

function refuseWithoutRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = withFiles(folder, () => statfsSync(dirname(folder)))
  if (bytes > bavail * bsize) throw new Failure('file.refused', { path: folder, reason: 'ENOSPC' })
}

function damaged(file: string, path: string): Failure {
  return new Failure('library.damaged', { file, problem: `${path} in the archive is not what it should be` })
}

async function withZip<T>(file: string, work: (zip: Zip) => Promise<T>): Promise<T> {
  let zip: Zip | null = null
  try {
    zip = await openPromise(file, { lazyEntries: true, autoClose: false, strictFileNames: true })
    return await work(zip)
  } catch (error) {
    throw zipFailure(file, error)
  } finally {
    zip?.close()
  }
}

/** yauzl and zlib say what they find wrong in plain errors. */
function zipFailure(file: string, error: unknown): unknown {
  const known = fileFailure(file, error)
  if (known instanceof Failure || !(error instanceof Error)) return known
  return new Failure('library.damaged', { file, problem: error.message }, { cause: error })
}
