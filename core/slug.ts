import slugify from '@sindresorhus/slugify'
import type { ValueProblem } from './errors.ts'

/** A slug is never longer than this. */
export const SLUG_LENGTH = 80

/** What a slug names: an article's page lies at the site's root, the others lie in a folder of their own kind. */
export type SlugOf = 'article' | 'category' | 'tag' | 'author'

/** An address that something had before, so that it can lead to where it is now. */
export interface OldSlug {
  readonly kind: SlugOf
  readonly slug: string
  readonly ownerId: number
}

/** Pages and folders at the site's root that are the site's own, in either of its languages. */
const AT_ROOT: ReadonlySet<string> = new Set([
  'index',
  '404',
  'search',
  'zoeken',
  'feed',
  'atom',
  'rss',
  'sitemap',
  'robots',
  'manifest',
  'assets',
  'media',
  'page',
  'pagina',
  'archive',
  'archief',
  'category',
  'categorie',
  'tag',
  'author',
  'auteur',
])

/** Names that Windows keeps for devices: no file can be called so there, whatever its extension. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/

const SHAPE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** `&` in words; a German umlaut is two letters, a Dutch or English diaeresis is only a sign on one. */
const AND: Readonly<Record<string, string>> = { nl: 'en', de: 'und' }

/**
 * A slug for a text: lower-case ASCII letters, digits and single hyphens, at most {@link SLUG_LENGTH}, cut
 * between words where that is possible. Empty when nothing of the text can be written so.
 * @param language BCP 47; it decides how `&` and umlauts are written
 */
export function makeSlug(text: string, language = 'en'): string {
  const primary = language.slice(0, 2).toLowerCase()
  const plain =
    primary === 'de'
      ? text
      : text
          .normalize('NFD')
          .replace(/\u0308/g, '')
          .normalize('NFC')
  const slug = slugify(plain.slice(0, SLUG_LENGTH * 8), {
    decamelize: false,
    customReplacements: [['&', ` ${AND[primary] ?? 'and'} `]],
  })
  return cut(slug, SLUG_LENGTH)
}

/** What forbids a slug, or null when it may be used. Whether it is taken is for the library to say. */
export function slugProblem(slug: string, of: SlugOf): ValueProblem | null {
  if (slug === '') return 'empty'
  if (slug.length > SLUG_LENGTH) return 'tooLong'
  if (!SHAPE.test(slug)) return 'malformed'
  if (isReserved(slug, of)) return 'reserved'
  return null
}

/**
 * The first of `slug`, `slug-2`, `slug-3`, … that is neither reserved nor taken; never longer than
 * {@link SLUG_LENGTH}. `slug` must be one that {@link makeSlug} made and not be empty.
 */
export function freeSlug(slug: string, of: SlugOf, isTaken: (slug: string) => boolean): string {
  for (let count = 1; ; count++) {
    const ending = count === 1 ? '' : `-${count}`
    const candidate = cut(slug, SLUG_LENGTH - ending.length) + ending
    if (!isReserved(candidate, of) && !isTaken(candidate)) return candidate
  }
}

function isReserved(slug: string, of: SlugOf): boolean {
  if (DEVICES.test(slug)) return true
  return of === 'article' ? AT_ROOT.has(slug) : slug === 'index' || slug === 'page'
}

function cut(slug: string, length: number): string {
  if (slug.length <= length) return slug
  const head = slug.slice(0, length)
  const end = slug[length] === '-' ? length : head.lastIndexOf('-')
  // A single word that fills half the slug or more is cut within: little would be left before it.
  return head.slice(0, end > length / 2 ? end : length).replace(/-$/, '')
}
