import { describe, expect, it } from 'vitest'
import { Addresses, type Arrival, type InLibrary } from '../../../electron/intake/addresses.ts'

const EMPTY: InLibrary = { bySource: () => null, dayOf: () => null }

function arrival(relative: string, more: Partial<Arrival['known']> & { slug?: string } = {}): Arrival {
  const { slug = relative.replace(/^.*\//, '').replace(/\.md$/, ''), ...known } = more
  const stem = relative
    .replace(/^.*\//, '')
    .replace(/\.md$/, '')
    .replace(/^\d{4}-\d\d-\d\d-/, '')
  return {
    file: { path: `/blog/${relative}`, root: '/blog', relative },
    known: { days: [], stem, addresses: [], aliases: [], ...known },
    slug,
  }
}

const FROM = arrival('posts/here.md').file

const POST = arrival('posts/2016-03-01-We-Run.md', { slug: 'we-run', days: ['2016/03/01', '2016/03/02'] })

function find(address: string, arrivals: readonly Arrival[], library = EMPTY, baseUrl = ''): string | null {
  return new Addresses(arrivals, library, baseUrl).article(address, FROM)
}

describe('the address of an article', () => {
  it.each([
    '/2016/03/01/we-run/',
    '/2016/03/01/We-Run',
    '/2016/3/1/we-run.html',
    '/2016/03/02/we-run/index.html',
    '/2016/03/we-run/',
    '/blog/2016/03/01/we-run/?utm=x#kop',
    '../2016/03/01/we-run/',
    '2016-03-01-We-Run.md',
    './2016-03-01-We-Run.md#kop',
    '../posts/2016-03-01-We-Run.md',
    '/posts/2016-03-01-We-Run.md',
  ])('%s is known by its day and name or its file', (address) => {
    expect(find(address, [POST])).toBe('we-run')
  })

  it.each([
    'https://example.org/2016/03/01/we-run/',
    '//2016/03/01/we-run/',
    'mailto:we-run@example.org',
    '#we-run',
    '',
    '/we-run/',
    '/tags/we-run/',
    '/2016/',
    '%E0%A4%A',
    '../../../etc/we-run.md.x',
  ])('%j is not', (address) => {
    expect(find(address, [POST])).toBeNull()
  })

  it('may have another day, as long as only one article has the name', () => {
    expect(find('/2016/02/28/we-run/', [POST])).toBe('we-run')
    const other = arrival('posts/2018-01-01-we-run.md', { slug: 'we-run-2', days: ['2018/01/01'] })
    expect(find('/2016/02/28/we-run/', [POST, other])).toBeNull()
    expect(find('/2018/01/01/we-run/', [POST, other])).toBe('we-run-2')
  })

  it('is the one in its front matter, unless two claim it', () => {
    const one = arrival('a.md', { addresses: ['/over/ons/'] })
    const two = arrival('b.md', { addresses: ['/over/ons.html'] })
    expect(find('/over/ons', [one])).toBe('a')
    expect(find('/over/ons', [one, two])).toBeNull()
  })

  it('is told by where its file lies, for pages without a day', () => {
    const page = arrival('content/reis/index.md', { slug: 'reis' })
    expect(find('/reis/', [page])).toBe('reis')
    expect(find('/nl/content/reis', [page])).toBe('reis')
    expect(find('/assets/reis/', [page])).toBeNull()
    expect(find('sub/there.html', [arrival('posts/sub/there.md')])).toBe('there')
    expect(find('elsewhere/there.html', [arrival('posts/sub/there.md')])).toBeNull()
  })

  it('may be a whole one of the site’s own', () => {
    const base = 'https://example.org/blog/'
    expect(find('https://example.org/blog/2016/03/01/we-run/#kop', [POST], EMPTY, base)).toBe('we-run')
    expect(find('https://example.org/2016/03/01/we-run/', [POST], EMPTY, base)).toBeNull()
  })

  it('may be that of an article that the library had before', () => {
    const library: InLibrary = {
      bySource: (path) => (path === '/blog/old.md' ? 'old' : null),
      dayOf: (slug) => (slug === 'we-run' ? '2016/03/01' : null),
    }
    expect(find('/2016/03/01/we-run/', [], library)).toBe('we-run')
    expect(find('/2017/03/01/we-run/', [], library)).toBeNull()
    expect(find('../old.md', [], library)).toBe('old')
  })
})

describe('the name of a note', () => {
  const notes = [
    arrival('dagboek/Mijn Notitie.md', { slug: 'mijn-notitie', aliases: ['MN'] }),
    arrival('a/Dubbel.md', { slug: 'dubbel' }),
    arrival('b/Dubbel.md', { slug: 'dubbel-2' }),
  ]
  const addresses = new Addresses(notes, { ...EMPTY, dayOf: (slug) => (slug === 'bekend' ? '' : null) }, '')

  it.each([
    ['Mijn Notitie', 'mijn-notitie'],
    ['mijn notitie.md', 'mijn-notitie'],
    ['dagboek/Mijn Notitie', 'mijn-notitie'],
    ['MN', 'mijn-notitie'],
    ['a/Dubbel', 'dubbel'],
    ['Bekend', 'bekend'],
    ['Dubbel', null],
    ['Onbekend', null],
  ])('%j leads to %j', (name, slug) => {
    expect(addresses.note(name)).toBe(slug)
  })
})

describe('the name of a post', () => {
  it('leads to it by day and name', () => {
    const addresses = new Addresses([POST], EMPTY, '')
    expect(addresses.post('2016-03-01-we-run')).toBe('we-run')
    expect(addresses.post('sub/2016-03-01-We-Run.md')).toBe('we-run')
    expect(addresses.post('we-run')).toBeNull()
  })
})
