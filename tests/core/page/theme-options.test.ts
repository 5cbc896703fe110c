import { describe, expect, it } from 'vitest'
import { contrast, nearestPassing } from '../../../core/page/colour.ts'
import { coloursIn } from '../../../core/page/theme-colours.ts'
import { readThemeManifest } from '../../../core/page/theme-manifest.ts'
import { chooseOptions, leastContrast } from '../../../core/page/theme-options.ts'

const COLOURS = coloursIn(`
  :root { --paper: #fff; --paper-deep: #f3f1eb; --accent: #0f6b6b; --face: 'x'; }
  @media (prefers-color-scheme: dark) { :root { --paper: #17181a; --paper-deep: #1f2123 } }
  @media print { :root { --paper: #abcdef } }
  a { --paper: #000 }`)
const manifest = (options: object) => readThemeManifest('trial', JSON.stringify({ options }))
const ALL = manifest({
  accent: { type: 'colour', mode: 'light' },
  accentDark: { type: 'colour', mode: 'dark' },
  face: { type: 'face', values: ['inter', 'sans'], default: 'inter' },
  measure: {
    type: 'choice',
    property: '--step',
    values: { narrow: '0.9', normal: '1' },
    default: 'normal',
  },
  front: { type: 'choice', values: ['grid', 'list'], default: 'grid' },
  logo: { type: 'picture' },
  footer: { type: 'text' },
})
const chosen = (given: Record<string, string>, pictures: readonly string[] = []) =>
  chooseOptions(ALL, COLOURS, given, (path) => pictures.includes(path))

describe('the colours that a style sheet names', () => {
  it('are those of its top and of its dark part, and of nothing else', () => {
    expect(COLOURS.light).toEqual({ '--paper': '#ffffff', '--paper-deep': '#f3f1eb', '--accent': '#0f6b6b' })
    expect(COLOURS.dark).toEqual({ '--paper': '#17181a', '--paper-deep': '#1f2123', '--accent': '#0f6b6b' })
  })
})

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#ffffff', '#ffffff', 1],
  ])('of %s on %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2)
    expect(contrast(other, one)).toBeCloseTo(ratio, 2)
  })

  it('is mended to a colour of the same hue that is no further than it has to be', () => {
    const passes = (colour: string) => contrast(colour, '#ffffff') >= 4.5
    const mended = nearestPassing('#ff8800', passes)
    expect(mended).toMatch(/^#[0-9a-f]{6}$/)
    expect(contrast(mended ?? '', '#ffffff')).toBeGreaterThanOrEqual(4.5)
    expect(contrast(mended ?? '', '#ffffff')).toBeLessThan(4.8)
    expect(nearestPassing('#004400', passes)).toBe('#004400')
    expect(nearestPassing('#ff8800', () => false)).toBeNull()
  })
})

describe('a theme’s options', () => {
  it('are its own as long as nothing is chosen', () => {
    expect(chosen({})).toEqual({
      shown: { front: 'grid', footer: '' },
      css: '',
      face: 'inter',
      accents: { light: null, dark: null },
      problems: [],
    })
  })

  it('go into the style sheet and to the templates, each where it belongs', () => {
    const given = { accent: '#8a2d5b', measure: 'narrow', face: 'sans', front: 'list', footer: 'Een\r\ntwee' }
    const { shown, css, face, problems } = chosen({ ...given, logo: 'media/a-1x1.png' }, ['media/a-1x1.png'])
    expect(shown).toEqual({ front: 'list', footer: 'Een\ntwee', logo: 'media/a-1x1.png' })
    expect(face).toBe('sans')
    expect(problems).toEqual([])
    expect(css).toMatch(
      /^@media screen\{:root\{--accent:#8a2d5b;--accent-deep:#[0-9a-f]{6};--accent-wash:#[0-9a-f]{6};--step:0.9\}\}/,
    )
    // The dark has the same hue, as far as it can be read there.
    const dark = /dark\)\{:root\{--accent:(#[0-9a-f]{6})/.exec(css)?.[1] ?? ''
    expect(dark).not.toBe('#8a2d5b')
    expect(leastContrast(dark, COLOURS.dark, 'dark')).toBeGreaterThanOrEqual(4.5)
  })

  it('mend a colour that cannot be read, and say so', () => {
    const { css, problems } = chosen({ accent: '#ffcc00' })
    expect(problems).toMatchObject([{ option: 'accent', value: '#ffcc00', problem: 'contrast' }])
    expect(problems[0]?.ratio).toBeLessThan(2)
    const used = problems[0]?.used ?? ''
    expect(leastContrast(used, COLOURS.light, 'light')).toBeGreaterThanOrEqual(4.5)
    expect(css).toContain(`--accent:${used};`)
    expect(css).toContain('dark){:root{--accent:#ffcc00;')
  })

  it.each([
    ['accent', 'red;}</style><script>alert(1)</script>', 'malformed'],
    ['accent', 'url(https://evil.example/)', 'malformed'],
    ['accentDark', '#12345', 'malformed'],
    ['measure', '1}body{display:none', 'malformed'],
    ['front', '{{ site }}', 'malformed'],
    ['face', '../../etc/passwd', 'malformed'],
    ['logo', 'https://evil.example/a.png', 'malformed'],
    ['logo', 'media/../../secret.png', 'malformed'],
    ['logo', 'media/gone.png', 'missing'],
    ['whatever', 'x', 'unknown'],
  ])('take no %s of %s: it falls back and is named', (option, value, problem) => {
    const { css, shown, face, problems } = chosen({ [option]: value })
    expect(problems).toMatchObject([{ option, value, problem }])
    expect({ css, shown, face }).toEqual({ css: '', shown: { front: 'grid', footer: '' }, face: 'inter' })
  })

  it('say nothing of what another theme may be asked', () => {
    expect(chosen({ face: 'literata', front: 'featured', measure: 'wide' }).problems).toEqual([])
  })

  it('take of a text what a page can hold', () => {
    expect(chosen({ footer: `\u0000 a\u0007b\n<b> ${'x'.repeat(5000)}` }).shown['footer']).toMatch(
      /^ab\n<b> x+$/,
    )
  })
})

describe('a theme.json', () => {
  it.each([
    ['{\n "name": "x",\n}', 3, /property name|Expected/],
    ['[]', null, /object/],
    ['{"options": {"a": {"type": "script"}}}', null, /"a" needs a "type"/],
    ['{"options": {"front": {"type": "choice", "values": ["a"], "default": "b"}}}', null, /"default"/],
    [
      '{"options": {"m": {"type": "choice", "property": "color", "values": {"a": "1"}, "default": "a"}}}',
      null,
      /"property"/,
    ],
    [
      '{"options": {"m": {"type": "choice", "property": "--m", "values": {"a": "1;}"}, "default": "a"}}}',
      null,
      /"property"/,
    ],
    ['{"options": {"face": {"type": "face", "values": ["comic"], "default": "comic"}}}', null, /newsreader/],
    ['{"name": 3}', null, /"name"/],
    ['{"origin": "magazine"}', null, /"origin"/],
  ])('that is wrong is refused in words: %s', (text, line, problem) => {
    expect(() => readThemeManifest('trial', text)).toThrow(
      expect.objectContaining({
        code: 'theme.broken',
        detail: { theme: 'trial', file: 'theme.json', line, problem: expect.stringMatching(problem) },
      }),
    )
  })
})
