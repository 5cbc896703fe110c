/** The colours of a library's pictures: looked at once for each, and kept with the copies that are made of it. */
import { hash as digestOf } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { Failure } from '../../core/errors.ts'
import { type Colour, colourFrom } from '../../core/page/colour.ts'
import type { PictureColours } from '../../core/page/index.ts'
import { isOfLibrary } from '../../core/renditions.ts'
import type { Library } from '../library/library.ts'
import type { Collection } from './collection.ts'
import { onFile } from './file-failure.ts'
import { fingerprintFrom } from './fingerprint.ts'
import { KEPT, cachedFile, openPictureCache, unfitness } from './picture-cache.ts'
import { makePictures } from './picture-pool.ts'
import { pictureFile } from './pictures.ts'
import type { SiteContent } from './read-site.ts'

/** The colours that were found before, for those who only look. */
export function keptColours(library: Library): PictureColours {
  let hashes: ReadonlyMap<string, string> | null = null
  return colours((path) => {
    const sha256 = (hashes ??= library.media.hashes()).get(path)
    return sha256 === undefined
      ? null
      : readColour(cachedFile(library.folder, fingerprintFrom(sha256), KEPT.colour))
  })
}

/**
 * The colours of all pictures that pages may show. Looks at those that nobody has looked at yet.
 *
 * @throws Failure `cancelled`, `file.refused`
 */
export async function findColours(
  library: Library,
  content: SiteContent,
  files: Pick<Collection, 'source'>,
  {
    signal,
    onProgress,
  }: { readonly signal: Pick<AbortSignal, 'aborted'>; onProgress(done: number, total: number): void },
): Promise<PictureColours> {
  const pictures = shownIn(content).flatMap((path) => {
    if (signal.aborted) throw new Failure('cancelled', { task: 'export' })
    const file = pictureFile(library, path)
    return file === null ? [] : { path, file, hash: files.source(path, file) }
  })
  if (pictures.length === 0) return colours(() => null)
  const cache = openPictureCache(library.folder)
  try {
    const jobs = pictures
      .filter(({ hash }) => cache.find(hash, KEPT.colour) === null && unfitness(cache, hash) === null)
      .map(({ path, file, hash }) => ({
        file,
        ending: extname(path).slice(1),
        folder: cache.folder(hash),
        wanted: [],
        clean: false,
        colour: true,
      }))
    let done = 0
    if (jobs.length > 0) onProgress(0, jobs.length)
    await makePictures(jobs, signal, () => onProgress(++done, jobs.length))
    const found = new Map(pictures.map(({ path, hash }) => [path, readColour(cache.find(hash, KEPT.colour))]))
    return colours((path) => found.get(path) ?? null)
  } finally {
    cache.close()
  }
}

function colours(of: PictureColours['of']): PictureColours {
  return { of, digest: (text) => digestOf('sha256', text, 'base64') }
}

/** Those that pages may show, in a fixed order. */
function shownIn({ articles, bodies, categories, authors, media }: SiteContent): readonly string[] {
  const named = [
    ...articles.flatMap(({ cover }) => cover ?? []),
    ...categories.flatMap(({ cover }) => cover ?? []),
    ...authors.flatMap(({ picture }) => picture ?? []),
    ...articles.flatMap(({ id }) => bodies.of(id).named),
  ].map((path) => path.replace(/^\/+/, ''))
  return [...new Set(named)].filter((path) => isOfLibrary(path) && media.has(path)).sort()
}

// Whatever lies in the cache of a library from a stranger: a colour, or none.
function readColour(file: string | null): Colour | null {
  return file === null ? null : colourFrom(onFile(file, () => readFileSync(file, 'latin1')))
}
