import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { THEMES } from '../../core/article.ts'
import type { ThemeInfo, Themes } from '../../core/bridge.ts'
import { Failure, failureData } from '../../core/errors.ts'
import { makeSlug } from '../../core/slug.ts'
import { writeDurably } from './durable.ts'
import { MOST_THEMES, REMOVED_THEMES as REMOVED } from '../library/theme-files.ts'
import { onFile } from './file-failure.ts'
import { RESOURCES } from './resources.ts'
import { THEMES_FOLDER, type ThemeFolder, isThemeName, readTheme, themeFolder } from './theme-folder.ts'

const MANIFEST_BYTES = 500_000

/** Every theme that a library can have; what can't be read is told with what is wrong. */
export function listThemes(library: string): Omit<Themes, 'failure'> {
  const own = folderNames(join(library, THEMES_FOLDER)).filter((name) => !isOurs(name))
  return {
    themes: [...THEMES, ...own].map((name) => themeInfo(library, name)),
    removed: folderNames(join(library, THEMES_FOLDER, REMOVED)).map((name) => ({
      name,
      title: removedTitle(library, name),
    })),
  }
}

function themeInfo(library: string, name: string): ThemeInfo {
  const isOwn = !isOurs(name)
  const unread = { name, title: isOwn ? name : '', description: '', isOwn, origin: null, options: [] }
  try {
    const { manifest, colours } = readTheme(name, { library })
    return {
      name,
      title: isOwn ? manifest.title : '',
      description: isOwn ? manifest.description : '',
      isOwn,
      origin: isOwn ? originOf(manifest) : null,
      options: manifest.options,
      colours,
      failure: null,
    }
  } catch (thrown) {
    return { ...unread, colours: { light: {}, dark: {} }, failure: failureData(thrown) }
  }
}

function originOf({ origin }: ThemeFolder['manifest']): ThemeInfo['origin'] {
  if (origin === null || !isOurs(origin.theme)) return null
  const { version } = readTheme(origin.theme, { library: null }).manifest
  return { theme: origin.theme, isNewer: isLater(version, origin.version) }
}

/** Whether version `one` comes after `other`, part by part; what is no number counts as 0. */
export function isLater(one: string, other: string): boolean {
  const [a, b] = [one, other].map((version) =>
    version.split('.').map((part) => Number.parseInt(part, 10) || 0),
  ) as [number[], number[]]
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return false
}

/**
 * Copies a theme into a library under a title, to be edited there, and gives its name. It is there whole or not at all.
 * @throws Failure `theme.broken` when there is no such theme; `value.refused` for an empty title; `file.refused`
 */
export function copyTheme(library: string, theme: string, title: string): string {
  const found = themeFolder(theme, { library })
  if (!found)
    throw new Failure('theme.broken', { theme, file: 'theme.json', line: null, problem: 'no such theme' })
  const { manifest, templates, assets } = readTheme(theme, { library })
  const folder = themesOf(library)
  const name = freeName(library, title)
  const draft = join(folder, `.${name}.part`)
  onFile(folder, () => {
    rmSync(draft, { recursive: true, force: true })
    const put = (path: string, bytes: string | Uint8Array): void => {
      mkdirSync(dirname(join(draft, path)), { recursive: true })
      // Written, not copied: what an application brings is often read-only, and this is to be edited.
      writeFileSync(join(draft, path), bytes)
    }
    for (const [file, text] of Object.entries(templates)) put(join('templates', file), text)
    for (const { path, file, text } of assets) put(path.slice('assets/'.length), text ?? readFileSync(file))
    const written = {
      ...manifestAt(found.folder),
      name: tidyTitle(title),
      origin: { theme, version: manifest.version },
    }
    put('theme.json', `${JSON.stringify(written, null, 2)}\n`)
    renameSync(draft, join(folder, name))
  })
  return name
}

