import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../../core/markdown/rendered.ts'
import { isCliCommand } from '../../../electron/cli/run.ts'
import { tempFolder, tempLibrary } from '../library/temp-library.ts'
import { longhand } from './run.ts'

const fresh = (): string => join(tempFolder(), 'library')
const ONE_LINE = /^longhand: [^\n]+\n$/

describe('longhand', () => {
  it('without a command shows what there is, as wrong usage', async () => {
    const { code, out, err } = await longhand([])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('longhand COMMAND')
  })

  it('helps with all and with each', async () => {
    const overview = await longhand(['--help'])
    expect(overview.code).toBe(0)
    for (const name of [
      'init',
      'sample',
      'import',
      'list',
      'search',
      'related',
      'export',
      'render',
      'backup',
      'restore',
      'doctor',
    ]) {
      expect(overview.out).toContain(name)
      const { code, out } = await longhand([name, '--help'])
      expect(code).toBe(0)
      expect(out).toContain(`longhand ${name} `)
    }
  })

  it.each(['check'])('says of %s that it is not there yet', async (name) => {
    const { code, out, err } = await longhand([name, '--library', 'x'])
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/not yet/)
  })

  it.each([
    [['frobnicate']],
    [['constructor']],
    [['list']],
    [['list', '--library', 'x', '--colour']],
    [['list', '--library', 'x', 'words:stray']],
    [['list', '--library', 'x', '--status', 'lost']],
    [['search', '--library', 'x']],
    [['search', '--library', 'x', 'q', '--limit', '0']],
    [['export', '--library', 'x']],
    [['export', '--library', 'x', '--out', 'y', '--date', '2026-02-30']],
    [['import', '--library', 'x']],
    [['related', '--library', 'x', '--limit', 'many']],
    [['sample', '--library', 'x', '--language', 'fr']],
    [['render', 'a', 'b']],
    [['backup']],
    [['restore', '--library', 'x', 'stray']],
    [['doctor', '--library', 'x', '--fix']],
  ])('calls %j wrong usage, in one line', async (words) => {
    // The library is looked at after the words only where it can be.
    const folder = tempLibrary().folder
    const { code, out, err } = await longhand(words.map((word) => (word === 'x' ? folder : word)))
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(ONE_LINE)
  })

  it('calls a missing or foreign library a fault, in one line', async () => {
    for (const words of [
      ['list'],
      ['search', 'q'],
      ['related', '--all'],
      ['backup'],
      ['doctor'],
      ['export', '--out', join(tempFolder(), 's')],
    ]) {
      const { code, out, err } = await longhand([...words, '--library', tempFolder()])
      expect([code, out]).toEqual([1, ''])
      expect(err).toMatch(ONE_LINE)
      expect(err).toContain('library')
    }
  })

  it('names a folder that is not there, an article that is not, and what is wrong, each in one line', async () => {
    const { folder } = tempLibrary()
    const nowhere = join(tempFolder(), 'nergens')
    const exporting = await longhand(['export', '--library', nowhere, '--out', join(tempFolder(), 'site')])
    expect([exporting.code, exporting.err]).toEqual([
      1,
      expect.stringContaining(`${nowhere} holds no library.db`),
    ])
    const article = await longhand(['related', '--library', folder, 'zonder'])
    expect([article.code, article.err]).toEqual([
      1,
      'longhand: There is no article “zonder” in this library.\n',
    ])
    for (const words of [
      ['search', 'x', '--limit', '-3'],
      ['tags', 'a', 'b'],
    ]) {
      const { code, err } = await longhand([...words, '--library', folder])
      expect(code).toBe(2)
      expect(err).toMatch(/^longhand: [^\n?]+[^.?]\. See: longhand \w+ --help\n$/)
    }
    expect((await longhand(['help', 'export'])).out).toBe((await longhand(['export', '--help'])).out)
  })

  it('knows its own words', () => {
    expect(['init', 'export', 'doctor', 'help'].map((word) => isCliCommand(word))).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(['.', 'toString', undefined, '/some/file.md'].map((word) => isCliCommand(word))).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})

describe('longhand init', () => {
  it('makes a library and refuses a folder that is taken', async () => {
    const folder = fresh()
    const words = [
      'init',
      '--library',
      folder,
      '--name',
      'Veld',
      '--language',
      'nl-NL',
      '--base-url',
      'https://example.org/',
      '--json',
    ]
    const { code, json } = await longhand(words)
    expect(code).toBe(0)
    expect(json()).toMatchObject([
      { folder, site: { name: 'Veld', language: 'nl-NL', baseUrl: 'https://example.org/' } },
    ])
    const again = await longhand(['init', '--library', folder])
    expect(again.code).toBe(1)
    expect(again.err).toMatch(ONE_LINE)
  })

  it.each([
    ['--language', 'Nederlands!', 'a language tag, such as nl-NL'],
    ['--base-url', 'voorbeeld', 'a whole address, such as https://example.org/'],
    ['--base-url', 'ftp://example.org/', 'a whole address'],
    ['--name', ' ', 'a name'],
  ])('names the option that is at fault, and what it wants: %s %j', async (option, value, wanted) => {
    const folder = fresh()
    const { code, err } = await longhand(['init', '--library', folder, option, value])
    expect(code).toBe(2)
    expect(err).toMatch(ONE_LINE)
    expect(err).toContain(`${option} wants ${wanted}`)
    expect(err).toContain(`not "${value}"`)
    expect(existsSync(folder)).toBe(false)
  })

  it('names the site after its folder', async () => {
    const folder = fresh()
    expect((await longhand(['init', '--library', folder, '--json'])).json()).toMatchObject([
      { site: { name: 'library' } },
    ])
  })
})

describe('longhand list and search', () => {
  it('list articles by status and category, one JSON object a line', async () => {
    const library = tempLibrary({ now: () => new Date('2026-01-01T00:00:00Z') })
    const { id } = library.categories.create({ name: 'Sport', parentId: null })
    library.articles.create({
      title: 'Enkels',
      categoryId: id,
      status: 'published',
      publishedAt: '2030-01-01T00:00:00Z',
    })
    library.articles.create({ title: 'Knieën' })
    const words = ['list', '--library', library.folder, '--json']
    expect((await longhand(words)).json()).toHaveLength(2)
    expect((await longhand([...words, '--status', 'scheduled'])).json()).toMatchObject([
      { slug: 'enkels', status: 'scheduled', category: 'sport' },
    ])
    expect((await longhand([...words, '--category', 'sport'])).json()).toHaveLength(1)
    expect((await longhand([...words, '--category', 'nergens'])).code).toBe(1)
  })

  it('tell the translations of an article by their languages, and none of what is in the trash', async () => {
    const library = tempLibrary()
    const [own, english, french] = [null, 'en-GB', 'fr'].map((language, at) =>
      library.articles.create({ title: `Enkels ${at}`, language, status: 'ready' }),
    )
    if (!own || !english || !french) throw new Error('three were made')
    for (const { id } of [english, french]) library.translations.add(own.id, id)
    library.articles.trash([french.id])
    library.articles.create({ title: 'Enkels alleen' })
    const told = async (...words: readonly string[]): Promise<Readonly<Record<string, unknown>>> => {
      const rows = (await longhand([...words, '--library', library.folder, '--json'])).json() as readonly {
        slug: string
        translations: unknown
      }[]
      return Object.fromEntries(rows.map(({ slug, translations }) => [slug, translations]))
    }
    const expected = {
      'enkels-0': { 'en-GB': 'enkels-1' },
      'enkels-1': { [library.site.get().language]: 'enkels-0' },
      'enkels-alleen': {},
    }
    expect(await told('list')).toEqual(expected)
    expect(await told('search', 'enkels')).toEqual(expected)
  })

  it('search with hits marked, and nothing found is no fault', async () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Enkels', body: 'Over <b> en het bospad in de herfst.' })
    const words = ['search', '--library', library.folder]
    const { json } = await longhand([...words, 'bospad', '--json'])
    expect(json()).toMatchObject([
      { slug: 'enkels', snippet: expect.stringContaining('<mark>bospad</mark>') },
    ])
    expect(await longhand([...words, 'zeppelin', '--json'])).toMatchObject({ code: 0, out: '' })
    expect((await longhand([...words, 'bospad'])).out).toContain('*bospad*')
  })
})

