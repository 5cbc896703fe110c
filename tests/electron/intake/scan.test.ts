import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scan } from '../../../electron/intake/scan.ts'
import { failureOf, tempFolder } from '../library/temp-library.ts'
import { folderOf, put } from './files.ts'

function found(...paths: string[]): string[] {
  return scan(paths).files.map(({ relative }) => relative)
}

describe('scan', () => {
  it('finds Markdown in a folder and all below it, in order', () => {
    const folder = folderOf({
      'b.md': 'x',
      'a/c.markdown': 'x',
      'a/B.MD': 'x',
      'note.txt': 'x',
      'app.js': 'x',
    })
    expect(found(folder)).toEqual(['a/B.MD', 'a/c.markdown', 'b.md'])
  })

  it('enters no hidden folders, no packages and no templates', () => {
    const folder = folderOf({
      '.obsidian/x.md': 'x',
      '.hidden.md': 'x',
      'node_modules/p/README.md': 'x',
      '_layouts/post.md': 'x',
      '_site/x.md': 'x',
      '_posts/2020-01-01-x.md': 'x',
    })
    expect(found(folder)).toEqual(['_posts/2020-01-01-x.md'])
  })

  it('takes a single file, also plain text, and says why it does not take another', () => {
    const folder = folderOf({ 'note.txt': 'x', 'photo.png': 'x', 'other.md': 'x' })
    expect(found(join(folder, 'note.txt'))).toEqual(['note.txt'])
    expect(scan([join(folder, 'photo.png')])).toMatchObject({ files: [], skipped: [{ why: 'notMarkdown' }] })
  })

  it('takes a file once that is reached twice', () => {
    const folder = folderOf({ 'a/x.md': 'x' })
    expect(found(folder, join(folder, 'a'), join(folder, 'a/x.md'))).toHaveLength(1)
  })

  it('follows a link within the folder and none out of it or to a folder', () => {
    const folder = folderOf({ 'in/x.md': 'x' })
    const secret = put(tempFolder(), 'secret.md', 'x')
    symlinkSync(join(folder, 'in/x.md'), join(folder, 'link.md'))
    symlinkSync(secret, join(folder, 'out.md'))
    symlinkSync(folder, join(folder, 'in', 'round'))
    symlinkSync(join(folder, 'nothing'), join(folder, 'broken.md'))
    const { files, skipped } = scan([folder])
    expect(files.map(({ relative }) => relative)).toEqual(['in/x.md'])
    expect(skipped.map(({ path, why }) => [path, why])).toEqual([
      [join(folder, 'broken.md'), 'outside'],
      [join(folder, 'out.md'), 'outside'],
    ])
  })

  it('leaves out the pages of sections that Hugo makes', () => {
    const folder = folderOf({ 'posts/_index.md': 'x', 'posts/a/index.md': 'x' })
    expect(found(folder)).toEqual(['posts/a/index.md'])
    expect(scan([folder]).skipped).toMatchObject([{ why: 'section' }])
  })

  it('fails for a path that is not there', () => {
    const path = join(tempFolder(), 'gone')
    expect(failureOf(() => scan([path]))).toEqual({
      code: 'file.refused',
      detail: { path, reason: 'ENOENT' },
    })
  })

  it('finds nothing in an empty folder', () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'a'))
    expect(scan([folder])).toMatchObject({ files: [], skipped: [] })
  })
})
