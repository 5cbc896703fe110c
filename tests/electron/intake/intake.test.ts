import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { TaskProgress } from '../../../core/bridge.ts'
import { decodeVector } from '../../../core/related/index.ts'
import { ANALYSER } from '../../../electron/library/related-analysis.ts'
import { intake } from '../../../electron/intake/intake.ts'
import { jpeg, png } from '../library/pictures.ts'
import { failureOf, tempFolder, tempLibrary } from '../library/temp-library.ts'
import { folderOf, put } from './files.ts'

const post = (title: string, body: string, more = '') =>
  `---\ntitle: ${title}\ndate: 2020-01-01\n${more}---\n\n${body}\n`

describe('an intake', () => {
  it('makes an article of each file, with all that its front matter says', () => {
    const library = tempLibrary()
    const folder = folderOf({
      '2014-03-12-een.md':
        '---\ntitle: Een\nsummary: Kort\ntags: [Rennen, bos]\ncategory: Sport/Hardlopen\nauthors: [Noor, Bram]\nlayout: post\n---\n\nTekst *een*.\n',
    })
    const report = intake(library, [folder])
    expect(report).toMatchObject({
      created: [{ path: '2014-03-12-een.md', slug: 'een', title: 'Een', notes: [] }],
      updated: [],
      unchanged: [],
      skipped: [],
      media: 0,
    })
    const names = Object.fromEntries(library.authors.list().map(({ id, name }) => [name, id]))
    expect(library.articles.bySlug('een')).toMatchObject({
      title: 'Een',
      summary: 'Kort',
      body: 'Tekst *een*.\n',
      status: 'published',
      publishedAt: '2014-03-12T00:00:00+00:00',
      tags: ['Rennen', 'bos'],
      authorIds: [names['Noor'], names['Bram']],
      extra: { layout: 'post' },
    })
    expect(library.categories.list().map(({ name, articles }) => [name, articles])).toEqual([
      ['Sport', 0],
      ['Hardlopen', 1],
    ])
  })

  it('has articles be translations of each other by what files say, or by what they are called', () => {
    const library = tempLibrary()
    const folder = folderOf({
      'a.md': post('Enkels', 'x', 'translationKey: enkel\n'),
      'b.md': post('Ankles', 'x', 'lang: en\ntranslationKey: enkel\n'),
      'c.md': post('Knie', 'x', 'lang: nl\nref: knie\n'),
      'd.md': post('Knee', 'x', 'lang: en\nref: knie\n'),
      'e/heup.md': post('Heup', 'x'),
      'e/heup.en.md': post('Hip', 'x'),
      'e/schouder.en.md': post('Shoulder', 'x'),
      'f.md': post('Bron', 'x', 'ref: 12\n'),
      'g.md': post('Enkels nog eens', 'x', 'translationKey: enkel\n'),
    })
    intake(library, [folder])
    const others = (slug: string) =>
      library.translations.of(library.articles.bySlug(slug)?.id ?? 0).map(({ title }) => title)
    expect(['a', 'c', 'heup', 'hip', 'shoulder', 'f', 'g'].map(others)).toEqual([
      ['Ankles'],
      ['Knee'],
      ['Hip'],
      ['Heup'],
      [],
      [],
      [],
    ])
    expect(library.articles.bySlug('f')?.extra).toMatchObject({ ref: expect.anything() })
    expect(intake(library, [folder])).toMatchObject({ created: [], updated: [] })
  })

  it('leaves every article analysed, so that neither the window nor an export waits for it', () => {
    const library = tempLibrary()
    const folder = folderOf({ 'a.md': post('A', 'pezen en enkels'), 'b.md': post('B', 'knopen') })
    intake(library, [folder])
    expect(library.related.stale(ANALYSER)).toEqual([])
    const before = library.articles.bySlug('a')?.id ?? 0
    put(folder, 'a.md', post('A', 'wortels en modder'))
    intake(library, [folder])
    expect(library.related.stale(ANALYSER)).toEqual([])
    expect(decodeVector(library.related.vector(ANALYSER, before)!.vector)?.forms).toMatch(/wortels/)
  })

  it('uses the categories and authors that are there, by name or slug', () => {
    const library = tempLibrary()
    const sport = library.categories.create({ name: 'Sport', parentId: null })
    const run = library.categories.create({ name: 'Hardlopen', parentId: sport.id })
    const noor = library.authors.create({ name: 'Noor Visser' })
    const folder = folderOf({
      'a.md': post('A', 'x', 'category: sport/hardlopen\nauthor: noor-visser\n'),
      'b.md': post('B', 'x', 'category: HARDLOPEN\nauthor: noor visser\n'),
    })
    intake(library, [folder])
    for (const slug of ['a', 'b']) {
      expect(library.articles.bySlug(slug)).toMatchObject({ categoryId: run.id, authorIds: [noor.id] })
    }
    expect(library.categories.list()).toHaveLength(2)
  })

  it('turns links between the files into links between the articles, also to later ones', () => {
    const library = tempLibrary()
    const folder = folderOf({
      '2020-01-01-a.md': post('A', 'Lees [b]({{ "/2020/01/02/b/" | url }}#kop), [c](c.md) en [elders](/d/).'),
      '2020-01-02-b.md': '---\ntitle: B\n---\nTerug naar [a]({% post_url 2020-01-01-a %}).',
      'c.md': post('C', 'Zie [[2020-01-01-a|a]].'),
    })
    intake(library, [folder])
    expect(library.articles.bySlug('a')?.body).toBe('Lees [b](b.html#kop), [c](c.html) en [elders](/d/).\n')
    expect(library.articles.bySlug('b')?.body).toBe('Terug naar [a](a.html).')
    expect(library.articles.bySlug('c')?.body).toBe('Zie [a](a.html).\n')
  })

  it('links to what an earlier intake brought', () => {
    const library = tempLibrary()
    const folder = folderOf({ 'sub/a.md': post('A', 'x'), 'b.md': post('B', '[a](sub/a.md)') })
    intake(library, [join(folder, 'sub')])
    intake(library, [join(folder, 'b.md')])
    expect(library.articles.bySlug('b')?.body).toBe('[a](a.html)\n')
  })

  it('brings pictures along from beside the text, from the site’s folder and from the vault', () => {
    const library = tempLibrary()
    const folder = folderOf({
      'reis/index.md': post(
        'Reis',
        '![bos](bos.jpg "t") ![](/img/een%20pad.png) ![[kaart.png]]',
        'image: cover.jpg\nimage_alt: Een pad\n',
      ),
      'reis/bos.jpg': jpeg(40, 30),
      'reis/cover.jpg': jpeg(1200, 675),
      'static/img/een pad.png': png(4, 3, 1),
      'bijlagen/kaart.png': png(4, 3, 2),
    })
    const report = intake(library, [folder])
    expect(report.media).toBe(4)
    expect(report.created[0]?.notes).toEqual([])
    expect(library.articles.bySlug('reis')).toMatchObject({
      body: '![bos](media/bos-40x30.jpg "t") ![](media/een-pad-4x3.png) ![](media/kaart-4x3.png)\n',
      cover: 'media/reis-cover-1200x675.jpg',
      coverAlt: 'Een pad',
      extra: {},
    })
  })

  it('leaves what is missing or no picture as it is, and says so', () => {
    const library = tempLibrary()
    const folder = folderOf({
      'a.md': post('A', '![](weg.png) ![](x.svg) ![](nep.jpg)', 'image: /cover.jpg\n'),
      'x.svg': `<svg>${'<g/>'.repeat(60_000)}</svg>`,
      'nep.jpg': 'geen plaatje maar tekst',
    })
    const { created, media } = intake(library, [folder])
    expect(media).toBe(0)
    expect(created[0]?.notes).toEqual([
      'nep.jpg was left out: it is no picture that pages can show',
      '2 pictures were not found: weg.png, /cover.jpg',
      'a picture was left out, an SVG too large to be made safe (save as PNG): x.svg',
    ])
    expect(library.articles.bySlug('a')).toMatchObject({
      body: '![](weg.png) ![](x.svg) ![](nep.jpg)\n',
      cover: null,
      extra: { image: '/cover.jpg' },
    })
  })

  it('never takes a picture from outside the folder, neither by its address nor through a link', () => {
    const library = tempLibrary()
    const parent = tempFolder()
    put(parent, 'secret.png', png(4, 3))
    const folder = join(parent, 'blog')
    put(
      folder,
      'a.md',
      post('A', `![](../secret.png) ![](${parent}/secret.png) ![](link.png) ![](map/secret.png)`),
    )
    symlinkSync(join(parent, 'secret.png'), join(folder, 'link.png'))
    symlinkSync(parent, join(folder, 'map'))
    expect(intake(library, [folder]).media).toBe(0)
    expect(library.media.list()).toEqual([])
  })

  it('reads files in other encodings and with other line ends', () => {
    const library = tempLibrary()
    const text = '---\r\ntitle: Café\r\n---\r\nTekst\r\n'
    intake(library, [
      folderOf({
        'bom.md': `\ufeff${text}`,
        'wide.md': Buffer.from(`\ufeff${text}`, 'utf16le'),
        'old.md': Buffer.from(text, 'latin1'),
      }),
    ])
    for (const slug of ['bom', 'wide', 'old']) {
      expect(library.articles.bySlug(slug)).toMatchObject({ title: 'Café', body: 'Tekst\n' })
    }
  })

  it('skips what holds no article, and says why', () => {
    const folder = folderOf({
      'leeg.md': ' \n',
      'plaatje.md': png(4, 3),
      'groot.md': 'x'.repeat(17_000_000),
      'sectie/_index.md': 'x',
    })
    const { created, skipped } = intake(tempLibrary(), [folder, put(folder, 'app.js', 'x')])
    expect(created).toEqual([])
    expect(skipped.map(({ path, notes }) => [path, ...notes].join(' ')).sort()).toEqual([
      '_index.md describes a section of a Hugo site, not an article',
      'app.js is no Markdown file',
      'groot.md is larger than 16 MB',
      'leeg.md is empty',
      'plaatje.md holds no text',
    ])
  })

  it('loses no word of front matter that nobody can read', () => {
    const library = tempLibrary()
    const text = '---\n\t- {a: [\n%%%\n---\nTekst\n'
    const { created } = intake(library, [folderOf({ 'kapot.md': text })])
    expect(library.articles.bySlug('kapot')?.body).toBe(text)
    expect(created[0]?.notes[0]).toContain('the front matter could not be read')
  })

  it('gives each article a slug of its own, and says when it is not the one asked for', () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Een' })
    const { created } = intake(library, [
      folderOf({ 'a/een.md': post('Een', 'x'), 'b/een.md': post('Een', 'x'), 'media.md': post('M', 'x') }),
    ])
    expect(created.map(({ slug }) => slug)).toEqual(['een-2', 'een-3', 'media-2'])
    expect(created[0]?.notes).toEqual(['the slug “een” was taken, so it became “een-2”'])
  })

  it('tells in Dutch what it could not use', () => {
    const { skipped } = intake(tempLibrary(), [folderOf({ 'leeg.md': '' })], { language: 'nl' })
    expect(skipped[0]?.notes).toEqual(['is leeg'])
  })
})

