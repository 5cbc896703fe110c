import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { TaskProgress } from '../../../core/bridge.ts'
import type { Library } from '../../../electron/library/library.ts'
import { readPicture } from '../../../electron/library/picture.ts'
import { exportSite } from '../../../electron/publish/export-site.ts'
import { openPictureCache } from '../../../electron/publish/picture-cache.ts'
import { previewFile } from '../../../electron/publish/preview.ts'
import { richText } from '../../../electron/publish/rich-text.ts'
import { sharedPage } from '../../../electron/publish/share.ts'
import { tempFolder, tempLibrary } from '../library/temp-library.ts'
import { PHOTO, SECRET, exifWith, photoWith } from './pictures.ts'
import { bytesOf, elementsOf, filesOf } from './site.ts'

// Each library of these tests has a cache of its own.
beforeEach(() => void vi.stubEnv('LONGHAND_PICTURES', ''))

/** A library with one article that shows these pictures in its text, the first one also as its cover. */
function showing(...pictures: readonly Buffer[]): { library: Library; paths: readonly string[] } {
  const library = tempLibrary()
  const paths = pictures.map((bytes, at) => library.media.add(`foto ${at}.jpg`, bytes).path)
  library.articles.create({
    title: 'Bospad',
    status: 'published',
    publishedAt: '2026-01-02T10:00:00.000Z',
    cover: paths[0] ?? null,
    body: paths.map((path) => `![Een pad](${path})`).join('\n\n'),
  })
  return { library, paths }
}

const newSite = (): string => join(tempFolder(), 'site')
const noRelated = () => Promise.resolve({ items: [] })

/** Every address of a picture on a page. */
function addressesIn(html: string): ReadonlySet<string> {
  const listed = elementsOf(html).flatMap(({ tagName, properties }) => {
    if (tagName !== 'img' && tagName !== 'source') return []
    const srcset = String(properties['srcSet'] ?? '')
      .split(/,\s*/)
      .map((candidate) => candidate.split(' ')[0] ?? '')
    return [String(properties['src'] ?? ''), ...srcset]
  })
  return new Set(listed.filter(Boolean))
}

const mediaOf = (folder: string): readonly string[] =>
  [...filesOf(folder).keys()].filter((path) => path.startsWith('media/')).sort()

describe('pictures on a site', () => {
  it('are there in every width and format that pages name, as their names say, and no others', async () => {
    const { library } = showing(PHOTO)
    const folder = newSite()
    const report = await exportSite(library, folder)
    expect(report.pictures.made).toBe(1)
    const files = filesOf(folder)
    const named = addressesIn(files.get('bospad.html')?.toString() ?? '')
    expect(named.size).toBe(9)
    expect(mediaOf(folder)).toEqual([...named].sort())
    for (const path of named) {
      const [, width = '1200', format] = /^media\/(?:(\d+)\/)?.*\.(\w+)$/.exec(path) ?? []
      const facts = { width: Number(width), height: Number(width) / 2, extension: format }
      expect([path, readPicture(files.get(path) ?? Buffer.alloc(0))]).toMatchObject([path, facts])
    }
  })

  it('are made once: a second export makes none, another site takes them from the cache, all the same bytes', async () => {
    const { library } = showing(PHOTO)
    const [first, second, third] = [newSite(), newSite(), newSite()]
    await exportSite(library, first)
    expect(await exportSite(library, first)).toMatchObject({
      written: 0,
      pictures: { made: 0, milliseconds: 0 },
    })
    expect((await exportSite(library, second)).pictures.made).toBe(0)
    expect(bytesOf(second)).toEqual(bytesOf(first))
    rmSync(join(library.folder, 'cache'), { recursive: true })
    expect((await exportSite(library, third)).pictures.made).toBe(1)
    expect(bytesOf(third)).toEqual(bytesOf(first))
  })

  it('tell no reader where they were taken, on the site, in a shared page or on the clipboard', async () => {
    const { library, paths } = showing(photoWith(exifWith(1, SECRET)))
    const folder = newSite()
    await exportSite(library, folder)
    const files = filesOf(folder)
    expect([...files].filter(([, bytes]) => bytes.includes(SECRET)).map(([path]) => path)).toEqual([])
    expect(files.get(paths[0] ?? '')?.equals(PHOTO)).toBe(true)
    const [article] = [...library.articles.iterate()]
    if (!article) throw new Error('the article is gone')
    for (const html of [(await sharedPage(library, article)).html, (await richText(library, article)).html]) {
      const pictures = [...html.matchAll(/data:image\/jpeg;base64,([\w+/=]+)/g)].map(([, data = '']) =>
        Buffer.from(data, 'base64'),
      )
      expect(pictures.length).toBeGreaterThan(0)
      expect(pictures.filter((bytes) => bytes.includes(SECRET))).toEqual([])
      for (const bytes of pictures) expect(readPicture(bytes)).toMatchObject({ width: 720 })
      expect(html).not.toMatch(/srcset|<source/)
    }
  })

  it('that lie on their side stand up in every copy', async () => {
    const { library, paths } = showing(photoWith(exifWith(6, '')))
    expect(paths).toEqual(['media/foto-0-600x1200.jpg'])
    const folder = newSite()
    await exportSite(library, folder)
    const copy = filesOf(folder).get('media/480/foto-0-600x1200-jpg.avif')
    expect(readPicture(copy ?? Buffer.alloc(0))).toMatchObject({ width: 480, height: 960 })
  })

  it('that no copy can be made of are shown as they are, told of, and cost the site nothing else', async () => {
    const head = PHOTO.subarray(0, PHOTO.indexOf(Buffer.from([0xff, 0xda])))
    const broken = Buffer.concat([head, Buffer.alloc(3000, 7)])
    const { library, paths } = showing(PHOTO, broken)
    const folder = newSite()
    const odd = expect.objectContaining({ kind: 'oddPicture', target: paths[1] })
    for (const made of [2, 0]) {
      const report = await exportSite(library, folder)
      expect(report).toMatchObject({ pictures: { made }, warnings: expect.arrayContaining([odd]) })
    }
    const files = filesOf(folder)
    const named = [...addressesIn(files.get('bospad.html')?.toString() ?? '')]
    expect(named.filter((path) => !files.get(path)?.length)).toEqual([])
    expect(files.get(`media/480/${basename(paths[1] ?? '', '.jpg')}-jpg.avif`)?.equals(broken)).toBe(true)
  })

  it('are stopped at once with the export, which leaves the old site and no half file', async () => {
    const { library } = showing(PHOTO)
    const folder = newSite()
    await exportSite(library, folder)
    const before = bytesOf(folder)
    const { path } = library.media.add('tweede.jpg', photoWith(exifWith(3, 'x')))
    library.articles.create({ title: 'Twee', status: 'published', cover: path })
    const stop = new AbortController()
    const onProgress = ({ phase }: TaskProgress): void => {
      if (phase === 'pictures') stop.abort()
    }
    const options = { signal: stop.signal, onProgress }
    await expect(exportSite(library, folder, options)).rejects.toMatchObject({ code: 'cancelled' })
    expect(bytesOf(folder)).toEqual(before)
    expect((await exportSite(library, folder)).articles).toBe(2)
  })

  it('keep what was made of them only as long as the library has them', async () => {
    const { library, paths } = showing(PHOTO)
    await exportSite(library, newSite())
    const kept = (): readonly string[] =>
      readdirSync(join(library.folder, 'cache/pictures/copies-1')).filter((name) => !name.startsWith('site-'))
    const before = kept()
    const [article] = [...library.articles.iterate()]
    if (!article) throw new Error('the article is gone')
    const { path } = library.media.add('tweede.jpg', photoWith(exifWith(3, 'x')))
    library.articles.save(article.id, article.version, { cover: path, body: '' })
    library.media.trash(paths)
    library.media.delete(paths)
    await exportSite(library, newSite())
    expect(kept()).toHaveLength(1)
    expect(kept()).not.toEqual(before)
  })

  it('are in the preview as copies once they were made, and as themselves until then', async () => {
    const { library, paths } = showing(PHOTO)
    const path = 'media/480/foto-0-1200x600-jpg.avif'
    const before = await previewFile(library, noRelated, path)
    expect(before?.mime).toBe('image/jpeg')
    expect(before && Buffer.from(before.bytes).equals(PHOTO)).toBe(true)
    const folder = newSite()
    await exportSite(library, folder)
    const after = await previewFile(library, noRelated, path)
    expect(after?.mime).toBe('image/avif')
    expect(after && filesOf(folder).get(path)?.equals(after.bytes)).toBe(true)
    expect((await previewFile(library, noRelated, paths[0] ?? ''))?.mime).toBe('image/jpeg')
    expect(await previewFile(library, noRelated, 'media/481/foto-0-1200x600-jpg.avif')).toBeNull()
    expect(await previewFile(library, noRelated, 'media/480/nergens-1200x600-jpg.avif')).toBeNull()
  })
})

