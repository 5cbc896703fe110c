import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import type { ArticleHead } from '../../../core/page/index.ts'
import { searchIndex, searchWords } from '../../../core/page/search-index.ts'
import { searched } from './search-browser.ts'
import { LOPEN, head, mapOf } from './site.ts'

const filesOf = (articles: readonly ArticleHead[]) =>
  new Map(searchIndex(mapOf(articles)).map(({ path, text }) => [path, text]))

interface Index {
  readonly parts: readonly string[]
  readonly words: ReadonlyMap<string, readonly number[]>
}

/** Reads an index as a browser does: by running its files. */
function read(files: ReadonlyMap<string, string>): Index {
  let parts: readonly string[] = []
  const words = new Map<string, readonly number[]>()
  const longhandSearch = {
    start: (value: { parts: readonly string[] }) => (parts = value.parts),
    words: (_prefix: string, entries: readonly (readonly [string, readonly number[]])[]) => {
      for (const [word, articles] of entries) words.set(word, articles)
    },
    articles: () => {},
  }
  for (const text of files.values()) runInNewContext(text, { longhandSearch })
  return { parts, words }
}

describe('the words of a text', () => {
  it('are folded, so that accents and case find nothing less', () => {
    expect(searchWords('Één crème brûlée, Straße & Ørsted’s façade')).toEqual([
      'een',
      'creme',
      'brulee',
      'strasse',
      'orsted',
      'facade',
    ])
  })
})

describe('the search index', () => {
  it('weighs a title above a label, and a label above a summary', () => {
    const { words } = read(
      filesOf([head(3, { title: 'Enkel', summary: 'Knie en enkel', tags: ['voet'], categoryId: LOPEN.id })]),
    )
    const weight = (word: string) => (words.get(word)?.[0] ?? 0) % 16
    expect([weight('enkel'), weight('voet'), weight('lopen'), weight('knie')]).toEqual([10, 4, 4, 2])
  })

  it('is divided, so that no part grows with the site', () => {
    const name = (id: number) => `woord${id.toString(36)} ${(id * 7919).toString(36)}x alle`
    const many = Array.from({ length: 10_000 }, (_, index) =>
      head(index + 1, { title: name(index), summary: name(index + 3).repeat(3) }),
    )
    const files = filesOf(many)
    expect(Math.max(...[...files.values()].map((text) => text.length))).toBeLessThan(60_000)
    const { parts, words } = read(files)
    expect(new Set(parts).size).toBe(parts.length)
    for (const word of ['alle', 'woorda', 'woord7j1']) {
      expect(words.has(word), word).toBe(true)
      expect(parts.some((prefix) => word.startsWith(prefix))).toBe(true)
    }
  })

  it('changes in few files when one article does', () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      head(index + 1, { title: `Titel ${(index * 7919).toString(36)}`, summary: 'x'.repeat(40) + index }),
    )
    const before = filesOf(many)
    const after = filesOf(many.map((one) => (one.id === 70 ? { ...one, title: 'Zebra' } : one)))
    const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path)
    expect(changed).toContain('index/articles-1.js')
    expect(changed.length).toBeLessThan(after.size / 2)
  })

  it('holds no text that could leave its place', () => {
    const title = '</script><script>alert(1)</script>\u2028"); alert(1); ("constructor __proto__'
    const files = filesOf([head(1, { title, tags: ['__proto__'] })])
    const { words } = read(files)
    expect(words.has('constructor')).toBe(true)
    expect(words.has('proto')).toBe(true)
  })
})

describe('the search page', () => {
  const articles = [
    head(1, { title: 'Enkels versterken', summary: 'Sterk op het bospad.' }),
    head(2, { title: 'Bospad lopen', summary: 'Over enkels.', tags: ['natuur'] }),
    head(3, { title: 'Crème brûlée', summary: 'Een toetje uit İstanbul, met Łódź en Straße.' }),
    head(4, { title: 'Iets anders', slug: 'é b' }),
  ]
  const files = filesOf(articles)

  it('finds words by how they begin, those in titles first, and marks them', async () => {
    const seen = await searched(files, 'Enk')
    expect(seen.titles).toEqual(['Enkels versterken', 'Bospad lopen'])
    expect(seen.links[0]).toBe('../artikel-1.html')
    expect(seen.marks).toEqual(['Enkels', 'enkels'])
    expect(seen.status).toBe('2')
  })

  it.each(['creme', 'CRÈME', 'brulee', 'istanbul', 'İstanbul', 'lodz', 'Łódź', 'strasse', 'Straße'])(
    'finds %s whatever its accents',
    async (query) => expect((await searched(files, query)).titles).toEqual(['Crème brûlée']),
  )

  it('wants as many of the words as any article has', async () => {
    expect((await searched(files, 'bospad natuur')).titles).toEqual(['Bospad lopen'])
    expect((await searched(files, 'bospad nergens')).titles).toEqual(['Bospad lopen', 'Enkels versterken'])
  })

  it('says so when there is nothing, and nothing when nothing was asked', async () => {
    expect(await searched(files, 'nergens')).toMatchObject({ status: 'geen', titles: [] })
    expect(await searched(files, '? a')).toMatchObject({ status: '', read: [] })
    expect(await searched(new Map(), 'enkels')).toMatchObject({ status: 'mis', titles: [] })
  })

  it('leads to names that need quoting in an address', async () => {
    expect((await searched(files, 'anders')).links).toEqual(['../%C3%A9%20b.html'])
  })

  it('shows the best twenty of ten thousand, and reads only what these need', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      head(index + 1, {
        title: `Gids ${index % 100 === 0 ? 'trailrunning' : (index * 7919).toString(36)}`,
        summary: `Over ${(index * 104_729).toString(36)} en ${(index * 15_485_863).toString(36)}`,
      }),
    )
    const seen = await searched(filesOf(many), 'trailrun')
    expect(seen.titles).toHaveLength(20)
    expect(seen.status).toBe('beste 20')
    expect(seen.read.length).toBeLessThan(25)
  })
})