describe('the moment of the last change', () => {
  const IMPORTED = '2026-03-01T12:00:00Z'
  it.each([
    ['what its file says', 'date: 2020-01-01\nlastmod: 2021-05-06\n', '2021-05-06T00:00:00+00:00'],
    ['else the publication date', 'date: 2020-01-01\n', '2020-01-01T00:00:00+00:00'],
    ['else the moment of the intake', 'layout: post\n', IMPORTED],
  ])('is %s', (_what, yaml, expected) => {
    const library = tempLibrary({ now: () => new Date(IMPORTED) })
    intake(library, [folderOf({ 'a.md': `---\n${yaml}---\n\nx\n` })])
    const { updatedAt } = library.articles.bySlug('a')!
    expect(Date.parse(updatedAt)).toBe(Date.parse(expected))
  })

  it('orders the list, so that an old text does not stand above a new one', () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Van nu' })
    intake(library, [folderOf({ 'a.md': post('Van toen', 'x') })])
    const { rows } = library.articles.list({}, { by: 'updated', direction: 'descending' }, 0, 10)
    expect(rows[0]?.id).toBe(id)
  })

  it('is that of the new file when an article is brought up to date', () => {
    const library = tempLibrary({ now: () => new Date(IMPORTED) })
    const folder = folderOf({ 'a.md': post('A', 'x') })
    intake(library, [folder])
    writeFileSync(join(folder, 'a.md'), post('A', 'x', 'lastmod: 2021-05-06\n'))
    expect(intake(library, [folder]).updated).toHaveLength(1)
    expect(library.articles.bySlug('a')).toMatchObject({ updatedAt: '2021-05-06T00:00:00+00:00', version: 2 })
    writeFileSync(join(folder, 'a.md'), post('A', 'y'))
    intake(library, [folder])
    expect(Date.parse(library.articles.bySlug('a')!.updatedAt)).toBe(Date.parse(IMPORTED))
  })
})

