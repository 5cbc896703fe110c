import { randomUUID } from 'node:crypto'
import { createWriteStream, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import { Failure } from '../../core/errors.ts'
import { type BackupManifest, type KeptMedium, parseManifest } from './backup-manifest.ts'
import { manifestOf } from './backups.ts'
import { fileFailure, withFiles } from './files.ts'
import { copyDatabase, hashFile } from './snapshot.ts'

/** The name of the manifest in an archive. */
const MANIFEST = 'longhand.json'
/** Unpacked by hand, an archive is a library's folder. */
const ENTRY = /^(?:library\.db|media\/[^/\\\0]+)$/

export interface ArchiveReport {
  readonly file: string
  readonly bytes: number
  readonly articles: number
  readonly media: number
  /** Media that the library had lost before. */
  readonly missing: readonly string[]
}

/**
 * Writes a whole library, while it is in use, as one zip: `library.db`, `media/` and a manifest with their hashes.
 * It is there whole or not at all; a file of that name is replaced.
 * @throws Failure `library.damaged`, `file.refused`
 */
export async function archiveLibrary(folder: string, file: string, now = new Date()): Promise<ArchiveReport> {
  const target = resolve(file)
  const draft = join(dirname(target), `.${randomUUID()}.part`)
  const scratch = withFiles(tmpdir(), () => mkdtempSync(join(tmpdir(), 'longhand-archive-')))
  try {
    const copy = join(scratch, 'library.db')
    const contents = await copyDatabase(join(folder, 'library.db'), copy)
    const media = await findMedia(folder, contents.media)
    const database = { bytes: statSync(copy).size, sha256: await hashFile(copy) }
    const zip = new ZipFile()
    const manifest = Buffer.from(JSON.stringify(manifestOf(contents, now, database, media)))
    zip.addBuffer(manifest, MANIFEST, { mtime: now })
    zip.addFile(copy, 'library.db', { mtime: now })
    for (const { path } of media.filter(({ kept }) => kept)) {
      // Pictures are compressed already.
      zip.addFile(join(folder, path), path, { compress: false, mtime: now })
    }
    const broken = new Promise<never>((_, reject) => zip.on('error', reject))
    zip.end()
    await Promise.race([pipeline(zip.outputStream, createWriteStream(draft, { flags: 'wx' })), broken])
    await sync(draft)
    renameSync(draft, target)
    return {
      file: target,
      bytes: statSync(target).size,
      articles: contents.counts['article'] ?? 0,
      media: media.filter(({ kept }) => kept).length,
      missing: media.filter(({ kept }) => !kept).map(({ path }) => path),
    }
  } catch (error) {
    throw fileFailure(target, error)
  } finally {
    rmSync(draft, { force: true })
    rmSync(scratch, { recursive: true, force: true })
  }
}

/**
 * Unpacks an archive into an empty folder and verifies every file in it.
 * @throws Failure `library.notOne` for what is no archive of ours, `library.damaged`, `file.refused`
 */
export async function unpackArchive(file: string, folder: string): Promise<BackupManifest> {
  const manifest = await extract(file, folder)
  if (!manifest) throw new Failure('library.notOne', { file })
  const expected = [
    { path: 'library.db', sha256: manifest.database.sha256 },
    ...manifest.media.filter(({ kept }) => kept),
  ]
  for (const { path, sha256 } of expected) {
    const part = join(folder, path)
    if (!statSync(part, { throwIfNoEntry: false }) || (await hashFile(part)) !== sha256) {
      throw new Failure('library.damaged', { file, problem: `${path} in the archive is damaged` })
    }
  }
  return manifest
}

async function extract(file: string, folder: string): Promise<BackupManifest | null> {
  let manifest: BackupManifest | null = null
  let opened: Awaited<ReturnType<typeof openPromise>>
  try {
    opened = await openPromise(file, { lazyEntries: true, autoClose: false })
  } catch (error) {
    throw zipFailure(file, error)
  }
  try {
    withFiles(folder, () => mkdirSync(join(folder, 'media'), { recursive: true }))
    for await (const entry of opened.eachEntry()) {
      const name = entry.fileName
      if (name !== MANIFEST && !ENTRY.test(name)) continue
      const stream = await opened.openReadStreamPromise(entry)
      if (name === MANIFEST) {
        const pieces: Buffer[] = []
        for await (const piece of stream) pieces.push(piece as Buffer)
        manifest = parseManifest(Buffer.concat(pieces).toString())
      } else {
        await pipeline(stream, createWriteStream(join(folder, name), { flags: 'wx' }))
        await sync(join(folder, name))
      }
    }
  } catch (error) {
    throw zipFailure(file, error)
  } finally {
    opened.close()
  }
  return manifest
}

/** yauzl and zlib say what they find wrong in plain errors. */
function zipFailure(file: string, error: unknown): unknown {
  const known = fileFailure(file, error)
  if (known instanceof Failure || !(error instanceof Error)) return known
  return new Failure('library.damaged', { file, problem: error.message }, { cause: error })
}

async function findMedia(folder: string, media: readonly Omit<KeptMedium, 'kept'>[]): Promise<KeptMedium[]> {
  const found: KeptMedium[] = []
  for (const medium of media) {
    const path = join(folder, medium.path)
    const isThere = statSync(path, { throwIfNoEntry: false })?.isFile() === true
    found.push({ ...medium, kept: isThere && (await hashFile(path)) === medium.sha256 })
  }
  return found
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