describe('longhand related', () => {
  it('tells for one or for all which are related and why', async () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Enkels', body: 'Enkels op het bospad.' })
    library.articles.create({ title: 'Bospad', body: 'Het bospad en je enkels.' })
    const words = ['related', '--library', library.folder, '--json']
    expect((await longhand([...words, 'enkels'])).json()).toMatchObject([
      {
        slug: 'enkels',
        related: [{ slug: 'bospad', pinned: false, score: expect.any(Number), reasons: [expect.anything()] }],
      },
    ])
    expect((await longhand([...words, '--all'])).json()).toHaveLength(2)
    expect((await longhand([...words, 'nergens'])).code).toBe(1)
    expect((await longhand([...words, 'enkels', '--all'])).code).toBe(2)
  })
})

describe('longhand export', () => {
  it('writes the site and reports', async () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Enkels', status: 'published', body: '[weg](weg.html)' })
    const out = join(tempFolder(), 'site')
    const words = ['export', '--library', library.folder, '--out', out]
    const { code, json } = await longhand([...words, '--json'])
    expect(code).toBe(0)
    expect(json()).toMatchObject([
      { folder: out, articles: 1, removed: 0, warnings: [{ kind: 'brokenLink' }, { kind: 'noBaseUrl' }] },
    ])
    expect(existsSync(join(out, 'enkels.html'))).toBe(true)
    expect((await longhand(words)).out).toMatch(/written +0\n/)
  })

  it('says why a site has no articles', async () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Enkels' })
    const words = ['export', '--library', library.folder, '--out', join(tempFolder(), 'site')]
    expect((await longhand(words)).out).toContain('No article is published yet')
    library.articles.create({ title: 'Knieën', status: 'published' })
    expect((await longhand(words)).out).not.toContain('published yet')
  })

  it('stops when it is told to, and leaves nothing', async () => {
    const out = join(tempFolder(), 'site')
    const words = ['export', '--library', tempLibrary().folder, '--out', out]
    const { code, err } = await longhand(words, { signal: AbortSignal.abort() })
    expect(code).toBe(1)
    expect(err).toMatch(ONE_LINE)
    expect(existsSync(out)).toBe(false)
  })
})

