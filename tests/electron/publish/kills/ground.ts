/** Where an export may come to grief: a library with all that a site can have, and three kinds of folder to put it in. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { type Library, createLibrary } from '../../../../electron/library/library.ts'
import { exportSite } from '../../../../electron/publish/export-site.ts'
import { zipSite } from '../../../../electron/publish/site-zip.ts'
import { copyTheme } from '../../../../electron/publish/theme-copies.ts'

/** A folder to export to, as it stands before. */
export interface Ground {
  readonly name: 'new folder' | 'existing site' | 'folder of others'
  /** Where the site goes, from the ground's folder. */
  readonly out: string
  /** Files that Longhand did not make and does not replace. */
  readonly foreign: readonly string[]
  /** Lays it, with the library as it is to be exported next. */
  lay(folder: string): Promise<void>
}

export const DAY = '2030-01-01'
export const LIBRARY = 'library'
export const ZIP = 'site.zip'

const FOREIGN = [
  'CNAME',
  '.git/HEAD',
  'media/eigen.txt',
  'assets/van-mij.css',
  'leeg/.keep',
  'tag/notitie.md',
]

export const GROUNDS: readonly Ground[] = [
  {
    name: 'new folder',
    out: 'www/2030/public',
    foreign: [],
    lay: async (folder) => changed(filled(join(folder, LIBRARY))).close(),
  },
  {
    name: 'existing site',
    out: 'public',
    foreign: FOREIGN,
    async lay(folder) {
      const library = filled(join(folder, LIBRARY))
      const out = join(folder, 'public')
      await exportSite(library, out, { date: DAY })
      await zipSite(out, join(folder, ZIP))
      putForeign(out, FOREIGN)
      changed(library).close()
    },
  },
  {
    name: 'folder of others',
    out: 'public',
    foreign: FOREIGN,
    async lay(folder) {
      changed(filled(join(folder, LIBRARY))).close()
      // The first of these stands where a page is to be, and may be replaced.
      putForeign(join(folder, 'public'), ['index.html', ...FOREIGN])
    },
  },
]

function putForeign(folder: string, paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), `van een ander: ${path}\n`)
  }
}

/** Articles with tags, categories, authors and pictures, in a theme of the library's own. */
function filled(folder: string): Library {
  const library = createLibrary(folder, {
    name: 'Proef',
    language: 'nl-NL',
    baseUrl: 'https://voorbeeld.nl/',
  })
  const theme = copyTheme(folder, 'essay', 'Eigen')
  writeFileSync(join(folder, 'themes', theme, 'patroon.png'), picture(8, 8, 1))
  library.site.update({ theme })
  const sport = library.categories.create({ name: 'Sport', parentId: null })
  const { id: author } = library.authors.create({ name: 'Noor' })
  const cover = library.media.add('pad.png', picture(400, 40, 2)).path
  library.transaction(() => {
    for (let index = 1; index <= 14; index++) {
      library.articles.create({
        title: `Artikel ${index}`,
        body: `## Over ${index}\n\n${'Een zin over het bospad. '.repeat(5 + index)}`,
        status: 'published',
        publishedAt: `2029-01-${String(index).padStart(2, '0')}T09:00:00Z`,
        categoryId: index % 2 === 0 ? sport.id : null,
        tags: [`tag ${index % 3}`],
        authorIds: [author],
        cover: index === 3 ? cover : null,
      })
    }
  })
  return library
}

/** The same after some days of work: other texts, one gone, one elsewhere, one more with a picture, other looks. */
function changed(library: Library): Library {
  const { path } = library.media.add('duin.png', picture(360, 60, 3))
  library.transaction(() => {
    const save = (id: number, patch: object) =>
      library.articles.save(id, library.articles.get(id).version, patch)
    save(1, { body: 'Heel anders.' })
    save(2, { slug: 'verhuisd' })
    library.articles.trash([4, 5])
    const more = { status: 'published' as const, publishedAt: '2029-02-01T09:00:00Z', tags: ['nieuw'] }
    library.articles.create({ title: 'Duinen', body: `![duin](${path} "Duin")`, cover: path, ...more })
  })
  writeFileSync(join(library.folder, 'themes/eigen/rand.png'), picture(4, 4, 4))
  return library
}

/** A real PNG that compresses to next to nothing, with a gradient of its own. */
function picture(width: number, height: number, salt: number): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const ends = Buffer.alloc(8)
    ends.writeUInt32BE(data.length)
    ends.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  // Eight bits, three colours.
  header.set([8, 2], 8)
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width * 3; x++) rows[y * (1 + width * 3) + 1 + x] = (x * salt + y * 3) & 0xff
  }
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
