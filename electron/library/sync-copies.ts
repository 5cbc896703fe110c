/** Copies of a library that a synchroniser put beside it: finding them, and moving them aside. */
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { LibraryCopy } from '../../core/bridge/sharing.ts'
import { Failure } from '../../core/errors.ts'
import { checkHeader } from './database.ts'
import { diagnose } from './doctor.ts'
import { fileFailure, withFiles } from './files.ts'
import { type Library, openLibrary } from './library.ts'

/** In a library's folder: copies that were dealt with. */
export const ASIDE = 'set-aside'

/** What SQLite may have put beside a file. */
const BESIDE = ['-wal', '-shm']

/** Every name that a synchroniser gives to a second `library.db`; its header tells whether it is one. */
const COPY = /^library(.+)\.db$/i

/** The copies of the library in a folder, newest first. */
export function findCopies(folder: string): LibraryCopy[] {
  const names = withFiles(folder, () => readdirSync(folder)).filter((name) => COPY.test(name))
  const copies = names.flatMap((name): LibraryCopy[] => {
    const file = join(folder, name)
    const found = lstatSync(file, { throwIfNoEntry: false })
    if (!found?.isFile() || !isLibrary(file)) return []
    return [{ name, from: fromOf(name), utc: found.mtimeMs, bytes: found.size }]
  })
  return copies.sort((a, b) => b.utc - a.utc || (a.name < b.name ? -1 : 1))
}

/** Whose version a copy is, as far as its name tells; empty when it does not. */
export function fromOf(name: string): string {
  const rest = COPY.exec(name)?.[1] ?? ''
  const [, found] = FROM.map((pattern) => pattern.exec(rest)).find((match) => match !== null) ?? []
  return found?.trim() ?? ''
}

/** How each names a conflict. What it calls the other side, where it does, is the first group. */
const FROM: readonly RegExp[] = [
  // Dropbox: `library (Anna's conflicted copy 2026-01-02).db`, in Dutch `(Conflicterende kopie van Anna 2026-01-02)`.
  /^ \((.+?)['’]s? conflicted copy\b.*\)$/i,
  /^ \(conflicte\S* kopie van (.+?) \d{4}-\d\d-\d\d.*\)$/i,
  // Seafile: `library (SFConflict anna@example.org 2026-01-02-10-10-10).db`.
  /^ \(SFConflict (.+?) \d{4}-[\d-]+\)$/,
  // Others: `library (DESKTOP-1 conflict 2026-01-02).db`; Nextcloud's `(conflicted copy 2026-01-02 101010)` has none.
  /^ \((\S.*?) conflict \d{4}.*\)$/i,
  // Syncthing: `library.sync-conflict-20260102-101010-ABCDEFG.db`, the last being the other device's short number.
  /^\.sync-conflict-\d{8}-\d{6}-([A-Z0-9]+)$/,
  // OneDrive: `library-DESKTOP-1.db`, after the computer.
  /^-(?!conflict)(.*[A-Za-z].*)$/,
]

/**
 * Opens what a copy holds, as a library of its own in a folder that goes when the work is done: a copy comes from
 * elsewhere, so it is examined first, and the file itself is only read.
 * @throws Failure `library.missing` (there is no such copy), `library.damaged`, `library.newer`, `file.refused`
 */
export async function withCopy<T>(
  folder: string,
  name: string,
  work: (copy: Library) => T | Promise<T>,
): Promise<T> {
  mustBeCopy(folder, name)
  const scratch = withFiles(tmpdir(), () => mkdtempSync(join(tmpdir(), 'longhand-copy-')))
  try {
    await copyWithLog(join(folder, name), join(scratch, 'library.db'))
    const { failure, findings, state } = diagnose(scratch)
    if (failure) throw new Failure(failure.code, failure.detail)
    if (state !== 'sound') {
      const problem = findings.flatMap(({ examples }) => examples)[0] ?? ''
      throw new Failure('library.damaged', { file: join(folder, name), problem })
    }
    const copy = openLibrary(scratch)
    try {
      return await work(copy)
    } finally {
      copy.close()
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/**
 * Moves a copy, with what SQLite put beside it, into the library's folder for that; gives its place below the library.
 * @throws Failure `library.missing` (there is no such copy), `file.refused`
 */
export function setAside(folder: string, name: string): string {
  mustBeCopy(folder, name)
  const into = join(folder, ASIDE)
  return withFiles(into, () => {
    mkdirSync(into, { recursive: true })
    const free = freeName(into, name)
    // The log first: without it the file would be taken for an older one.
    for (const beside of [...BESIDE, '']) {
      const file = join(folder, `${name}${beside}`)
      if (existsSync(file)) renameSync(file, join(into, `${free}${beside}`))
    }
    return `${ASIDE}/${free}`
  })
}

/** A name that nothing in a folder has: the name itself, or with -2, -3, … before its end. */
export function freeName(into: string, name: string): string {
  const end = extname(name)
  let free = name
  for (let count = 2; existsSync(join(into, free)); count++) {
    free = `${name.slice(0, name.length - end.length)}-${count}${end}`
  }
  return free
}

function mustBeCopy(folder: string, name: string): void {
  if (findCopies(folder).some((copy) => copy.name === name)) return
  throw new Failure('library.missing', { folder: join(folder, name) })
}

function isLibrary(file: string): boolean {
  try {
    checkHeader(file)
    return true
  } catch (error) {
    // One with a damaged header is still a copy, which the comparison says.
    return error instanceof Failure && error.code === 'library.damaged'
  }
}

async function copyWithLog(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to)
    if (existsSync(`${from}-wal`)) await copyFile(`${from}-wal`, `${to}-wal`)
  } catch (error) {
    throw fileFailure(from, error)
  }
}
