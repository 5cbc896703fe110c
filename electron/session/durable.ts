/** Writing a file so that it is either the old one or the new one, whatever happens in between. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'

/** Replaces `file` at once: written beside it, flushed to the disk, renamed over it. Throws what the system says. */
export function writeFileDurably(file: string, content: string): void {
  const beside = `${file}.${process.pid}.new`
  const bytes = Buffer.from(content, 'utf8')
  try {
    const handle = openSync(beside, 'w')
    try {
      for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(beside, file)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}
