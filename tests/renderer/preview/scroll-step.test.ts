import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ScrollStep } from '../../../renderer/preview/scroll-step.ts'

const frames: (() => void)[] = []

beforeEach(() => {
  frames.length = 0
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => frames.push(work))
  vi.stubGlobal('cancelAnimationFrame', () => (frames.length = 0))
})
afterEach(() => vi.unstubAllGlobals())

/** Two panes of one block, the page twice as high; setting a position sends an event, as browsers do. */
function panes() {
  const pane = (height: number) => ({
    scrollTop: 0,
    moves: 0,
    scrolled: () => {},
    scrollTo(top: number) {
      this.scrollTop = top
      this.moves++
      this.scrolled()
    },
    side: () => ({ top: (block: number) => (block === 0 ? 0 : height), height, viewport: 100 }),
  })
  const [text, page] = [pane(1100), pane(2100)]
  const step = new ScrollStep(text, page, () => 1)
  text.scrolled = step.textScrolled
  page.scrolled = step.pageScrolled
  const frame = (): void => {
    for (const work of frames.splice(0)) work()
  }
  return { text, page, step, frame }
}

describe('scrolling one pane', () => {
  it('moves the other to the same place', () => {
    const { text, page, frame } = panes()
    text.scrollTo(500)
    frame()
    expect(page.scrollTop).toBe(1000)
    page.scrollTo(200)
    frame()
    expect(text.scrollTop).toBe(100)
  })

  it('does not come back as an echo', () => {
    const { text, page, frame } = panes()
    text.scrollTo(333)
    frame()
    frame()
    frame()
    expect([text.moves, page.moves]).toEqual([1, 1])
  })

  it('reaches the very top from either side', () => {
    const { text, page, frame } = panes()
    text.scrollTo(500)
    frame()
    page.scrollTo(0)
    frame()
    expect(text.scrollTop).toBe(0)
  })

  it('reaches the very top also over the last pixel', () => {
    const { text, page, frame } = panes()
    page.scrollTo(20)
    frame()
    page.scrollTo(2)
    frame()
    expect(text.scrollTop).toBe(1)
    page.scrollTo(0)
    frame()
    expect(text.scrollTop).toBe(0)
  })

  it('keeps the page in step with the text when its height changes, unless the page leads', () => {
    const { text, page, step, frame } = panes()
    text.scrollTo(500)
    frame()
    page.side = () => ({ top: (block: number) => (block === 0 ? 0 : 4100), height: 4100, viewport: 100 })
    step.settle()
    frame()
    expect(page.scrollTop).toBe(2000)
    page.scrollTo(400)
    frame()
    const moves = text.moves
    step.settle()
    frame()
    expect(text.moves).toBe(moves)
  })
})
