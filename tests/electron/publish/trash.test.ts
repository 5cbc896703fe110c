import { join } from 'node:path'
import { expect, it } from 'vitest'
import { exportSite } from '../../../electron/publish/export-site.ts'
import { png } from '../library/pictures.ts'
import { tempFolder, tempLibrary } from '../library/temp-library.ts'
import { filesOf } from './site.ts'

it('leaves out what lies in the trash, warns of pictures that are still used, and is as before once that is undone', async () => {
  const library = tempLibrary()
  const folder = join(tempFolder(), 'site')
  const { path } = library.media.add('pad.png', png(4, 3))
  const sport = library.categories.create({ name: 'Sport', parentId: null })
  library.articles.create({
    title: 'Een',
    body: `Over ![pad](${path})`,
    cover: path,
    categoryId: sport.id,
    status: 'published',
    publishedAt: '2025-01-01T10:00:00+01:00',
  })
  expect((await exportSite(library, folder)).warnings.map(({ kind }) => kind)).toEqual(['noBaseUrl'])
  const before = filesOf(folder)
  const acts = [library.media.trash([path]), library.categories.trash(sport.id, null)]
  const { warnings } = await exportSite(library, folder)
  expect(warnings.map(({ kind, target }) => [kind, target])).toEqual(
    expect.arrayContaining([
      ['missingImage', path],
      ['missingCover', path],
    ]),
  )
  const files = [...filesOf(folder).keys()]
  expect(files).toContain('een.html')
  expect(files.filter((file) => file.includes('sport') || file.startsWith('media/'))).toEqual([])
  for (const { actId } of acts.toReversed()) library.acts.undo(actId!)
  await exportSite(library, folder)
  expect(filesOf(folder)).toEqual(before)
})
