import { type Dirent, existsSync, lstatSync, readFileSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { Failure } from '../../core/errors.ts'
import { type ThemeSource, isSafePath } from '../../core/page/index.ts'
import { onFile } from './file-failure.ts'
import { leanCss } from './lean-css.ts'
import { RESOURCES } from './resources.ts'

/** A file that a theme brings along: its place on the site, and where it is read. */
export interface Asset {
  readonly path: string
  readonly file: string
  /** What goes on the site when that is not the file itself: a style sheet made lean. */
  readonly text?: string
}

/** A theme as read from its folder. */
export interface ThemeFolder extends ThemeSource {
  readonly assets: readonly Asset[]
}

/** What a theme may bring along. No scripts, no pages, no SVG (which can hold a script). */
const ASSET_TYPES: ReadonlySet<string> = new Set([
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
const MOST_FILES = 500
const TEMPLATE_BYTES = 500_000
const ASSET_BYTES = 10_000_000

/**
 * Reads the theme `name` of the application: nothing that lies outside its folder, so no link to elsewhere.
 *
 * @throws Failure `theme.broken` when there is none, or when it brings what no theme may; `file.refused`
 */
export function readTheme(name: string, resources: string = RESOURCES): ThemeFolder {
  const folder = join(resources, 'themes', name)
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(join(folder, 'theme.json'))) {
    throw broken(name, 'theme.json', 'no such theme')
  }
  return onFile(folder, () => {
    const files = filesIn(name, folder)
    const templates = files.filter((path) => /^templates\/[^/]+\.liquid$/.test(path))
    const assets = files.filter((path) => path !== 'theme.json' && !path.startsWith('templates/'))
    return {
      name,
      templates: Object.fromEntries(
        templates.map((path) => {
          bounded(name, folder, path, TEMPLATE_BYTES)
          return [path.slice('templates/'.length), readFileSync(join(folder, path), 'utf8')]
        }),
      ),
      assets: assets.map((path) => assetAt(name, folder, path)),
    }
  })
}

/** Every file of a theme as a path from its folder, in a fixed order. */
function filesIn(name: string, folder: string): readonly string[] {
  if (lstatSync(folder).isSymbolicLink()) throw broken(name, '', 'a theme has to be a folder, not a link')
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  if (entries.length > MOST_FILES) throw broken(name, '', `a theme has at most ${MOST_FILES} files`)
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => [entry, pathIn(folder, entry)] as const)
    .filter(([, path]) => isSafePath(path))
    .map(([entry, path]) => {
      if (!entry.isFile()) throw broken(name, path, 'a link leads out of the theme')
      return path
    })
    .sort()
}

function pathIn(folder: string, entry: Dirent): string {
  return join(entry.parentPath, entry.name)
    .slice(folder.length + 1)
    .replaceAll('\\', '/')
}

function assetAt(name: string, folder: string, path: string): Asset {
  const type = extname(path).toLowerCase()
  if (!ASSET_TYPES.has(type)) throw broken(name, path, `a theme brings no ${type || 'files without a type'}`)
  bounded(name, folder, path, ASSET_BYTES)
  const file = join(folder, path)
  const asset = { path: `assets/${path}`, file }
  return type === '.css' ? { ...asset, text: leanCss(readFileSync(file, 'utf8')) } : asset
}

function bounded(name: string, folder: string, path: string, most: number): void {
  const { size } = lstatSync(join(folder, path))
  if (size > most) throw broken(name, path, `larger than ${most / 1000} kB`)
}

function broken(theme: string, file: string, problem: string): Failure {
  return new Failure('theme.broken', { theme, file, line: null, problem })
}
