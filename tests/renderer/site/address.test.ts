import { describe, expect, it } from 'vitest'
import {
  frameUrl,
  isSearch,
  shownAddress,
  slugAt,
  targetOf,
  typedAddress,
} from '../../../renderer/site/address.ts'

const HERE = 'app://longhand/site/tag/brood.html'

describe('an address of the site', () => {
  it('is read from a link as the page writes it, up and down the folders', () => {
    const at = (href: string) => targetOf(href, HERE)
    expect(at('../soep.html#ui')).toEqual({ kind: 'site', address: 'soep.html#ui' })
    expect(at('../')).toEqual({ kind: 'site', address: 'index.html' })
    expect(at('meel.html')).toEqual({ kind: 'site', address: 'tag/meel.html' })
    expect(at('#top')).toEqual({ kind: 'site', address: 'tag/brood.html#top' })
    expect(at('../caf%C3%A9%20%25.html')).toEqual({ kind: 'site', address: 'café %.html' })
    expect(at('app://reader/draft-site/soep.html')).toEqual({ kind: 'site', address: 'soep.html' })
  })

  it('is none when the link leads out of the site, whatever it looks like', () => {
    for (const href of [
      'https://example.org/site/x.html',
      'mailto:noor@example.org',
      'app://longhand/index.html',
      '../../assets/window.js',
      'javascript:alert(1)',
      'data:text/html,x',
      '//example.org/site/x.html',
    ]) {
      expect(targetOf(href, HERE)?.kind, href).toBe('outside')
    }
    expect(targetOf('http://[', HERE)).toBeNull()
  })

  it('is what a writer types, with or without slash, ending and the site’s own base', () => {
    const site = { baseUrl: 'https://example.org/blog/', language: 'nl-NL' }
    const typed = (text: string) => typedAddress(text, site)
    expect(typed('/')).toBe('index.html')
    expect(typed('')).toBe('index.html')
    expect(typed(' /soep ')).toBe('soep.html')
    expect(typed('tag/brood')).toBe('tag/brood.html')
    for (const text of ['zoeken', '/zoeken', 'zoeken/', 'https://example.org/blog/zoeken']) {
      expect(typed(text)).toBe('zoeken/index.html')
    }
    expect(typed('archief#2025')).toBe('archief/index.html#2025')
    expect(typed('search')).toBe('search.html')
    expect(typed('feed.xml')).toBe('feed.xml')
    expect(typed('https://example.org/blog/soep.html?x=1#ui')).toBe('soep.html#ui')
    expect(typed('100% goed')).toBe('100% goed.html')
  })

  it('goes to the frame escaped, apart with drafts, and apart where a script runs', () => {
    expect(frameUrl('soep.html', false, false)).toBe('/site/soep.html')
    expect(frameUrl('a b/#c', true, false)).toBe('/draft-site/a%20b/#c')
    expect(frameUrl('zoeken/index.html', false, true)).toBe('app://reader/site/zoeken/index.html')
    expect(frameUrl('feed.xml', false, false)).toBe('/site/feed.xml?as=text')
    expect(frameUrl('a?b%.html', false, false)).toBe('/site/a%3Fb%25.html')
  })

  it('is the search page’s in the language of the site alone', () => {
    expect(isSearch('zoeken/index.html', 'nl-NL')).toBe(true)
    expect(isSearch('zoeken/index.html#x', 'nl-NL')).toBe(true)
    expect(isSearch('search/index.html', 'nl-NL')).toBe(false)
    expect(isSearch('search/index.html', 'en-GB')).toBe(true)
  })

  it('names an article when it lies at the root', () => {
    expect(slugAt('soep.html#ui')).toBe('soep')
    expect(slugAt('index.html')).toBeNull()
    expect(slugAt('404.html')).toBeNull()
    expect(slugAt('tag/brood.html')).toBeNull()
    expect(slugAt('feed.xml')).toBeNull()
  })

  it('is shown with a slash before it', () => {
    expect(shownAddress('index.html')).toBe('/')
    expect(shownAddress('tag/brood.html')).toBe('/tag/brood.html')
  })
})
