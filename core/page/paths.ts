import type { PageWords } from '../locale/page.ts'

/** Folder names of a site, in its language. */
export type Folders = PageWords['folders']

/** The page of an article. Articles lie at the root, so that links in their bodies need no rewriting. */
export const articlePath = (slug: string): string => `${slug}.html`

/** Page `page` (from 1) of the front page. */
export const indexPath = (folders: Folders, page: number): string =>
  page === 1 ? 'index.html' : `${folders.page}/${page}.html`

/** Page `page` (from 1) of a category, tag or author. */
export const listPath = (folder: string, slug: string, page: number): string =>
  page === 1 ? `${folder}/${slug}.html` : `${folder}/${slug}/${page}.html`

/** The page for addresses that are not there. */
export const NOT_FOUND_PATH = '404.html'

/** Page `page` (from 1) of the archive: of one year, or (null) of the whole. */
export const archivePath = (folders: Folders, year: string | null, page: number): string =>
  year === null ? `${folders.archive}/index.html` : listPath(folders.archive, year, page)

export const searchPath = (folders: Folders): string => `${folders.search}/index.html`

/** What leads from the page at `path` to the site's root: empty, `../`, `../../`. */
export function rootOf(path: string): string {
  return '../'.repeat(path.split('/').length - 1)
}

const RESERVED_NAME = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * Whether a path within a site names a file that stays in its folder on every system: relative, forward
 * slashes, no dot segments, no hidden files, nothing that Windows reads as a drive, stream or device.
 */
export function isSafePath(path: string): boolean {
  if (path === '' || path.length > 400) return false
  return path.split('/').every((part) => {
    if (part === '' || part.startsWith('.') || part.endsWith('.') || part.endsWith(' ')) return false
    return !/[\u0000-\u001f\\:*?"<>|]/.test(part) && !RESERVED_NAME.test(part)
  })
}
