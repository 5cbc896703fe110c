/** What no page may do here, whatever it asks: permissions, navigation, new windows, the network. */
import { app, session } from 'electron'
import { guardSiteFrames } from './site-frames.ts'

/** Copying text needs this one; everything else is refused. */
const ALLOWED = new Set(['clipboard-sanitized-write'])

/** Shuts every door of the default session and of every web contents made from now on. */
export function lockDown(): void {
  const own = session.defaultSession
  own.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(ALLOWED.has(permission))
  })
  own.setPermissionCheckHandler((_contents, permission) => ALLOWED.has(permission))
  own.setDevicePermissionHandler(() => false)
  // Longhand works without a network: a page, a picture in an article or a dictionary never fetches from one.
  own.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isLocal(details.url) })
  })
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      event.preventDefault()
    })
    guardSiteFrames(contents)
    contents.on('will-attach-webview', (event) => {
      event.preventDefault()
    })
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

function isLocal(url: string): boolean {
  if (/^(app|data|blob|devtools|chrome-extension|chrome):/.test(url)) return true
  const development = process.env['ELECTRON_RENDERER_URL']
  if (development === undefined || !URL.canParse(url)) return false
  return new URL(url).host === new URL(development).host
}
