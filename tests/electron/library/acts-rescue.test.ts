import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { archiveLibrary } from '../../../electron/library/archive.ts'
import { makeBackup } from '../../../electron/library/backups.ts'
import { type Library, openLibrary } from '../../../electron/library/library.ts'
import { rescueInto } from '../../../electron/library/rescue.ts'
import { restoreBeside } from '../../../electron/library/restore.ts'
import { png } from './pictures.ts'
import { tempFolder, tempLibrary } from './temp-library.ts'

/** A library with something of everything in and outside the trash, and acts that can be undone. Closed. */
function library(): { readonly folder: string; readonly seen: unknown } {
  const made = tempLibrary()
  const [a, b, c] = ['A', 'B', 'C'].map((name) => made.categories.create({ name, parentId: null }).id)
  made.categories.create({ name: 'Onder', parentId: b! })
  const ids = ['Een', 'Twee', 'Drie'].map((title) => made.articles.create({ title, categoryId: b! }).id)
  const media = [1, 2].map((salt) => made.media.add('pad.png', png(4, 3, salt)).path)
  made.articles.trash([ids[0]!])
  made.media.trash([media[0]!])
  made.categories.trash(b!, c!)
  made.categories.move(a!, c!, 0)
  made.site.update({ trashDays: 30 })
  const seen = view(made)
  made.close()
  return { folder: made.folder, seen }
}

function view(of: Library): unknown {
  return {
    out: of.articles.list({}, { by: 'title', direction: 'ascending' }, 0, 9).rows,
    trashed: of.articles.list({ status: 'trash' }, null, 0, 9).rows,
    categories: of.categories.list(),
    media: of.media.list(),
    trash: of.trash.list(),
    acts: of.acts.list(9),
    site: of.site.get(),
  }
}

/** What is in a library's folder, and whether its last four acts can still be undone. */
function opened(folder: string): { readonly seen: unknown; readonly kept: number } {
  const found = openLibrary(folder)
  const seen = view(found)
  const kept = found.acts.list(4).reduce((sum, { id }) => sum + found.acts.undo(id).kept, 0)
  found.close()
  return { seen, kept }
}

describe('what lies in the trash, and acts', () => {
  it('come over a rescue as they were', async () => {
    const { folder, seen } = library()
    const into = join(tempFolder(), 'rescued')
    await rescueInto(folder, into)
    expect(opened(into)).toEqual({ seen, kept: 0 })
  })

  it('are in backups and archives, with the files of pictures in the trash', async () => {
    const { folder, seen } = library()
    const { file } = await makeBackup(folder)
    await restoreBeside(file, folder)
    expect(await archiveLibrary(folder, join(tempFolder(), 'a.longhand'))).toMatchObject({
      media: 2,
      missing: [],
    })
    expect(opened(folder)).toEqual({ seen, kept: 0 })
  })
})
