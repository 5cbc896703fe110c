import { basename } from 'node:path'
import { FOOTER_PLACES, type Status, type Timestamp } from '../../core/article.ts'
import { type FrontMatter, readFrontMatter } from '../../core/frontmatter.ts'
import type { IntakeNotes } from '../../core/locale/intake.ts'
import { givenId, plainText } from '../../core/markdown/index.ts'
import { makeSlug } from '../../core/slug.ts'
import { canonicalLanguage } from '../library/site.ts'
import { readDate } from './dates.ts'
import { Fields, withoutHtml } from './fields.ts'
import type { SourceFile } from './scan.ts'
import { templateNotes } from './templates.ts'

/** What one file says, before its links and pictures are found. */
export interface Draft {
  readonly file: SourceFile
  readonly title: string
  /** As the file wants it; empty when nothing in it can be written so. */
  readonly slug: string
  readonly summary: string
  readonly body: string
  readonly status: Status
  readonly publishedAt: Timestamp | null
  /** When the file says that it was changed last, or null. */
  readonly updatedAt: Timestamp | null
  /** Names or slugs, from the root of the tree. */
  readonly category: readonly string[]
  readonly tags: readonly string[]
  /** Names or slugs. */
  readonly authors: readonly string[]
  readonly cover: DraftCover | null
  readonly language: string | null
  /** As an article has it: a page outside the stream says so by `type` or `layout`. */
  readonly footerPlace: number | null
  /** What its file says that it shares with its translations: Hugo's `translationKey`, Polyglot's `ref`. */
  readonly translationKey: string | null
  readonly extra: Readonly<Record<string, unknown>>
  /** What others may call it in their links. */
  readonly known: DraftNames
  readonly notes: readonly string[]
}

export interface DraftCover {
  readonly address: string
  readonly alt: string
  /** What stands in `extra` only as long as the cover is not found. */
  readonly keys: readonly string[]
}

export interface DraftNames {
  /** The day in its file name and the day in its front matter, as `2014/03/12`. */
  readonly days: readonly string[]
  /** The end of the address that those days lead to, as the file is called. */
  readonly stem: string
  /** Addresses that the front matter gives. */
  readonly addresses: readonly string[]
  /** Other names, as Obsidian has them. */
  readonly aliases: readonly string[]
}

const DATE_KEYS = ['date', 'publishdate', 'publish_date', 'pubdate', 'published_at', 'published'] as const
const UPDATED_KEYS = ['lastmod', 'updated', 'modified', 'last_modified_at'] as const
const COVER_KEYS = [
  'cover',
  'image',
  'featured_image',
  'featuredimage',
  'feature_image',
  'hero_image',
  'banner',
  'thumbnail',
]
const ALT_KEYS = ['image_alt', 'cover_alt', 'featured_image_alt', 'imagealt', 'coveralt']

