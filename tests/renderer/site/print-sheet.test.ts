import { describe, expect, it } from 'vitest'
import { printedQuery } from '../../../renderer/site/print-sheet.ts'

describe('a media query for a screen that is to look like paper', () => {
  it.each([
    ['print', 'all'],
    ['screen', 'not all'],
    ['only print', 'all'],
    ['not print', 'not all'],
    ['not screen', 'all'],
    ['screen and (min-width: 40em)', 'not all'],
    ['print and (min-width: 40em)', 'all and (min-width: 40em)'],
    ['not print and (min-width: 40em)', 'not all and (min-width: 40em)'],
    ['screen, print', 'not all, all'],
    ['(prefers-color-scheme: dark)', '(prefers-color-scheme: dark)'],
    ['(min-width: 40em) and (max-width: 60em)', '(min-width: 40em) and (max-width: 60em)'],
  ])('%s becomes %s', (query, printed) => {
    expect(printedQuery(query)).toBe(printed)
  })
})
