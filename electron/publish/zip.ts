import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { randomUUID } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { flushFile } from './durable.ts'
import { errorCode, fileFailure } from './file-failure.ts'

/** A file to put in a zip: its path there, and its bytes or where they are read. */
export type Zipped = { readonly path: string } & ({ readonly bytes: Uint8Array } | { readonly file: string })

/** Formats that a zip makes no smaller. */
const PACKED = /\.(jpe?g|png|gif|webp|avif|woff2)$/i

/**
 * Writes a zip: the same files give the same bytes, wherever and whenever. It is there whole or not at all; a file of
 * that name is replaced. It is put together at `draft`, by default beside the target. Throws `file.refused`.
 */
export async function writeZip(target: string, files: readonly Zipped[], draft?: string): Promise<void> {
  const zip = new ZipFile()
  for (const one of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const options = { ...SAME, compress: !PACKED.test(one.path) }
    if ('file' in one) zip.addFile(one.file, one.path, options)
    else zip.addBuffer(Buffer.from(one.bytes), one.path, options)
  }
  const write = async (file: string): Promise<void> => {
    const broken = new Promise<never>((_, reject) => zip.on('error', reject))
    zip.end()
    await Promise.race([pipeline(zip.outputStream, createWriteStream(file, { flags: 'wx' })), broken])
  }
  await writeWhole(target, write, draft)
}

// The first moment that a zip can tell, by the wall clock as it does; the other kind of time knows time zones.
const SAME = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true }

/**
 * Lets `write` make a file at `draft`, by default beside `target`, and puts it there when its bytes are on disk.
 * Throws `file.refused`.
 */
export async function writeWhole(
  target: string,
  write: (draft: string) => Promise<void>,
  draft = beside(resolve(target)),
): Promise<void> {
  const file = resolve(target)
  try {
    await write(draft)
    await flushFile(draft)
    await put(draft, file)
  } catch (thrown) {
    throw fileFailure(file, thrown)
  } finally {
    rmSync(draft, { force: true })
  }
}

async function put(draft: string, file: string): Promise<void> {
  try {
    renameSync(draft, file)
  } catch (thrown) {
    // From one disk to another nothing can be moved at once.
    if (errorCode(thrown) !== 'EXDEV') throw thrown
    await writeWhole(file, (near) => copyFile(draft, near))
  }
}

const beside = (file: string): string => join(dirname(file), `.${randomUUID()}.part`)
