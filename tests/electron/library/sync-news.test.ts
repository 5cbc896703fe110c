import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Library, openLibrary } from '../../../electron/library/library.ts'
import { tempLibrary } from './temp-library.ts'

/** A library that two have open, who have both looked already. */
function sharedLibrary(): { readonly here: Library; readonly there: Library } {
  const here = tempLibrary()
  const there = openLibrary(here.folder)
  onTestFinished(() => there.close())
  here.fromOthers()
  there.fromOthers()
  return { here, there }
}

describe('what others change in a library', () => {
  it('is told once, part by part', () => {
    const { here, there } = sharedLibrary()
    there.categories.create({ name: 'Sport', parentId: null })
    expect(here.fromOthers()).toEqual(['categories'])
    expect(here.fromOthers()).toEqual([])
    there.site.update({ name: 'Anders' })
    there.articles.create({ title: 'Een' })
    expect(here.fromOthers()).toEqual(expect.arrayContaining(['articles', 'related', 'site']))
  })

  it('is never what was changed here', () => {
    const { here, there } = sharedLibrary()
    const { id } = here.articles.create({ title: 'Een' })
    here.articles.save(id, 1, { body: 'Tekst' })
    expect(here.fromOthers()).toEqual([])
    expect(there.fromOthers()).toContain('articles')
  })

  it('is not lost when something was changed here before anyone looked', () => {
    const { here, there } = sharedLibrary()
    there.categories.create({ name: 'Sport', parentId: null })
    here.articles.create({ title: 'Een' })
    expect(here.fromOthers()).toEqual(['categories'])
    expect(there.fromOthers()).toEqual(['articles', 'categories', 'tags', 'authors', 'related'])
  })

  it('is nothing when it came to nothing', () => {
    const { here, there } = sharedLibrary()
    const stopped = () =>
      there.transaction(() => {
        there.articles.create({ title: 'Een' })
        throw new Error('stop')
      })
    expect(stopped).toThrow('stop')
    expect(here.fromOthers()).toEqual([])
    there.categories.create({ name: 'Sport', parentId: null })
    expect(here.fromOthers()).toEqual(['categories'])
  })

  it('is told to one who may only read', () => {
    const { here, there } = sharedLibrary()
    const reader = openLibrary(here.folder, { readonly: true })
    onTestFinished(() => reader.close())
    reader.fromOthers()
    there.tags.list()
    there.articles.create({ tags: ['hardlopen'] })
    expect(reader.fromOthers()).toContain('tags')
  })

  it('is nothing that a window shows when a file is written to without a change in it', () => {
    const { here } = sharedLibrary()
    const db = new Database(here.file)
    onTestFinished(() => void db.close())
    db.exec("INSERT INTO note VALUES ('other', 'x')")
    expect(here.fromOthers()).toEqual([])
    db.exec(`UPDATE note SET value = '{"articles": "many", "site": null}' WHERE key = 'changes'`)
    expect(Array.isArray(here.fromOthers())).toBe(true)
  })
})
