/**
 * The window's own scheme: `app://longhand/` is the window, `app://longhand/site/` the open library's site, and
 * `app://longhand/draft-site/` the same with its drafts. `app://reader/` has these two again, under an origin of its
 * own: there the search page's script runs, and to it the window is another site.
 */
import { app, net, protocol } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { SiteFile, SiteInWindow } from '../session/site-in-window.ts'
import { log } from './log.ts'

const ORIGIN = 'app://longhand'
const READER = 'app://reader'

/** The address of the window's document, the only one that may use the bridge. */
export const WINDOW_URL = developmentUrl() ?? `${ORIGIN}/index.html`

/** The roots under which the site can be looked at, by the folder in which it lies. */
const SITES = { site: 'out', 'draft-site': 'all' } as const

/** Whether an address is one that a frame in the window may show: a page of the site, or nothing. */
export function isFrameAddress(url: string): boolean {
  return isSiteAddress(url) || url === 'about:srcdoc' || url === 'about:blank'
}

/** Whether an address belongs to the site as the window shows it. */
export function isSiteAddress(url: string): boolean {
  return [ORIGIN, READER].some((origin) =>
    Object.keys(SITES).some((folder) => url.startsWith(`${origin}/${folder}/`)),
  )
}

/** Whether a document lies where the search page's script runs. */
export function isReaderAddress(url: string): boolean {
  return url.startsWith(`${READER}/`)
}

const WINDOW_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  `frame-src 'self' ${READER}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const OWN_STYLE = "style-src 'self'"
const SITE_POLICY = [
  "default-src 'none'",
  OWN_STYLE,
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

/** The search page where its script may run: an origin apart, and all that a sandbox can take from it is taken. */
const SEARCH_POLICY = [
  ...SITE_POLICY.split('; ').filter((part) => !part.startsWith('frame-ancestors')),
  "script-src 'self'",
  `frame-ancestors ${[ORIGIN, developmentUrl() ?? []].flat().join(' ')}`,
  'sandbox allow-scripts allow-same-origin',
].join('; ')

/** How the window asks for what is no page, to show it as it is written. */
const PLAIN = 'text/plain; charset=utf-8'

const MIME: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** Must run before the application is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Answers every `app:` address: files of the built window, and the site of the open library. */
export function serveProtocol(site: SiteInWindow): void {
  protocol.handle('app', async (request) => {
    try {
      return await respond(request, site)
    } catch (error) {
      log.error(`No answer for ${request.url}:`, error)
      return new Response('', { status: 500 })
    }
  })
}

async function respond(request: Request, site: SiteInWindow): Promise<Response> {
  const url = new URL(request.url)
  const isReader = url.host === new URL(READER).host
  if (!isReader && url.host !== new URL(ORIGIN).host) return notFound()
  if (request.method !== 'GET' && request.method !== 'HEAD') return notFound()
  const path = decodePath(url.pathname)
  if (path === null) return notFound()
  const [, folder = '', rest = ''] = /^\/([^/]+)\/(.*)$/s.exec(path) ?? []
  if (folder in SITES) {
    const shown = SITES[folder as keyof typeof SITES]
    const file = await site.file(rest, `/${folder}/`, shown)
    return siteResponse(file && url.search === '?as=text' ? { ...file, mime: PLAIN } : file, isReader)
  }
  if (isReader) return notFound()
  const development = developmentUrl()
  if (development !== null) return net.fetch(new URL(url.pathname + url.search, development).href)
  return windowResponse(path)
}

function siteResponse(file: SiteFile | null, isReader: boolean): Response {
  if (!file) return notFound()
  const usual = isReader && file.runsScript ? SEARCH_POLICY : SITE_POLICY
  const policy =
    file.styleHash === null ? usual : usual.replace(OWN_STYLE, `${OWN_STYLE} '${file.styleHash}'`)
  return answerWith(file.bytes, file.mime, policy, file.isThere ? 200 : 404)
}

async function windowResponse(path: string): Promise<Response> {
  const root = join(app.getAppPath(), 'out', 'renderer')
  const file = normalize(join(root, path))
  if (!file.startsWith(root + sep)) return notFound()
  try {
    const bytes = await readFile(file)
    return answerWith(bytes, MIME[extname(file)] ?? 'application/octet-stream', WINDOW_POLICY)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return notFound()
    throw error
  }
}

function answerWith(bytes: Uint8Array, mime: string, policy: string, status = 200): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    status,
    headers: {
      'content-type': mime,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  })
}

function notFound(): Response {
  return new Response('', { status: 404 })
}

function decodePath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    // A malformed escape names no file.
    return null
  }
}

function developmentUrl(): string | null {
  return app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)
}
