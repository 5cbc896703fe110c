/** Which addresses a body may point to. Everything else stays text, so that nothing on a page can run. */

/** Schemes that open a document, a message or a call; none of them runs code or reads the reader's disk. */
const LINK_SCHEMES: ReadonlySet<string> = new Set([
  'http',
  'https',
  'mailto',
  'tel',
  'sms',
  'ftp',
  'ftps',
  'sftp',
  'geo',
  'irc',
  'ircs',
  'xmpp',
  'matrix',
  'news',
  'webcal',
  'magnet',
  'doi',
])

const MEDIA_SCHEMES: ReadonlySet<string> = new Set(['http', 'https'])

/** Raster images only: an SVG in a data address is a document of its own. */
const DATA_IMAGE = /^data:image\/(?:avif|gif|jpeg|png|webp);base64,[a-z0-9+/=]*$/i

/** Browsers skip tabs and line ends anywhere in an address, and controls and spaces at its start. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const IGNORED = /[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\ufeff]/g

/**
 * The scheme of an address in lower case, `''` for a relative one. Errs on the side of seeing a scheme: what stands
 * before the first colon counts, unless a slash, question mark or hash comes first.
 */
function schemeOf(address: string): string {
  const bare = address.replace(IGNORED, '')
  const colon = bare.indexOf(':')
  if (colon < 0) return ''
  const path = bare.search(/[/\\?#]/)
  return path >= 0 && path < colon ? '' : bare.slice(0, colon).toLowerCase()
}

/** Schemes whose addresses name a host, as the URL standard has it. */
const HOST_SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'ftp'])

/** Whether an address names a host that there cannot be, such as `http://` or `//example.org:99999`. */
function leadsToNoHost(address: string, scheme: string): boolean {
  const namesHost = HOST_SCHEMES.has(scheme) || (scheme === '' && address.startsWith('//'))
  return namesHost && !URL.canParse(address, 'https://example.org/')
}

/** Whether a link may point to this address: a relative one, or one with a scheme that runs nothing; and a host that can be. */
export function isSafeLink(address: string): boolean {
  const scheme = schemeOf(address)
  return (scheme === '' || LINK_SCHEMES.has(scheme)) && !leadsToNoHost(address, scheme)
}

/** Whether sound or film may come from this address: relative, `http:` or `https:`. */
export function isSafeMedia(address: string): boolean {
  const scheme = schemeOf(address)
  return (scheme === '' || MEDIA_SCHEMES.has(scheme)) && !leadsToNoHost(address, scheme)
}

/** Whether a picture may come from this address: like {@link isSafeMedia}, or a raster image in a `data:` address; none is no address. */
export function isSafeImage(address: string): boolean {
  return (address.trim() !== '' && isSafeMedia(address)) || DATA_IMAGE.test(address)
}

/**
 * Width and height in pixels of an image in the library, read from its name: a relative address under `media/` that
 * ends in `-WIDTHxHEIGHT.ext`. Null for any other address.
 */
export function imageSize(address: string): { readonly width: number; readonly height: number } | null {
  const match = /^media\/[^?#]*-([1-9]\d{0,4})x([1-9]\d{0,4})\.[a-z0-9]+$/i.exec(address)
  return match ? { width: Number(match[1]), height: Number(match[2]) } : null
}

/** An address from raw HTML as a page writes it: without line ends and tabs, with what is not allowed percent-encoded. */
export function encodeAddress(address: string): string {
  const encoded = address
    .replace(/[\t\n\r]/g, '')
    .trim()
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/gu, (char) => encodeURIComponent(char.toWellFormed()))
  return tidyAddress(encoded)
}

/** `http:/host`, `https:host` and more slashes than two: a browser at another site reads them all as two. */
const SLASHES = /^(https?|ftp):(?!\/\/[^/])\/*(?=[^/])/i
/** An address of IPv6, its brackets encoded. */
const IPV6 = /^((?:[a-z]+:)?\/\/(?:[^/?#@]*@)?)%5B([\da-f:.]+)%5D/i

/** An encoded address as the URL standard has it valid, where one can tell what is meant: two slashes, a single `#`. */
export function tidyAddress(address: string): string {
  const hash = address.indexOf('#') + 1
  const single = hash === 0 ? address : address.slice(0, hash) + address.slice(hash).replaceAll('#', '%23')
  return single.replace(SLASHES, '$1://').replace(IPV6, '$1[$2]')
}
