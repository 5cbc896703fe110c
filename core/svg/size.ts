/** CSS pixels to one of each unit (CSS Values 4, § 6.2); of a letter's height the usual 16. */
const PIXELS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  em: 16,
  rem: 16,
  ex: 8,
}
const LENGTH = /^\s*(\d*\.?\d+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i
/** As large as a picture's side may be called. */
const LARGEST_SIDE = 65_535
/** What browsers give a picture that says nothing of its size (CSS Images 3, § 5.3). */
const USUAL = { width: 300, height: 150 } as const

export interface Size {
  readonly width: number
  readonly height: number
}

/** A length in CSS pixels; null for none, a share of something, or nonsense. */
function pixels(length: string | undefined): number | null {
  const [, number = '', unit = ''] = LENGTH.exec(length ?? '') ?? []
  const value = Number(number) * (PIXELS[unit.toLowerCase()] ?? NaN)
  return Number.isFinite(value) && value > 0 ? value : null
}

/** Width and height of what a `viewBox` shows; null when it is none. */
export function shownBy(viewBox: string | undefined): Size | null {
  const numbers = (viewBox ?? '').trim().split(/[\s,]+/)
  const [, , width = NaN, height = NaN] = numbers.map(Number)
  return numbers.length === 4 && width > 0 && height > 0 && Number.isFinite(width * height)
    ? { width, height }
    : null
}

/**
 * The size of a drawing in whole CSS pixels, from 1 to 65,535 a side: what it says, else what it shows, else what browsers
 * take. Of one side the other follows.
 */
export function sizeOf(
  width: string | undefined,
  height: string | undefined,
  viewBox: string | undefined,
): Size {
  const shown = shownBy(viewBox)
  const ratio = shown ? shown.width / shown.height : USUAL.width / USUAL.height
  const [wide, high] = [pixels(width), pixels(height)]
  const usual = shown ?? USUAL
  const exact = {
    width: wide ?? (high === null ? usual.width : high * ratio),
    height: high ?? (wide === null ? usual.height : wide / ratio),
  }
  const shrink = Math.min(1, LARGEST_SIDE / Math.max(exact.width, exact.height))
  const side = (length: number): number => Math.max(1, Math.round(length * shrink))
  return { width: side(exact.width), height: side(exact.height) }
}
