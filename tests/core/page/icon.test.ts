import { describe, expect, it } from 'vitest'
import { pageModel, siteIcon, webManifest } from '../../../core/page/index.ts'
import { mapOf } from './site.ts'

describe('the icon of a site', () => {
  it('is its initial in its own colour, in ink that can be read on that', () => {
    expect(siteIcon(mapOf([]))).toContain('fill="#0f6b6b"')
    expect(siteIcon(mapOf([]))).toMatch(/fill="#fff">P<\/text>/)
    const light = siteIcon(mapOf([], { name: '  éclair', themeOptions: { accent: '#FFE08A' } }))
    expect(light).toMatch(/fill="#000">É<\/text>/)
    expect(light).toContain('fill="#ffe08a"')
  })

  it('takes no more from a name or an option than a letter and a colour', () => {
    const icon = siteIcon(mapOf([], { name: '<&"', themeOptions: { accent: '"/><script>' } }))
    expect(icon).toMatch(/fill="#fff">•<\/text>/)
    expect(icon).not.toContain('script')
  })

  it('is named by every page, and the manifest by those of a site with an address', () => {
    const meta = (baseUrl: string) =>
      pageModel(mapOf([], { baseUrl }), { kind: 'archive', year: null, page: 1 })?.page.meta
    expect(meta('')).toContain('<link rel="icon" type="image/svg+xml" href="../icon.svg">')
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
      display: 'browser',
      theme_color: '#0f6b6b',
      icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
    })
  })
})
