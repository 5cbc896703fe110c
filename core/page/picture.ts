import { type Sources, sourcesOf } from '../renditions.ts'
import { safePicture } from './links.ts'

/** A picture on a page. */
export interface Picture {
  /** Relative to the page. */
  readonly src: string
  readonly alt: string
  /** In pixels; null when the name does not tell. */
  readonly width: number | null
  readonly height: number | null
  /** Leaner copies for `<source>` elements, best first; none of a picture from elsewhere, or that is light as it is. */
  readonly sources: Sources['sources']
  /** For the image itself; null when there is but `src`. */
  readonly srcset: string | null
}

/** Width and height in the name of one of Longhand's pictures: `trail-1200x675.jpg`. */
export function sizeInName(path: string): { width: number; height: number } | null {
  const match = /-(\d{1,5})x(\d{1,5})\.[a-z0-9]+$/i.exec(path)
  const [width, height] = [Number(match?.[1]), Number(match?.[2])]
  return width > 0 && height > 0 ? { width, height } : null
}

/** The widest copy for a third of a window, in pixels. */
const SMALL = 720

/**
 * The picture at `path` for a page from which `root` leads to the site's root; null when it may not be shown. Shown
 * small, as many may be on one page, it comes in fewer words: no wide copies, and no choice for the few browsers that
 * read none of the sources.
 */
export function picture(
  path: string | null,
  alt: string,
  root: string,
  shown: 'large' | 'small' = 'large',
): Picture | null {
  const safe = safePicture(path)
  if (safe === null) return null
  const size = sizeInName(safe)
  const copies = shown === 'small' ? sourcesOf(safe, root, SMALL) : sourcesOf(safe, root)
  const sources = copies?.sources ?? []
  return {
    src: toPage(safe, root),
    alt,
    width: size?.width ?? null,
    height: size?.height ?? null,
    sources,
    srcset: shown === 'small' && sources.length > 0 ? null : (copies?.srcset ?? null),
  }
}

function toPage(path: string, root: string): string {
  if (/^(https?:)?\/\//i.test(path)) return path
  return root + path.replace(/^\/+/, '').split('/').map(encodeURIComponent).join('/')
}
