/** Addresses of the site as the window shows it: `trail.html#water` is what a writer sees of them. */
import type { Site } from '../../core/article.ts'
import { pageWords } from '../../core/locale/page.ts'
import { searchPath } from '../../core/page/paths.ts'

/** Under it the search page's script runs, and can reach nothing of the window. */
const READER = 'app://reader'

/** What is not a page is shown as the text that it is. */
const TEXT = /\.(?:xml|json|webmanifest|txt)$/

/** What a link leads to: an address on the site, or one anywhere else. */
export type Target =
  { readonly kind: 'site'; readonly address: string } | { readonly kind: 'outside'; readonly url: string }

/** Where the frame has to go to show an address of the site. */
export function frameUrl(address: string, drafts: boolean, isScripted: boolean): string {
  const { path, rest } = split(address)
  const query = TEXT.test(path) ? '?as=text' : ''
  const folder = drafts ? 'draft-site' : 'site'
  return `${isScripted ? READER : ''}/${folder}/${encodePath(path)}${query}${rest}`
}

/** Whether an address is that of the page whose script has to run. */
export function isSearch(address: string, siteLanguage: string): boolean {
  return split(address).path === searchPath(pageWords(siteLanguage).folders)
}

/** The slug of the article whose page lies at an address; null when it is no article's. */
export function slugAt(address: string): string | null {
  const slug = /^([^/]+)\.html$/.exec(split(address).path)?.[1]
  return slug === undefined || slug === 'index' || slug === '404' ? null : slug
}

/** What `href`, read on the page at `base` (an absolute address in the frame), leads to; null: nowhere. */
export function targetOf(href: string, base: string): Target | null {
  if (!URL.canParse(href, base)) return null
  const url = new URL(href, base)
  const here = new URL(base)
  const path = /^\/(?:draft-)?site\/(.*)$/s.exec(url.pathname)?.[1]
  const isSite = path !== undefined && (url.host === here.host || url.href.startsWith(`${READER}/`))
  if (!isSite || url.protocol !== here.protocol) return { kind: 'outside', url: url.href }
  return { kind: 'site', address: `${whole(decodePath(path))}${url.hash}` }
}

/** The address that a writer means by what they typed or pasted: a path, or one under the site's base URL. */
export function typedAddress(
  typed: string,
  { baseUrl, language }: Pick<Site, 'baseUrl' | 'language'>,
): string {
  const text = typed.trim()
  const below = baseUrl !== '' && text.startsWith(baseUrl) ? text.slice(baseUrl.length) : text
  const [, path = '', hash = ''] = /^\/*([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(below) ?? []
  const { archive, search } = pageWords(language).folders
  // As a server leads on from `/search` to what lies in that folder.
  const isFolder = path === archive || path === search
  return `${whole(decodePath(isFolder ? `${path}/` : path))}${hash}`
}

/** What the address line shows: the front page is a slash. */
export function shownAddress(address: string): string {
  return address === 'index.html' ? '/' : `/${address}`
}

function whole(path: string): string {
  if (path === '' || path.endsWith('/')) return `${path}index.html`
  return /\.[a-z0-9]+$/i.test(path) ? path : `${path}.html`
}

function split(address: string): { readonly path: string; readonly rest: string } {
  const at = address.indexOf('#')
  return at < 0 ? { path: address, rest: '' } : { path: address.slice(0, at), rest: address.slice(at) }
}

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    // A stray percent sign is a letter like any other.
    return path
  }
}
