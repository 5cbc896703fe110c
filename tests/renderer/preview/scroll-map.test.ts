import { describe, expect, it } from 'vitest'
import { follow, translate } from '../../../renderer/preview/scroll-map.ts'
import type { Side } from '../../../renderer/preview/scroll-map.ts'

const side = (tops: readonly number[], height: number, viewport: number): Side => ({
  top: (block) => tops[block] ?? height,
  height,
  viewport,
})

// Four blocks; the third is a picture on the page.
const blocks = 4
const text = side([100, 130, 160, 190, 220], 220, 100)
const page = side([300, 340, 380, 980, 1020], 1020, 200)

describe('scrolling in step', () => {
  it('starts and ends together', () => {
    expect(follow(text, page, blocks, 0)).toBe(0)
    expect(follow(text, page, blocks, 120)).toBe(820)
    expect(follow(page, text, blocks, 820)).toBe(120)
  })

  it('brings the start of a block to the start of the same block', () => {
    expect(translate(text, page, blocks, 160)).toBe(380)
    expect(translate(page, text, blocks, 980)).toBe(190)
  })

  it('goes through a block in proportion, and through the title above the text too', () => {
    expect(translate(text, page, blocks, 175)).toBe(680)
    expect(translate(text, page, blocks, 50)).toBe(150)
  })

  it('leads back to where it came from', () => {
    for (const scrolled of [7, 33, 61, 90, 111])
      expect(follow(page, text, blocks, follow(text, page, blocks, scrolled))).toBeCloseTo(scrolled, 6)
  })

  it('stays at the top when there is nothing to scroll', () => {
    expect(follow(text, side([0, 10, 20, 30, 40], 40, 200), blocks, 60)).toBe(0)
    expect(follow(side([0, 10, 20, 30, 40], 40, 200), page, blocks, 0)).toBe(0)
  })
})
