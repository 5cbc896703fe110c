import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { ArticlePatch } from '../../core/article.ts'
import type { IntakeEntry, IntakeReport, TaskProgress, UiLanguage } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import { type IntakeNotes, intakeNotes } from '../../core/locale/intake.ts'
import { freeSlug } from '../../core/slug.ts'
import { systemCode } from '../library/files.ts'
import type { Library } from '../library/library.ts'
import { UNDONE } from '../library/acts-arrivals.ts'
import type { IntakeNotes as ActNotes } from '../library/acts-intake.ts'
import { storeVector } from '../library/related-analysis.ts'
import { Addresses, type Arrival, type InLibrary } from './addresses.ts'
import { type Draft, readDraft, nameBesideLanguage } from './draft.ts'
import { type Kept, Pictures } from './pictures.ts'
import { Places } from './places.ts'
import { rewriteBody } from './rewrite.ts'
import { type Scan, type SourceFile, scan } from './scan.ts'
import { decodeText } from './text-file.ts'

export interface IntakeOptions {
  /** Of the notes in the report. English unless it is said otherwise. */
  readonly language?: UiLanguage
  /** Looked at between two files: once it is aborted nothing of the intake stays. */
  readonly signal?: { readonly aborted: boolean }
  readonly onProgress?: (progress: TaskProgress) => void
}

/** A Markdown file larger than this is no article. */
const MOST_MEGABYTES = 16
/** A note names no more pictures than this. */
const MOST_NAMED = 5

/** One article on its way in. */
interface Coming extends Arrival {
  readonly draft: Draft
  /** The article that the same file became before, or null. */
  readonly articleId: number | null
}

/**
 * Brings Markdown files and folders into a library, all in one transaction: each file becomes an article or brings
 * the one that it became before up to date, its pictures come along, and links between the files become links
 * between the articles.
 * @throws Failure `file.refused` when a path is not there, `cancelled`
 */
export function intake(
  library: Library,
  paths: readonly string[],
  options: IntakeOptions = {},
): IntakeReport {
  const started = performance.now()
  const words = intakeNotes(options.language ?? 'en')
  const found = scan(paths)
  const skipped: IntakeEntry[] = found.skipped.map(({ path, why }) =>
    entryOf(basename(path), '', '', [words.skipped[why]]),
  )
  const reading = progress(options, 'reading', found.files.length)
  const drafts: Draft[] = []
  for (const file of found.files) {
    reading()
    const draft = readFile(file, words, library.site.get().language)
    if (typeof draft === 'string') skipped.push(entryOf(file.relative, '', '', [draft]))
    else drafts.push(draft)
  }
  const writing = progress(options, 'writing', drafts.length)
  const [only = ''] = paths
  const written = library.acts.intake(paths.length === 1 ? basename(only) : '', (notes) => {
    const writer = new Writer(library, found, words, notes)
    for (const coming of assignSlugs(library, drafts)) writer.expect(coming)
    writer.writeAll(writing)
    return writer.report()
  })
  return {
    ...written,
    skipped: [...skipped, ...written.skipped],
    milliseconds: Math.round(performance.now() - started),
  }
}

/** To be called before each of so many steps: tells of it, unless the intake is to stop. */
function progress(
  { signal, onProgress }: IntakeOptions,
  phase: 'reading' | 'writing',
  total: number,
): () => void {
  let done = 0
  return () => {
    if (signal?.aborted) throw new Failure('cancelled', { task: 'intake' })
    onProgress?.({ task: 'intake', phase, done: ++done, total })
  }
}

/** The draft in a file, or why there is none. */
function readFile(file: SourceFile, words: IntakeNotes, language: string): Draft | string {
  let bytes: Uint8Array
  try {
    if (statSync(file.path).size > MOST_MEGABYTES * 1e6) return words.skipped.tooLarge(MOST_MEGABYTES)
    bytes = readFileSync(file.path)
  } catch (error) {
    const reason = systemCode(error)
    if (reason === null) throw error
    return words.skipped.refused(reason)
  }
  const decoded = decodeText(bytes)
  if (!decoded) return words.skipped.notText
  if (decoded.text.trim() === '') return words.skipped.empty
  const draft = readDraft(file, decoded.text, words, language)
  return decoded.encoding === 'windows-1252' ? { ...draft, notes: [...draft.notes, words.encoding] } : draft
}

