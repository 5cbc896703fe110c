import { dirname, posix, resolve } from 'node:path'
import { makeSlug } from '../../core/slug.ts'
import type { DraftNames } from './draft.ts'
import type { SourceFile } from './scan.ts'

/** An article of the batch, under the slug that it gets. */
export interface Arrival {
  readonly file: SourceFile
  readonly known: DraftNames
  readonly slug: string
}

/** What is known of articles that the library had before. */
export interface InLibrary {
  /** The slug of the article that was brought in from a file. */
  bySource(path: string): string | null
  /** The day of publication (`2014/03/12`) of the article with a slug, empty without one; null when there is none. */
  dayOf(slug: string): string | null
}

/** Parts of a site that list articles or hold files: an address below them is no article's. */
const NO_ARTICLES =
  /^(?:tags?|categor(?:y|ies|ie|ieën)|authors?|auteurs?|page|assets?|images?|img|static|uploads?|files?|media|feed)\//

const MARKDOWN = /\.(?:md|markdown|mdown|mkdn?)$/i
const DATED = /(?:^|\/)(\d{4})\/(\d{1,2})\/(?:(\d{1,2})\/)?([^/]+)$/

/** Tells which article an address in a text means: by where its file lies, or by where its old site had it. */
export class Addresses {
  readonly #library: InLibrary
  readonly #baseUrl: string
  readonly #byFile = new Map<string, string>()
  readonly #byAddress = new Map<string, string | null>()
  readonly #byStem = new Map<string, Arrival[]>()
  readonly #byEnd = new Map<string, { readonly place: string; readonly slug: string }[]>()
  readonly #byName = new Map<string, string | null>()

  /** `baseUrl` is the site's, so that whole addresses of its own pages are known too. */
  constructor(arrivals: readonly Arrival[], library: InLibrary, baseUrl: string) {
    this.#library = library
    this.#baseUrl = baseUrl
    for (const arrival of arrivals) this.#add(arrival)
  }

  /** The slug of the article that a link in a file leads to; null when it leads to none that is known. */
  article(address: string, from: SourceFile): string | null {
    const [path = ''] = this.#local(address).split(/[?#]/)
    if (path === '' || isElsewhere(path)) return null
    const decoded = decode(path)
    if (MARKDOWN.test(decoded)) return this.#file(decoded, from)
    if (decoded.startsWith('/')) return this.#onSite(tidy(decoded))
    const place = tidy(posix.join('/', posix.dirname(from.relative), decoded))
    return this.#place(place) ?? this.#dated(tidy(decoded.replace(/^(?:\.\.?\/)+/, '')))
  }

  /** The slug of the note that Obsidian knows by this name or path. */
  note(name: string): string | null {
    const key = tidy(name)
    const end = key.split('/').at(-1) ?? key
    const known = this.#byName.get(key) ?? (key.includes('/') ? this.#ending(key) : this.#byName.get(end))
    if (known !== undefined && known !== null) return known
    const slug = makeSlug(end)
    return slug !== '' && this.#library.dayOf(slug) !== null ? slug : null
  }

  /** The slug of the post that Jekyll calls `2016-03-01-slug`, perhaps in a folder. */
  post(name: string): string | null {
    const found = /(?:^|\/)(\d{4})-(\d{1,2})-(\d{1,2})-([^/]+)$/.exec(tidy(name))
    return found ? this.#dated(`${found[1]}/${found[2]}/${found[3]}/${found[4]}`) : null
  }

  #add(arrival: Arrival): void {
    const { file, known, slug } = arrival
    this.#byFile.set(file.path, slug)
    for (const address of known.addresses) only(this.#byAddress, tidy(address), slug)
    for (const name of [nameOf(file), ...known.aliases]) only(this.#byName, tidy(name), slug)
    for (const stem of new Set([known.stem.toLowerCase(), slug])) push(this.#byStem, stem, arrival)
    const place = tidy(`/${file.relative}`)
    push(this.#byEnd, place.split('/').at(-1) ?? '', { place, slug })
  }

  /** An address on the site itself without the site's own part. */
  #local(address: string): string {
    if (this.#baseUrl === '' || !address.startsWith(this.#baseUrl)) return address
    return `/${address.slice(this.#baseUrl.length)}`
  }

  #file(path: string, from: SourceFile): string | null {
    const base = path.startsWith('/') ? from.root : dirname(from.path)
    const file = resolve(base, `./${path}`)
    return (
      this.#byFile.get(file) ?? this.#library.bySource(file) ?? this.post(path) ?? this.#ending(tidy(path))
    )
  }

  #onSite(path: string): string | null {
    const known = this.#byAddress.get(path)
    if (known) return known
    return this.#dated(path) ?? (NO_ARTICLES.test(path) ? null : this.#ending(path))
  }

  /** By the day in an address; where the days differ, by the name alone if only one article has it. */
  #dated(path: string): string | null {
    const found = DATED.exec(path)
    if (!found) return null
    const [year = '', month = '', day] = found.slice(1, 4)
    const stem = found[4] ?? ''
    const start = [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join(
      '/',
    )
    const candidates = (this.#byStem.get(stem) ?? []).filter(({ known }) => known.days.length > 0)
    const sameDay = candidates.filter(({ known }) => known.days.some((date) => date.startsWith(start)))
    const [first, second] = sameDay.length > 0 ? sameDay : candidates
    if (first) return second ? null : first.slug
    const slug = makeSlug(stem)
    return slug !== '' && this.#library.dayOf(slug)?.startsWith(start) ? slug : null
  }

  #place(place: string): string | null {
    const found = this.#byEnd.get(place.split('/').at(-1) ?? '') ?? []
    return found.find((one) => one.place === place)?.slug ?? null
  }

  /** The only article whose place in the folder ends as the path does, or the other way round. */
  #ending(path: string): string | null {
    const found = (this.#byEnd.get(path.split('/').at(-1) ?? '') ?? []).filter(
      ({ place }) => `/${place}`.endsWith(`/${path}`) || `/${path}`.endsWith(`/${place}`),
    )
    return found.length === 1 ? (found[0]?.slug ?? null) : null
  }
}

function nameOf({ relative }: SourceFile): string {
  const parts = relative.split('/')
  const name = (parts.at(-1) ?? '').replace(MARKDOWN, '')
  return name === 'index' ? (parts.at(-2) ?? name) : name
}

/** As addresses are compared: in lower case, without outer slashes, ending and `index`. */
function tidy(path: string): string {
  return path
    .toLowerCase()
    .replace(/[?#].*$/, '')
    .replace(/(?:^|\/)index(?:\.[a-z]+)?\/?$/, '')
    .replace(/\.(?:html?|md|markdown|mdown|mkdn?)$/, '')
    .replace(/^\/+|\/+$/g, '')
}

function isElsewhere(address: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)
}

/** An address without percent signs; as it is when they stand for nothing. */
export function decode(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch (error) {
    if (error instanceof URIError) return address
    throw error
  }
}

/** A key that two articles claim leads to neither. */
function only(map: Map<string, string | null>, key: string, slug: string): void {
  if (key !== '') map.set(key, map.has(key) && map.get(key) !== slug ? null : slug)
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
