import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../../electron/library/library.ts'
import { copyAsCrashed, richLibrary } from '../library/damage.ts'
import { tempFolder, tempLibrary } from '../library/temp-library.ts'
import { longhand } from './run.ts'

const ONE_LINE = /^longhand: [^\n]+\n$/

/** A library with one article that nobody has open. */
function closedLibrary(title: string): string {
  const library = tempLibrary()
  library.articles.create({ title })
  library.close()
  return library.folder
}

function titlesIn(folder: string): string[] {
  const library = openLibrary(folder, { readonly: true })
  try {
    return [...library.articles.iterate()].map(({ title }) => title)
  } finally {
    library.close()
  }
}

/** A library whose middle pages are gone. */
function damagedLibrary(): string {
  const whole = join(tempFolder(), 'whole')
  richLibrary(whole).close()
  const folder = join(tempFolder(), 'library')
  copyAsCrashed(whole, folder)
  const file = join(folder, 'library.db')
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0, 4096 * 20, 4096 * 40))
  return folder
}

describe('longhand backup and restore', () => {
  it('bring a library back as it was, and keep what was there beside it', async () => {
    const folder = closedLibrary('Eerst')
    const made = await longhand(['backup', '--library', folder, '--json'])
    expect(made).toMatchObject({ code: 0, err: '' })
    expect(made.json()).toMatchObject([{ articles: 1, missing: [] }])
    const library = openLibrary(folder)
    library.articles.create({ title: 'Later' })
    library.close()

    const list = await longhand(['restore', '--library', folder, '--list', '--json'])
    expect(list.json()).toMatchObject([{ articles: 1, file: (made.json()[0] as { file: string }).file }])
    const { code, json } = await longhand(['restore', '--library', folder, '--json'])
    expect(code).toBe(0)
    expect(titlesIn(folder)).toEqual(['Eerst'])
    expect(titlesIn((json()[0] as { aside: string }).aside)).toEqual(['Eerst', 'Later'])
  })

  it('take another folder, and one file to carry away', async () => {
    const folder = closedLibrary('Eerst')
    const to = join(tempFolder(), 'elders')
    expect((await longhand(['backup', '--library', folder, '--to', to])).out).toContain('1 articles')
    expect(existsSync(join(folder, 'backups')) ? readdirSync(join(folder, 'backups')) : []).toEqual([])
    const zip = join(tempFolder(), 'alles.zip')
    expect((await longhand(['backup', '--library', folder, '--archive', zip])).code).toBe(0)
    for (const from of [to, zip]) {
      const fresh = join(tempFolder(), 'library')
      expect((await longhand(['restore', '--library', fresh, '--from', from])).code).toBe(0)
      expect(titlesIn(fresh)).toEqual(['Eerst'])
    }
  })

  it('back up a library that is in use, and refuse to restore over it', async () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Open' })
    expect((await longhand(['backup', '--library', library.folder])).code).toBe(0)
    const { code, err } = await longhand(['restore', '--library', library.folder])
    expect(code).toBe(1)
    expect(err).toMatch(ONE_LINE)
    expect(library.articles.counts().all).toBe(1)
  })

  it('say in one line that there is no backup', async () => {
    const { code, out, err } = await longhand(['restore', '--library', closedLibrary('Eerst')])
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(ONE_LINE)
  })

  it('restore in the place of a damaged library', async () => {
    const folder = damagedLibrary()
    const zip = join(tempFolder(), 'alles.zip')
    await longhand(['backup', '--library', closedLibrary('Eerst'), '--archive', zip])
    expect(await longhand(['restore', '--library', folder, '--from', zip])).toMatchObject({
      code: 0,
      err: '',
    })
    expect(titlesIn(folder)).toEqual(['Eerst'])
  })
})

describe('longhand doctor', () => {
  it('finds nothing wrong with a sound library, and leaves it alone when asked to rescue', async () => {
    const folder = closedLibrary('Eerst')
    const before = readFileSync(join(folder, 'library.db'))
    const { code, err, json } = await longhand(['doctor', '--library', folder, '--json'])
    expect([code, err]).toEqual([0, ''])
    expect(json()).toMatchObject([{ folder, state: 'sound', findings: [], articles: 1 }])
    const rescue = await longhand(['doctor', '--library', folder, '--rescue', '--json'])
    expect(rescue.json()).toMatchObject([{ diagnosis: { state: 'sound' }, rescue: null }])
    expect(readFileSync(join(folder, 'library.db')).equals(before)).toBe(true)
  })

  it('says in one line that a library is damaged, tells what it found, and rescues it when asked to', async () => {
    const folder = damagedLibrary()
    const before = readFileSync(join(folder, 'library.db'))
    const found = await longhand(['doctor', '--library', folder])
    expect(found.code).toBe(1)
    expect(found.err).toMatch(ONE_LINE)
    expect(found.out).toContain('damaged')
    expect(readFileSync(join(folder, 'library.db')).equals(before)).toBe(true)

    const { code, err, out } = await longhand(['doctor', '--library', folder, '--rescue'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/Rescued \d+ articles/)
    const aside = /untouched, in (.+)\n/.exec(out)?.[1] ?? ''
    expect(readFileSync(join(aside, 'library.db')).equals(before)).toBe(true)
    expect((await longhand(['doctor', '--library', folder])).code).toBe(0)
    expect(titlesIn(folder).length).toBeGreaterThan(30)
  })

  it('ends when it is told to', async () => {
    const { code, err } = await longhand(['doctor', '--library', closedLibrary('Eerst')], {
      signal: AbortSignal.abort(),
    })
    expect(code).toBe(1)
    expect(err).toBe('longhand: Stopped.\n')
  })
})
