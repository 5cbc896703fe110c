import { describe, expect, it } from 'vitest'
import type { Library } from '../../../electron/library/library.ts'
import { failureOf, tempLibrary } from './temp-library.ts'

function names(library: Library): string[] {
  return library.searches.list().map(({ name }) => name)
}

function three(): { library: Library; ids: readonly number[] } {
  const library = tempLibrary()
  const ids = ['Kort', 'Zonder omslag', 'Herfst'].map(
    (name) => library.searches.create({ name, query: `words:<300 ${name}` }).id,
  )
  return { library, ids }
}

describe('searches that are kept', () => {
  it('come last, and are put in the writer’s order', () => {
    const { library, ids } = three()
    library.searches.move(ids[2] ?? 0, 0)
    expect(names(library)).toEqual(['Herfst', 'Kort', 'Zonder omslag'])
    library.searches.move(ids[2] ?? 0, 99)
    expect(names(library)).toEqual(['Kort', 'Zonder omslag', 'Herfst'])
  })

  it('get another name or query', () => {
    const { library, ids } = three()
    expect(library.searches.update(ids[0] ?? 0, { name: ' Heel   kort ' })).toMatchObject({
      name: 'Heel kort',
      query: 'words:<300 Kort',
    })
    expect(library.searches.update(ids[0] ?? 0, { query: 'words:<100' })).toMatchObject({
      query: 'words:<100',
    })
  })

  it('come back to their place when deleting one is undone, and go when it is done again', () => {
    const { library, ids } = three()
    const { actId } = library.searches.delete(ids[1] ?? 0)
    expect(names(library)).toEqual(['Kort', 'Herfst'])
    expect(library.acts.list(1)).toMatchObject([{ kind: 'search.delete', name: 'Zonder omslag' }])
    library.acts.undo(actId ?? 0)
    expect(names(library)).toEqual(['Kort', 'Zonder omslag', 'Herfst'])
    library.acts.redo(actId ?? 0)
    expect(names(library)).toEqual(['Kort', 'Herfst'])
  })

  it('stay when they were changed after they came back', () => {
    const { library, ids } = three()
    const { actId } = library.searches.delete(ids[1] ?? 0)
    library.acts.undo(actId ?? 0)
    library.searches.update(ids[1] ?? 0, { query: 'no:cover' })
    expect(library.acts.redo(actId ?? 0).kept).toBe(1)
    expect(names(library)).toHaveLength(3)
  })

  it('are refused without a name or a query', () => {
    const { library } = three()
    const refused = (field: string) => ({
      code: 'value.refused',
      detail: { field, value: '', problem: 'empty' },
    })
    expect(failureOf(() => library.searches.create({ name: '  ', query: 'a' }))).toEqual(refused('name'))
    expect(failureOf(() => library.searches.create({ name: 'a', query: ' ' }))).toEqual(refused('query'))
    expect(failureOf(() => library.searches.delete(99))).toMatchObject({ code: 'notFound' })
  })

  it('are told of in one piece of news', () => {
    const library = tempLibrary()
    const told: unknown[] = []
    library.onChange((change) => told.push(change.parts))
    library.searches.create({ name: 'Kort', query: 'words:<300' })
    expect(told).toEqual([['searches']])
  })
})
