import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import { Failure } from '../../core/errors.ts'
import { renditionsOf, shareCardOf } from '../../core/renditions.ts'
import type { Library } from '../library/library.ts'
import { isPictureFile } from '../library/picture.ts'
import { type Collection, sourceKey } from './collection.ts'
import { onFile } from './file-failure.ts'
import { fingerprintFrom } from './fingerprint.ts'
import type { Made, Reference } from './manifest.ts'
import {
  KEPT,
  PICTURE_SETTINGS,
  type PictureCache,
  UNFIT,
  type Unfit,
  keptName,
  openPictureCache,
  unfitness,
} from './picture-cache.ts'
import type { Wanted } from './picture-make.ts'
import { makePictures } from './picture-pool.ts'
import type { PictureJob } from './picture-worker.ts'
import type { SiteContent } from './read-site.ts'
import type { DressedTheme } from './theme-dress.ts'
import { mediaIn } from './warnings.ts'

/** A picture of the library on a site. */
interface PictureUse {
  /** Below the site's root, as in the library. */
  readonly path: string
  /** Its file in the library. */
  readonly file: string
  /** Whether a page shows it; else pages only link to it. */
  readonly isShown: boolean
  /** Whether the share card of a page is made of it. */
  readonly isOnCard: boolean
}

/** The pictures that pages use, and what the library has. */
export interface SitePictures {
  readonly uses: readonly PictureUse[]
  readonly media: ReadonlySet<string>
}

export interface PictureReport {
  /** The library's pictures but those that are used and not there. */
  readonly media: ReadonlySet<string>
  /** Pictures that copies were made of now. */
  readonly made: number
  readonly milliseconds: number
  /** Pictures that no copies can be made of, though they do not move; pages show them as they are. */
  readonly unfit: readonly { readonly path: string; readonly unfit: Exclude<Unfit, 'moving'> }[]
}

/** The library's pictures that a site of these articles uses, from the settings of its theme to the texts. */
export function picturesOf(
  library: Library,
  { site, articles, categories, authors, media }: SiteContent,
  theme: Pick<DressedTheme, 'options'>,
  made: ReadonlyMap<string, Made>,
): SitePictures {
  const covers = articles.flatMap(({ cover }) => cover ?? [])
  const targetsOf = (references: readonly Reference[] = []) => references.map(([target]) => target)
  const files = [...made.values()]
  const shown = mediaIn(
    [
      ...covers,
      ...categories.flatMap(({ cover }) => cover ?? []),
      ...authors.flatMap(({ picture }) => picture ?? []),
      ...files.flatMap(({ images }) => targetsOf(images)),
    ],
    media,
  )
  const linked = mediaIn(
    [...Object.values(theme.options), ...files.flatMap(({ links }) => targetsOf(links))],
    media,
  )
  // Whoever shows a link to a page finds the card by its whole address.
  const withCards = [...covers, ...categories.flatMap(({ cover }) => cover ?? [])]
  const onCards = mediaIn(site.baseUrl === '' ? [] : withCards, media)
  const missing = new Set<string>()
  const uses = [...new Set([...shown, ...linked])].sort().flatMap((path): PictureUse | readonly [] => {
    const file = pictureFile(library, path)
    if (file !== null) return { path, file, isShown: shown.has(path), isOnCard: onCards.has(path) }
    missing.add(path)
    return []
  })
  return { uses, media: new Set([...media].filter((path) => !missing.has(path))) }
}

/**
 * Where a picture's file is; null when it is in the books but not on disk, or is no picture: no reason to stop. A
 * library from a stranger may call a page with a script one.
 */
export function pictureFile(library: Library, path: string): string | null {
  try {
    const file = library.media.file(path)
    return onFile(file, () => isPictureFile(path, startOf(file))) ? file : null
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.code === 'notFound') return null
    throw thrown
  }
}

/** Bytes that tell what a file is. */
const START = 64

function startOf(file: string): Uint8Array {
  const open = openSync(file, 'r')
  try {
    const start = Buffer.alloc(START)
    return start.subarray(0, readSync(open, start))
  } finally {
    closeSync(open)
  }
}

/** A file of the site that is made of a picture. */
interface Place {
  readonly path: string
  /** Null: the picture itself, without its notes. */
  readonly wanted: Wanted | null
}

/** A picture of which something is not on the site yet. */
interface Pending {
  readonly use: PictureUse
  readonly hash: string
  readonly key: string
  readonly places: readonly Place[]
}

const NOTED = /\.(?:jpe?g|png|webp|avif|svg)$/i

