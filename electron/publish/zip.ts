import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { randomUUID } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { flushFiles } from './durable.ts'
import { fileFailure } from './file-failure.ts'

/** A file to put in a zip: its path there, and its bytes or where they are read. */
export type Zipped = { readonly path: string } & ({ readonly bytes: Uint8Array } | { readonly file: string })

/** Formats that a zip makes no smaller. */
const PACKED = /\.(jpe?g|png|gif|webp|avif|woff2)$/i

/**
 * Writes a zip: the same files give the same bytes, wherever and whenever. It is there whole or not at all; a file of
 * that name is replaced. Throws `file.refused`.
 */
export async function writeZip(target: string, files: readonly Zipped[]): Promise<void> {
  const zip = new ZipFile()
  for (const one of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const options = { ...SAME, compress: !PACKED.test(one.path) }
    if ('file' in one) zip.addFile(one.file, one.path, options)
    else zip.addBuffer(Buffer.from(one.bytes), one.path, options)
  }
  await writeWhole(target, async (draft) => {
    const broken = new Promise<never>((_, reject) => zip.on('error', reject))
    zip.end()
    await Promise.race([pipeline(zip.outputStream, createWriteStream(draft, { flags: 'wx' })), broken])
  })
}

// The first moment that a zip can tell, by the wall clock as it does; the other kind of time knows time zones.
const SAME = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true }

/** Lets `write` make a file beside `target` and puts it there when its bytes are on disk. Throws `file.refused`. */
export async function writeWhole(target: string, write: (draft: string) => Promise<void>): Promise<void> {
  const file = resolve(target)
  const draft = join(dirname(file), `.${randomUUID()}.part`)
  try {
    await write(draft)
    await flushFiles([draft], () => {})
    renameSync(draft, file)
  } catch (thrown) {
    throw fileFailure(file, thrown)
  } finally {
    rmSync(draft, { force: true })
  }
}
