// The drawing kit of the sample covers: flat shapes, one light, and a breath of grain in the shadows.
// A scene collects SVG; everything random is seeded, so that a picture is the same on every run.
// @ts-nocheck: lists of coordinates, taken apart by position

/** A seeded random source (mulberry32) of numbers from 0 up to 1. */
export function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const n = (value) => Math.round(value * 10) / 10

/** Points as pairs of numbers, also when written as `'x y, x y'`. */
const pairs = (points) =>
  typeof points === 'string' ? points.split(', ').map((pair) => pair.split(' ').map(Number)) : points

/** A smooth line through the points: Catmull-Rom, written as cubic Béziers. */
export function curve(through, { closed = false } = {}) {
  const points = pairs(through)
  const last = points.length - 1
  const at = (i) =>
    closed ? points[(i + points.length) % points.length] : points[Math.max(0, Math.min(last, i))]
  let d = `M${n(points[0][0])} ${n(points[0][1])}`
  for (let i = 0; i < (closed ? points.length : last); i++) {
    const [a, b, c, e] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
    const first = [b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6]
    const second = [c[0] - (e[0] - b[0]) / 6, c[1] - (e[1] - b[1]) / 6]
    d += `C${[...first, ...second, ...c].map(n).join(' ')}`
  }
  return closed ? `${d}Z` : d
}

/** Ground under a smooth ridge, down to the given floor. */
export function land(ridge, floor = 700) {
  const points = pairs(ridge)
  return `${curve(points)}L${points.at(-1)[0]} ${floor}L${points[0][0]} ${floor}Z`
}

export const poly = (corners) =>
  `M${pairs(corners)
    .map((p) => p.map(n).join(' '))
    .join('L')}Z`

export const oval = (x, y, rx, ry = rx) =>
  `M${n(x - rx)} ${n(y)}a${n(rx)} ${n(ry)} 0 1 0 ${n(2 * rx)} 0a${n(rx)} ${n(ry)} 0 1 0 ${n(-2 * rx)} 0Z`

export const box = (x, y, w, h, r = 0) =>
  `M${n(x + r)} ${n(y)}h${n(w - 2 * r)}q${r} 0 ${r} ${r}v${n(h - 2 * r)}q0 ${r} ${-r} ${r}h${n(2 * r - w)}q${-r} 0 ${-r} ${-r}v${n(2 * r - h)}q0 ${-r} ${r} ${-r}Z`

/** A leaf that grows from (x, y) in the direction of the angle, in degrees. */
export function leaf(x, y, length, width, angle) {
  const turn = (angle * Math.PI) / 180
  const go = (along, across) => [
    x + along * Math.cos(turn) - across * Math.sin(turn),
    y + along * Math.sin(turn) + across * Math.cos(turn),
  ]
  const points = [go(length * 0.35, width), go(length * 0.75, width * 0.7), go(length, 0)]
  const back = [go(length * 0.75, -width * 0.7), go(length * 0.35, -width), [x, y]]
  const c = ([a, b, e]) => `C${[...a, ...b, ...e].map(n).join(' ')}`
  return `M${n(x)} ${n(y)}${c(points)}${c(back)}Z`
}

const DIRECTIONS = {
  down: [0, 0, 0, 1],
  up: [0, 1, 0, 0],
  right: [0, 0, 1, 0],
  left: [1, 0, 0, 0],
  downright: [0, 0, 1, 1],
  downleft: [1, 0, 0, 1],
}

/** A sheet to draw on; `toString()` gives the whole SVG. */
export class Scene {
  constructor({ width = 1200, height = 675, paper, seed = 7 }) {
    this.width = width
    this.height = height
    this.defs = []
    this.body = []
    this.random = random(seed)
    this.fill(`M0 0H${width}V${height}H0Z`, paper)
  }

  /**
   * Fills a shape. `shade` is a colour that gathers as grain in the direction `to`, at most `strength`,
   * beginning at the share `start` of the shape.
   */
  fill(d, colour, { shade, to = 'down', strength = 0.55, start = 0.15, opacity = 1 } = {}) {
    const faded = opacity < 1 ? ` opacity="${opacity}"` : ''
    this.body.push(`<path d="${d}" fill="${colour}"${faded}/>`)
    if (!shade) return this
    const id = `s${this.defs.length}`
    const [x1, y1, x2, y2] = DIRECTIONS[to]
    this.defs.push(
      `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"><stop offset="${start}" stop-color="${shade}" stop-opacity="0"/><stop offset="1" stop-color="${shade}" stop-opacity="${strength}"/></linearGradient>`,
    )
    this.body.push(`<path d="${d}" fill="url(#${id})" filter="url(#grain)"${faded}/>`)
    return this
  }

  /** A soft round light, strongest in its middle. */
  glow(x, y, r, colour, strength = 0.5) {
    const id = `s${this.defs.length}`
    this.defs.push(
      `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${strength}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`,
    )
    this.body.push(`<circle cx="${x}" cy="${y}" r="${r}" fill="url(#${id})"/>`)
    return this
  }

  stroke(d, colour, width, { dash, opacity = 1, cap = 'round' } = {}) {
    const dashes = dash ? ` stroke-dasharray="${dash}"` : ''
    this.body.push(
      `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="${cap}" stroke-linejoin="round" opacity="${opacity}"${dashes}/>`,
    )
    return this
  }

  /** Draws inside a moved, turned or scaled frame. */
  within(transform, draw) {
    this.body.push(`<g transform="${transform}">`)
    draw()
    this.body.push('</g>')
    return this
  }

  /** Draws only what falls inside the shape. */
  inside(d, draw) {
    const id = `s${this.defs.length}`
    this.defs.push(`<clipPath id="${id}"><path d="${d}"/></clipPath>`)
    this.body.push(`<g clip-path="url(#${id})">`)
    draw()
    this.body.push('</g>')
    return this
  }

  /** A number between the two, from the scene's own seed. */
  between(low, high) {
    return low + (high - low) * this.random()
  }

  toString() {
    const grain =
      '<filter id="grain" x="-5%" y="-5%" width="110%" height="110%" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="0.62" numOctaves="2" seed="4" result="noise"/><feColorMatrix in="noise" type="matrix" values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  2.6 0 0 0 -0.62" result="specks"/><feComposite in="SourceGraphic" in2="specks" operator="in"/></filter>'
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${this.width}" height="${this.height}" viewBox="0 0 ${this.width} ${this.height}"><defs>${grain}${this.defs.join('')}</defs>${this.body.join('')}</svg>`
  }
}
