import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createLibrary, type Library } from '../../../electron/library/library.ts'
import { exportSite } from '../../../electron/publish/export-site.ts'
import { liveSite, previewFile } from '../../../electron/publish/preview.ts'
import {
  copyTheme,
  isLater,
  listThemes,
  putBackTheme,
  removeTheme,
  renameTheme,
  themeBehind,
} from '../../../electron/publish/theme-copies.ts'
import { readTheme } from '../../../electron/publish/theme-folder.ts'
import { tryTheme } from '../../../electron/publish/theme-trial.ts'
import { ThemeWatch } from '../../../electron/session/theme-watch.ts'

let root: string
let library: Library
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'longhand-test-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

let count = 0
beforeEach(() => {
  library = createLibrary(join(root, `library-${(count += 1)}`), { name: 'Veldkers', language: 'nl' })
  const article = library.articles.create({ title: 'Linzensoep' })
  library.articles.save(article.id, article.version, { body: 'Soep.', status: 'published' })
  return () => library.close()
})

const own = (name: string, ...path: string[]): string => join(library.folder, 'themes', name, ...path)
const page = async (path = 'index.html'): Promise<string> => {
  const file = await previewFile(library, () => Promise.resolve({ items: [] }), path)
  return new TextDecoder().decode(file?.bytes)
}
const broken = (detail: object): unknown =>
  expect.objectContaining({ code: 'theme.broken', detail: expect.objectContaining(detail) })