describe('the cache of pictures', () => {
  it('lies elsewhere, and goes at the end, where a link stands in its place', () => {
    const [library, elsewhere] = [tempFolder(), tempFolder()]
    writeFileSync(join(elsewhere, 'mine'), '')
    mkdirSync(join(library, 'cache'))
    symlinkSync(elsewhere, join(library, 'cache/pictures'))
    const cache = openPictureCache(library)
    const folder = dirname(cache.folder('x'))
    cache.sweep(new Set())
    expect(existsSync(folder)).toBe(true)
    cache.close()
    expect(existsSync(folder)).toBe(false)
    expect(readdirSync(elsewhere)).toEqual(['mine'])
  })

  it('sweeps away what it made itself and nothing that lies in it or beside it', () => {
    const library = tempFolder()
    const cache = openPictureCache(library)
    const pictures = join(library, 'cache/pictures')
    const [used, unused] = ['a'.repeat(22), 'b'.repeat(22)]
    for (const name of [
      `copies-1/${used}`,
      `copies-1/${unused}`,
      'copies-1/mine',
      'copies-0',
      'mine',
      'p2',
    ]) {
      mkdirSync(join(pictures, name), { recursive: true })
    }
    mkdirSync(join(library, 'copies-0'))
    cache.sweep(new Set([used]))
    expect(readdirSync(pictures).sort()).toEqual(['copies-1', 'mine', 'p2'])
    expect(readdirSync(join(pictures, 'copies-1')).sort()).toEqual([used, 'mine'])
    expect(readdirSync(library).sort()).toEqual(['cache', 'copies-0'])
  })

  it('sweeps away what someone was writing who was killed a day ago, and not what is being written', () => {
    const library = tempFolder()
    const cache = openPictureCache(library)
    const hash = 'a'.repeat(22)
    const [killed, writing] = ['0f', '1f'].map((start) => `.${start}8fad5b-d9cb-469f-a165-70867728950e`)
    mkdirSync(cache.folder(hash), { recursive: true })
    for (const name of [killed!, writing!, '480.avif']) writeFileSync(join(cache.folder(hash), name), 'x')
    const longAgo = new Date(Date.now() - 25 * 3_600_000)
    for (const name of [killed!, '480.avif']) utimesSync(join(cache.folder(hash), name), longAgo, longAgo)
    cache.sweep(new Set([hash]))
    expect(readdirSync(cache.folder(hash)).sort()).toEqual([writing, '480.avif'])
  })
})