/** Reads an article from a file's text; `siteLanguage` is BCP 47. */
export function readDraft(file: SourceFile, text: string, words: IntakeNotes, siteLanguage: string): Draft {
  const matter = readFrontMatter(text)
  const fields = new Fields(matter)
  const notes = matter.problems.map(({ line, key, problem }) =>
    key === null ? words.frontMatterInBody(line, problem) : words.valueAsText(line, key),
  )
  notes.push(...templateNotes(text, matter.body, words))
  const name = nameOf(file)
  const { title, body } = titleAndBody(matter, fields.text('title'), name.stem)
  const summary = summaryOf(fields)
  const translationKey = translationKeyOf(fields)
  const language = languageOf(fields, name.language, siteLanguage, notes, words)
  // Beside `bos.md` an article `bos.en.md` is called as it names itself: that address is the other's.
  const isTranslation = name.language !== null && language !== null
  const addresses = addressesOf(fields)
  const publishedAt = dateOf(fields, DATE_KEYS, notes, words) ?? name.date ?? dayIn(addresses)
  return {
    file,
    title,
    slug: slugOf(
      fields,
      addresses,
      isTranslation ? [title, name.stem] : [name.stem, title],
      language ?? siteLanguage,
    ),
    summary,
    body,
    status: statusOf(fields, file, publishedAt),
    publishedAt,
    updatedAt: dateOf(fields, UPDATED_KEYS, notes, words),
    category: categoryOf(fields, notes, words),
    tags: fields.list(['tags', 'tag'], splitTags).map((tag) => tag.replace(/^#/, '')),
    authors: fields.list(['authors', 'author'], (value) => value.split(',')),
    cover: coverOf(fields),
    language,
    footerPlace: footerPlaceOf(fields),
    translationKey,
    extra: fields.rest(),
    known: {
      days: [name.date, publishedAt]
        .filter((date) => date !== null)
        .map((date) => date.slice(0, 10).replaceAll('-', '/')),
      stem: name.stem,
      addresses,
      aliases: new Fields(matter).list(['aliases', 'alias'], (value) => value.split(',')),
    },
    notes,
  }
}

/** What names a page outside the stream, and what tells its place among them. */
const KIND_KEYS = ['type', 'layout']
const PLACE_KEYS = ['footer_place', 'weight', 'nav_order']

function footerPlaceOf(fields: Fields): number | null {
  const kind = KIND_KEYS.find((key) => fields.peek(key).toLowerCase() === 'page')
  if (kind === undefined) return null
  fields.take(kind)
  for (const key of PLACE_KEYS) {
    const place = Number(fields.peek(key))
    if (!Number.isInteger(place) || place < 1 || place > FOOTER_PLACES) continue
    fields.take(key)
    return place
  }
  return 1
}

interface FileName {
  readonly stem: string
  readonly date: Timestamp | null
  readonly language: string | null
}

/** `2014-03-12-slug.md`, `post.nl.md`, `post/index.md`. */
function nameOf({ relative, root }: SourceFile): FileName {
  const parts = relative.split('/')
  const whole = (parts.at(-1) ?? '').replace(/\.[^.]+$/, '')
  const marked = /^(.+)\.([a-z]{2}(?:-[A-Za-z]{2})?)$/.exec(whole)
  const language = marked && isLanguage(marked[2] ?? '') ? (marked[2] ?? null) : null
  const bare = language === null ? whole : (marked?.[1] ?? whole)
  const called = bare === 'index' ? (parts.at(-2) ?? basename(root)) : bare
  const dated = /^(\d{4}-\d{1,2}-\d{1,2})[-_ ]+(.+)$/.exec(called)
  const date = dated ? readDate(dated[1] ?? '') : null
  return { stem: date === null ? called : (dated?.[2] ?? called), date, language }
}

function isLanguage(code: string): boolean {
  // `node.js.md` is no page in the language `js`.
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(code) !== undefined
}

function titleAndBody(matter: FrontMatter, given: string, stem: string): { title: string; body: string } {
  const body = matter.body.replace(/^(?:[ \t]*\n)+/, '')
  const heading = /^(?: {0,3}#[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*(?:\n|$)|([^\n]+)\n=+[ \t]*(?:\n|$))/.exec(body)
  const words = heading?.[1] ?? heading?.[2] ?? ''
  const first = plainText(words.slice(0, words.length - (givenId(words)?.written.length ?? 0)))
  const title = withoutHtml(given) || first || titleFromName(stem)
  // The page shows the title above the text: the same words again would stand there twice.
  const isTitle = first !== '' && first.toLowerCase() === title.toLowerCase()
  return {
    title,
    body: heading && isTitle ? body.slice(heading[0].length).replace(/^(?:[ \t]*\n)+/, '') : body,
  }
}

function titleFromName(stem: string): string {
  if (/\s/.test(stem)) return stem
  const words = stem.replace(/[-_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/**
 * The first of summary, description and excerpt that holds anything. Description goes before excerpt: where a file
 * has both, the excerpt is mostly the beginning of the text, and would stand on the page twice. What says
 * something else is kept under its own name.
 */
function summaryOf(fields: Fields): string {
  const keys = ['summary', 'description', 'excerpt']
  const summary = keys.map((key) => withoutHtml(fields.peek(key))).find((text) => text !== '') ?? ''
  for (const key of keys) if (withoutHtml(fields.peek(key)) === summary) fields.take(key)
  return summary
}

function dateOf(
  fields: Fields,
  keys: readonly string[],
  notes: string[],
  words: IntakeNotes,
): Timestamp | null {
  for (const key of keys) {
    const written = fields.peek(key)
    if (written === '' || (key === 'published' && fields.flagOf(key) !== null)) continue
    const date = readDate(written)
    if (date === null) notes.push(words.date(written))
    else {
      fields.take(key)
      return date
    }
  }
  return null
}

/** What has a date was out, unless it says otherwise; a note without one is a draft. */
function statusOf(fields: Fields, file: SourceFile, publishedAt: Timestamp | null): Status {
  const draft = fields.flag('draft')
  const published = fields.flag('published')
  const status = fields.peek('status').toLowerCase()
  if (/^(draft|ready|publish|published)$/.test(status)) fields.take('status')
  if (draft === true || published === false || /(^|\/)_drafts\//.test(file.relative)) return 'draft'
  if (status === 'draft' || status === 'ready') return status
  const isOut = draft === false || published === true || status.startsWith('publish') || publishedAt !== null
  return isOut ? 'published' : 'draft'
}

/** `ref` means many things where no language stands beside it. */
function translationKeyOf(fields: Fields): string | null {
  const key = fields.text('translationKey', 'translation_key')
  if (key !== '') return key
  return fields.peek('lang') === '' ? null : fields.text('ref', 'lang-ref', 'lang_ref') || null
}

/**
 * What the files of one article in several languages are called alike, as Hugo has them: `post.nl.md` and `post.en.md`,
 * with `post.md` for the site's own.
 */
export function nameBesideLanguage({ relative }: SourceFile): string {
  const whole = relative.replace(/\.[^./]+$/, '')
  const marked = /^(.+)\.([a-z]{2}(?:-[A-Za-z]{2})?)$/.exec(whole)
  return marked && isLanguage(marked[2] ?? '') ? (marked[1] ?? whole) : whole
}

function languageOf(
  fields: Fields,
  inName: string | null,
  siteLanguage: string,
  notes: string[],
  words: IntakeNotes,
): string | null {
  const key = ['lang', 'language', 'locale'].find((one) => fields.peek(one) !== '')
  const written = key === undefined ? (inName ?? '') : fields.peek(key)
  if (written === '') return null
  const language = canonicalLanguage(written.replace('_', '-'))
  if (language === null) notes.push(words.language(written))
  else if (key !== undefined) fields.take(key)
  return language === siteLanguage || language === siteLanguage.split('-')[0] ? null : language
}

/** The day that one of these addresses stands for, as blogs have it: `2015/12/10/name`. */
function dayIn(addresses: readonly string[]): Timestamp | null {
  const days = addresses.map((address) => /(?<![^/])\d{4}\/\d{1,2}\/\d{1,2}(?![^/])/.exec(address)?.[0])
  return days.map((day) => (day === undefined ? null : readDate(day))).find((day) => day !== null) ?? null
}

/** Where the page itself stood; the last as Zola has it. */
const PERMALINK_KEYS = ['permalink', 'url', 'path']

function addressesOf(fields: Fields): string[] {
  const all = [...PERMALINK_KEYS, 'redirect_from', 'aliases'].flatMap((key) => {
    const list = fields.list([key], (value) => [value])
    fields.leave(key)
    return list
  })
  // A pattern such as `/:year/:title/` is no address, a name without a slash is an alias of Obsidian's.
  return all.filter((address) => address.includes('/') && !address.includes(':') && !address.includes('{'))
}

function slugOf(
  fields: Fields,
  addresses: readonly string[],
  names: readonly string[],
  language: string,
): string {
  const permalink = PERMALINK_KEYS.map((key) => fields.peek(key)).find((text) => text !== '') ?? ''
  const lastPart = addresses.includes(permalink) ? lastOf(permalink) : ''
  const wanted = [fields.text('slug'), lastPart, ...names]
  return wanted.map((text) => makeSlug(text, language)).find((slug) => slug !== '') ?? ''
}

function lastOf(address: string): string {
  const parts = address
    .replace(/[?#].*$/, '')
    .split('/')
    .filter((part) => part !== '' && !/^index\.html?$/.test(part))
  return (parts.at(-1) ?? '').replace(/\.html?$/, '')
}

function categoryOf(fields: Fields, notes: string[], words: IntakeNotes): string[] {
  const [first = '', ...more] = fields.list(['category', 'categories'], (value) => [value])
  if (more.length > 0) {
    notes.push(words.oneCategory(first))
    fields.leave('category', 'categories')
  }
  return first
    .split('/')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** With commas between, or, as Jekyll and Obsidian have it, with spaces. */
function splitTags(text: string): string[] {
  return text.split(text.includes(',') ? ',' : /\s+/)
}

function coverOf(fields: Fields): DraftCover | null {
  for (const key of COVER_KEYS) {
    const inside = ['image', 'src', 'url', 'path']
      .map((inner) => fields.within(key, inner))
      .find((text) => text !== '')
    const address = inside ?? fields.peek(key)
    if (address === '') continue
    const alt = ALT_KEYS.find((name) => fields.peek(name) !== '')
    // A mapping may say more than the address: it is kept whole.
    const keys = [...(inside === undefined ? [key] : []), ...(alt === undefined ? [] : [alt])]
    return {
      address,
      alt: fields.within(key, 'alt') || (alt === undefined ? '' : fields.peek(alt)),
      keys: keys.flatMap((name) => fields.spelling(name)),
    }
  }
  return null
}
