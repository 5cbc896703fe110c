import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Library, openLibrary } from '../../../electron/library/library.ts'
import { bringInCopy } from '../../../electron/library/sync-bring-in.ts'
import { compareCopy } from '../../../electron/library/sync-compare.ts'
import { findCopies, fromOf, setAside } from '../../../electron/library/sync-copies.ts'
import { png } from './pictures.ts'
import { tempLibrary } from './temp-library.ts'

const NAME = 'library-LAPTOP-VAN-ANNA.db'

/**
 * Two computers that wrote to one library at once: what the other wrote lies beside it as a copy, as OneDrive leaves
 * it.
 */
function withCopy(other: (library: Library) => void, here: (library: Library) => void): Library {
  let now = Date.parse('2026-01-02T10:00:00Z')
  const clock = { now: () => new Date((now += 1000)) }
  const library = tempLibrary(clock)
  library.articles.create({ title: 'Een', body: 'Samen begonnen.' })
  library.articles.create({ title: 'Twee', body: 'Ook samen.' })
  const before = join(library.folder, 'before')
  library.close()
  copyFileSync(library.file, before)
  let open = openLibrary(library.folder, clock)
  other(open)
  open.close()
  renameSync(library.file, join(library.folder, NAME))
  renameSync(before, library.file)
  open = openLibrary(library.folder, clock)
  onTestFinished(() => open.close())
  here(open)
  return open
}

const compared = ({ folder }: Library) => compareCopy(folder, NAME)
const bring = ({ folder }: Library, ...articles: { id: number; as: 'article' | 'revision' }[]) =>
  bringInCopy(folder, NAME, articles, 'Van Anna')

