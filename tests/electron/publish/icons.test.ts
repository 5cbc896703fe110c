import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import Vips from 'wasm-vips'
import { FACES } from '../../../core/page/faces.ts'
import { siteCard } from '../../../core/page/index.ts'
import { line } from '../../../core/page/text.ts'
import type { Library } from '../../../electron/library/library.ts'
import { readPicture } from '../../../electron/library/picture.ts'
import { exportSite, planSite } from '../../../electron/publish/export-site.ts'
import { iconMaker } from '../../../electron/publish/icon-make.ts'
import { letterOutline } from '../../../electron/publish/letter-outline.ts'
import { previewFile } from '../../../electron/publish/preview.ts'
import { faceSetters } from '../../../electron/publish/typeface.ts'
import { tempFolder, tempLibrary } from '../library/temp-library.ts'
import { bytesOf, filesOf } from './site.ts'

afterEach(() => void vi.unstubAllEnvs())

const newSite = (): string => join(tempFolder(), 'site')
const noRelated = () => Promise.resolve({ items: [] })
const SIDES = {
  'apple-touch-icon.png': 180,
  'icon-192.png': 192,
  'icon-512.png': 512,
  'icon-maskable-512.png': 512,
} as const

function named(name: string, accent = ''): Library {
  const library = tempLibrary()
  library.site.update({ name, ...(accent !== '' && { themeOptions: { accent } }) })
  return library
}

const ICON = { letter: 'P', accent: '#0f6b6b', paper: '#fbfaf7' }

/** A logo's file of this kind, made of a drawing. */
async function logoFile(
  ending: 'svg' | 'png' | 'jpg' | 'webp' | 'avif',
  drawing: string,
  change: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes,
): Promise<{ file: string; ending: string }> {
  const { Image } = await vips()
  const image = Image.newFromBuffer(Buffer.from(drawing))
  const kinds = {
    svg: () => Buffer.from(drawing),
    png: () => image.pngsaveBuffer(),
    jpg: () => image.flatten().jpegsaveBuffer({ Q: 95 }),
    webp: () => image.webpsaveBuffer({ lossless: true }),
    avif: () => image.heifsaveBuffer({ compression: 'av1', bitdepth: 8, Q: 90 }),
  }
  const file = join(tempFolder(), `logo.${ending}`)
  writeFileSync(file, change(kinds[ending]()))
  return { file, ending }
}

/** A site's icon of 180 pixels with a logo. */
async function logoIcon(logo: { file: string; ending: string } | null): Promise<Uint8Array> {
  const drawn = new Map(await (await drawing()).draw({ icon: ICON, card: null, logo }))
  return Buffer.from(drawn.get('apple-touch-icon.png') ?? [])
}

async function pixelsOf(file: string, ending: string): Promise<(x: number, y: number) => readonly number[]> {
  const { Image } = await vips()
  const image = Image.newFromBuffer(await logoIcon({ file, ending })).copyMemory()
  return (x, y) => image.getpoint(x, y)
}

const near = (pixel: readonly number[], colour: readonly number[]): boolean =>
  colour.every((part, at) => Math.abs(part - (pixel[at] ?? 0)) < 8)

let maker: ReturnType<typeof iconMaker> | null = null
const drawing = (): ReturnType<typeof iconMaker> => (maker ??= iconMaker())

let started: ReturnType<typeof Vips> | null = null
const vips = (): ReturnType<typeof Vips> =>
  (started ??= Vips({ dynamicLibraries: ['vips-resvg.wasm', 'vips-heif.wasm'] }))

async function drawnOf(library: Library): Promise<ReadonlyMap<string, Buffer>> {
  const folder = newSite()
  await exportSite(library, folder)
  return new Map([...filesOf(folder)].filter(([path]) => /icon|share-card/.test(path)))
}

async function iconsOf(library: Library): Promise<ReadonlyMap<string, Buffer>> {
  const folder = newSite()
  await exportSite(library, folder)
  return new Map([...filesOf(folder)].filter(([path]) => /icon/.test(path)))
}

