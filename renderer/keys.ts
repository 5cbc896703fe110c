const MAC: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Ctrl: '⌃',
  Enter: '↩',
  Delete: '⌫',
}

const ARROWS: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→' }

const isMac = () => typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac')

/** `Mod+Shift+F` as the system writes it: `⇧⌘F` on macOS, `Ctrl+Shift+F` elsewhere. */
export function keyText(keys: string, mac: boolean = isMac()): string {
  const parts = keys.split('+').map((part) => ARROWS[part] ?? part)
  if (!mac) return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+')
  // macOS names the modifiers in this order, with Cmd last.
  const order = ['Ctrl', 'Alt', 'Shift', 'Mod']
  const place = (part: string) => (order.includes(part) ? order.indexOf(part) : order.length)
  return parts
    .toSorted((a, b) => place(a) - place(b))
    .map((part) => MAC[part] ?? part)
    .join('')
}

/** Whether the key that goes with commands is down: Cmd on macOS, Ctrl elsewhere. */
export function hasMod(event: { readonly metaKey: boolean; readonly ctrlKey: boolean }): boolean {
  return isMac() ? event.metaKey : event.ctrlKey
}
