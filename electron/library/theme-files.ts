/** The files of a library's own themes: those that a theme may have, and so those that backups and archives carry. */
import { lstatSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { isSafePath } from '../../core/page/paths.ts'
import { withFiles } from './files.ts'

/** Where a library has themes of its own. */
export const THEMES_FOLDER = 'themes'
/** Where removed themes lie, hidden among those of a library. */
export const REMOVED_THEMES = '.removed'

/** What a theme may bring along. No scripts, no pages, no SVG (which can hold a script). */
export const ASSET_TYPES: ReadonlySet<string> = new Set([
  '.css',
  '.woff2',
  '.png',
  '.jpg',
  '.jpeg',
  '.webp',
  '.avif',
  '.gif',
  '.ico',
  '.txt',
])
/** Far above what a theme needs, low enough that one from a stranger cannot fill memory or disk. */
export const THEME_LIMITS = { files: 500, assetBytes: 10_000_000, bytes: 50_000_000 } as const
/** A library from a stranger may have any number; so many are shown, and so many removed ones. */
export const MOST_THEMES = 100
/** Of all themes of a library together. */
export const ALL_THEMES = { files: 2 * MOST_THEMES * THEME_LIMITS.files, bytes: 500_000_000 } as const

/** What a theme may be called in an address and on disk. */
export function isThemeName(name: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,63}$/.test(name)
}

/** Whether a path in a library names a file that a theme, or a removed one, may have, on every system. */
export function isThemePath(path: string): boolean {
  const [, name = '', file = ''] = /^themes\/(?:\.removed\/)?([^/]+)\/(.+)$/.exec(path) ?? []
  return isThemeName(name) && isThemeFile(file)
}

function isThemeFile(path: string): boolean {
  const isOwn = path === 'theme.json' || /^templates\/[^/]+\.liquid$/.test(path)
  return isSafePath(path) && !path.endsWith('~') && (isOwn || ASSET_TYPES.has(extname(path).toLowerCase()))
}

/** A file of a theme, by its path in the library. */
export interface ThemeFile {
  readonly path: string
  readonly bytes: number
}

/**
 * The files of a library's themes and of removed ones, in order. Links are not followed; a theme that is larger than a
 * theme may be, and so is none, is left out. @throws Failure `file.refused`
 */
export function themeFiles(library: string): readonly ThemeFile[] {
  const found: ThemeFile[] = []
  let bytes = 0
  for (const theme of [THEMES_FOLDER, `${THEMES_FOLDER}/${REMOVED_THEMES}`].flatMap((at) =>
    namesIn(library, at),
  )) {
    const files = filesOf(library, theme)
    const weight = files?.reduce((sum, file) => sum + file.bytes, 0) ?? 0
    if (!files || weight > THEME_LIMITS.bytes || bytes + weight > ALL_THEMES.bytes) continue
    bytes += weight
    found.push(...files)
  }
  return found
}

function namesIn(library: string, at: string): readonly string[] {
  // Neither the folder nor the one above it may be a link to somewhere else.
  const isHere = [THEMES_FOLDER, at].every((part) => isFolder(join(library, part)))
  if (!isHere) return []
  return withFiles(join(library, at), () => readdirSync(join(library, at)))
    .filter((name) => isThemeName(name) && isFolder(join(library, at, name)))
    .sort()
    .slice(0, MOST_THEMES)
    .map((name) => `${at}/${name}`)
}

/** Null when there are more than a theme may have. */
function filesOf(library: string, theme: string): readonly ThemeFile[] | null {
  const found: ThemeFile[] = []
  const waiting = [theme]
  let seen = 0
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const folder = join(library, at)
    for (const name of withFiles(folder, () => readdirSync(folder)).sort()) {
      const path = `${at}/${name}`
      const stat = lstatSync(join(library, path), { throwIfNoEntry: false })
      if ((seen += 1) > THEME_LIMITS.files) return null
      if (stat?.isDirectory() && !name.startsWith('.')) waiting.push(path)
      const isKept = stat?.isFile() === true && stat.size <= THEME_LIMITS.assetBytes && isThemePath(path)
      if (isKept) found.push({ path, bytes: stat.size })
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

const isFolder = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true
