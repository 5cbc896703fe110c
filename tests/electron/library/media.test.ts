import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { gif, jpeg, png } from './pictures.ts'
import { failureOf, tempFolder, tempLibrary } from './temp-library.ts'

describe('media', () => {
  it('keep a picture under a name that tells its size, whatever it was called', () => {
    const library = tempLibrary()
    const medium = library.media.add('C:\\Foto’s\\Trail één.JPEG', jpeg(1200, 675))
    expect(medium).toMatchObject({
      path: 'media/trail-een-1200x675.jpg',
      mime: 'image/jpeg',
      width: 1200,
      height: 675,
      bytes: jpeg(1200, 675).length,
    })
    expect(readFileSync(library.media.file(medium.path))).toEqual(jpeg(1200, 675))
    expect(library.media.has(medium.path)).toBe(true)
    expect(library.media.list()).toMatchObject([{ ...medium, uses: 0 }])
  })

  it('go by what a file holds, not by what it is called', () => {
    expect(tempLibrary().media.add('x.png', gif(4, 3)).path).toBe('media/x-4x3.gif')
  })

  it('do not tell the size twice', () => {
    expect(tempLibrary().media.add('trail-4x3.png', png(4, 3)).path).toBe('media/trail-4x3.png')
  })

  it('are one when their bytes are', () => {
    const library = tempLibrary()
    const first = library.media.add('a.png', png(4, 3))
    expect(library.media.add('b.png', png(4, 3))).toEqual(first)
    expect(library.media.list()).toHaveLength(1)
  })

  it('get a number when another has the name', () => {
    const library = tempLibrary()
    library.media.add('a.png', png(4, 3, 1))
    expect(library.media.add('a.png', png(4, 3, 2)).path).toBe('media/a-2-4x3.png')
  })

  it('are used by the site whose logo they are', () => {
    const library = tempLibrary()
    const { path } = library.media.add('logo.png', png(4, 3))
    library.site.update({ themeOptions: { logo: path } })
    expect(library.media.list()).toMatchObject([{ path, uses: 1 }])
    library.site.update({ themeOptions: {} })
    expect(library.media.list()).toMatchObject([{ path, uses: 0 }])
  })

  it('write a file again that has gone missing', () => {
    const library = tempLibrary()
    const { path } = library.media.add('a.png', png(4, 3))
    rmSync(library.media.file(path))
    expect(failureOf(() => library.media.file(path)).code).toBe('notFound')
    expect(library.media.add('b.png', png(4, 3)).path).toBe(path)
    expect(readFileSync(library.media.file(path))).toEqual(png(4, 3))
  })

  it('are drawings too, of which only what draws is kept, once', () => {
    const library = tempLibrary()
    const drawing = (inside: string) =>
      Buffer.from(`<svg viewBox="0 0 8 6">${inside}<path d="M0 0L8 6"/></svg>`)
    const { path, mime, width, height } = library.media.add(
      'Schéma.svg',
      drawing('<script>alert(1)</script>'),
    )
    expect({ path, mime, width, height }).toEqual({
      path: 'media/schema-8x6.svg',
      mime: 'image/svg+xml',
      width: 8,
      height: 6,
    })
    const kept = readFileSync(library.media.file(path), 'utf8')
    expect(kept).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6" viewBox="0 0 8 6"><path d="M0 0L8 6"/></svg>\n',
    )
    expect(library.media.add('b.svg', drawing('')).path).toBe(path)
    expect(library.media.add('c.svg', Buffer.from(kept)).path).toBe(path)
  })

  it.each([
    ['svg', `<svg xmlns="http://www.w3.org/2000/svg">${'<g/>'.repeat(60_000)}</svg>`],
    ['notPicture', 'MZ this is a program that calls itself a picture'],
  ])('refuse what is no picture: %s', (problem, content) => {
    const library = tempLibrary()
    expect(failureOf(() => library.media.add('x.png', Buffer.from(content)))).toEqual({
      code: 'value.refused',
      detail: { field: 'media', value: 'x.png', problem },
    })
    expect(readdirSync(join(library.folder, 'media'))).toEqual([])
  })

  it('leave no file behind when the transaction is taken back', () => {
    const library = tempLibrary()
    expect(() =>
      library.transaction(() => {
        library.media.add('a.png', png(4, 3))
        throw new Error('never mind')
      }),
    ).toThrow('never mind')
    expect(readdirSync(join(library.folder, 'media'))).toEqual([])
  })

  it.each([
    'media/../library.db',
    'media/..',
    'media/.',
    'library.db',
    'media/',
    'media/a/b.png',
    '/etc/passwd',
    'media/x\0.png',
    'media\\library.db',
  ])('never lead out of their folder: %j', (path) => {
    const library = tempLibrary()
    expect(failureOf(() => library.media.file(path)).code).toBe('notFound')
  })

  it('are never reached through a link', () => {
    const library = tempLibrary()
    const secret = join(tempFolder(), 'secret')
    writeFileSync(secret, 'x')
    symlinkSync(secret, join(library.folder, 'media', 'x.png'))
    expect(failureOf(() => library.media.file('media/x.png')).code).toBe('notFound')
  })

  it('are neither read nor written through a folder that is a link', () => {
    const library = tempLibrary()
    const elsewhere = tempFolder()
    const media = join(library.folder, 'media')
    const { path } = library.media.add('a.png', png(4, 3))
    renameSync(join(media, 'a-4x3.png'), join(elsewhere, 'a-4x3.png'))
    rmSync(media, { recursive: true })
    symlinkSync(elsewhere, media)
    expect(failureOf(() => library.media.file(path)).code).toBe('notFound')
    expect(failureOf(() => library.media.add('b.png', png(5, 5))).code).toBe('file.refused')
    expect(readdirSync(elsewhere)).toEqual(['a-4x3.png'])
  })

  it('refuse a folder in the place of a file', () => {
    const library = tempLibrary()
    mkdirSync(join(library.folder, 'media', 'x.png'))
    expect(failureOf(() => library.media.file('media/x.png')).code).toBe('notFound')
  })
})
