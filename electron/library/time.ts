import type { Timestamp } from '../../core/article.ts'

const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/

/** A moment as a timestamp on this machine's wall clock, to the second. */
export function timestamp(moment: Date): Timestamp {
  const offset = -moment.getTimezoneOffset()
  const wall = new Date(moment.getTime() + offset * 60_000).toISOString().slice(0, 19)
  const two = (value: number) => String(value).padStart(2, '0')
  const distance = Math.abs(offset)
  return `${wall}${offset < 0 ? '-' : '+'}${two(Math.floor(distance / 60))}:${two(distance % 60)}`
}

/** The instant of a timestamp in milliseconds, or null when it is none: a 31 June is none either. */
export function instant(value: Timestamp): number | null {
  if (!SHAPE.test(value)) return null
  const milliseconds = Date.parse(value)
  if (Number.isNaN(milliseconds)) return null
  const wall = value.slice(0, 19)
  // Date.parse takes 30 February for 2 March.
  return new Date(Date.parse(`${wall}Z`)).toISOString().slice(0, 19) === wall ? milliseconds : null
}
