import { AA, type Colour, colourFrom, contrast, mix, nearestPassing } from './colour.ts'
import { FACES, type Face } from './faces.ts'
import { safePicture } from './links.ts'
import type { ThemeColours } from './theme-colours.ts'
import type { ThemeManifest, ThemeOption } from './theme-manifest.ts'

/** What is wrong with what was chosen, and what pages have in its place. */
export interface OptionProblem {
  readonly option: string
  /** As it was chosen. */
  readonly value: string
  /** `contrast`: can't be read on the theme's paper. `unknown`: no option of this theme. */
  readonly problem: 'contrast' | 'malformed' | 'unknown' | 'missing'
  /** The value that pages have; empty: the theme's own. */
  readonly used: string
  /** The least contrast of what was chosen; null when that is not what is wrong. */
  readonly ratio: number | null
}

/** Chosen options, checked. */
export interface ThemeChoices {
  /** What templates are given. */
  readonly shown: Readonly<Record<string, string>>
  /** What stands at the end of the theme's style sheet. */
  readonly css: string
  /** The face that stands at its start; null when the theme leaves none to choose. */
  readonly face: Face | null
  /** The accents that were chosen, as pages have them; null: the theme's own. */
  readonly accents: Readonly<Record<Mode, Colour | null>>
  readonly problems: readonly OptionProblem[]
}

/** Options that several themes have, and all that any of them offers: one that lacks it says nothing of it. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  accent: [],
  accentDark: [],
  logo: [],
  footer: [],
  face: FACES,
  measure: ['narrow', 'normal', 'wide'],
  contents: ['automatic', 'always', 'never'],
  front: ['featured', 'grid', 'list'],
}
/** Far more than a footer holds. */
const TEXT_LENGTH = 1_000

type Given = Readonly<Record<string, string>>
interface Making {
  readonly shown: Record<string, string>
  /** Declarations by where they hold. */
  readonly light: string[]
  readonly dark: string[]
  face: Face | null
  readonly accents: Record<Mode, Colour | null>
  readonly problems: OptionProblem[]
}

/**
 * Takes what a library says of a theme's options. Whatever it says, a style sheet gets declarations of checked shape and
 * templates get values that the theme declared, text, or the address of one of the library's pictures; what is wrong
 * falls back to the theme's own and is named. A colour that can't be read becomes the nearest that can.
 */
export function chooseOptions(
  { options }: Pick<ThemeManifest, 'options'>,
  colours: ThemeColours,
  given: Given,
  hasPicture: (path: string) => boolean,
): ThemeChoices {
  const made: Making = {
    shown: {},
    light: [],
    dark: [],
    face: null,
    accents: { light: null, dark: null },
    problems: [],
  }
  for (const option of options) choose(option, given[option.id] ?? '', colours, given, hasPicture, made)
  for (const [id, value] of Object.entries(given)) {
    if (value === '' || Object.hasOwn(SHARED, id) || options.some((option) => option.id === id)) continue
    made.problems.push({ option: id, value, problem: 'unknown', used: '', ratio: null })
  }
  // On screens only: paper has one ink.
  const css =
    (made.light.length > 0 ? `@media screen{:root{${made.light.join(';')}}}` : '') +
    (made.dark.length > 0
      ? `@media screen and (prefers-color-scheme:dark){:root{${made.dark.join(';')}}}`
      : '')
  const { shown, face, accents, problems } = made
  return { shown, css, face, accents, problems }
}

