import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { fileFailure, onFile } from './file-failure.ts'

/** So many files wait for the disk at once: it writes several in one go. */
const AT_ONCE = 8

/** Writes a file; it is on disk when this returns. Throws `file.refused`. */
export function writeDurably(file: string, text: string): void {
  onFile(file, () => {
    const handle = openSync(file, 'w')
    try {
      writeFileSync(handle, text)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  })
}

/**
 * Waits until the bytes of all these files are on disk, so that no power cut can leave one of them empty.
 * `onEach` is told how many are; what it throws ends the waiting. Throws `file.refused`.
 */
export async function flushFiles(files: readonly string[], onEach: (done: number) => void): Promise<void> {
  const waiting = files.values()
  let done = 0
  const flushOnes = async (): Promise<void> => {
    for (const file of waiting) {
      await flushFile(file)
      onEach((done += 1))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, flushOnes))
}

/** Puts on disk what a folder holds, where the system has that to ask for: Windows does so by itself. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  onFile(folder, () => {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  })
}

async function flushFile(file: string): Promise<void> {
  try {
    // Windows flushes only what may be written to.
    const handle = await open(file, 'r+')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (thrown) {
    throw fileFailure(file, thrown)
  }
}
