import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createLibrary, openLibrary } from '../../../electron/library/library.ts'
import { tempFolder } from '../library/temp-library.ts'
import { longhand } from './run.ts'

const COPY = 'library-LAPTOP-VAN-ANNA.db'

/** A library in a folder called Dropbox, closed, with a copy beside it that has one article more. */
function withCopy(): string {
  const parent = join(tempFolder(), 'Dropbox')
  mkdirSync(parent)
  const [folder, theirs] = [join(parent, 'site'), join(parent, 'theirs')]
  for (const each of [folder, theirs]) createLibrary(each, { name: 'Proef', language: 'nl-NL' }).close()
  const library = openLibrary(theirs)
  library.articles.create({ title: 'Van Anna', body: 'Tekst.' })
  library.close()
  copyFileSync(join(theirs, 'library.db'), join(folder, COPY))
  return folder
}

describe('longhand copies', () => {
  it('lists, compares and brings in, and doctor mentions them', async () => {
    const library = withCopy()
    const doctor = await longhand(['doctor', '--library', library])
    expect(doctor.code).toBe(0)
    expect(doctor.out).toContain('Dropbox synchronises its folder')
    expect(doctor.out).toContain(COPY)
    const [found] = (await longhand(['doctor', '--library', library, '--json'])).json()
    expect(found).toMatchObject({ state: 'sound', place: { kind: 'synced' }, copies: [{ name: COPY }] })

    const list = await longhand(['copies', '--library', library, '--json'])
    expect(list.json()).toMatchObject([{ name: COPY, from: 'LAPTOP-VAN-ANNA' }])
    const compared = await longhand(['copies', '--library', library, COPY])
    expect(compared.out).toMatch(/1 articles, 0 of them known here\nmissing .*Van Anna/)
    const brought = await longhand(['copies', '--library', library, COPY, '--bring-in', '--json'])
    expect(brought.json()).toMatchObject([{ articles: 1, aside: `set-aside/${COPY}` }])
    expect((await longhand(['list', '--library', library])).out).toContain('Van Anna')
    expect((await longhand(['copies', '--library', library])).out.trim()).toBe('')
  })

  it('sets aside without reading, and says what is wrong with its words', async () => {
    const library = withCopy()
    expect((await longhand(['copies', '--library', library, '--bring-in'])).code).toBe(2)
    expect((await longhand(['copies', '--library', library, 'other.db'])).code).toBe(1)
    expect((await longhand(['copies', '--library', library, COPY, '--set-aside'])).out).toContain(
      'set-aside/',
    )
  })
})
