/** Frames that show the site: what they may go to, and what the window is told of the one it cannot look into. */
import type { WebContents } from 'electron'
import type { Events } from '../../core/bridge.ts'
import { EVENT_CHANNEL } from '../ipc/channels.ts'
import { isFrameAddress, isReaderAddress } from './protocol.ts'

/** Longest address that the window is told of; a longer one leads nowhere. */
const LONGEST = 8_000

/** Keys that mean something to the window also while the search page has the focus. */
const KEYS = new Set(['Escape', 'ArrowLeft', 'ArrowRight', '[', ']', 'l', 'r', 'e', 'F5', 'F6'])

/** Those that do without a modifier. */
const UNMODIFIED = /^(?:Escape|F\d)$/

/**
 * No frame goes anywhere by itself: only the window sends one to a page of the site. Where a link in the search page
 * would have led, and keys pressed in it, the window is told, since that page's origin is not its own.
 */
export function guardSiteFrames(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    const byWindow =
      event.initiator !== undefined && event.initiator !== null && event.initiator.parent === null
    if (!event.isMainFrame && byWindow && isFrameAddress(event.url)) return
    event.preventDefault()
    const from = event.frame?.url ?? ''
    if (isReaderAddress(from) && event.url.length <= LONGEST) {
      tell(contents, 'site.followed', { url: event.url })
    }
  })
  contents.on('before-input-event', (_event, { type, key, alt, shift, control, meta }) => {
    if (type !== 'keyDown' || !KEYS.has(key) || !(alt || control || meta || UNMODIFIED.test(key))) return
    const { framesInSubtree } = contents.mainFrame
    // Whether that page has the focus only the window can say.
    if (!framesInSubtree.some(({ url }) => isReaderAddress(url))) return
    tell(contents, 'site.key', { key, alt, shift, control, meta })
  })
}

function tell<E extends 'site.followed' | 'site.key'>(
  contents: WebContents,
  name: E,
  event: Events[E],
): void {
  contents.send(EVENT_CHANNEL, name, event)
}
