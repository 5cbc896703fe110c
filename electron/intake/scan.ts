import { readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, relative, sep } from 'node:path'
import { withFiles } from '../library/files.ts'

/** A file that may become an article. */
export interface SourceFile {
  /** Absolute, without links. */
  readonly path: string
  /** The folder that was chosen, or the one in which a chosen file lies: nothing outside it is read. */
  readonly root: string
  /** From the root, with slashes. */
  readonly relative: string
}

/** Why a file was left out. */
export type ScanProblem = 'notMarkdown' | 'outside' | 'section'

export interface Scan {
  /** In the order of their paths. */
  readonly files: readonly SourceFile[]
  readonly skipped: readonly { readonly path: string; readonly why: ScanProblem }[]
  /** Pictures in chosen folders, by name in lower case: how Obsidian refers to them. */
  readonly pictures: ReadonlyMap<string, readonly string[]>
}

const MARKDOWN = new Set(['.md', '.markdown', '.mdown', '.mkd', '.mkdn'])
const PICTURE = new Set(['.jpg', '.jpeg', '.png', '.gif', '.webp', '.avif', '.svg'])
/** Folders of other programs, and of templates, in which Markdown is no article. */
const NOT_ENTERED = new Set(['node_modules', '_site', '_layouts', '_includes', '_sass'])

interface Collected {
  readonly files: Map<string, SourceFile>
  readonly skipped: { path: string; why: ScanProblem }[]
  readonly pictures: Map<string, string[]>
}

/**
 * Finds the Markdown files in what was chosen: folders with all below them, and single files. Hidden folders are
 * not entered and links out of a folder not followed. A file that is reached twice is taken once.
 * @throws Failure `file.refused` when something chosen is not there
 */
export function scan(paths: readonly string[]): Scan {
  const collected: Collected = { files: new Map(), skipped: [], pictures: new Map() }
  for (const chosen of paths) {
    withFiles(chosen, () => {
      const path = realpathSync(chosen)
      if (statSync(path).isDirectory()) enter(path, path, collected)
      else take(path, dirname(path), collected, true)
    })
  }
  const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1)
  return {
    files: [...collected.files.values()].sort(byPath),
    skipped: collected.skipped,
    pictures: collected.pictures,
  }
}

function enter(folder: string, root: string, collected: Collected): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.') || NOT_ENTERED.has(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) enter(path, root, collected)
    else if (entry.isFile()) take(path, root, collected, false)
    else if (entry.isSymbolicLink()) takeLink(path, root, collected)
  }
}

/** A link to a file within the folder is as good as the file; one to a folder could go round in a circle. */
function takeLink(path: string, root: string, collected: Collected): void {
  const target = realFile(path)
  if (target !== null && isWithin(root, target)) take(target, root, collected, false)
  else if (MARKDOWN.has(extname(path).toLowerCase())) collected.skipped.push({ path, why: 'outside' })
}

function take(path: string, root: string, { files, skipped, pictures }: Collected, isChosen: boolean): void {
  const name = basename(path)
  const extension = extname(name).toLowerCase()
  if (PICTURE.has(extension) && !isChosen) {
    const known = pictures.get(name.toLowerCase())
    if (known) known.push(path)
    else pictures.set(name.toLowerCase(), [path])
  } else if (MARKDOWN.has(extension) || (isChosen && (extension === '.txt' || extension === ''))) {
    if (name.startsWith('_index.')) skipped.push({ path, why: 'section' })
    else files.set(path, { path, root, relative: relative(root, path).split(sep).join('/') })
  } else if (isChosen) skipped.push({ path, why: 'notMarkdown' })
}

/** The path of the file that a path leads to, without links; null when it leads to none. */
export function realFile(path: string): string | null {
  try {
    const real = realpathSync(path)
    return statSync(real).isFile() ? real : null
  } catch (error) {
    // A link to nothing, a folder that may not be entered, a name that no file can have.
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

/** Whether an absolute path lies below a folder. */
export function isWithin(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
