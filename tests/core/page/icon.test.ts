import { describe, expect, it } from 'vitest'
import type { Site } from '../../../core/article.ts'
import {
  type Outline,
  iconFacts,
  pageModel,
  pixelIcon,
  siteIcon,
  webManifest,
} from '../../../core/page/index.ts'
import { mapOf } from './site.ts'

const OUTLINE: Outline = {
  path: 'M0 0L70 0L70 -100Z',
  left: 0,
  top: -100,
  width: 70,
  height: 100,
  capital: 100,
}
const factsOf = (site: Partial<Site>) => iconFacts(mapOf([], site))

describe('the icon of a site', () => {
  it('is its initial in its own colour, in ink that can be read on that', () => {
    const icon = siteIcon(factsOf({}), OUTLINE)
    expect(icon).toContain('fill="#0f6b6b"')
    expect(icon).toContain('<path fill="#fff"')
    expect(icon).not.toContain('<text')
    const light = siteIcon(factsOf({ name: '  éclair', themeOptions: { accent: '#FFE08A' } }), null)
    expect(light).toMatch(/fill="#000">É<\/text>/)
    expect(light).toContain('fill="#ffe08a"')
  })

  it('has its letter in the middle, large, and within what a home screen cuts out of it', () => {
    for (const outline of [OUTLINE, { ...OUTLINE, width: 200 }, { ...OUTLINE, top: -160, height: 160 }])
      for (const shape of ['tile', 'full'] as const) {
        const svg = pixelIcon(factsOf({}), outline, { side: 512, shape })
        const [x = 0, y = 0, scale = 0] = (/translate\((\S+) (\S+)\) scale\((\S+)\)/.exec(svg) ?? [])
          .slice(1)
          .map(Number)
        const [left, top] = [x + outline.left * scale, y + outline.top * scale]
        const [width, height] = [outline.width * scale, outline.height * scale]
        expect(left + width / 2).toBeCloseTo(32, 1)
        expect(top + height / 2).toBeCloseTo(32, 1)
        expect(Math.max(width, height)).toBeGreaterThan(24)
        // https://www.w3.org/TR/appmanifest/#icon-masks: what lies within two fifths of the side is always seen.
        if (shape === 'full') expect(Math.hypot(width, height) / 2).toBeLessThanOrEqual(64 * 0.4)
      }
  })

  it('takes no more from a name or an option than a letter and a colour', () => {
    const facts = factsOf({ name: '<&"', themeOptions: { accent: '"/><script>' } })
    expect(siteIcon(facts, null)).toMatch(/fill="#fff">•<\/text>/)
    const all = siteIcon(facts, null) + pixelIcon(facts, null, { side: 32, shape: 'tile' })
    expect(all).not.toContain('script')
    expect(all).toContain('<circle')
  })

  it('is named by every page, and the manifest by those of a site with an address', () => {
    const meta = (baseUrl: string) =>
      pageModel(mapOf([], { baseUrl }), { kind: 'archive', year: null, page: 1 })?.page.meta
    expect(meta('')).toContain('<link rel="icon" type="image/svg+xml" href="../icon.svg">')
    expect(meta('')).not.toContain('apple-touch-icon')
    expect(pageModel(mapOf([]), { kind: 'index', page: 1 })?.page.meta).toContain(
      '<link rel="apple-touch-icon" href="apple-touch-icon.png">',
    )
    expect(meta('')).not.toContain('manifest')
    expect(meta('https://example.org/')).toContain('<link rel="manifest" href="../site.webmanifest">')
  })
})

describe('the manifest of a site', () => {
  it('says what a home screen shows, with addresses that hold wherever the site lies', () => {
    expect(JSON.parse(webManifest(mapOf([])))).toEqual({
      name: 'Proef & zo',
      description: 'Een site',
      lang: 'nl-NL',
      start_url: 'index.html',
      scope: './',
      display: 'minimal-ui',
      theme_color: '#0f6b6b',
      background_color: '#fbfaf7',
      icons: [
        { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
        { src: 'icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
        { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
        { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    })
  })
})