/**
 * Puts pictures on the site: each without the notes of its camera, its copies, and the share cards. What stands there
 * already is not looked at again; what was made before for any site comes from the library's cache.
 *
 * @throws Failure `cancelled`, `file.refused`
 */
export async function addPictures(
  library: Library,
  files: Collection,
  { uses, media }: SitePictures,
  {
    signal,
    onProgress,
  }: { readonly signal: Pick<AbortSignal, 'aborted'>; onProgress(done: number, total: number): void },
): Promise<PictureReport> {
  const started = performance.now()
  const unfit = new Map<string, Unfit>()
  const pending = uses.flatMap((use) => pendingOf(use, files, unfit))
  if (pending.length === 0) return { media, made: 0, milliseconds: 0, unfit: inOrder(unfit) }
  const cache = openPictureCache(library.folder)
  try {
    const jobs = pending.flatMap((one) => jobOf(one, cache))
    let done = 0
    if (jobs.length > 0) onProgress(0, jobs.length)
    await makePictures(jobs, signal, () => onProgress(++done, jobs.length))
    for (const one of pending) {
      if (signal.aborted) throw new Failure('cancelled', { task: 'export' })
      for (const place of one.places) {
        const why = put(place, one, cache, files)
        if (why !== null && one.use.isShown) unfit.set(one.use.path, why)
      }
    }
    if (jobs.length > 0) cache.sweep(new Set([...library.media.hashes().values()].map(fingerprintFrom)))
    const milliseconds = jobs.length === 0 ? 0 : Math.round(performance.now() - started)
    return { media, made: jobs.length, milliseconds, unfit: inOrder(unfit) }
  } finally {
    cache.close()
  }
}

function inOrder(unfit: ReadonlyMap<string, Unfit>): PictureReport['unfit'] {
  return [...unfit]
    .flatMap(([path, why]) => (why === 'moving' ? [] : [{ path, unfit: why }]))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

function placesOf({ path, isShown, isOnCard }: PictureUse): readonly Place[] {
  const card = isOnCard ? shareCardOf(path) : null
  return [
    { path, wanted: null },
    ...(isShown ? renditionsOf(path) : []).map(({ path: place, width, format }) => ({
      path: place,
      wanted: { width, format },
    })),
    ...(card === null ? [] : [{ path: card, wanted: { width: 'card', format: 'jpg' } as const }]),
  ]
}

/** Takes over what stands on the site as it should; gives what is left, if anything. */
function pendingOf(use: PictureUse, files: Collection, unfit: Map<string, Unfit>): readonly Pending[] {
  const hash = files.source(use.path, use.file)
  const key = sourceKey(hash, onFile(use.file, () => statSync(use.file)).size, PICTURE_SETTINGS)
  const places = placesOf(use).filter(({ path }) => {
    if (files.keep(path, key)) return false
    const why = UNFIT.find((one) => files.keep(path, `${key} ${one}`))
    if (why !== undefined && use.isShown) unfit.set(use.path, why)
    return why === undefined
  })
  return places.length === 0 ? [] : [{ use, hash, key, places }]
}

function jobOf({ use, hash, places }: Pending, cache: PictureCache): readonly PictureJob[] {
  const isKnown = (name: string): boolean => cache.find(hash, name) !== null
  const isUnfit = unfitness(cache, hash) !== null
  const wanted = places.flatMap((one) =>
    one.wanted && !isUnfit && !isKnown(keptName(one.wanted)) ? [one.wanted] : [],
  )
  const clean = NOTED.test(use.path) && !isKnown(KEPT.clean) && !isKnown(KEPT.noNotes)
  if (wanted.length === 0 && !clean) return []
  return [
    {
      file: use.file,
      ending: extname(use.path).slice(1),
      folder: cache.folder(hash),
      wanted,
      clean,
      colour: false,
    },
  ]
}

/**
 * Puts one file on the site; gives why it is no copy, or null. Of an unfit picture every file is the picture itself:
 * browsers go by what a file holds, so that it is seen all the same.
 */
function put(
  { path, wanted }: Place,
  { use, hash, key }: Pending,
  cache: PictureCache,
  files: Collection,
): Unfit | null {
  const itself = cache.find(hash, KEPT.clean) ?? use.file
  const file = wanted === null ? itself : cache.find(hash, keptName(wanted))
  // A copy that is not there, and nothing noted against the picture: it took too long.
  const why = file === null ? (unfitness(cache, hash) ?? 'tooLarge') : null
  files.place(path, file ?? itself, why === null ? key : `${key} ${why}`)
  return why
}