describe('a second intake of the same files', () => {
  it('changes nothing when nothing differs', () => {
    const library = tempLibrary()
    const folder = folderOf({
      'a.md': post('A', '![](x.png) [b](b.md)'),
      'b.md': post('B', 'x'),
      'x.png': png(4, 3),
    })
    intake(library, [folder])
    const before = library.stamp()
    const report = intake(library, [folder])
    expect(report).toMatchObject({ created: [], updated: [], skipped: [], media: 0 })
    expect(report.unchanged).toHaveLength(2)
    expect(library.stamp()).toBe(before)
  })

  it('brings an article up to date under the slug that it has', () => {
    const library = tempLibrary()
    const folder = folderOf({ 'a.md': post('A', 'Oud') })
    intake(library, [folder])
    writeFileSync(join(folder, 'a.md'), post('A', 'Nieuw', 'slug: anders\ntags: [x]\n'))
    expect(intake(library, [folder]).updated).toMatchObject([{ path: 'a.md', slug: 'a' }])
    expect(library.articles.bySlug('a')).toMatchObject({ body: 'Nieuw\n', tags: ['x'], version: 2 })
    writeFileSync(join(folder, 'a.md'), post('A', 'Nieuwer'))
    expect(intake(library, [folder]).updated).toHaveLength(1)
  })

  it('keeps what it brings up to date as a revision, named after the file, and nothing else', () => {
    const library = tempLibrary()
    const folder = folderOf({ 'a.md': post('A', 'Oud'), 'b.md': post('B', 'x') })
    intake(library, [folder])
    writeFileSync(join(folder, 'a.md'), post('A', 'Nieuw'))
    intake(library, [folder])
    const [head, ...others] = library.revisions.list(library.articles.bySlug('a')!.id)
    expect([head, others]).toMatchObject([{ kind: 'before', name: 'a.md' }, []])
    expect(library.revisions.get(head!.id).state.body).toBe('Oud\n')
    expect(library.revisions.list(library.articles.bySlug('b')!.id)).toEqual([])
  })

  it('never overwrites what was changed in Longhand, and says so', () => {
    const library = tempLibrary()
    const folder = folderOf({ 'a.md': post('A', 'Oud') })
    intake(library, [folder])
    const { id, version } = library.articles.bySlug('a')!
    library.articles.save(id, version, { body: 'Van de schrijver' })
    expect(intake(library, [folder]).unchanged).toHaveLength(1)
    writeFileSync(join(folder, 'a.md'), post('A', 'Nieuw'))
    expect(intake(library, [folder]).skipped).toMatchObject([
      { notes: ['was changed in Longhand since it was brought in, and left as it is there'] },
    ])
    expect(library.articles.get(id).body).toBe('Van de schrijver')
  })

  it('leaves in the trash what lies there', () => {
    const library = tempLibrary()
    const folder = folderOf({ 'a.md': post('A', 'Oud') })
    intake(library, [folder])
    library.articles.trash([library.articles.bySlug('a')!.id])
    writeFileSync(join(folder, 'a.md'), post('A', 'Nieuw'))
    expect(intake(library, [folder]).skipped).toMatchObject([
      { notes: ['lies in the trash, and was left there'] },
    ])
    expect(library.articles.counts().all).toBe(0)
  })

  it('knows a file again that was moved to another folder', () => {
    const library = tempLibrary()
    const folder = folderOf({ 'oud/a.md': post('A', 'x') })
    intake(library, [folder])
    mkdirSync(join(folder, 'nieuw'))
    renameSync(join(folder, 'oud/a.md'), join(folder, 'nieuw/a.md'))
    expect(intake(library, [folder])).toMatchObject({ created: [], unchanged: [{ slug: 'a' }] })
    writeFileSync(join(folder, 'nieuw/a.md'), post('A', 'y'))
    expect(intake(library, [folder])).toMatchObject({ created: [], updated: [{ slug: 'a' }] })
  })

  it('takes a file for another one while the first is still there', () => {
    const library = tempLibrary()
    const folder = folderOf({ 'oud/a.md': post('A', 'x') })
    intake(library, [folder])
    put(folder, 'nieuw/a.md', post('A', 'y'))
    expect(intake(library, [folder]).created).toMatchObject([{ slug: 'a-2' }])
  })
})