function assignSlugs(library: Library, drafts: readonly Draft[]): Coming[] {
  const known = drafts.map((draft) => ({ draft, articleId: articleFrom(library, draft) }))
  const given = new Set<string>()
  const before = known.map(({ articleId }) =>
    articleId === null ? null : library.articles.get(articleId).slug,
  )
  for (const slug of before) if (slug !== null) given.add(slug)
  return known.map(({ draft, articleId }, at) => {
    const isTaken = (slug: string) => given.has(slug) || library.articles.bySlug(slug) !== null
    const slug = before[at] ?? freeSlug(draft.slug || 'untitled', 'article', isTaken)
    given.add(slug)
    return { draft, articleId, slug, file: draft.file, known: draft.known }
  })
}

/** The article that a file became before, also when the file has since been moved to another folder. */
function articleFrom(library: Library, { file, slug }: Draft): number | null {
  const direct = library.articles.bySource(sourceOf(file.path))
  if (direct !== null) return direct
  const sameSlug = slug === '' ? null : library.articles.bySlug(slug)
  const source = sameSlug && library.articles.source(sameSlug.id)
  if (!sameSlug || !source?.source.startsWith('file:')) return null
  const path = fileURLToPath(source.source)
  return basename(path) === basename(file.path) && !existsSync(path) ? sameSlug.id : null
}

function sourceOf(path: string): string {
  return pathToFileURL(path).href
}

type Written = Omit<IntakeReport, 'milliseconds'>

