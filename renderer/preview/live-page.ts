import type { Desk } from '../editor/desk.ts'
import type { PageFrame } from './page-frame.ts'
import type { Side } from './scroll-map.ts'
import { ScrollStep } from './scroll-step.ts'
import { pause, untilIdle } from './waiting.ts'

/** How long a patch waits for a moment without keys, in milliseconds. */
const IDLE_AT_MOST = 120

/** After a patch the page rests this many times as long as it took: a long text must not hold up typing. */
const REST = 3

/** A page that follows the text on the desk, key by key and in scrolling. */
export class LivePage {
  readonly page: PageFrame
  readonly step: ScrollStep
  readonly #desk: Desk
  readonly #stops: readonly (() => void)[]
  /** Line of the text at which each block starts; at the end the number of lines. */
  #anchors: Uint32Array = new Uint32Array(1)

  constructor(page: PageFrame, desk: Desk) {
    this.page = page
    this.#desk = desk
    this.step = new ScrollStep(
      {
        get scrollTop() {
          return desk.scroller?.scrollTop ?? 0
        },
        scrollTo: (top) => desk.scroller?.scrollTo({ top, behavior: 'instant' }),
        side: () => this.#textSide(),
      },
      {
        get scrollTop() {
          return page.scrollTop
        },
        scrollTo: (top) => page.scrollTo(top),
        side: () => this.#pageSide(),
      },
      () => this.#anchors.length - 1,
    )
    const show = desk.live.show(async (patch) => {
      await untilIdle(IDLE_AT_MOST)
      const start = performance.now()
      await page.apply(patch)
      this.#anchors = patch.anchors
      page.layOut()
      this.step.settle()
      await pause((performance.now() - start) * REST)
    })
    this.#stops = [show, desk.onScroll(this.step.textScrolled)]
  }

  /** Puts the caret where a block of the page was written. */
  goToBlock(block: number): void {
    this.#desk.goToLine(this.#anchors[block] ?? 0)
  }

  close(): void {
    for (const stop of this.#stops) stop()
    this.step.stop()
    this.page.close()
  }

  #textSide(): Side | null {
    const { view, scroller } = this.#desk
    if (scroller === null) return null
    const start = this.#desk.textTop(scroller)
    const { doc } = view.state
    const height = start + view.contentHeight
    return {
      top: (block) => {
        const line = this.#anchors[block] ?? doc.lines
        return line >= doc.lines ? height : start + view.lineBlockAt(doc.line(line + 1).from).top
      },
      height,
      viewport: scroller.clientHeight,
    }
  }

  #pageSide(): Side {
    return { top: (block) => this.page.top(block), height: this.page.textEnd, viewport: this.page.viewport }
  }
}
