import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../../electron/library/library.ts'
import { tempLibrary } from '../library/temp-library.ts'
import { longhand } from './run.ts'

/** A library in which a category was deleted and then two articles were made ready. */
function library(): { readonly folder: string; statuses(): string[] } {
  const made = tempLibrary()
  const ids = ['Een', 'Twee'].map((title) => made.articles.create({ title }).id)
  made.categories.trash(made.categories.create({ name: 'Sport', parentId: null }).id, null)
  made.articles.change(ids, { status: 'ready' })
  made.close()
  const statuses = () => {
    const again = openLibrary(made.folder, { readonly: true })
    const found = ids.map((id) => again.articles.get(id).status)
    again.close()
    return found
  }
  return { folder: made.folder, statuses }
}

describe('longhand undo', () => {
  it('takes back the last act, then the one before, and says when there is none left', async () => {
    const { folder, statuses } = library()
    const undo = () => longhand(['undo', '--library', folder])
    expect(await undo()).toMatchObject({ code: 0, out: 'Undone: change 2 articles.\n' })
    expect(statuses()).toEqual(['draft', 'draft'])
    expect(await undo()).toMatchObject({ code: 0, out: 'Undone: delete the category “Sport”.\n' })
    expect(await undo()).toMatchObject({ code: 1, err: 'longhand: There is nothing to undo.\n' })
  })

  it('does again what was undone, in the order in which it was done', async () => {
    const { folder, statuses } = library()
    const redo = () => longhand(['undo', '--redo', '--library', folder])
    for (let count = 0; count < 2; count++) await longhand(['undo', '--library', folder])
    expect((await redo()).out).toBe('Done again: delete the category “Sport”.\n')
    expect((await redo()).out).toBe('Done again: change 2 articles.\n')
    expect(statuses()).toEqual(['ready', 'ready'])
    expect((await redo()).code).toBe(1)
  })

  it('lists acts with their numbers, and takes back the one that is asked for', async () => {
    const { folder } = library()
    const acts = (await longhand(['undo', '--list', '--json', '--library', folder])).json() as {
      id: number
    }[]
    expect(acts).toMatchObject([
      { kind: 'article.change', count: 2 },
      { kind: 'category.trash', name: 'Sport' },
    ])
    const outcome = await longhand(['undo', String(acts[1]?.id), '--json', '--library', folder])
    expect(outcome.json()).toMatchObject([{ act: { kind: 'category.trash', undone: true }, kept: 0 }])
    expect((await longhand(['undo', '--list', '--library', folder])).out).toMatch(
      /change 2 articles\n.*undone.*delete the category “Sport”/,
    )
    expect((await longhand(['undo', 'x', '--library', folder])).code).toBe(2)
    expect((await longhand(['undo', '99', '--library', folder])).code).toBe(1)
  })
})
