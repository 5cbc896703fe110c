import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { THEMES } from '../../core/article.ts'
import { AA, AAA, contrast } from '../../core/page/colour.ts'
import { coloursIn } from '../../core/page/theme-colours.ts'
import { RESOURCES } from '../../electron/publish/resources.ts'

/** What stands on what on a page, by custom property, and the least contrast of it. */
const PAPERS = ['paper', 'paper-deep', 'accent-wash'] as const
const CODE = ['keyword', 'string', 'comment', 'number', 'title', 'type'].map((part) => `code-${part}`)
const PAIRS: readonly (readonly [ink: string, paper: string, least: number])[] = [
  // The text itself, on every ground that it has: paper, quotes and code, what a link led to.
  ...PAPERS.map((paper) => ['ink', paper, AAA] as const),
  ...PAPERS.flatMap((paper) => ['ink-soft', 'accent', 'accent-deep'].map((ink) => [ink, paper, AA] as const)),
  // Buttons, the number of this page, selected text.
  ['paper', 'accent', AA],
  ['mark-ink', 'mark', AA],
  ...CODE.flatMap((ink) => (['paper', 'paper-deep'] as const).map((paper) => [ink, paper, AA] as const)),
]

describe.each(THEMES)('the theme %s', (theme) => {
  const sheet = (name: string): string =>
    readFileSync(join(RESOURCES, 'themes', theme, `${name}.css`), 'utf8')
  const css = sheet('style')
  const colours = coloursIn(css)

  it.each(['light', 'dark'] as const)('can be read in the %s: AA everywhere, AAA for the text', (mode) => {
    const low = PAIRS.flatMap(([ink, paper, least]) => {
      const [on, under] = [colours[mode][`--${ink}`], colours[mode][`--${paper}`]]
      if (on === undefined || under === undefined) return [`${ink} on ${paper}: not a plain colour`]
      const ratio = contrast(on, under)
      return ratio < least ? [`${ink} ${on} on ${paper} ${under}: ${ratio.toFixed(2)}`] : []
    })
    expect(low).toEqual([])
  })

  it('names no colour that this does not know', () => {
    const known = new Set([...PAIRS.flatMap(([ink, paper]) => [ink, paper]), 'hairline'])
    const named = Object.keys(colours.light).map((name) => name.slice(2))
    expect(named.filter((name) => !known.has(name))).toEqual([])
    // A colour that is not named cannot be seen to: rules use names, but for what is printed, on white.
    const screen = css.slice(0, css.indexOf('@media print')) + sheet('lists')
    const rules = screen.replace(/:root\s*\{[^}]*\}/g, '').replaceAll('#0000 ', 'transparent ')
    expect(rules.match(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/gi)).toBeNull()
  })
})