/** Gives a theme of the library's another title. @throws Failure `notFound`, `value.refused`, `theme.broken`, `file.refused` */
export function renameTheme(library: string, name: string, title: string): void {
  const folder = ownFolder(library, name)
  // Refuses what is no theme.json before it is written over.
  readTheme(name, { library })
  const written = { ...manifestAt(folder), name: tidyTitle(title) }
  writeDurably(join(folder, 'theme.json'), `${JSON.stringify(written, null, 2)}\n`)
}

/** Puts a theme of the library's aside. @throws Failure `notFound`, `file.refused` */
export function removeTheme(library: string, name: string): void {
  const folder = ownFolder(library, name)
  const removed = join(themesOf(library), REMOVED)
  onFile(folder, () => {
    mkdirSync(removed, { recursive: true })
    renameSync(folder, join(removed, freeIn(removed, name)))
  })
}

/** Takes back a removal; gives the name that it has now. @throws Failure `notFound`, `file.refused` */
export function putBackTheme(library: string, name: string): string {
  const removed = join(library, THEMES_FOLDER, REMOVED, name)
  if (!isThemeName(name) || !isFolder(removed)) throw new Failure('notFound', { what: 'theme', which: name })
  const free = freeIn(themesOf(library), name)
  onFile(removed, () => renameSync(removed, join(library, THEMES_FOLDER, free)))
  return free
}

/** The folder of a theme of the library's own. @throws Failure `notFound` */
export function ownFolder(library: string, name: string): string {
  const found = themeFolder(name, { library })
  if (!found?.isOwn || !isFolder(found.folder)) throw new Failure('notFound', { what: 'theme', which: name })
  return found.folder
}

/** What a site goes back to when its theme is removed: what that was copied from, or the first of Longhand's. */
export function themeBehind(library: string, name: string): string {
  try {
    const { origin } = readTheme(name, { library }).manifest
    return origin !== null && isOurs(origin.theme) ? origin.theme : THEMES[0]
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown
    return THEMES[0]
  }
}

function isOurs(name: string): boolean {
  return isThemeName(name) && existsSync(join(RESOURCES, 'themes', name, 'theme.json'))
}

function tidyTitle(title: string): string {
  const tidy = title.trim().slice(0, 80)
  if (tidy === '') throw new Failure('value.refused', { field: 'title', value: title, problem: 'empty' })
  return tidy
}

function freeName(library: string, title: string): string {
  const slug = makeSlug(tidyTitle(title), 'en').slice(0, 50).replace(/-+$/, '')
  return freeIn(themesOf(library), isThemeName(slug) ? slug : 'theme')
}

/** A name that nothing in the folder has, and no theme of Longhand's. */
function freeIn(folder: string, name: string): string {
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? name : `${name.slice(0, 58)}-${count}`
    if (!existsSync(join(folder, free)) && !isOurs(free)) return free
  }
}

/** The folder of a library's themes, made when it is missing; a link in its place is refused. */
function themesOf(library: string): string {
  const folder = join(library, THEMES_FOLDER)
  return onFile(folder, () => {
    if (!existsSync(folder)) mkdirSync(folder)
    if (!isFolder(folder)) throw new Failure('file.refused', { path: folder, reason: 'ENOTDIR' })
    return folder
  })
}

function folderNames(folder: string): readonly string[] {
  if (!isFolder(folder)) return []
  return onFile(folder, () =>
    readdirSync(folder)
      .filter((name) => isThemeName(name) && isFolder(join(folder, name)))
      .sort()
      .slice(0, MOST_THEMES),
  )
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function manifestAt(folder: string): object {
  return JSON.parse(readFileSync(join(folder, 'theme.json'), 'utf8')) as object
}

function removedTitle(library: string, name: string): string {
  const folder = join(library, THEMES_FOLDER, REMOVED, name)
  const file = lstatSync(join(folder, 'theme.json'), { throwIfNoEntry: false })
  if (!file?.isFile() || file.size > MANIFEST_BYTES) return name
  try {
    const { name: title } = manifestAt(folder) as { name?: unknown }
    return typeof title === 'string' && title.trim() !== '' ? title.trim().slice(0, 80) : name
  } catch {
    // Whatever is wrong with it, it can be put back under the name of its folder.
    return name
  }
}
