import { createHash } from 'node:crypto'
import { posix } from 'node:path'

/** Style sheets by their paths on the site. */
export type Sheets = Readonly<Record<string, string>>

/**
 * A page with its style sheets inside: for the one that a server shows at any depth and that is opened as a file too,
 * from where no address of a style sheet always leads there. Its policy names them by their hashes, so that nothing
 * else styles the page. What they fetch, such as faces, is looked for from `root`.
 */
export function withOwnStyles(html: string, root: string, sheets: Sheets): string {
  const hashes: string[] = []
  const page = html.replace(LINKS, (link, path: string) => {
    const css = sheets[path]
    if (css === undefined) return link
    const own = css.replace(URLS, (_, address: string) => `url("${root}${posix.dirname(path)}/${address}")`)
    const safe = own.replace(/<\/(?=style)/gi, '<\\/')
    hashes.push(`'sha256-${createHash('sha256').update(safe, 'utf8').digest('base64')}'`)
    return `<style>${safe}</style>`
  })
  if (hashes.length === 0) return html
  return page.replace("style-src 'self'", () => `style-src 'self' ${hashes.join(' ')}`)
}

const LINKS = /<link rel="stylesheet" href="[^"]*?(assets\/[^"]+)">/g
/** Addresses that a style sheet gives from its own place. */
const URLS = /url\(\s*["']?(?![a-z][a-z\d+.-]*:|[/#])([^"')]+?)["']?\s*\)/gi
