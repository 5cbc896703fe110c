/** A colour as `#rrggbb`, in small letters. */
export type Colour = string

type Three = readonly [number, number, number]

/** What text needs of contrast to be read: WCAG 2.2, success criterion 1.4.3. */
export const AA = 4.5
/** The same for those who see less well: 1.4.6. */
export const AAA = 7

/** `#rgb` or `#rrggbb` in its usual form; null for anything else. */
export function colourFrom(text: string): Colour | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text)
  if (short)
    return `#${short
      .slice(1)
      .flatMap((digit) => [digit, digit])
      .join('')}`.toLowerCase()
  return /^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : null
}

/** From 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** White or black, whichever can be read more easily on a colour. */
export function inkOn(colour: Colour): '#fff' | '#000' {
  return contrast(colour, '#ffffff') >= contrast(colour, '#000000') ? '#fff' : '#000'
}

/** The colour that many make together, as an eye would: their mean in OKLab. `rgb`: three bytes for each, one at least. */
export function meanColour(rgb: Uint8Array): Colour {
  const sum = [0, 0, 0]
  for (let at = 0; at + 2 < rgb.length; at += 3) {
    const parts = okLab([(rgb[at] ?? 0) / 255, (rgb[at + 1] ?? 0) / 255, (rgb[at + 2] ?? 0) / 255])
    for (const [axis, part] of parts.entries()) sum[axis] = (sum[axis] ?? 0) + part
  }
  const count = Math.max(1, Math.floor(rgb.length / 3))
  return hex(fromOkLab(sum.map((part) => part / count) as unknown as Three))
}

/** So much of `other` in `one`: 0 is `one`, 1 is `other`. */
export function mix(one: Colour, other: Colour, share: number): Colour {
  const [from, to] = [channels(one), channels(other)]
  return hex(from.map((part, at) => part + ((to[at] ?? 0) - part) * share) as unknown as Three)
}

/**
 * The colour that passes and looks most like `colour`: of the same hue, and no lighter or darker than it has to be.
 * Null when not even black or white passes.
 */
export function nearestPassing(colour: Colour, passes: (candidate: Colour) => boolean): Colour | null {
  if (passes(colour)) return colour
  const [lightness, a, b] = okLab(channels(colour))
  for (let step = STEP; step <= 1; step += STEP) {
    for (const at of [lightness - step, lightness + step]) {
      const candidate = at < -STEP || at > 1 + STEP ? null : shade(Math.min(1, Math.max(0, at)), a, b)
      if (candidate !== null && passes(candidate)) return candidate
    }
  }
  return null
}

/** A step of lightness that no eye tells from the next. */
const STEP = 0.005

/** The hue `a`, `b` at a lightness, as colourful as a screen can show it there. */
function shade(lightness: number, a: number, b: number): Colour {
  for (let share = 1; share > 0; share -= 0.05) {
    const three = fromOkLab([lightness, a * share, b * share])
    if (three.every((part) => part >= -0.002 && part <= 1.002)) return hex(three)
  }
  return hex(fromOkLab([lightness, 0, 0]))
}

function channels(colour: Colour): Three {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255) as unknown as Three
}

function hex(three: Three): Colour {
  const parts = three.map((part) => Math.round(Math.min(1, Math.max(0, part)) * 255))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const curved = (part: number): number =>
  part <= 0.0031308 ? part * 12.92 : 1.055 * Math.max(0, part) ** (1 / 2.4) - 0.055

function luminance(colour: Colour): number {
  const [red, green, blue] = channels(colour).map(linear) as unknown as Three
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

// Lightness, and two axes of hue: Björn Ottosson, "A perceptual color space for image processing" (2020).
function okLab(three: Three): Three {
  const [r, g, b] = three.map(linear) as unknown as Three
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function fromOkLab([lightness, a, b]: Three): Three {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    curved(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    curved(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    curved(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}
