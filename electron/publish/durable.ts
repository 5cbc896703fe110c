import { execFile } from 'node:child_process'
import { closeSync, existsSync, fsyncSync, openSync, writeFileSync } from 'node:fs'
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

/** From so many files on, asking for all that a file system holds back is less work than asking for each. */
const WORTH_ALL = 64
/** Of GNU coreutils and of BusyBox: with `-f` it calls syncfs(2), which Node has not. */
const SYNC = '/bin/sync'

/**
 * Puts the bytes of files on disk, so that no power cut can leave one of them empty. Where many can be put there in one
 * go they are, at the end; else it begins with those it is given while others are still being made. Without `finish`
 * nothing is promised.
 */
export class Flushing {
  readonly #folder: string
  readonly #isAllAtOnce: boolean
  readonly #files = new Set<string>()
  readonly #running = new Set<Promise<void>>()
  #waiting: string[] = []
  #failure: unknown = null
  #done = 0
  #onEach: (done: number) => void = () => {}

  /** `folder` is one that the files lie in. */
  constructor(folder: string, isAllAtOnce = process.platform === 'linux' && existsSync(SYNC)) {
    this.#folder = folder
    this.#isAllAtOnce = isAllAtOnce
  }

  /** Files that are whole; one that was given before is passed over. */
  add(files: readonly string[]): void {
    for (const file of files) {
      if (this.#files.has(file)) continue
      this.#files.add(file)
      this.#waiting.push(file)
    }
    if (!this.#isAllAtOnce) this.#fill()
  }

  /**
   * Resolves when every file that was given is on disk. `onEach` is told how many are; what it throws ends the waiting.
   * Throws `file.refused`.
   */
  async finish(onEach: (done: number) => void): Promise<void> {
    this.#onEach = onEach
    if (this.#waiting.length >= WORTH_ALL && this.#isAllAtOnce && (await flushFileSystem(this.#folder))) {
      this.#done += this.#waiting.splice(0).length
      onEach(this.#done)
    }
    this.#fill()
    while (this.#running.size > 0) await Promise.all(this.#running)
    if (this.#failure !== null) throw this.#failure
  }

  /** Begins with no other file; resolves when those that were begun with are done. Never throws. */
  async stop(): Promise<void> {
    this.#waiting = []
    while (this.#running.size > 0) await Promise.all(this.#running)
  }

  #fill(): void {
    while (this.#running.size < AT_ONCE && this.#waiting.length > 0) this.#start()
  }

  #start(): void {
    const running: Promise<void> = this.#run().finally(() => this.#running.delete(running))
    this.#running.add(running)
  }

  async #run(): Promise<void> {
    try {
      for (let file = this.#next(); file !== undefined; file = this.#next()) {
        await flushFile(file)
        this.#onEach((this.#done += 1))
      }
    } catch (thrown) {
      this.#failure ??= thrown
      this.#waiting = []
    }
  }

  #next(): string | undefined {
    return this.#failure === null ? this.#waiting.shift() : undefined
  }
}

/** Puts on disk all that the file system of a folder holds back; false when that is not known to have been done. */
function flushFileSystem(folder: string): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(SYNC, ['-f', folder], (failure) => resolve(failure === null))
  })
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

/** Resolves when the bytes of a file are on disk. Throws `file.refused`. */
export async function flushFile(file: string): Promise<void> {
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
