import { listen } from '../bridge.ts'

/** How often style sheets may have become others since the window opened. */
let times = 0

/** Notices that style sheets may be others than they were, until the returned function is called. */
export function followSheets(): () => void {
  const stops = [
    listen('theme.changed', () => void (times += 1)),
    listen('library.changed', ({ parts }) => {
      if (parts.includes('site')) times += 1
    }),
  ]
  return () => stops.forEach((stop) => stop())
}

/**
 * A page for a frame that stays while its theme is changed: a style sheet keeps its address, so the frame would keep
 * the sheet, unless there is a mark behind the address.
 */
export function withFreshSheets(html: string): string {
  if (times === 0) return html
  return html.replace(/<link\b[^>]*\brel=["']?stylesheet\b[^>]*>/gi, (link) =>
    link.replace(/(\bhref=["']?[^"'\s>?]+)/i, `$1?${times}`),
  )
}
