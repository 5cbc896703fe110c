import { hash } from 'node:crypto'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Vips from 'wasm-vips'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Library } from '../../../electron/library/library.ts'
import { exportSite, planSite } from '../../../electron/publish/export-site.ts'
import { KEPT, PICTURE_SETTINGS } from '../../../electron/publish/picture-cache.ts'
import { type PictureMaker, pictureMaker } from '../../../electron/publish/picture-make.ts'
import { previewFile } from '../../../electron/publish/preview.ts'
import { sharedPage } from '../../../electron/publish/share.ts'
import { tempFolder, tempLibrary } from '../library/temp-library.ts'
import { PHOTO } from './pictures.ts'
import { bytesOf, filesOf } from './site.ts'

// Each library of these tests has a cache of its own.
beforeEach(() => void vi.stubEnv('LONGHAND_PICTURES', ''))

/** A picture up to where its lines begin, and nothing of them. */
const BROKEN = Buffer.concat([
  PHOTO.subarray(0, PHOTO.indexOf(Buffer.from([0xff, 0xda]))),
  Buffer.alloc(3000, 7),
])

let maker: PictureMaker
let vips: Awaited<ReturnType<typeof Vips>>
/** Of a picture this small no copies are made, which takes long. */
let small: Buffer
beforeAll(async () => {
  maker = await pictureMaker()
  vips = await Vips()
  small = Buffer.from(vips.Image.thumbnailBuffer(PHOTO, 300).jpegsaveBuffer())
})

const newSite = (): string => join(tempFolder(), 'site')
const noRelated = () => Promise.resolve({ items: [] })
const RULE =
  /<style>html img\[src\$="(media\/[a-z\d-]+\.\w+)"\]\{background-color:(#[\da-f]{6});color:#(?:fff|000)\}<\/style>/

function showing(bytes: Buffer = small): { library: Library; path: string } {
  const library = tempLibrary()
  const { path } = library.media.add('foto.jpg', bytes)
  library.articles.create({
    title: 'Bospad',
    status: 'published',
    publishedAt: '2026-01-02T10:00:00.000Z',
    body: `![Een pad](${path})`,
  })
  return { library, path }
}

const pageOf = (folder: string, name = 'bospad.html'): string => filesOf(folder).get(name)?.toString() ?? ''

/** The files that keep colours in a library's cache. */
function colourFiles(library: Library): readonly string[] {
  const cache = join(library.folder, 'cache', 'pictures', PICTURE_SETTINGS)
  return readdirSync(cache)
    .map((name) => join(cache, name, KEPT.colour))
    .filter((file) => existsSync(file))
}

describe('the colour of a picture on a site', () => {
  it('stands in a page by a rule whose hash is the policy’s, and is the same in the window', async () => {
    const { library, path } = showing()
    const folder = newSite()
    await exportSite(library, folder)
    const html = pageOf(folder)
    expect(RULE.exec(html)?.[1]).toBe(path)
    const css = /<style>([^<]*)<\/style>/.exec(html)?.[1] ?? ''
    const named = `sha256-${hash('sha256', css, 'base64')}`
    expect(html).toContain(`style-src 'self' '${named}'`)
    const shown = await previewFile(library, noRelated, 'bospad.html')
    expect(Buffer.from(shown?.bytes ?? []).toString()).toBe(html)
    expect(shown?.styleHash).toBe(named)
    expect((await previewFile(library, noRelated, 'assets/style.css'))?.styleHash).toBeNull()
  })

  it('is looked for once, planned as it is made, and found anew, the same, when the cache is gone', async () => {
    const { library } = showing()
    const [first, second] = [newSite(), newSite()]
    const { id } = await planSite(library, first)
    await exportSite(library, first, { plan: id })
    expect(colourFiles(library)).toHaveLength(1)
    expect((await exportSite(library, first)).written).toBe(0)
    rmSync(join(library.folder, 'cache'), { recursive: true })
    await exportSite(library, second)
    expect(bytesOf(second)).toEqual(bytesOf(first))
  })

  it('is none of what lies in the cache unless it is a colour', async () => {
    const { library } = showing()
    await exportSite(library, newSite())
    for (const file of colourFiles(library)) writeFileSync(file, 'red}body{display:none')
    const folder = newSite()
    await exportSite(library, folder)
    expect(pageOf(folder)).not.toMatch(/<style|display:none/)
  })

  it('is not looked for again in a picture that cannot be read', async () => {
    const { library } = showing(BROKEN)
    const folder = newSite()
    await exportSite(library, folder)
    expect(pageOf(folder)).not.toContain('<style')
    expect(colourFiles(library)).toHaveLength(1)
    expect(await exportSite(library, folder)).toMatchObject({ written: 0 })
  })

  it('is found where the cache cannot be written', async () => {
    const { library } = showing()
    writeFileSync(join(library.folder, 'cache'), '')
    const folder = newSite()
    await exportSite(library, folder)
    expect(pageOf(folder)).toMatch(RULE)
  })

  it('is left out of a page that has its pictures inside', async () => {
    const { library } = showing()
    await exportSite(library, newSite())
    const { html } = await sharedPage(library, { slug: 'bospad' })
    expect(html).not.toContain('src$=')
  })
})

describe('the colour of a picture', () => {
  const RED = [200, 40, 30]
  const flat = (colour: readonly number[]) =>
    vips.Image.black(400, 300, { bands: colour.length }).add([...colour])

  it('is the picture’s own, in every format and depth, coloured or grey', () => {
    const of = (bytes: Uint8Array, ending: string) => maker.colour(bytes, ending)
    const red = flat(RED).cast('uchar').copy({ interpretation: 'srgb' })
    expect(of(red.pngsaveBuffer(), 'png')).toBe('#c8281e')
    expect(of(red.webpsaveBuffer({ lossless: true }), 'webp')).toBe('#c8281e')
    expect(of(red.jpegsaveBuffer({ Q: 100 }), 'jpg')).toMatch(/^#c[789]2[789]1[def]$/)
    const deep = flat(RED.map((part) => part * 257))
      .cast('ushort')
      .copy({ interpretation: 'rgb16' })
    expect(of(deep.pngsaveBuffer(), 'png')).toBe('#c8281e')
    const grey = flat([120]).cast('uchar').copy({ interpretation: 'b-w' })
    expect(of(grey.pngsaveBuffer(), 'png')).toBe('#787878')
  })

  it('is none where anything shows through', () => {
    const through = flat([...RED, 0])
      .cast('uchar')
      .copy({ interpretation: 'srgb' })
    const opaque = flat([...RED, 255])
      .cast('uchar')
      .copy({ interpretation: 'srgb' })
    expect(maker.colour(through.pngsaveBuffer(), 'png')).toBeNull()
    expect(maker.colour(opaque.pngsaveBuffer(), 'png')).toBe('#c8281e')
    const corner = opaque.insert(through.crop(0, 0, 40, 40), 0, 0)
    expect(maker.colour(corner.pngsaveBuffer(), 'png')).toBeNull()
  })

  it('is none of what is no picture, or another than its name says', () => {
    expect(maker.colour(Buffer.from('niets'), 'jpg')).toBeNull()
    expect(maker.colour(PHOTO, 'png')).toBeNull()
    expect(maker.colour(BROKEN, 'jpg')).toBeNull()
  })
})
