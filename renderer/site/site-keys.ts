import { hasMod } from '../keys.ts'

/** What keys do on the site, wherever the focus is. */
export type SiteAction = 'back' | 'forward' | 'reload' | 'address' | 'edit' | 'other' | 'close'

/** A key, from the window or told of by main. */
export interface Pressed {
  readonly key: string
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** What a key asks for; null: it is the page's own. */
export function siteAction(event: Pressed): SiteAction | null {
  const { key, altKey, shiftKey, ctrlKey, metaKey } = event
  if (shiftKey) return null
  if (altKey && !ctrlKey && !metaKey) {
    return key === 'ArrowLeft' ? 'back' : key === 'ArrowRight' ? 'forward' : null
  }
  if (!altKey && hasMod(event)) return WITH_MOD[key.toLowerCase()] ?? null
  if (altKey || ctrlKey || metaKey) return null
  return PLAIN[key] ?? null
}

const WITH_MOD: Readonly<Record<string, SiteAction>> = {
  '[': 'back',
  ']': 'forward',
  r: 'reload',
  l: 'address',
  e: 'edit',
}

const PLAIN: Readonly<Record<string, SiteAction>> = { Escape: 'close', F5: 'reload', F6: 'other' }
