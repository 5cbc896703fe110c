import { describe, expect, it } from 'vitest'
import { tempLibrary } from '../library/temp-library.ts'
import { longhand } from './run.ts'

/** A library whose articles have these tags. */
function library(): (...words: string[]) => ReturnType<typeof longhand> {
  const made = tempLibrary()
  for (const tags of [['Recepten', 'soep'], ['Recepten'], ['recept', 'lopen'], ['kopen']]) {
    made.articles.create({ title: 'A', tags })
  }
  made.close()
  return (...words) => longhand(['tags', '--library', made.folder, ...words])
}

describe('longhand tags', () => {
  it('lists them with how many articles have each', async () => {
    const tags = library()
    expect((await tags()).out.split('\n')[3]).toBe('2  Recepten  recepten')
    expect((await tags('--json')).json()[0]).toEqual({ name: 'kopen', slug: 'kopen', articles: 1 })
  })

  it('tells which look alike, the most used first, and no longer those that are kept apart', async () => {
    const tags = library()
    expect((await tags('--alike')).out).toBe('Recepten (2), recept (1)\nkopen (1), lopen (1)\n')
    expect((await tags('kopen', 'lopen', '--apart')).code).toBe(0)
    expect((await tags('--alike', '--json')).json()).toEqual([
      {
        tags: [
          { name: 'Recepten', articles: 2, why: null },
          { name: 'recept', articles: 1, why: 'plural' },
        ],
      },
    ])
  })

  it('merges several into one, as one act', async () => {
    const tags = library()
    const [report] = (await tags('recept', 'soep', '--into', 'recepten', '--json')).json()
    expect(report).toMatchObject({ acts: [expect.any(Number)], tag: { name: 'Recepten', articles: 3 } })
    expect((await tags('--json')).json()).toHaveLength(3)
  })

  it('renames one and deletes several', async () => {
    const tags = library()
    expect(await tags('soep', '--rename', 'Soepen')).toMatchObject({
      code: 0,
      out: 'Tag renamed to “Soepen”.\n',
    })
    expect((await tags('soepen', 'lopen', '--delete', '--json')).json()).toMatchObject([{ tag: null }])
    expect((await tags('--json')).json()).toHaveLength(3)
  })

  it.each([
    [['soep'], 'what is to be done with "soep"'],
    [['--delete'], 'NAME is missing'],
    [['soep', '--into', 'soep'], 'a tag is merged into another one'],
    [['soep', '--delete', '--apart'], 'two different things'],
    [['soep', '--apart'], 'two tags or more'],
  ])('refuses %j', async (words, message) => {
    const wrong = await library()(...words)
    expect(wrong).toMatchObject({ code: 2, out: '' })
    expect(wrong.err).toContain(message)
  })

  it('says in one line which tag there is not', async () => {
    expect(await library()('nergens', '--delete')).toMatchObject({ code: 1, out: '' })
  })
})
