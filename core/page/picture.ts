import { safePicture } from './links.ts'

/** A picture on a page. */
export interface Picture {
  /** Relative to the page. */
  readonly src: string
  readonly alt: string
  /** In pixels; null when the name does not tell. */
  readonly width: number | null
  readonly height: number | null
}

/** Width and height in the name of one of Longhand's pictures: `trail-1200x675.jpg`. */
export function sizeInName(path: string): { width: number; height: number } | null {
  const match = /-(\d{1,5})x(\d{1,5})\.[a-z0-9]+$/i.exec(path)
  const [width, height] = [Number(match?.[1]), Number(match?.[2])]
  return width > 0 && height > 0 ? { width, height } : null
}

/** The picture at `path` for a page from which `root` leads to the site's root; null when it may not be shown. */
export function picture(path: string | null, alt: string, root: string): Picture | null {
  const safe = safePicture(path)
  if (safe === null) return null
  const size = sizeInName(safe)
  return { src: toPage(safe, root), alt, width: size?.width ?? null, height: size?.height ?? null }
}

function toPage(path: string, root: string): string {
  if (/^(https?:)?\/\//i.test(path)) return path
  return root + path.replace(/^\/+/, '').split('/').map(encodeURIComponent).join('/')
}