describe('the icons of a site', () => {
  it('are there in the sizes that their names and the manifest say, and in the window too', async () => {
    const library = named('Proef')
    const icons = await iconsOf(library)
    expect([...icons.keys()].sort()).toEqual(['favicon.ico', 'icon.svg', ...Object.keys(SIDES)].sort())
    for (const [path, side] of Object.entries(SIDES))
      expect(readPicture(icons.get(path) ?? Buffer.alloc(0)), path).toMatchObject({
        width: side,
        height: side,
        extension: 'png',
      })
    for (const [path, bytes] of icons) {
      const shown = await previewFile(library, noRelated, path)
      expect(Buffer.from(shown?.bytes ?? []).equals(bytes), path).toBe(true)
      expect(shown?.mime, path).toMatch(/^image\//)
    }
  })

  it('have one for readers of feeds, which holds a picture whole', async () => {
    const icon = (await iconsOf(named('Proef'))).get('favicon.ico') ?? Buffer.alloc(0)
    expect([...icon.subarray(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 32, 32])
    const [size, from] = [icon.readUInt32LE(14), icon.readUInt32LE(18)]
    expect(from + size).toBe(icon.length)
    expect(readPicture(icon.subarray(from))).toMatchObject({ width: 32, height: 32, extension: 'png' })
  })

  it('are the same for the same letter and colour, and others for others', async () => {
    const [one, same, letter, colour] = await Promise.all(
      [named('Proef'), named('  pRuim'), named('Zon'), named('Proef', '#884400')].map(iconsOf),
    )
    expect(same).toEqual(one)
    for (const path of one?.keys() ?? []) {
      expect(letter?.get(path)?.equals(one?.get(path) ?? Buffer.alloc(0)), path).toBe(false)
      expect(colour?.get(path)?.equals(one?.get(path) ?? Buffer.alloc(0)), path).toBe(false)
    }
  })

  it('are there for a name in any script, and for one without a letter', async () => {
    const { draw } = await drawing()
    for (const letter of ['É', 'Ł', 'Ж', '漢', 'SS', '']) {
      const icons = new Map(await draw({ icon: { ...ICON, letter }, card: null, logo: null }))
      expect(icons.size, letter).toBe(6)
      expect(Buffer.from(icons.get('icon.svg') ?? []).toString(), letter).toMatch(
        /[ÉŁ]/.test(letter) ? /<path / : /<text /,
      )
    }
  })

  it('are made by the plan that the export keeps to, stay untouched, and are made anew when the cache is gone', async () => {
    const library = named('Proef')
    const folder = newSite()
    const { id } = await planSite(library, folder)
    await exportSite(library, folder, { plan: id })
    const before = statSync(join(folder, 'icon-512.png')).mtimeMs
    expect((await exportSite(library, folder, { full: true })).written).toBe(0)
    expect(statSync(join(folder, 'icon-512.png')).mtimeMs).toBe(before)
    rmSync(join(library.folder, 'cache'), { recursive: true, force: true })
    const other = newSite()
    await exportSite(library, other)
    expect(bytesOf(other)).toEqual(bytesOf(folder))
  })
})

/** A drawing of 100 by 100 with something in it. */
const svg = (inside: string, [width, height] = [100, 100]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inside}</svg>`
const LEAF = svg('<circle cx="50" cy="50" r="45" fill="#2f7d32"/>')

describe('a site’s own logo', () => {
  it('is its icon in every size, and stands on its card', async () => {
    const [plain, worn] = [named('Proef'), named('Proef')]
    for (const library of [plain, worn]) library.site.update({ baseUrl: 'https://example.org/' })
    const { path: logo } = worn.media.add('blad.svg', Buffer.from(LEAF))
    worn.site.update({ themeOptions: { logo } })
    const [letter, own] = [await drawnOf(plain), await drawnOf(worn)]
    expect([...own.keys()]).toEqual([...letter.keys()])
    for (const [path, bytes] of own) expect(bytes.equals(letter.get(path) ?? bytes), path).toBe(false)
    for (const [path, side] of Object.entries(SIDES))
      expect(readPicture(own.get(path) ?? Buffer.alloc(0)), path).toMatchObject({ width: side, height: side })
    expect(own.get('icon.svg')?.toString()).toMatch(/^<svg [^>]*>\n<image [^>]*href="data:image\/png;base64,/)
    for (const [path, bytes] of own) {
      const shown = await previewFile(worn, noRelated, path)
      expect(Buffer.from(shown?.bytes ?? []).equals(bytes), path).toBe(true)
    }
  })

  it('is taken from any kind of picture, in the middle of what the site shows it on or of its own ground', async () => {
    const through = await logoFile('png', LEAF)
    const ground = await logoFile('jpg', svg('<rect width="100" height="100" fill="#204080"/>'))
    const wide = svg('<rect width="200" height="100" fill="#204080"/>', [200, 100])
    for (const { file, ending } of [through, await logoFile('webp', LEAF), await logoFile('avif', LEAF)]) {
      const at = await pixelsOf(file, ending)
      expect(at(2, 2), ending).toEqual([0xfb, 0xfa, 0xf7, 255])
      expect(near(at(90, 90), [0x2f, 0x7d, 0x32]), ending).toBe(true)
    }
    expect(near((await pixelsOf(ground.file, 'jpg'))(2, 2), [0x20, 0x40, 0x80])).toBe(true)
    const { file } = await logoFile('png', wide)
    expect(near((await pixelsOf(file, 'png'))(90, 2), [0x20, 0x40, 0x80])).toBe(true)
  })

  it('gives way to the initial where it is a word in a row, a text in whatever font, nothing, or no picture', async () => {
    const letter = await logoIcon(null)
    const row = svg('<rect width="300" height="100"/>', [300, 100])
    const texts = [row, svg('<text y="50">Proef</text>'), svg('')]
    const files = await Promise.all(texts.map((text) => logoFile('svg', text)))
    const junk = await logoFile('png', LEAF, (bytes) => bytes.subarray(0, 200))
    for (const { file, ending } of [...files, junk, { file: junk.file, ending: 'jpg' }])
      expect(await logoIcon({ file, ending }), file).toEqual(letter)
  })

  it('is drawn without shadows and other effects, however long they were made to take', async () => {
    const leaf = '<circle cx="50" cy="50" r="45" fill="#2f7d32"'
    const effects = [
      '<filter id="f" x="-9" width="99"><feMorphology operator="dilate" radius="100000"/></filter>',
      '<filter id="f"><feTurbulence baseFrequency="0.9" numOctaves="2000000000"/></filter>',
      '<filter id="f"/>',
    ]
    const plain = await logoIcon(await logoFile('svg', LEAF))
    for (const effect of effects) {
      const { file } = await logoFile('svg', LEAF)
      writeFileSync(file, svg(`${effect}${leaf} filter="url(#f)"/>`))
      expect(await logoIcon({ file, ending: 'svg' }), effect).toEqual(plain)
    }
  })

  it('is drawn anew when it is another, and what was drawn before goes', async () => {
    vi.stubEnv('LONGHAND_PICTURES', '')
    const library = named('Proef')
    const folders = (): readonly string[] =>
      readdirSync(join(library.folder, 'cache/pictures/copies-1')).filter((name) => name.startsWith('site-'))
    await drawnOf(library)
    const before = folders()
    library.site.update({ themeOptions: { logo: library.media.add('blad.svg', Buffer.from(LEAF)).path } })
    await drawnOf(library)
    expect(folders()).toHaveLength(1)
    expect(folders()).not.toEqual(before)
  })

  it('that cannot be read stops no export', async () => {
    const library = named('Proef')
    const { path: logo } = library.media.add('blad.svg', Buffer.from(LEAF))
    library.site.update({ themeOptions: { logo } })
    writeFileSync(library.media.file(logo), '<svg xmlns="http://www.w3.org/2000/svg"><g>')
    expect(await drawnOf(library)).toEqual(await drawnOf(named('Proef')))
  })
})

describe('the card of a site', () => {
  it('is there when the site has an address, of the size that pages say, the same for the same site', async () => {
    const [one, same, other] = [named('Proef'), named('Proef'), named('Proef')]
    for (const library of [one, same, other]) library.site.update({ baseUrl: 'https://example.org/' })
    other.site.update({ theme: 'documentation' })
    const [card, again, third] = (await Promise.all([one, same, other].map(drawnOf))).map((files) =>
      files.get('share-card.png'),
    )
    expect(readPicture(card ?? Buffer.alloc(0))).toMatchObject({ width: 1200, height: 630, extension: 'png' })
    expect(again?.equals(card ?? Buffer.alloc(0))).toBe(true)
    expect(third?.equals(card ?? Buffer.alloc(0))).toBe(false)
    one.site.update({ baseUrl: '' })
    expect((await drawnOf(one)).has('share-card.png')).toBe(false)
  })

  it('is drawn in every face, whatever script its texts are in', async () => {
    const { draw } = await drawing()
    const facts = { address: 'example.org', paper: '#ffffff', ink: '#000000', inkSoft: '#333333' }
    const cards = new Set<string>()
    for (const face of [...FACES, null])
      for (const [name, description] of [
        ['Ĺubica’s Žurnaal “één”', 'Łódź – 100 % écht'],
        ['漢字の庭 🍳', 'Ελληνικά'],
        ['', ''],
      ] as const) {
        const drawn = new Map(
          await draw({ icon: ICON, card: { ...facts, name, description, face }, logo: null }),
        )
        cards.add(Buffer.from(drawn.get('share-card.png') ?? []).toString('base64'))
      }
    // A system's own faces are drawn in ours; what has no letters of the face is the address alone.
    expect(cards.size).toBe(3 * 2)
  })
})

describe('the setting of text', () => {
  it('knows what a face has, how wide it is, and sets it with its letters nearer where they gape', async () => {
    const { title } = await faceSetters('newsreader')
    expect([title.covers('Één Łódź'), title.covers('漢'), title.covers('')]).toEqual([true, false, true])
    expect(title.width('AVAV')).toBeLessThan(title.width('A') * 2 + title.width('V') * 2)
    expect(title.width('aŁa')).toBeCloseTo(title.width('a') * 2 + title.width('Ł'), 1)
    expect(title.outline('Vitaal')).toMatch(/^M[-\dMLQCZ., ]+Z$/)
    expect(title.outline('')).toBe('')
  })
})

describe('whatever a site is called and says of itself', () => {
  it.each(['newsreader', 'literata', 'inter'] as const)('its card is drawn in %s', async (face) => {
    const setters = await faceSetters(face)
    const sign = (from: number, to: number) =>
      fc.integer({ min: from, max: to }).map((code) => String.fromCodePoint(code))
    const latin = fc.string({
      unit: fc.oneof(
        sign(0x20, 0x24f),
        sign(0x1e00, 0x20c0),
        fc.constantFrom(' ', 'f', 'i', 'A', 'V', '\u0301'),
      ),
      maxLength: 120,
    })
    const text = fc.oneof(latin, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
    const colours = { paper: '#ffffff', ink: '#000000', inkSoft: '#333333' }
    fc.assert(
      fc.property(text, text, (name, description) => {
        const facts = { ...colours, name: line(name), description: line(description), address: 'example.org' }
        const svg = siteCard(facts, ICON, setters, { outline: null })
        expect(svg).toMatch(/^<svg [\s\S]* d="M[\s\S]*<\/svg>\n$/)
        expect(svg).not.toMatch(/NaN|undefined|Infinity/)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the outline of a letter', () => {
  it('is there for the letters of a Latin script, with what stands on them, and for digits', async () => {
    for (const letter of ['A', 'Q', '7', 'Å', 'Ç', 'Ž', 'Ő'])
      expect(await letterOutline(letter), letter).toMatchObject({ path: expect.stringMatching(/^M/) })
    const [plain, accented] = [await letterOutline('E'), await letterOutline('É')]
    expect(accented?.height).toBeGreaterThan(plain?.height ?? Infinity)
    expect(accented?.capital).toBe(plain?.capital)
  })

  it('is none of what is no single letter of the face', async () => {
    for (const text of ['', 'SS', '漢', ' ', '\u{1f600}']) expect(await letterOutline(text), text).toBeNull()
  })
})
