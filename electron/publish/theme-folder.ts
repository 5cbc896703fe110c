import { type Dirent, existsSync, lstatSync, readFileSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { Failure } from '../../core/errors.ts'
import {
  type ThemeColours,
  type ThemeManifest,
  type ThemeSource,
  coloursIn,
  isSafePath,
  readThemeManifest,
} from '../../core/page/index.ts'
import { ASSET_TYPES, THEMES_FOLDER, THEME_LIMITS, isThemeName } from '../library/theme-files.ts'
import { onFile } from './file-failure.ts'
import { RESOURCES } from './resources.ts'

/** A file that a theme brings along: its place on the site, and where it is read. */
export interface Asset {
  readonly path: string
  readonly file: string
  /** What goes on the site when that is not the file itself: a style sheet. */
  readonly text?: string
}

/** A theme as read from its folder. */
export interface ThemeFolder extends ThemeSource {
  readonly manifest: ThemeManifest
  /** What its main style sheet calls its colours. */
  readonly colours: ThemeColours
  readonly assets: readonly Asset[]
}

/** Where themes are looked for: among the application's own, then among those of a library. */
export interface ThemePlaces {
  readonly resources?: string
  /** The library's folder; null: only the application's own. */
  readonly library: string | null
}

/** Where a theme's rules lie, and where a face and chosen options go. */
export const MAIN_SHEET = 'assets/style.css'
export { THEMES_FOLDER, isThemeName }

const TEMPLATE_BYTES = 500_000

/** The folder of a theme of the application's own, or of a library's; null when there is none of that name. */
export function themeFolder(
  name: string,
  { resources = RESOURCES, library }: ThemePlaces,
): { readonly folder: string; readonly isOwn: boolean } | null {
  if (!isThemeName(name)) return null
  const ours = join(resources, 'themes', name)
  if (existsSync(join(ours, 'theme.json'))) return { folder: ours, isOwn: false }
  if (library === null) return null
  const theirs = join(library, THEMES_FOLDER, name)
  return existsSync(theirs) ? { folder: theirs, isOwn: true } : null
}

/**
 * Reads the theme `name`: nothing that lies outside its folder, so no link to elsewhere.
 *
 * @throws Failure `theme.broken` when there is none, or when it brings what no theme may; `file.refused`
 */
export function readTheme(name: string, places: ThemePlaces): ThemeFolder {
  const found = themeFolder(name, places)
  if (!found) throw broken(name, 'theme.json', 'no such theme')
  const { folder, isOwn } = found
  return onFile(folder, () => {
    if (isOwn) refuseLinks(name, places.library ?? '', folder)
    const files = filesIn(name, folder)
    if (!files.includes('theme.json')) throw broken(name, 'theme.json', 'a theme needs this file')
    const templates = files.filter((path) => /^templates\/[^/]+\.liquid$/.test(path))
    const assets = files
      .filter((path) => path !== 'theme.json' && !path.startsWith('templates/'))
      .map((path) => assetAt(name, folder, path))
    return {
      name,
      manifest: readThemeManifest(name, textAt(name, folder, 'theme.json', TEMPLATE_BYTES)),
      colours: coloursIn(assets.find(({ path }) => path === MAIN_SHEET)?.text ?? ''),
      templates: Object.fromEntries(
        templates.map((path) => [
          path.slice('templates/'.length),
          textAt(name, folder, path, TEMPLATE_BYTES),
        ]),
      ),
      assets,
    }
  })
}

/** A library from a stranger may have links where a folder should be. */
function refuseLinks(name: string, library: string, folder: string): void {
  for (const one of [join(library, THEMES_FOLDER), folder]) {
    if (!lstatSync(one).isDirectory()) throw broken(name, '', 'a theme has to be a folder, not a link')
  }
}

/** Every file of a theme as a path from its folder, in a fixed order. */
function filesIn(name: string, folder: string): readonly string[] {
  const entries = entriesBelow(name, folder)
  let bytes = 0
  return entries
    .filter(({ entry, path }) => !entry.isDirectory() && isSafePath(path) && !isHidden(path))
    .map(({ entry, path }) => {
      if (!entry.isFile()) throw broken(name, path, 'a link leads out of the theme')
      bytes += lstatSync(join(folder, path)).size
      if (bytes > THEME_LIMITS.bytes)
        throw broken(name, path, `a theme weighs at most ${THEME_LIMITS.bytes / 1_000_000} MB`)
      return path
    })
    .sort()
}

/** What lies below a theme's folder. In a package an entry itself does not know where it lies. */
interface Entry {
  /** From the theme's folder. */
  readonly path: string
  readonly entry: Dirent
}

/** Looks no further once there are too many. Hidden folders, such as those of a version control, are passed over. */
function entriesBelow(name: string, folder: string): readonly Entry[] {
  const found: Entry[] = []
  const waiting = [folder]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      if (isHidden(entry.name)) continue
      found.push({ path: pathIn(folder, join(at, entry.name)), entry })
      if (found.length > THEME_LIMITS.files)
        throw broken(name, '', `a theme has at most ${THEME_LIMITS.files} files`)
      if (entry.isDirectory()) waiting.push(join(at, entry.name))
    }
  }
  return found
}

/** What systems and editors leave lying about: `.DS_Store`, `style.css~`. */
function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || part.endsWith('~'))
}

function pathIn(folder: string, file: string): string {
  return file.slice(folder.length + 1).replaceAll('\\', '/')
}

function assetAt(name: string, folder: string, path: string): Asset {
  const type = extname(path).toLowerCase()
  if (!ASSET_TYPES.has(type)) throw broken(name, path, `a theme brings no ${type || 'files without a type'}`)
  const asset = { path: `assets/${path}`, file: join(folder, path) }
  if (type === '.css') return { ...asset, text: textAt(name, folder, path, TEMPLATE_BYTES) }
  bounded(name, folder, path, THEME_LIMITS.assetBytes)
  return asset
}

function textAt(name: string, folder: string, path: string, most: number): string {
  bounded(name, folder, path, most)
  return readFileSync(join(folder, path), 'utf8')
}

function bounded(name: string, folder: string, path: string, most: number): void {
  const { size } = lstatSync(join(folder, path))
  if (size > most) throw broken(name, path, `larger than ${most / 1000} kB`)
}

function broken(theme: string, file: string, problem: string): Failure {
  return new Failure('theme.broken', { theme, file, line: null, problem })
}
