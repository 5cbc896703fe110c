import { plainCopyOf, sourcesOf } from '../renditions.ts'
import type { Attribute } from './table.ts'

/** What a picture in a body has beside its own attributes so that each reader gets a copy that fits. */
export interface Responsive {
  /** Attributes of the `<source>` elements before it. */
  readonly sources: readonly (readonly Attribute[])[]
  /** Further attributes of the `<img>`. */
  readonly own: readonly Attribute[]
}

/**
 * How wide a picture in a body is. A browser that knows `auto` goes by what it has laid out, which is exact in every
 * theme, for pictures in bodies are loaded when they come into sight (HTML § 4.8.4.2.2); others by the usual column. On a
 * source the Nu HTML Checker takes `auto` for a fault, since it does not look at the image beside it.
 */
const COLUMN = '(min-width: 48em) 44em, 100vw'
const SIZES = `auto, ${COLUMN}`

/** What a picture at an address in a body gets; null for one without copies. */
export function responsive(src: string): Responsive | null {
  const found = sourcesOf(src)
  if (!found) return null
  return {
    sources: found.sources.map(({ type, srcset }) => [
      { name: 'type', value: type },
      { name: 'srcset', value: srcset },
      { name: 'sizes', value: COLUMN },
    ]),
    own:
      found.srcset === null
        ? []
        : [
            { name: 'srcset', value: found.srcset },
            { name: 'sizes', value: SIZES },
          ],
  }
}

const PICTURE = /<picture>(?:<source [^<>]*>)*(<img [^<>]*>)<\/picture>/g

/** The HTML of a body for where only plain images are understood: each picture as one image, at an address of its own. */
export function withPlainPictures(html: string, addressOf: (src: string) => string = plainAddress): string {
  return html.replace(PICTURE, (_, image: string) =>
    image
      .replace(/ (?:srcset|sizes)="[^"]*"/g, '')
      .replace(/ src="([^"]*)"/, (_all, src: string) => ` src="${addressOf(src)}"`),
  )
}

const plainAddress = (src: string): string => plainCopyOf(src)?.path ?? src