describe('longhand import', () => {
  it('brings in a folder and reports', async () => {
    const folder = join(tempFolder(), 'posts')
    mkdirSync(folder)
    writeFileSync(join(folder, 'een.md'), '---\ntitle: Een\n---\n\nTekst.\n')
    const library = tempLibrary()
    const { code, json } = await longhand(['import', '--library', library.folder, folder, '--json'])
    expect(code).toBe(0)
    expect(json()).toMatchObject([{ created: [{ slug: 'een' }], skipped: [] }])
    expect((await longhand(['import', '--library', library.folder, folder])).out).toContain('1 unchanged')
  })
})

describe('longhand render', () => {
  it('gives the body of a file or of stdin, byte for byte', async () => {
    const markdown = '# Kop\n\n<b onclick="x">vet</b> en *schuin*\n'
    const file = join(tempFolder(), 'a.md')
    writeFileSync(file, markdown)
    expect((await longhand(['render', file])).out).toBe(renderMarkdown(markdown).html)
    expect((await longhand(['render'], { stdin: markdown })).out).toBe(renderMarkdown(markdown).html)
    expect((await longhand(['render', '-'], { stdin: markdown })).out).toBe(renderMarkdown(markdown).html)
  })

  it('renders a line for a line, whatever signs are in them', async () => {
    const texts = ['een *twee*', 'regel\nregel', '\u2028 en \u2029', '']
    const { json } = await longhand(['render', '--jsonl'], {
      stdin: texts.map((text) => JSON.stringify(text)).join('\r\n'),
    })
    expect(json()).toEqual(texts.map((text) => renderMarkdown(text).html))
  })

  it.each([
    ['"goed"\nfout\n', 2],
    ['{"geen":"tekst"}\n', 1],
  ])('names the line that it cannot read', async (stdin, line) => {
    const { code, err } = await longhand(['render', '--jsonl'], { stdin })
    expect(code).toBe(1)
    expect(err).toContain(`Line ${line} `)
  })

  it('says which file is not there', async () => {
    const { code, err } = await longhand(['render', join(tempFolder(), 'weg.md')])
    expect(code).toBe(1)
    expect(err).toMatch(ONE_LINE)
    expect(err).toContain('weg.md')
  })

  it('ends quietly when its reader has gone', async () => {
    const cli = join(import.meta.dirname, '../../../electron/cli.ts')
    const child = spawn(process.execPath, [cli, 'render', '--jsonl'], { stdio: ['pipe', 'pipe', 'pipe'] })
    let errors = ''
    child.stderr.on('data', (chunk) => (errors += String(chunk)))
    child.stdin.on('error', () => {})
    child.stdout.once('data', () => child.stdout.destroy())
    const feed = setInterval(() => child.stdin.write(`${JSON.stringify('x'.repeat(50_000))}\n`), 1)
    const code = await new Promise((resolve) => child.on('exit', resolve))
    clearInterval(feed)
    expect([code, errors]).toEqual([0, ''])
  })
})

describe('longhand sample', () => {
  it('makes the sample library', async () => {
    const folder = fresh()
    expect((await longhand(['sample', '--language', 'en', '--library', folder])).code).toBe(0)
    expect((await longhand(['list', '--library', folder, '--json'])).json().length).toBeGreaterThan(5)
    expect(readFileSync(join(folder, 'library.db')).length).toBeGreaterThan(0)
  })
})