function choose(
  option: ThemeOption,
  value: string,
  colours: ThemeColours,
  given: Given,
  hasPicture: (path: string) => boolean,
  made: Making,
): void {
  const { id } = option
  const wrong = (problem: OptionProblem['problem']): void => {
    made.problems.push({ option: id, value, problem, used: '', ratio: null })
  }
  switch (option.type) {
    case 'colour':
      return chooseColour(option, value, colours, given, made)
    case 'face': {
      const chosen = option.values.find((one) => one === value)
      if (value !== '' && !chosen && !SHARED[id]?.includes(value)) wrong('malformed')
      made.face = chosen ?? option.fallback
      return
    }
    case 'choice': {
      const chosen = option.values.find((one) => one === value)
      if (value !== '' && chosen === undefined && !SHARED[id]?.includes(value)) wrong('malformed')
      if (option.property === null) made.shown[id] = chosen ?? option.fallback
      else if (chosen !== undefined && chosen !== option.fallback)
        made.light.push(`${option.property.name}:${option.property.of[chosen]}`)
      return
    }
    case 'text':
      if (value.length > TEXT_LENGTH) wrong('malformed')
      // What a page cannot hold, such as control characters, goes; lines stay.
      made.shown[id] = value
        .slice(0, TEXT_LENGTH)
        .replaceAll('\r\n', '\n')
        .replace(/[^\P{Cc}\n]/gu, '')
        .trim()
      return
    case 'picture': {
      if (value === '') return
      const safe = value.startsWith('media/') && !value.split('/').includes('..') ? safePicture(value) : null
      if (safe === null) wrong('malformed')
      else if (!hasPicture(value)) wrong('missing')
      else made.shown[id] = value
    }
  }
}

function chooseColour(
  { id, mode }: Extract<ThemeOption, { type: 'colour' }>,
  value: string,
  colours: ThemeColours,
  given: Given,
  made: Making,
): void {
  const chosen = colourFrom(value)
  if (value !== '' && chosen === null) {
    made.problems.push({ option: id, value, problem: 'malformed', used: '', ratio: null })
  }
  // A writer who chose a colour for the light means it in the dark too, as far as it can be read there.
  const wanted = chosen ?? (mode === 'dark' ? colourFrom(given['accent'] ?? '') : null)
  if (wanted === null) return
  const papers = colours[mode]
  const readable = readableOn(wanted, papers, mode)
  if (readable === null) {
    made.problems.push({ option: id, value, problem: 'contrast', used: '', ratio: null })
    return
  }
  if (chosen !== null && readable !== chosen) {
    const ratio = leastContrast(chosen, papers, mode)
    made.problems.push({ option: id, value, problem: 'contrast', used: readable, ratio })
  }
  made.accents[mode] = readable
  const { deep, wash } = beside(readable, papers, mode)
  made[mode].push(`--accent:${readable}`, `--accent-deep:${deep}`, `--accent-wash:${wash}`)
}

/** The nearest colour to `wanted` that can be read wherever a theme puts its accent; null when there is none. */
function readableOn(wanted: Colour, papers: Papers, mode: Mode): Colour | null {
  return nearestPassing(wanted, (candidate) => leastContrast(candidate, papers, mode) >= AA)
}

/** The least contrast that an accent has with what it stands on: paper, deeper paper, its own wash. */
export function leastContrast(accent: Colour, papers: Papers, mode: Mode): number {
  const { paper, deep } = papersOf(papers, mode)
  return Math.min(...[paper, deep, beside(accent, papers, mode).wash].map((one) => contrast(accent, one)))
}

type Mode = 'light' | 'dark'
type Papers = Readonly<Record<string, Colour>>

/** What goes with an accent: one for what the pointer is on, and a breath of it as a ground for ink. */
function beside(accent: Colour, papers: Papers, mode: Mode): { deep: Colour; wash: Colour } {
  const { paper } = papersOf(papers, mode)
  return {
    deep: mix(accent, mode === 'light' ? '#000000' : '#ffffff', 0.28),
    wash: mix(paper, accent, mode === 'light' ? 0.09 : 0.16),
  }
}

function papersOf(papers: Papers, mode: Mode): { paper: Colour; deep: Colour } {
  const paper = papers['--paper'] ?? (mode === 'light' ? '#ffffff' : '#17181a')
  return { paper, deep: papers['--paper-deep'] ?? paper }
}
