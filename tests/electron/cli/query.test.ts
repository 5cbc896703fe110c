import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createLibrary } from '../../../electron/library/library.ts'
import { tempFolder } from '../library/temp-library.ts'
import { longhand } from './run.ts'

function sample(): string {
  const folder = join(tempFolder(), 'library')
  const library = createLibrary(folder, { name: 'Proef', language: 'nl-NL' })
  library.articles.create({ title: 'Kort', body: 'enkel', tags: ['lange duur'] })
  library.articles.create({ title: 'Lang', body: 'enkel '.repeat(400) })
  library.close()
  return folder
}

describe.each(['list', 'search'])('longhand %s with a query', (command) => {
  it('finds by field', async () => {
    const found = await longhand([command, '--library', sample(), '--json', 'enkel tag:"lange duur"'])
    const slugs = found.out.trim().split('\n')
    expect(slugs.map((line) => (JSON.parse(line) as { slug: string }).slug)).toEqual(['kort'])
    const short = await longhand([command, '--library', sample(), '--json', 'enkel', 'words:>300'])
    expect(short.out).toContain('"lang"')
  })

  it('refuses in one line what means nothing', async () => {
    const wrong = await longhand([command, '--library', sample(), 'before:ooit'])
    expect(wrong).toMatchObject({ code: 2, out: '' })
    expect(wrong.err).toMatch(/^longhand: before: wants a date, .*not "ooit".*\n$/)
    const unknown = await longhand([command, '--library', sample(), 'category:nergens'])
    expect(unknown.code).toBe(1)
    expect(unknown.err).toMatch(/nergens/)
  })

  it.each([
    ['categry:x', 'no field categry:. Did you mean category:? The fields are category: tag: '],
    ['-categry:x', 'no field categry:. Did you mean category:? The fields are category: tag: '],
    ['kortom:x', 'no field kortom:. The fields are category: tag: '],
  ])('says that there is no such field, and which there are: %s', async (query, told) => {
    const words = [command, '--library', sample(), '--']
    const { code, out, err } = await longhand([...words, query])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(told)
    expect(await longhand([...words, `"${query}"`])).toMatchObject({ code: 0, out: '' })
  })

  it('tells in its help how a query is written', async () => {
    expect((await longhand([command, '--help'])).out).toContain('category:')
  })
})