describe('a stopped intake', () => {
  it.each(['reading', 'writing'] as const)('leaves nothing when it is stopped while %s', (phase) => {
    const library = tempLibrary()
    const folder = folderOf({
      'a.md': post('A', '![](x.png)', 'category: Sport\nauthor: Noor\n'),
      'b.md': post('B', 'x'),
      'x.png': png(4, 3),
    })
    const stop = new AbortController()
    const onProgress = (progress: TaskProgress) => {
      if (progress.phase === phase) stop.abort()
    }
    expect(failureOf(() => intake(library, [folder], { signal: stop.signal, onProgress }))).toEqual({
      code: 'cancelled',
      detail: { task: 'intake' },
    })
    expect(library.articles.counts().all).toBe(0)
    expect([...library.categories.list(), ...library.authors.list(), ...library.media.list()]).toEqual([])
    expect(readdirSync(join(library.folder, 'media'))).toEqual([])
  })

  it('tells how far it is, file by file', () => {
    const told: TaskProgress[] = []
    const folder = folderOf({ 'a.md': post('A', 'x'), 'b.md': post('B', 'x') })
    intake(tempLibrary(), [folder], { onProgress: (progress) => told.push(progress) })
    expect(told.map(({ phase, done, total }) => [phase, done, total])).toEqual([
      ['reading', 1, 2],
      ['reading', 2, 2],
      ['writing', 1, 2],
      ['writing', 2, 2],
    ])
  })

  it('leaves nothing when a picture cannot be written', () => {
    const library = tempLibrary()
    const folder = folderOf({ 'a.md': post('A', 'x'), 'b.md': post('B', '![](x.png)'), 'x.png': png(4, 3) })
    rmSync(join(library.folder, 'media'), { recursive: true })
    expect(failureOf(() => intake(library, [folder])).code).toBe('file.refused')
    expect(library.articles.counts().all).toBe(0)
  })
})
