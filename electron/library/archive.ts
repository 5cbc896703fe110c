import { randomUUID } from 'node:crypto'
import { createWriteStream, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { ArchiveReport } from '../../core/bridge.ts'
import { ARCHIVE_MANIFEST, isMediaPath, type KeptMedium } from './backup-manifest.ts'
import { keepThemes, keptMediumFile, manifestOf } from './backups.ts'
import { syncFile } from './copy-verified.ts'
import { fileFailure, withFiles } from './files.ts'
import { noteTarget } from './left-over.ts'
import { type Contents, copyDatabase, hashFile } from './snapshot.ts'
import { type OnStep, unwatched } from './steps.ts'

export interface ArchiveOptions {
  readonly now?: Date
  readonly onStep?: OnStep
}

/**
 * Writes a whole library, while it is in use, as one zip: a manifest with the hash of everything, `library.db`,
 * `media/` and the library's own `themes/`. Unpacked by hand it is a library's folder. It is there whole or not at all; a file of that name is replaced.
 * @throws Failure `library.damaged`, `file.refused`; `cancelled` by `onStep`
 */
export async function archiveLibrary(
  folder: string,
  file: string,
  { now = new Date(), onStep = unwatched }: ArchiveOptions = {},
): Promise<ArchiveReport> {
  const target = resolve(file)
  const draft = join(dirname(target), `.${randomUUID()}.part`)
  const scratch = withFiles(tmpdir(), () => mkdtempSync(join(tmpdir(), 'longhand-archive-')))
  try {
    noteTarget(scratch, draft)
    const copy = join(scratch, 'library.db')
    const contents = await copyDatabase(join(folder, 'library.db'), copy, onStep)
    const media = await findMedia(folder, contents.media, onStep)
    const kept = media.filter((medium) => medium.kept)
    const database = { bytes: statSync(copy).size, sha256: await hashFile(copy) }
    // Copies, since they may be edited while the archive is written.
    withFiles(scratch, () => mkdirSync(join(scratch, 'media')))
    const themes = keepThemes(folder, scratch)
    const manifest = manifestOf(contents, now, database, { media, themes })
    const zip = new ZipFile()
    zip.addBuffer(Buffer.from(JSON.stringify(manifest)), ARCHIVE_MANIFEST, { mtime: now })
    zip.addFile(copy, 'library.db', { mtime: now })
    for (const { path } of kept) {
      // Pictures are compressed already.
      zip.addFile(join(folder, path), path, { compress: false, mtime: now })
    }
    for (const file of themes) zip.addFile(keptMediumFile(scratch, file), file.path, { mtime: now })
    await writeZip(zip, draft, onStep)
    await syncFile(draft)
    renameSync(draft, target)
    return {
      file: target,
      bytes: statSync(target).size,
      articles: contents.counts['article'] ?? 0,
      media: kept.length,
      missing: media.filter((medium) => !medium.kept).map(({ path }) => path),
    }
  } catch (error) {
    throw fileFailure(target, error)
  } finally {
    rmSync(draft, { force: true })
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function writeZip(zip: ZipFile, draft: string, onStep: OnStep): Promise<void> {
  let written = 0
  const counting = new Transform({
    transform: (piece: Buffer, _encoding, done) => {
      written += piece.length
      try {
        onStep('writing', written, 0)
        done(null, piece)
      } catch (error) {
        done(error as Error)
      }
    },
  })
  const broken = new Promise<never>((_, reject) => zip.on('error', reject))
  zip.end()
  await Promise.race([
    pipeline(zip.outputStream, counting, createWriteStream(draft, { flags: 'wx' })),
    broken,
  ])
}

async function findMedia(folder: string, media: Contents['media'], onStep: OnStep): Promise<KeptMedium[]> {
  const found: KeptMedium[] = []
  for (const medium of media) {
    onStep('pictures', found.length, media.length)
    const path = join(folder, medium.path)
    const isThere = isMediaPath(medium.path) && statSync(path, { throwIfNoEntry: false })?.isFile() === true
    found.push({ ...medium, kept: isThere && (await hashFile(path)) === medium.sha256 })
  }
  return found
}
