import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from '../../core/errors.ts'
import { isSafePath } from '../../core/page/paths.ts'
import { flushFolder, writeDurably } from './durable.ts'
import { errorCode, onFile } from './file-failure.ts'
import {
  Folders,
  OWN,
  Ways,
  fileAt,
  ownPath,
  placeOf,
  removeEmptyParents,
  stagedPath,
} from './site-folder.ts'

/** What turns the old site into the new one. Every file to put is already staged. */
export interface Journal {
  readonly put: readonly string[]
  readonly remove: readonly string[]
}

/**
 * Replaces the old site by the staged one, whose bytes are on disk. Before the journal is on disk, nothing has
 * happened; from then on the swap is carried through, by {@link recover} if this process does not live to do it.
 * When the system refuses a step of it, every step is taken back and the old site is there again.
 *
 * @throws Failure `export.occupied` when a link leads elsewhere on the way to a file, with nothing done; `file.refused`
 */
export function swap(folder: string, journal: Journal, manifest: string): void {
  requireInside(folder, journal)
  keepOld(folder, journal)
  writeDurably(ownPath(folder, 'manifest.next'), manifest)
  writeDurably(ownPath(folder, 'journal.next'), JSON.stringify(journal))
  for (const path of foldersOf(journal.put)) {
    flushFolder(stagedPath(folder, path))
  }
  const file = ownPath(folder, 'journal.json')
  onFile(file, () => renameSync(ownPath(folder, 'journal.next'), file))
  carryOut(folder, journal)
}

/** Brings a folder in order after an export that was stopped: carries out its journal, or drops what was staged. */
export function recover(folder: string): void {
  const journal = readJournal(folder)
  if (journal === null) {
    onFile(folder, () => rmSync(ownPath(folder, 'journal.json'), { force: true }))
    return dropStage(folder)
  }
  requireInside(folder, journal)
  keepOld(folder, journal)
  carryOut(folder, journal)
}

/** What an export that was stopped has begun to swap; null: nothing, or nothing that Longhand wrote. */
function readJournal(folder: string): Journal | null {
  const file = ownPath(folder, 'journal.json')
  const at = fileAt(file)
  if (at === null || at === 'foreign' || at.size > MOST_BYTES) return null
  const said: unknown = parsed(onFile(file, () => readFileSync(file, 'utf8')))
  if (typeof said !== 'object' || said === null) return null
  const { put, remove } = said as Partial<Record<keyof Journal, unknown>>
  return arePaths(put) && arePaths(remove) ? { put, remove } : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null
    throw thrown
  }
}

const arePaths = (said: unknown): said is readonly string[] =>
  Array.isArray(said) && said.every((path) => typeof path === 'string' && isSafePath(path))

/**
 * A folder from a stranger may have links anywhere, in Longhand's notes too: before anything is moved it is certain that
 * every place lies in the folder.
 */
function requireInside(folder: string, { put, remove }: Journal): void {
  const ways = new Ways(folder)
  for (const path of [...put, ...remove]) {
    for (const place of [path, `${OWN}/stage/${path}`, `${OWN}/old/${path}`]) ways.require(place)
  }
  for (const path of put) {
    const staged = stagedPath(folder, path)
    if (fileAt(staged) === 'foreign') throw new Failure('export.occupied', { folder: staged })
  }
}

/** Whether a swap has begun in this folder that is neither done nor taken back. */
export function isSwapping(folder: string): boolean {
  return existsSync(ownPath(folder, 'journal.json'))
}

/** Of the paths of a million files. */
const MOST_BYTES = 400_000_000

/** In Longhand's own folder, a zip of the site that is not finished. */
export const ZIP_DRAFT = 'zip.part'

const STAGED = ['stage', 'old', 'manifest.next', 'journal.next', ZIP_DRAFT] as const

/** In Longhand's own folder, what an export that came to its end leaves nothing of. */
export const LEFT_OVER: readonly string[] = [...STAGED, 'journal.json']

/** Forgets what was staged; the site stays as it is. */
export function dropStage(folder: string): void {
  for (const name of STAGED) {
    onFile(ownPath(folder, name), () => rmSync(ownPath(folder, name), { recursive: true, force: true }))
  }
}

function carryOut(folder: string, journal: Journal): void {
  try {
    carryForward(folder, journal)
  } catch (thrown) {
    // With its manifest in place the new site is complete.
    if (existsSync(ownPath(folder, 'manifest.next'))) takeBack(folder, journal)
    throw thrown
  }
  onFile(folder, () => rmSync(ownPath(folder, 'journal.json'), { force: true }))
  dropStage(folder)
}

// Each step can be done a second time: what has been moved or removed before is passed over.
function carryForward(folder: string, { put, remove }: Journal): void {
  flushFolder(ownPath(folder, ''))
  const folders = new Folders(folder)
  for (const path of put) {
    const target = placeOf(folder, path)
    folders.for(path)
    unlessMissing(target, () => renameSync(stagedPath(folder, path), target))
  }
  for (const path of remove) {
    const target = placeOf(folder, path)
    unlessMissing(target, () => unlinkSync(target))
  }
  for (const path of remove) removeEmptyParents(folder, path)
  for (const path of foldersOf([...put, ...remove])) {
    const parent = join(folder, path)
    if (existsSync(parent)) flushFolder(parent)
  }
  const manifest = ownPath(folder, 'manifest.json')
  unlessMissing(manifest, () => renameSync(ownPath(folder, 'manifest.next'), manifest))
}

/**
 * Also this can be done a second time, and the swap after it: what is new goes back to where it was staged. When the
 * system refuses this too, the journal stays for the next export.
 */
function takeBack(folder: string, { put, remove }: Journal): void {
  const folders = new Folders(folder)
  for (const path of put) {
    const target = placeOf(folder, path)
    const staged = stagedPath(folder, path)
    if (!existsSync(staged)) unlessMissing(target, () => renameSync(target, staged))
    bringBack(folder, path)
  }
  for (const path of remove) {
    if (!existsSync(oldPath(folder, path))) continue
    folders.for(path)
    bringBack(folder, path)
  }
  for (const path of put) removeEmptyParents(folder, path)
  onFile(folder, () => rmSync(ownPath(folder, 'journal.json'), { force: true }))
  dropStage(folder)
}

function bringBack(folder: string, path: string): void {
  const target = placeOf(folder, path)
  if (!existsSync(target)) unlessMissing(target, () => renameSync(oldPath(folder, path), target))
}

const oldPath = (folder: string, path: string): string => ownPath(folder, join('old', path))

/** Gives every file that is still to go a second name, under which it can come back. */
function keepOld(folder: string, { put, remove }: Journal): void {
  const made = new Set<string>()
  const going = [...put.filter((path) => existsSync(stagedPath(folder, path))), ...remove]
  for (const path of going) {
    const target = placeOf(folder, path)
    const old = oldPath(folder, path)
    if (!existsSync(target) || existsSync(old)) continue
    onFile(old, () => {
      if (!made.has(dirname(old))) mkdirSync(dirname(old), { recursive: true })
      made.add(dirname(old))
      linkOrCopy(target, old)
    })
  }
}

// The file system of a stick knows no second names.
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (thrown) {
    const code = errorCode(thrown) ?? ''
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EACCES'].includes(code)) throw thrown
    copyFileSync(from, to, constants.COPYFILE_FICLONE)
  }
}

function foldersOf(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.map((path) => dirname(path)))]
}

function unlessMissing(path: string, work: () => void): void {
  onFile(path, () => {
    try {
      work()
    } catch (thrown) {
      if (errorCode(thrown) !== 'ENOENT') throw thrown
    }
  })
}
