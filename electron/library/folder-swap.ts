import {
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { randomUUID } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { systemCode, withFiles, writeWhole } from './files.ts'
import { parseObject } from './json.ts'
import { REMOVED_THEMES, THEMES_FOLDER } from './theme-files.ts'

/** The library's folder for backups, unless the writer chose another. */
export const BACKUPS = 'backups'

/** What was begun longer ago than this and never finished belongs to nobody. */
export const ABANDONED = 24 * 3_600_000

/** The path of a new folder beside a library, hidden, on the same disk; takes away what is abandoned of others. */
export function stagedFolder(target: string): string {
  const parent = dirname(target)
  withFiles(parent, () => {
    for (const name of existsSync(parent) ? readdirSync(parent) : []) {
      if (!name.startsWith(`.${basename(target)}.`) || !name.endsWith('.part')) continue
      const age = Date.now() - (statSync(join(parent, name), { throwIfNoEntry: false })?.mtimeMs ?? Infinity)
      if (age > ABANDONED) rmSync(join(parent, name), { recursive: true, force: true })
    }
  })
  return join(parent, `.${basename(target)}.${randomUUID()}.part`)
}

/**
 * Swaps a finished folder in, and takes over what else lay in the old one, its backups included. Stopped at any
 * point, the old or the new library is in its place, or {@link finishSwap} puts the new one there.
 */
export function swapIn(staged: string, target: string, now: Date): string | null {
  return withFiles(target, () => {
    const aside = existsSync(target) ? freeAside(target, now) : null
    if (aside) carryOver(target, staged)
    const journal: Swap = { staged: basename(staged), aside: aside && basename(aside) }
    writeWhole(journalFile(target), Buffer.from(JSON.stringify(journal)))
    if (aside) renameSync(target, aside)
    renameSync(staged, target)
    rmSync(journalFile(target), { force: true })
    return aside
  })
}

/** Ends a swap that was stopped: puts the new library in its place, or the old one back. */
export function finishSwap(target: string): void {
  const file = journalFile(target)
  if (!existsSync(file)) return
  withFiles(target, () => {
    const { staged, aside } = readSwap(file)
    const [next, before] = [staged, aside].map((name) => name && join(dirname(target), basename(name)))
    if (!existsSync(target)) {
      if (next && existsSync(next)) renameSync(next, target)
      else if (before && existsSync(before)) renameSync(before, target)
    } else if (next) {
      // It was stopped before anything moved: the old library never left.
      rmSync(next, { recursive: true, force: true })
    }
    rmSync(file, { force: true })
  })
}

/** Milliseconds between noting a swap and its first rename that nobody needs who is still at it. */
const STOPPED = 10_000

/**
 * Clears away a swap that was stopped before anything moved, and whose library was never touched: left alone, it would
 * put that old restore in the place of a library that is moved elsewhere later.
 */
export function dropStoppedSwap(target: string): void {
  const noted = statSync(journalFile(target), { throwIfNoEntry: false })?.mtimeMs ?? Infinity
  if (Date.now() - noted > STOPPED) finishSwap(target)
}

interface Swap {
  readonly staged: string | null
  readonly aside: string | null
}

function readSwap(file: string): Swap {
  const text = withFiles(file, () => readFileSync(file, 'utf8'))
  const { staged, aside } = parseObject(text)
  const name = (value: unknown) => (typeof value === 'string' ? value : null)
  return { staged: name(staged), aside: name(aside) }
}

/** What finishes a swap that was stopped; there from before the first rename until after the last. */
export function journalFile(target: string): string {
  return join(dirname(target), `.${basename(target)}.swap.json`)
}

/** In the name of what was moved aside, between the name of its place and its time. */
const ASIDE = '-before-restore-'

function freeAside(target: string, now: Date): string {
  for (let count = 1; ; count++) {
    const aside = `${target}${ASIDE}${fileTime(now)}${count === 1 ? '' : `-${count}`}`
    if (!existsSync(aside)) return aside
  }
}

/** Backups are linked, not moved: should anything stop, both libraries have them. Links cost no room. */
function carryOver(from: string, staged: string): void {
  for (const name of readdirSync(from)) {
    if (name.startsWith('library.db') || name === 'media') continue
    if (name === BACKUPS) linkTree(join(from, name), join(staged, name))
    else if (name === THEMES_FOLDER && lstatSync(join(from, name)).isDirectory())
      carryThemes(join(from, name), join(staged, name))
    else cpSync(join(from, name), join(staged, name), { recursive: true, errorOnExist: false })
  }
}

/** Themes that the new library has not: one that it has is to be as it was then, and its present state lies aside. */
function carryThemes(from: string, to: string): void {
  for (const name of readdirSync(from)) {
    if (name === REMOVED_THEMES && existsSync(join(to, name))) carryThemes(join(from, name), join(to, name))
    else if (!existsSync(join(to, name))) cpSync(join(from, name), join(to, name), { recursive: true })
  }
}

function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) linkTree(source, target)
    else if (entry.isFile() && !existsSync(target)) linkOrCopy(source, target)
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target)
  } catch (error) {
    // Some disks know no links.
    if (systemCode(error) === null) throw error
    cpSync(source, target)
  }
}

/** When a folder by this name was moved aside from the place `target`, in milliseconds; null when it was not. */
export function timeOfAside(name: string, target: string): number | null {
  if (!name.startsWith(`${target}${ASIDE}`)) return null
  const time = /^(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\dZ)(?:-\d+)?$/.exec(
    name.slice(`${target}${ASIDE}`.length),
  )
  const utc = time ? Date.parse(`${time[1]}${time[2]}:${time[3]}:${time[4]}`) : NaN
  return Number.isNaN(utc) ? null : utc
}

/** A moment for the name of a file, in UTC: `2026-11-22T12-43-26Z`. */
export function fileTime(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replaceAll(':', '-')}Z`
}
