/** Schemes that a page may link to; everything else (`javascript:`, `data:`, `file:` …) is no link. */
const SCHEMES = /^(https?|mailto|tel):/i

/** The address when a page may link to it, else null. White space and controls cannot hide a scheme. */
export function safeAddress(address: string): string | null {
  const bare = address.replace(/[\u0000-\u0020\u007f-\u00a0]+/g, '')
  if (bare === '') return null
  if (/^[a-z][a-z0-9+.-]*:/i.test(bare) && !SCHEMES.test(bare)) return null
  return address.trim()
}

/** The address of a picture on a page: within the site or over http(s); else null. */
export function safePicture(address: string | null): string | null {
  if (address === null) return null
  const safe = safeAddress(address)
  return safe === null || /^(mailto|tel):/i.test(safe) ? null : safe
}

/** A site's base URL with a slash at its end, or null when it is empty or no http(s) address. */
export function baseAddress(baseUrl: string): string | null {
  if (!/^https?:\/\//i.test(baseUrl.trim())) return null
  try {
    const url = new URL(baseUrl.trim())
    url.hash = ''
    url.search = ''
    return url.href.endsWith('/') ? url.href : `${url.href}/`
  } catch {
    return null
  }
}

/** Where an internal link leads. */
export type Destination =
  /** Elsewhere on the web, by mail, or within the same page: not the site's to check. */
  | { readonly kind: 'outside' }
  /** A file of the site, as a path from its root. */
  | { readonly kind: 'inside'; readonly path: string }
  /** Nothing that a reader could reach: it climbs out of the site, or holds the remains of a template. */
  | { readonly kind: 'nowhere' }

/** Reads a link in the body of an article, whose page lies at the root of the site. */
export function destination(link: string): Destination {
  if (/\{\{|\{%|%7B%7B|%7B%25/i.test(link)) return { kind: 'nowhere' }
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(link) || link.startsWith('#')) return { kind: 'outside' }
  const [address = ''] = link.split(/[?#]/)
  const parts: string[] = []
  for (const part of decoded(address).split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return { kind: 'nowhere' }
  }
  if (address === '' && link !== '') return { kind: 'outside' }
  const folder = parts.length === 0 || /\/\.{0,2}$/.test(address)
  return { kind: 'inside', path: folder ? [...parts, 'index.html'].join('/') : parts.join('/') }
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
