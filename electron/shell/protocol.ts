/** The window's own scheme: `app://longhand/` is the window, `app://longhand/site/` the open library's site. */
import { app, net, protocol } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { SiteFile, SiteInWindow } from '../session/site-in-window.ts'
import { log } from './log.ts'

const ORIGIN = 'app://longhand'

/** The address of the window's document, the only one that may use the bridge. */
export const WINDOW_URL = developmentUrl() ?? `${ORIGIN}/index.html`

/** Whether an address belongs to the window or the site in it. */
export function isOwnAddress(url: string): boolean {
  return url.startsWith(`${ORIGIN}/`) || url === 'about:srcdoc' || url === 'about:blank'
}

const WINDOW_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const SITE_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

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
  if (url.host !== 'longhand' || (request.method !== 'GET' && request.method !== 'HEAD')) return notFound()
  const path = decodePath(url.pathname)
  if (path === null) return notFound()
  if (path.startsWith('/site/')) {
    return siteResponse(await site.file(path.slice('/site/'.length)))
  }
  const development = developmentUrl()
  if (development !== null) return net.fetch(new URL(url.pathname + url.search, development).href)
  return windowResponse(path)
}

function siteResponse(file: SiteFile | null): Response {
  if (!file) return notFound()
  return answerWith(file.bytes, file.mime, SITE_POLICY)
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

function answerWith(bytes: Uint8Array, mime: string, policy: string): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
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