class Writer {
  readonly #library: Library
  readonly #act: ActNotes
  readonly #words: IntakeNotes
  readonly #pictures: Pictures
  readonly #places: Places
  readonly #coming: Coming[] = []
  readonly #written: { readonly id: number; readonly draft: Draft }[] = []
  readonly #report = {
    created: [] as IntakeEntry[],
    updated: [] as IntakeEntry[],
    unchanged: [] as IntakeEntry[],
    skipped: [] as IntakeEntry[],
  }

  constructor(library: Library, found: Scan, words: IntakeNotes, act: ActNotes) {
    this.#library = library
    this.#act = act
    this.#words = words
    this.#pictures = new Pictures(library, found, words)
    this.#places = new Places(library)
  }

  expect(coming: Coming): void {
    this.#coming.push(coming)
  }

  writeAll(beforeEach: () => void): void {
    const library = this.#library
    const inLibrary: InLibrary = {
      bySource: (path) => {
        const id = library.articles.bySource(sourceOf(path))
        return id === null ? null : library.articles.get(id).slug
      },
      dayOf: (slug) => {
        const article = library.articles.bySlug(slug)
        return article && (article.publishedAt?.slice(0, 10).replaceAll('-', '/') ?? '')
      },
    }
    const addresses = new Addresses(this.#coming, inLibrary, library.site.get().baseUrl)
    for (const coming of this.#coming) {
      beforeEach()
      this.#write(coming, addresses)
    }
    this.#joinTranslations()
  }

  /** By what files say, else where two are called alike but for a language. */
  #joinTranslations(): void {
    const alike = new Map<string, number>()
    for (const { file } of this.#coming) {
      const name = nameBesideLanguage(file)
      alike.set(name, (alike.get(name) ?? 0) + 1)
    }
    for (const { id, draft } of this.#written) {
      const name = nameBesideLanguage(draft.file)
      const key = draft.translationKey ?? ((alike.get(name) ?? 0) > 1 ? name : null)
      if (key !== null) this.#library.translations.mark(id, key)
    }
  }

  report(): Written {
    return { ...this.#report, media: this.#pictures.added }
  }

  #write(coming: Coming, addresses: Addresses): void {
    const { draft, slug, articleId } = coming
    const notes = [...draft.notes]
    const { patch, hash } = this.#patchOf(coming, addresses, notes)
    const entry = (more: readonly string[] = notes) => entryOf(draft.file.relative, slug, draft.title, more)
    if (articleId === null) {
      if (draft.slug !== '' && slug !== draft.slug) notes.push(this.#words.slugTaken(draft.slug, slug))
      const input = { ...this.#resolved(draft), ...patch, slug }
      // A text is as old as its file says, and no younger than the day on which it came out.
      const article = this.#library.articles.create(input, draft.updatedAt ?? draft.publishedAt ?? undefined)
      this.#library.articles.setSource(article.id, sourceOf(draft.file.path), hash)
      storeVector(this.#library, article)
      this.#act.created(article)
      this.#written.push({ id: article.id, draft })
      this.#report.created.push(entry())
      return
    }
    const before = this.#library.articles.get(articleId)
    const source = this.#library.articles.source(articleId)
    if (source?.hash === hash) this.#report.unchanged.push(entry([]))
    else if (before.trashedAt !== null && source?.hash !== UNDONE)
      this.#report.skipped.push(entry([this.#words.skipped.inTrash]))
    else if (source && source.hash !== UNDONE && source.version !== before.version) {
      this.#report.skipped.push(entry([this.#words.skipped.changedHere]))
    } else {
      const change = { ...this.#resolved(draft), ...patch }
      if (before.trashedAt !== null) this.#act.bringBack(articleId)
      this.#act.rewriting(articleId, draft.file.relative)
      this.#library.articles.save(articleId, before.version, change, draft.updatedAt ?? undefined)
      this.#library.articles.setSource(articleId, sourceOf(draft.file.path), hash)
      storeVector(this.#library, this.#library.articles.get(articleId))
      this.#written.push({ id: articleId, draft })
      this.#report.updated.push(entry())
    }
  }

  /** What the file says, its links and pictures found, and a fingerprint of all that it says. */
  #patchOf(
    { draft }: Coming,
    addresses: Addresses,
    notes: string[],
  ): { readonly patch: ArticlePatch; readonly hash: string } {
    const lost = { missing: new Set<string>(), svg: new Set<string>() }
    const body = this.#rewrite(draft, addresses, lost, notes)
    const cover =
      draft.cover &&
      this.#pathOf(this.#pictures.keep(draft.cover.address, draft.file), draft.cover.address, lost, notes)
    const extra = { ...draft.extra }
    if (cover) for (const key of draft.cover?.keys ?? []) delete extra[key]
    const { missing, svg } = lost
    if (missing.size > 0) notes.push(this.#words.picturesMissing(missing.size, firstOf(missing)))
    if (svg.size > 0) notes.push(this.#words.svg(svg.size, firstOf(svg)))
    const { title, summary, status, publishedAt, tags, language, footerPlace } = draft
    const coverAlt = cover ? (draft.cover?.alt ?? '') : ''
    const words = { title, summary, status, publishedAt, tags, language, body, cover, coverAlt, extra }
    // Only where a file says it, so that what was brought in before there were such pages is still the same.
    const patch = footerPlace === null ? words : { ...words, footerPlace }
    const key = draft.translationKey === null ? [] : [draft.translationKey]
    const said = JSON.stringify([patch, draft.category, draft.authors, draft.updatedAt, ...key])
    return { patch, hash: createHash('sha256').update(said).digest('hex') }
  }

  #rewrite({ body, file }: Draft, addresses: Addresses, lost: Lost, notes: string[]): string {
    const page = (slug: string | null, address = ''): string | null =>
      slug === null ? null : `${slug}.html${/#.*$/.exec(address)?.[0] ?? ''}`
    return rewriteBody(body, {
      address: (address) =>
        this.#pathOf(this.#pictures.keep(address, file), address, lost, notes) ??
        page(addresses.article(address, file), address),
      post: (name) => page(addresses.post(name)),
      note: (name) =>
        this.#pathOf(this.#pictures.keepNamed(name, file), name, lost, notes) ?? page(addresses.note(name)),
    })
  }

  #pathOf(kept: Kept, address: string, lost: Lost, notes: string[]): string | null {
    if (kept === 'missing' || kept === 'svg') lost[kept].add(address)
    if (typeof kept === 'string') return null
    if ('path' in kept) return kept.path
    if (!notes.includes(kept.refused)) notes.push(kept.refused)
    return null
  }

  /** What the library knows by number. */
  #resolved(draft: Draft): Pick<ArticlePatch, 'categoryId' | 'authorIds'> {
    return {
      categoryId: this.#places.category(draft.category),
      authorIds: draft.authors.map((name) => this.#places.author(name)),
    }
  }
}

/** Pictures of one file that cannot come along, by why. */
type Lost = Readonly<Record<'missing' | 'svg', Set<string>>>

const firstOf = (addresses: ReadonlySet<string>): readonly string[] => [...addresses].slice(0, MOST_NAMED)

function entryOf(path: string, slug: string, title: string, notes: readonly string[]): IntakeEntry {
  return { path, slug, title, notes: [...notes] }
}
