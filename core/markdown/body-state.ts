import { createIdRegister, type IdRegister } from './ids.ts'

/** A heading, for the table of contents. */
export interface Heading {
  /** 2–6, as on the page; see {@link createLevels}. */
  readonly level: number
  readonly id: string
  readonly text: string
  /** Source line, 0-based. */
  readonly line: number
}

/** A link as written, normalised. */
export interface LinkFound {
  readonly href: string
  /** Source line, 0-based. */
  readonly line: number
}

/** An image as written, normalised. */
export interface ImageFound {
  readonly src: string
  readonly alt: string
  /** Source line, 0-based. */
  readonly line: number
}

/** What is found on the way through a body, in reading order. */
export interface Findings {
  readonly outline: Heading[]
  readonly links: LinkFound[]
  readonly images: ImageFound[]
}

/** What the rendering of one body keeps between its blocks. */
export interface BodyState extends Findings {
  readonly ids: IdRegister
  /** The level on the page of the next heading in reading order, which was written with this level. */
  levelOf(written: number): number
}

/**
 * Levels as checkers and screen readers want them: the title above the body is the page's only first level, so a
 * written first level counts as a second; and a heading stands at most one level below the one that it belongs to, so
 * that none is skipped. Headings of one written level under one heading stay of one level.
 */
function createLevels(): BodyState['levelOf'] {
  const above: number[] = []
  return (written) => {
    const level = Math.max(2, written)
    while (above.length > 0 && above.at(-1)! >= level) above.pop()
    above.push(level)
    return above.length + 1
  }
}

/** The state before a body's first block. */
export function createBodyState(): BodyState {
  return { ids: createIdRegister(), levelOf: createLevels(), outline: [], links: [], images: [] }
}