describe('a copy of a theme', () => {
  it('is the theme under another name, which a site can use and its writer can change', async () => {
    const name = copyTheme(library.folder, 'essay', ' Mijn Éssay ')
    expect(name).toBe('mijn-essay')
    const listed = listThemes(library.folder)
    expect(listed.themes.map((theme) => theme.name)).toEqual(['magazine', 'essay', 'documentation', name])
    expect(listed.themes.at(-1)).toMatchObject({
      title: 'Mijn Éssay',
      isOwn: true,
      origin: { theme: 'essay', isNewer: false },
      failure: null,
    })
    library.site.update({ theme: name, themeOptions: { accent: '#8a2d5b' } })
    const before = await page()
    library.site.update({ theme: 'essay' })
    expect(before).toBe(await page())
    library.site.update({ theme: name })
    writeFileSync(own(name, 'templates', 'footer.liquid'), '<p>{{ site.name }} & co</p>')
    await exportSite(library, join(root, 'site'))
    const made = readFileSync(join(root, 'site', 'index.html'), 'utf8')
    expect(made).toContain('<p>Veldkers & co</p>')
    expect(readFileSync(join(root, 'site', 'assets', 'style.css'), 'utf8')).toContain('--accent:#8a2d5b')
    expect(existsSync(join(root, 'site', 'assets', 'fonts', 'literata-text.woff2'))).toBe(true)
  })

  it('never takes the name of another theme', () => {
    expect(copyTheme(library.folder, 'essay', 'Essay')).toBe('essay-2')
    expect(copyTheme(library.folder, 'essay', 'Essay')).toBe('essay-3')
    expect(copyTheme(library.folder, 'essay', '…')).toBe('theme')
    expect(copyTheme(library.folder, 'essay-2', '../../x')).toMatch(/^[a-z0-9-]+$/)
    expect(() => copyTheme(library.folder, 'essay', '  ')).toThrow(
      expect.objectContaining({ code: 'value.refused' }),
    )
    expect(() => copyTheme(library.folder, '../essay', 'x')).toThrow(broken({ problem: 'no such theme' }))
  })

  it('is renamed, removed and put back', () => {
    const name = copyTheme(library.folder, 'magazine', 'Blad')
    renameTheme(library.folder, name, 'Tijdschrift')
    expect(listThemes(library.folder).themes.at(-1)).toMatchObject({ name, title: 'Tijdschrift' })
    expect(themeBehind(library.folder, name)).toBe('magazine')
    removeTheme(library.folder, name)
    expect(listThemes(library.folder)).toMatchObject({ removed: [{ name, title: 'Tijdschrift' }] })
    expect(listThemes(library.folder).themes).toHaveLength(3)
    expect(putBackTheme(library.folder, name)).toBe(name)
    expect(listThemes(library.folder)).toMatchObject({ removed: [] })
    for (const act of [removeTheme, putBackTheme]) {
      for (const wrong of ['nothing', 'magazine', '..', '.removed']) {
        expect(() => act(library.folder, wrong)).toThrow(expect.objectContaining({ code: 'notFound' }))
      }
    }
  })

  it('tells that what it was copied from is newer', () => {
    const name = copyTheme(library.folder, 'magazine', 'Blad')
    const manifest = JSON.parse(readFileSync(own(name, 'theme.json'), 'utf8')) as { origin: object }
    const older = { ...manifest, origin: { theme: 'magazine', version: '0.9.9' } }
    writeFileSync(own(name, 'theme.json'), JSON.stringify(older))
    expect(listThemes(library.folder).themes.at(-1)?.origin).toEqual({ theme: 'magazine', isNewer: true })
    expect([isLater('1.10.0', '1.9'), isLater('1.0', '1.0.0'), isLater('x', '1')]).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('a theme of a library', () => {
  const theme = (files: Readonly<Record<string, string>> = {}): string => {
    const name = copyTheme(library.folder, 'essay', 'Proef')
    for (const [path, text] of Object.entries(files)) writeFileSync(own(name, path), text)
    return name
  }
  const read = (name: string): unknown => readTheme(name, { library: library.folder })

  it.each([
    ['a script', 'x.js', 'a theme brings no .js'],
    ['a page', 'x.html', 'a theme brings no .html'],
    ['a picture that may hold a script', 'x.svg', 'a theme brings no .svg'],
    ['a file without a type', 'Makefile', 'a theme brings no files without a type'],
  ])('brings no %s', (_what, path, problem) => {
    const name = theme({ [path]: 'x' })
    expect(() => read(name)).toThrow(broken({ theme: name, file: path, problem }))
  })

  it('passes over what editors and systems leave lying about', () => {
    const name = theme({ '.DS_Store': 'x', 'style.css~': 'x' })
    mkdirSync(own(name, '.git'))
    writeFileSync(own(name, '.git', 'hook.js'), 'x')
    expect(read(name)).toMatchObject({ name })
  })

  it('holds no link, to a file or to a folder', () => {
    writeFileSync(join(root, 'secret.txt'), 'secret')
    for (const [from, to] of [
      ['fonts.txt', join(root, 'secret.txt')],
      ['pictures', root],
      ['templates/stolen.liquid', join(root, 'secret.txt')],
    ] as const) {
      const name = theme()
      symlinkSync(to, own(name, from))
      expect(() => read(name)).toThrow(broken({ file: from, problem: 'a link leads out of the theme' }))
    }
  })

  it('is no link itself, and lies in no folder that is one', () => {
    const name = theme()
    symlinkSync(own(name), own('linked'))
    expect(() => read('linked')).toThrow(broken({ problem: 'a theme has to be a folder, not a link' }))
    const elsewhere = join(root, `elsewhere-${count}`)
    mkdirSync(elsewhere)
    const stranger = createLibrary(join(root, `stranger-${count}`), { name: 'X', language: 'nl' })
    stranger.close()
    symlinkSync(join(library.folder, 'themes'), join(stranger.folder, 'themes'))
    expect(() => readTheme(name, { library: stranger.folder })).toThrow(
      broken({ problem: 'a theme has to be a folder, not a link' }),
    )
    expect(listThemes(stranger.folder).themes).toHaveLength(3)
    expect(() => copyTheme(stranger.folder, 'essay', 'X')).toThrow(
      expect.objectContaining({ code: 'file.refused' }),
    )
  })

  it.each(['../essay', '..', 'a/b', 'A', '/etc', '', 'x'.repeat(65)])('is not called %s', (name) => {
    expect(() => read(name)).toThrow(broken({ problem: 'no such theme' }))
  })

  it.each([
    ['not closed', 'article.liquid', '<p>\n{% if article %}', 2, /not closed/],
    [
      'an unknown filter',
      'card.liquid',
      '\n\n{{ card.title | capitalise }}',
      3,
      /undefined filter: capitalise/,
    ],
    ['a template that is not there', 'index.liquid', "x\n{% render 'nothing' %}", 2, /nothing/],
    ['a file outside', 'index.liquid', "{% render '../../../../secret' %}", 1, /./],
    ['an absolute path', 'index.liquid', "{% include '/etc/passwd' %}", 1, /./],
    ['a template within itself', 'card.liquid', "{% part 'card', card: card %}", 1, /without end|call stack/],
    ['a layout within itself', 'base.liquid', "{% layout 'base' %}", 1, /./],
  ])('is told what is wrong, and where: %s', async (_what, file, text, line, problem) => {
    const name = theme({ [`templates/${file}`]: text })
    const failure = await tryTheme({ library: library.folder, name })
    expect(failure).toMatchObject({ code: 'theme.broken', detail: { theme: name } })
    const detail = failure?.code === 'theme.broken' ? failure.detail : null
    expect(detail?.problem).toMatch(problem)
    expect(`${detail?.file}:${detail?.line}`).toContain(`${file}:${line}`)
    expect(JSON.stringify(failure)).not.toContain('root:')
  })

  it.each([
    [
      'for ever',
      '{% for a in (1..9000) %}{% for b in (1..9000) %}{% for c in (1..9000) %}{% endfor %}{% endfor %}{% endfor %}',
    ],
    [
      'for ever in parts',
      "{% assign a = n | append: '1' %}{% assign b = n | append: '2' %}{% part 'card', n: a %}{% part 'card', n: b %}",
    ],
    [
      'without end',
      '{% for a in (1..9000) %}{% for b in (1..9000) %}a long line of text, once more{% endfor %}{% endfor %}',
    ],
    [
      'doubling',
      "{% assign s = 'x' %}{% for a in (1..60) %}{% assign s = s | append: s %}{% endfor %}{{ s }}",
    ],
    ['a range', '{% for a in (1..99999999999) %}x{% endfor %}'],
  ])('is stopped when it goes on %s', async (_what, text) => {
    const name = theme({ 'templates/card.liquid': text })
    expect(await tryTheme({ library: library.folder, name })).toMatchObject({
      code: 'theme.broken',
      detail: { problem: expect.stringMatching(/too long|limit exceeded|million|memory|without end/) },
    })
  })

  it('leaves the site that was there as it was, when an export finds it wrong', async () => {
    const name = theme()
    const target = join(root, `site-${count}`)
    library.site.update({ theme: name })
    await exportSite(library, target)
    const before = readFileSync(join(target, 'index.html'), 'utf8')
    const files = readdirSync(target)
    writeFileSync(own(name, 'templates', 'index.liquid'), '\n{% oops %}')
    await expect(exportSite(library, target)).rejects.toThrow(
      broken({ file: expect.stringContaining('index.liquid'), line: 2 }),
    )
    expect(readFileSync(join(target, 'index.html'), 'utf8')).toBe(before)
    expect(readdirSync(target)).toEqual(files)
  })

  it('is followed while it is edited: the last good page stays until it is mended', async () => {
    const name = theme()
    library.site.update({ theme: name })
    const told: unknown[] = []
    const next = async (): Promise<unknown> => {
      const seen = told.length
      await expect.poll(() => told.length, { timeout: 30_000 }).toBeGreaterThan(seen)
      return told.at(-1)
    }
    const footer = own(name, 'templates', 'footer.liquid')
    const first = await page()
    const watch = new ThemeWatch(library, { changed: (failure) => told.push(failure), log: () => {} })
    try {
      expect(await next()).toBeNull()
      const wrong = next()
      writeFileSync(footer, '<p>\n{{ site.name | shout }}</p>')
      expect(await wrong).toMatchObject({ code: 'theme.broken', detail: { line: 2 } })
      expect(await page()).toBe(first)
      expect(watch.failure).toMatchObject({ code: 'theme.broken' })
      const mended = next()
      writeFileSync(footer, '<p>Nieuwe voet</p>')
      expect(await mended).toBeNull()
      expect(await page()).toContain('<p>Nieuwe voet</p>')
      expect(watch.failure).toBeNull()
    } finally {
      watch.close()
    }
  })

  it('that never worked is stood in for by what it was copied from', async () => {
    const name = theme({ 'theme.json': '{\n  "name": "Proef",,\n}' })
    library.site.update({ theme: name })
    expect(await page()).toContain('<!doctype html>')
    expect(liveSite(library).theme.failure).toMatchObject({
      code: 'theme.broken',
      detail: { file: 'theme.json', line: 2 },
    })
    library.site.update({ theme: 'gone' })
    expect(await page()).toContain('<!doctype html>')
    expect(liveSite(library).theme.failure).toMatchObject({ detail: { problem: 'no such theme' } })
  })
})