describe('copies of a library', () => {
  it('are found by whatever name a synchroniser gives them, and told from other files', () => {
    const library = withCopy(
      () => {},
      () => {},
    )
    const names = [
      'library (Anna’s conflicted copy 2026-01-02).db',
      'library (conflicted copy 2026-01-02 101010).db',
      'library.sync-conflict-20260102-101010-ABCDEFG.db',
      'library 2.db',
      'library (1).db',
    ]
    for (const name of names) copyFileSync(join(library.folder, NAME), join(library.folder, name))
    writeFileSync(join(library.folder, 'library-notes.db'), 'nothing of the kind')
    writeFileSync(join(library.folder, 'other.db'), readFileSync(join(library.folder, NAME)))
    expect(
      findCopies(library.folder)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual([...names, NAME].toSorted())
  })

  it.each([
    ['library (Anna’s conflicted copy 2026-01-02).db', 'Anna'],
    ["library (Anna's conflicted copy 2026-01-02 (1)).db", 'Anna'],
    ['library (Conflicterende kopie van Anna 2026-01-02).db', 'Anna'],
    ['library (conflicted copy 2026-01-02 101010).db', ''],
    ['library-DESKTOP-1.db', 'DESKTOP-1'],
    ['library.sync-conflict-20260102-101010-ABCDEFG.db', 'ABCDEFG'],
    ['library (SFConflict anna@example.org 2026-01-02-10-10-10).db', 'anna@example.org'],
    ['library 2.db', ''],
    ['library (1).db', ''],
  ])('tell whose they are: %s', (name, from) => {
    expect(fromOf(name)).toBe(from)
  })

  it('are compared article by article, and neither side is written to', async () => {
    const library = withCopy(
      ({ articles }) => {
        articles.save(1, 1, { body: 'Bij Anna verder.' })
        articles.create({ title: 'Nieuw van Anna', body: 'Woorden.' })
      },
      ({ articles }) => {
        articles.create({ title: 'Nieuw van mij', body: 'Andere woorden.' })
        articles.save(1, 1, { body: 'Hier verder.' })
      },
    )
    const bytes = readFileSync(join(library.folder, NAME))
    expect(await compared(library)).toEqual({
      name: NAME,
      failure: null,
      articles: 3,
      known: 1,
      different: [
        expect.objectContaining({ title: 'Een', standing: 'older', titleHere: 'Een' }),
        expect.objectContaining({ title: 'Nieuw van Anna', standing: 'missing', titleHere: '' }),
      ].toSorted(() => -1),
    })
    expect(readFileSync(join(library.folder, NAME)).equals(bytes)).toBe(true)
    expect(readdirSync(library.folder).filter((name) => name.startsWith(`${NAME}-`))).toEqual([])
  })

  it('have nothing to bring in when everything in them is in our articles or their revisions', async () => {
    const library = withCopy(
      ({ articles }) => void articles.save(1, 1, { body: 'Bij Anna verder.' }),
      ({ articles, revisions }) => {
        articles.save(1, 1, { body: 'Bij Anna verder.' })
        revisions.record(1, 'hand', 'Haar stand')
        articles.save(1, 2, { body: 'Hier nog verder.' })
      },
    )
    expect(await compared(library)).toMatchObject({ articles: 2, known: 2, different: [] })
  })

  it('are brought in as articles and as revisions, overwrite nothing, and are then moved aside whole', async () => {
    const library = withCopy(
      ({ articles, categories, authors }) => {
        const { id } = categories.create({ name: 'Sport', parentId: null })
        const anna = authors.create({ name: 'Anna' })
        articles.save(1, 1, { title: 'Een, van Anna', body: 'Bij Anna verder.' })
        articles.create({
          title: 'Nieuw',
          body: 'Van Anna.',
          categoryId: id,
          authorIds: [anna.id],
          tags: ['x'],
        })
      },
      ({ articles, categories }) => {
        categories.create({ name: 'Iets anders', parentId: null })
        articles.save(1, 1, { body: 'Hier verder.' })
        articles.create({ title: 'Nieuw', body: 'Van mij.' })
      },
    )
    const { different } = await compared(library)
    const report = await bring(
      library,
      ...different.map(({ id, standing }) => ({
        id,
        as: standing === 'missing' ? ('article' as const) : ('revision' as const),
      })),
    )
    expect(report).toEqual({ articles: 1, revisions: 1, media: 0, missing: [], aside: `set-aside/${NAME}` })

    expect(library.articles.get(1)).toMatchObject({ title: 'Een', body: 'Hier verder.' })
    const [kept] = library.revisions.list(1)
    expect(kept).toMatchObject({ kind: 'before', name: 'Van Anna' })
    expect(library.revisions.get(kept!.id).state).toMatchObject({
      title: 'Een, van Anna',
      body: 'Bij Anna verder.',
    })

    const [mine, hers] = [library.articles.get(3), library.articles.get(4)]
    expect(mine).toMatchObject({ title: 'Nieuw', slug: 'nieuw', body: 'Van mij.' })
    expect(hers).toMatchObject({ title: 'Nieuw', slug: 'nieuw-2', body: 'Van Anna.', tags: ['x'] })
    expect(library.categories.get(hers.categoryId ?? 0).name).toBe('Sport')
    expect(library.authors.list()).toMatchObject([{ id: hers.authorIds[0], name: 'Anna' }])

    expect(findCopies(library.folder)).toEqual([])
    expect(existsSync(join(library.folder, report.aside))).toBe(true)
  })

  it('find their pictures by what is in them, whatever name the synchroniser gave them', async () => {
    const [ours, theirs] = [png(20, 20, 1), png(20, 20, 2)]
    const library = withCopy(
      ({ articles, media, folder }) => {
        const { path } = media.add('foto.png', theirs)
        articles.create({ title: 'Met foto', body: `![](${path})`, cover: path })
        renameSync(join(folder, path), join(folder, 'media', 'foto (conflicted copy).png'))
      },
      ({ media }) => void media.add('foto.png', ours),
    )
    const { different } = await compared(library)
    const report = await bring(library, { id: different[0]!.id, as: 'article' })
    expect(report).toMatchObject({ media: 1, missing: [] })
    const { cover, body } = library.articles.get(3)
    expect(body).toBe(`![](${cover})`)
    expect(readFileSync(library.media.file(cover ?? '')).equals(Buffer.from(theirs))).toBe(true)
  })

  it('that are damaged are told for what they are, and nothing of them is brought in', async () => {
    const library = withCopy(
      () => {},
      () => {},
    )
    const file = join(library.folder, NAME)
    writeFileSync(file, readFileSync(file).fill(0, 4096, 40_960))
    expect(await compared(library)).toMatchObject({ failure: { code: 'library.damaged' }, different: [] })
    await expect(bring(library, { id: 1, as: 'article' })).rejects.toMatchObject({ code: 'library.damaged' })
    expect(existsSync(file)).toBe(true)
    expect(await bring(library)).toMatchObject({ articles: 0, aside: `set-aside/${NAME}` })
    await expect(bring(library)).rejects.toMatchObject({ code: 'library.missing' })
    expect(await compareCopy(library.folder, '../library-other.db')).toMatchObject({
      failure: { code: 'library.missing' },
    })
  })

  it('keep apart in the folder for what was set aside', () => {
    const library = withCopy(
      () => {},
      () => {},
    )
    const [copy, log] = [join(library.folder, NAME), join(library.folder, `${NAME}-wal`)]
    copyFileSync(copy, join(library.folder, 'again'))
    writeFileSync(log, 'log')
    expect(setAside(library.folder, NAME)).toBe(`set-aside/${NAME}`)
    expect(existsSync(log)).toBe(false)
    renameSync(join(library.folder, 'again'), copy)
    expect(setAside(library.folder, NAME)).toBe('set-aside/library-LAPTOP-VAN-ANNA-2.db')
    expect(readdirSync(join(library.folder, 'set-aside')).length).toBe(3)
  })
})
