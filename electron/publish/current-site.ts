/** Tells that a site is as an export would make it, without reading the library or making anything. */
import { existsSync, lstatSync, readFileSync, readdirSync, writeFileSync, renameSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ExportReport } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import { type LibraryState, libraryState } from '../library/library-state.ts'
import { buildKey } from './build-key.ts'
import { onFile } from './file-failure.ts'
import { fingerprint } from './fingerprint.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { RESOURCES, SEARCH_SCRIPT } from './resources.ts'
import { isSafePath } from '../../core/page/paths.ts'
import { fileAt, ownPath, placeOf } from './site-folder.ts'
import { isSwapping } from './swap.ts'

/** What an export was asked. */
interface Asked {
  readonly date?: string
  readonly full?: boolean
  /** An export that was planned is held to its plan. */
  readonly plan?: string
}

/** What an export leaves for the next. Beside the manifest, since it tells of this machine and this moment. */
interface Note {
  /** Stands for all that the site was made of but its pictures. */
  readonly key: string
  /** Stands for the pictures as they lay in the library. */
  readonly pictures: string
  /** Stands for the manifest of the site that it is about. */
  readonly manifest: string
  /** It holds from one moment to another, in milliseconds. */
  readonly from: number
  readonly until: number | null
  readonly report: ExportReport
}

/** The library as it was when an export began. */
export interface Beginning {
  readonly key: string
  readonly from: number
  readonly until: number | null
}

const NOTE = 'current.json'
const PICTURES = 'media/'

/**
 * The report of an export that would change nothing; null when one has to find out. Looks at every file of the site
 * and at those that were copied to it, by size and time alone. `isOpen`: this process has the library open.
 */
export function currentSite(
  library: string,
  target: string,
  asked: Asked,
  { isOpen, now = new Date() }: { readonly isOpen: boolean; readonly now?: Date },
): ExportReport | null {
  const started = performance.now()
  const folder = resolve(target)
  const note = asked.full || asked.plan !== undefined || isBusy(folder) ? null : readNote(folder)
  if (!note) return null
  const beginning = beginExport(library, asked, { isOpen, now })
  const isOfNow = now.getTime() >= note.from && (note.until === null || now.getTime() < note.until)
  if (beginning?.key !== note.key || !isOfNow) return null
  const manifest = readManifest(folder)
  if (!manifest || fingerprint(manifest.text) !== note.manifest) return null
  if (!isWhole(folder, manifest) || picturesIn(library, manifest, note.report) !== note.pictures) return null
  return {
    ...note.report,
    folder,
    written: 0,
    unchanged: manifest.files.size,
    removed: 0,
    milliseconds: Math.round(performance.now() - started),
  }
}

/** What an export has to know at its beginning for {@link noteCurrent}; null when that is not to be had. */
export function beginExport(
  library: string,
  { date }: Asked,
  { isOpen, now = new Date() }: { readonly isOpen: boolean; readonly now?: Date },
): Beginning | null {
  const state = stateOf(library, isOpen, now)
  if (!state) return null
  const { token, theme, until } = state
  const day = date === undefined ? state.day : null
  const key = fingerprint(JSON.stringify([buildKey(), token, date ?? null, day, madeWith(library, theme)]))
  // An export as of a day gives the same on every day.
  return { key, from: now.getTime(), until: date === undefined ? until : null }
}

/** Notes that the site is what the library, as it was at the beginning, gives: if it is that still. */
export function noteCurrent(
  library: string,
  target: string,
  asked: Asked,
  beginning: Beginning | null,
  report: ExportReport,
): void {
  const folder = resolve(target)
  const manifest = readManifest(folder)
  const now = beginExport(library, asked, { isOpen: true })
  if (!manifest || !beginning || now?.key !== beginning.key) return
  const pictures = picturesIn(library, manifest, report)
  const { from, until } = beginning
  const note: Note = { key: now.key, pictures, manifest: fingerprint(manifest.text), from, until, report }
  const file = ownPath(folder, NOTE)
  onFile(file, () => {
    writeFileSync(`${file}.next`, JSON.stringify(note))
    renameSync(`${file}.next`, file)
  })
}

function isBusy(folder: string): boolean {
  return isSwapping(folder) || existsSync(ownPath(folder, 'stage'))
}

// Where it cannot be read, the export itself says why.
function stateOf(library: string, isOpen: boolean, now: Date): LibraryState | null {
  try {
    return libraryState(resolve(library), isOpen, now)
  } catch (thrown) {
    if (thrown instanceof Failure) return null
    throw thrown
  }
}

/** Stands for the files of the theme, wherever it lies, and for those that every theme is made with. */
function madeWith(library: string, theme: string): readonly unknown[] {
  const folders = [RESOURCES, resolve(library)].map((place) => join(place, 'themes', theme))
  return [...folders.map(stampBelow), stampBelow(join(RESOURCES, 'faces')), stampAt(SEARCH_SCRIPT)]
}

function stampBelow(folder: string): readonly unknown[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path) => [path, stampAt(join(folder, path))])
}

function stampAt(file: string): readonly number[] | null {
  const stat = lstatSync(file, { throwIfNoEntry: false })
  return stat?.isDirectory() ? [] : stat ? [stat.size, stat.mtimeMs] : null
}

/** Stands for the site's pictures, which lie in it where they lie in the library, and for those that are missed. */
function picturesIn(library: string, { files }: Manifest, { warnings }: ExportReport): string {
  const missed = warnings.map(({ target }) => target.replace(/^\.?\//, ''))
  const pictures = [...files.keys(), ...missed].filter(
    (path) => path.startsWith(PICTURES) && isSafePath(path),
  )
  return fingerprint(JSON.stringify(pictures.map((path) => [path, stampAt(placeOf(resolve(library), path))])))
}

function isWhole(folder: string, { files, writtenMs }: Manifest): boolean {
  for (const [path, { size }] of files) {
    const at = fileAt(placeOf(folder, path))
    if (at === null || at === 'foreign' || at.size !== size || at.mtimeMs > writtenMs) return false
  }
  return true
}

// Written by this program on this machine, but lying where anyone may write: what is not as it should be counts as none.
function readNote(folder: string): Note | null {
  const file = ownPath(folder, NOTE)
  if (!existsSync(file)) return null
  try {
    const note = JSON.parse(onFile(file, () => readFileSync(file, 'utf8'))) as Partial<Note> | null
    const isNote = typeof note?.from === 'number' && typeof note.report === 'object' && note.report !== null
    return isNote && (note.until === null || typeof note.until === 'number') ? (note as Note) : null
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null
    throw thrown
  }
}
