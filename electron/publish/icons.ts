/** What is drawn of a site, its icons and its card: made in a thread, and kept with what is made of pictures. */
import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import {
  ICON_PATH,
  PIXEL_ICONS,
  SITE_CARD_PATH,
  type SiteMap,
  iconFacts,
  siteCardFacts,
  siteIcon,
} from '../../core/page/index.ts'
import type { Library } from '../library/library.ts'
import { buildKey } from './build-key.ts'
import type { Collection } from './collection.ts'
import { onFile } from './file-failure.ts'
import { fingerprint, fingerprintFrom } from './fingerprint.ts'
import type { SiteDrawing } from './icon-make.ts'
import { letterOutline } from './letter-outline.ts'
import { type PictureCache, cachedFile, openPictureCache } from './picture-cache.ts'
import { makePictures } from './picture-pool.ts'
import { pictureFile } from './pictures.ts'

const ICONS: readonly string[] = [ICON_PATH, ...PIXEL_ICONS.map(({ path }) => path)]

/** Everything that is drawn of a site, by where it lies. */
const pathsOf = (map: SiteMap): readonly string[] => (map.base === null ? ICONS : [...ICONS, SITE_CARD_PATH])

/** What is to be drawn of a site. */
export interface Drawing {
  readonly of: SiteDrawing
  /** Stands for all that it is made of; the folder that keeps it. */
  readonly key: string
  /** Where all that is drawn lies on the site. */
  readonly paths: readonly string[]
}

/**
 * Draws a site's icons and its card; what it gives puts them on the site. Those that stand there as they should are not
 * looked at again.
 *
 * @throws Failure `cancelled`, `file.refused`
 */
export async function makeIcons(
  library: Library,
  files: Collection,
  map: SiteMap,
  signal: Pick<AbortSignal, 'aborted'>,
): Promise<() => void> {
  const drawing = drawingOf(library, map, (path, file) => files.source(path, file))
  const { paths } = drawing
  const put = (bytes: ReadonlyMap<string, Uint8Array>) => () => {
    for (const path of paths) files.text(path, drawing.key, () => bytes.get(path) ?? '')
  }
  if (!files.isNew && paths.every((path) => files.standing(path)?.key === drawing.key)) return put(new Map())
  return put(new Map(await drawn(library, drawing, signal)))
}

/** What is drawn of a site, from the cache or made now. @throws Failure `cancelled`, `file.refused` */
export async function drawn(
  library: Pick<Library, 'folder'>,
  { of, key, paths }: Drawing,
  signal: Pick<AbortSignal, 'aborted'>,
): Promise<readonly (readonly [path: string, Uint8Array])[]> {
  const cache = openPictureCache(library.folder)
  try {
    const isMissing = (): boolean => paths.some((path) => cache.find(key, path) === null)
    const make = (drawing: SiteDrawing): Promise<void> =>
      makePictures([{ folder: cache.folder(key), drawing }], signal, () => {})
    if (isMissing()) await make(of)
    // A logo can be made to bring a decoder down.
    if (isMissing() && of.logo) await make({ ...of, logo: null })
    cache.sweepDrawings(key)
    return paths.map((path) => [path, fileIn(cache, key, path)])
  } finally {
    cache.close()
  }
}

function fileIn(cache: PictureCache, key: string, path: string): Uint8Array {
  const file = cache.find(key, path)
  if (file === null) throw new Error(`${path} could not be drawn`)
  return onFile(file, () => readFileSync(file))
}

/**
 * An icon of the site, or its card, for those who only look: the file of one that was drawn before, or the text of the
 * icon without a logo; null when it is none, or was not drawn yet.
 */
export async function iconAt(
  library: Library,
  map: SiteMap,
  path: string,
): Promise<{ readonly text: string } | { readonly file: string } | null> {
  if (!pathsOf(map).includes(path)) return null
  let hashes: ReadonlyMap<string, string> | null = null
  const { key, of } = drawingOf(library, map, (logo) =>
    fingerprintFrom((hashes ??= library.media.hashes()).get(logo) ?? ''),
  )
  const file = cachedFile(library.folder, key, path)
  if (file !== null) return { file }
  return path === ICON_PATH ? { text: siteIcon(of.icon, await letterOutline(of.icon.letter)) } : null
}

/** What is to be drawn of the site of a map; `hashOf` gives the fingerprint of the logo. */
export function drawingOf(
  library: Library,
  map: SiteMap,
  hashOf: (path: string, file: string) => string,
): Drawing {
  const icon = iconFacts(map)
  const facts = siteCardFacts(map)
  const card = facts && { ...facts, face: map.look.face }
  const path = map.look.logo
  const file = path === null ? null : pictureFile(library, path)
  const logo = path === null || file === null ? null : { file, ending: extname(path).slice(1) }
  const hash = path === null || file === null ? null : hashOf(path, file)
  return {
    of: { icon, card, logo },
    paths: pathsOf(map),
    key: `site-${fingerprint(JSON.stringify([buildKey(), icon, card, hash]))}`,
  }
}
