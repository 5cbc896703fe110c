/** The icons of a site: drawn once, made pixels of in a thread, and kept with what is made of pictures. */
import { readFileSync } from 'node:fs'
import {
  ICON_PATH,
  PIXEL_ICONS,
  type SiteMap,
  iconFacts,
  pixelIcon,
  siteIcon,
} from '../../core/page/index.ts'
import type { Library } from '../library/library.ts'
import { buildKey } from './build-key.ts'
import type { Collection } from './collection.ts'
import { onFile } from './file-failure.ts'
import { fingerprint } from './fingerprint.ts'
import type { Drawing } from './icon-make.ts'
import { letterOutline } from './letter-outline.ts'
import { cachedFile, openPictureCache } from './picture-cache.ts'
import { makePictures } from './picture-pool.ts'

/** Every icon of a site, by where it lies. */
const PATHS: readonly string[] = [ICON_PATH, ...PIXEL_ICONS.map(({ path }) => path)]

interface Drawings {
  readonly svg: string
  readonly pixels: readonly Drawing[]
  /** Where what is made of them is kept. */
  readonly hash: string
}

/**
 * Makes a site's icons; what it gives puts them on the site. Those that stand there as they should are not looked at
 * again.
 *
 * @throws Failure `cancelled`, `file.refused`
 */
export async function makeIcons(
  library: Library,
  files: Collection,
  map: SiteMap,
  signal: Pick<AbortSignal, 'aborted'>,
): Promise<() => void> {
  const key = fingerprint(JSON.stringify([buildKey(), iconFacts(map)]))
  const put = (bytes: ReadonlyMap<string, string | Uint8Array>) => () => {
    for (const path of PATHS) files.text(path, key, () => bytes.get(path) ?? '')
  }
  if (!files.isNew && PATHS.every((path) => files.standing(path)?.key === key)) return put(new Map())
  const { svg, pixels, hash } = await drawingsOf(map)
  return put(
    new Map<string, string | Uint8Array>([
      [ICON_PATH, svg],
      ...(await pixelsOf(library, pixels, hash, signal)),
    ]),
  )
}

async function pixelsOf(
  library: Library,
  pixels: readonly Drawing[],
  hash: string,
  signal: Pick<AbortSignal, 'aborted'>,
): Promise<readonly (readonly [path: string, Uint8Array])[]> {
  const cache = openPictureCache(library.folder)
  try {
    const drawings = pixels.filter(({ name }) => cache.find(hash, name) === null)
    const jobs = drawings.length === 0 ? [] : [{ folder: cache.folder(hash), drawings }]
    await makePictures(jobs, signal, () => {})
    return pixels.map(({ name }) => {
      const file = cache.find(hash, name)
      if (file === null) throw new Error(`${name} could not be drawn`)
      return [name, onFile(file, () => readFileSync(file))]
    })
  } finally {
    cache.close()
  }
}

/** An icon of the site for those who only look: its text, or the file of one that was made before; null when it is none. */
export async function iconAt(
  library: Library,
  map: SiteMap,
  path: string,
): Promise<{ readonly text: string } | { readonly file: string } | null> {
  if (!PATHS.includes(path)) return null
  const { svg, hash } = await drawingsOf(map)
  if (path === ICON_PATH) return { text: svg }
  const file = cachedFile(library.folder, hash, path)
  return file === null ? null : { file }
}

async function drawingsOf(map: SiteMap): Promise<Drawings> {
  const facts = iconFacts(map)
  const outline = await letterOutline(facts.letter)
  const pixels = PIXEL_ICONS.map(({ path, ...how }) => ({ name: path, svg: pixelIcon(facts, outline, how) }))
  return { svg: siteIcon(facts, outline), pixels, hash: fingerprint(JSON.stringify(pixels)) }
}
