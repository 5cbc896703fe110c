import { follow } from './scroll-map.ts'
import type { Side } from './scroll-map.ts'

/** A pane that can be scrolled in step with the other. */
export interface StepPane {
  readonly scrollTop: number
  scrollTo(top: number): void
  /** How the pane lies now; null while it can't be told. */
  side(): Side | null
}

/** Scroll positions are rounded to device pixels when they are set. */
const ROUNDING = 2

const NOWHERE = -Infinity

/**
 * Keeps two panes showing the same place. The pane that the writer moves leads; the position that this sets in
 * the other is remembered, so that the scroll event it causes is not taken for the writer's.
 */
export class ScrollStep {
  readonly #text: StepPane
  readonly #page: StepPane
  readonly #blocks: () => number
  #leader: 'text' | 'page' = 'text'
  #expected = { text: NOWHERE, page: NOWHERE }
  #frame = 0

  constructor(text: StepPane, page: StepPane, blocks: () => number) {
    this.#text = text
    this.#page = page
    this.#blocks = blocks
  }

  /** To be told of every scroll event of the text's pane. */
  readonly textScrolled = (): void => this.#scrolled('text', this.#text.scrollTop)

  /** To be told of every scroll event of the page. */
  readonly pageScrolled = (): void => this.#scrolled('page', this.#page.scrollTop)

  /** Brings the page in step again after one of the two changed its height. */
  settle(): void {
    if (this.#leader === 'text') this.#plan()
  }

  stop(): void {
    cancelAnimationFrame(this.#frame)
  }

  #scrolled(pane: 'text' | 'page', position: number): void {
    const own = Math.abs(position - this.#expected[pane]) > ROUNDING
    this.#expected[pane] = NOWHERE
    if (!own) return
    this.#leader = pane
    this.#plan()
  }

  #plan(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => this.#step())
  }

  #step(): void {
    const [from, to] = this.#leader === 'text' ? [this.#text, this.#page] : [this.#page, this.#text]
    const [fromSide, toSide] = [from.side(), to.side()]
    if (fromSide === null || toSide === null) return
    const top = Math.round(follow(fromSide, toSide, this.#blocks(), from.scrollTop))
    // A pixel is rounding, except at the start, which both panes reach together.
    const off = Math.abs(top - to.scrollTop)
    if (off === 0 || (off <= 1 && top > 0)) return
    this.#expected[this.#leader === 'text' ? 'page' : 'text'] = top
    to.scrollTo(top)
  }
}
