import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { intake } from '../../../electron/intake/intake.ts'
import type { Library } from '../../../electron/library/library.ts'
import { png } from './pictures.ts'
import { tempFolder, tempLibrary } from './temp-library.ts'

/** A folder with two posts and a picture. */
function posts(): { readonly folder: string; write(name: string, body: string): void } {
  const folder = join(tempFolder(), 'posts')
  mkdirSync(folder)
  writeFileSync(join(folder, 'pad.png'), png(4, 3))
  const write = (name: string, body: string) =>
    writeFileSync(
      join(folder, `${name}.md`),
      `---\ntitle: ${name}\ncategory: Buiten\nauthor: Mo\ntags: [kust]\n---\n${body}\n`,
    )
  write('een', 'Een ![](pad.png)')
  write('twee', 'Twee')
  return { folder, write }
}

function view(library: Library): unknown {
  return {
    articles: library.articles.list({}, null, 0, 100).rows,
    categories: library.categories.list(),
    authors: library.authors.list(),
    tags: library.tags.list(),
    media: library.media.list(),
  }
}

describe('an intake that is undone', () => {
  it('leaves nothing of it outside the trash, and is there again when it is done again', () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Eigen', tags: ['bos'] })
    const before = view(library)
    intake(library, [posts().folder])
    const after = view(library)
    const [act] = library.acts.list(1)
    expect(act).toMatchObject({ kind: 'intake', count: 2, name: 'posts' })
    expect(library.acts.undo(act!.id).kept).toBe(0)
    expect(view(library)).toEqual(before)
    expect(library.articles.counts().trash).toBe(2)
    expect(library.acts.redo(act!.id).kept).toBe(0)
    expect(view(library)).toEqual(after)
  })

  it('leaves alone what someone has touched, with its category, author and pictures', () => {
    const library = tempLibrary()
    intake(library, [posts().folder])
    const een = library.articles.bySlug('een')!
    library.articles.save(een.id, een.version, { title: 'Van mij' })
    expect(library.acts.undo(library.acts.list(1)[0]!.id).kept).toBe(4)
    expect(library.articles.get(een.id)).toMatchObject({ title: 'Van mij', trashedAt: null, authorIds: [1] })
    expect(library.categories.list()).toMatchObject([{ name: 'Buiten', articles: 1 }])
    expect(library.media.list()).toHaveLength(1)
    expect(library.articles.bySlug('twee')?.trashedAt).not.toBeNull()
  })

  it('gives articles that it brought up to date the text and fields that they had', () => {
    const library = tempLibrary()
    const { folder, write } = posts()
    intake(library, [folder])
    const before = library.articles.bySlug('een')!
    write('een', 'Heel anders.')
    intake(library, [folder])
    expect(library.articles.bySlug('een')?.body).toBe('Heel anders.\n')
    const [act] = library.acts.list(1)
    library.acts.undo(act!.id)
    expect(library.articles.bySlug('een')).toEqual({ ...before, version: 3 })
    library.acts.redo(act!.id)
    expect(library.articles.bySlug('een')?.body).toBe('Heel anders.\n')
    library.acts.undo(act!.id)
    // The file is news again.
    expect(intake(library, [folder]).updated).toHaveLength(1)
    expect(library.articles.bySlug('een')?.body).toBe('Heel anders.\n')
  })

  it('is brought back by bringing in the same files, each as the article that it was', () => {
    const library = tempLibrary()
    const { folder } = posts()
    intake(library, [folder])
    const before = library.articles.bySlug('een')!
    library.acts.undo(library.acts.list(1)[0]!.id)
    expect(intake(library, [folder])).toMatchObject({ created: [], updated: [{}, {}], skipped: [] })
    const { version: _version, categoryId: _category, authorIds: _authors, ...rest } = before
    expect(library.articles.bySlug('een')).toMatchObject(rest)
    expect(library.articles.counts()).toMatchObject({ all: 2, trash: 0 })
    library.acts.undo(library.acts.list(1)[0]!.id)
    expect(library.articles.counts()).toMatchObject({ all: 0, trash: 2 })
  })

  it('is no act when nothing came in', () => {
    const library = tempLibrary()
    const { folder } = posts()
    intake(library, [folder])
    intake(library, [folder])
    expect(library.acts.list(10)).toHaveLength(1)
  })
})
