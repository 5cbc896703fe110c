/** What an export would do, put in items with their reasons. */
import { extname } from 'node:path'
import type { ExportPlan, ExportWarning, PlanItem, PlanKind, PlanReason, Waiting } from '../../core/bridge.ts'
import { type PageRef, type SiteMap, siteModel } from '../../core/page/index.ts'
import type { Library } from '../library/library.ts'
import type { RelatedLists } from '../library/related-lists.ts'
import { buildKey } from './build-key.ts'
import type { Collection } from './collection.ts'
import { fingerprint } from './fingerprint.ts'
import { type Manifest, type SharedNotes, manifestText } from './manifest.ts'
import type { PictureReport } from './pictures.ts'
import type { PlannedPage } from './plan.ts'
import type { SiteContent } from './read-site.ts'
import { foreignFiles, isFolder } from './site-folder.ts'
import type { DressedTheme } from './theme-dress.ts'

/** A site that was made whole, with nothing of it in place yet. */
export interface Made {
  readonly content: SiteContent
  readonly map: SiteMap
  readonly pages: readonly PlannedPage[]
  readonly pictures: PictureReport
  readonly removed: readonly string[]
  readonly warnings: readonly ExportWarning[]
  readonly notes: { readonly related: RelatedLists; readonly shared: SharedNotes }
}

/** More files than anyone counts; a folder can hold a whole disk. */
const MOST_COUNTED = 100_000

/** Stands for what every page of a site has in common, part by part. */
export function sharedNotes(map: SiteMap, { name, templates, options, assets }: DressedTheme): SharedNotes {
  const { theme: _theme, themeOptions: _chosen, ...settings } = map.site
  const { navigation, footer } = siteModel(map, options)
  const sheets = assets.map(({ path, text }) => [path, text ?? ''])
  return {
    program: fingerprint(buildKey()),
    theme: fingerprint(JSON.stringify([name, templates, options, sheets])),
    settings: fingerprint(JSON.stringify(settings)),
    navigation: fingerprint(JSON.stringify([navigation, footer])),
  }
}

/** Stands for all that an export puts, removes and notes: the same id means the same, byte for byte. */
export function planId(what: {
  readonly staged: readonly string[]
  readonly removed: readonly string[]
  readonly collisions: readonly string[]
  readonly manifest: string
}): string {
  const { staged, removed, collisions, manifest } = what
  return fingerprint(JSON.stringify([staged.toSorted(), removed.toSorted(), collisions, manifest]))
}

/** The plan of an export that was made dry. */
export function planReport(
  library: Library,
  folder: string,
  files: Collection,
  before: Manifest | null,
  made: Made,
): Omit<ExportPlan, 'milliseconds'> {
  const { content, pages, removed, warnings, notes } = made
  const { staged } = files
  const manifest = manifestText(files.files, notes.related, notes.shared)
  const replaced = files.collisions()
  const isThere = isFolder(folder)
  const all = isThere ? foreignFiles(folder, (path) => before?.files.has(path) ?? false, MOST_COUNTED) : 0
  const why = new Reasons(library, files, before, made)
  const put = staged.toSorted().map((path) => why.put(path))
  return {
    folder,
    id: planId({ staged, removed, collisions: replaced, manifest }),
    isOurs: before !== null || all === 0,
    kept: all - replaced.length,
    replaced,
    added: put.filter(({ path }) => files.before(path) === null),
    changed: put.filter(({ path }) => files.before(path) !== null),
    removed: removed.toSorted().map((path) => why.removed(path)),
    unchanged: files.files.size - staged.length,
    articles: content.articles.length,
    pages: pages.length,
    bytes: sum([...files.files.values()].map(({ size }) => size)),
    writtenBytes: sum(put.map(({ bytes }) => bytes)),
    waiting: waitingOf(content.waiting),
    warnings,
  }
}

/** When articles come in that wait for their date. */
export function waitingOf(dates: readonly string[]): Waiting {
  const inOrder = dates.toSorted((a, b) => Date.parse(a) - Date.parse(b))
  return { count: dates.length, first: inOrder[0] ?? '', last: inOrder.at(-1) ?? '' }
}

/** What is to be said of each file. */
class Reasons {
  readonly #library: Library
  readonly #files: Collection
  readonly #made: Made
  readonly #refs: ReadonlyMap<string, PageRef>
  /** Reasons that hold for every page. */
  readonly #shared: readonly PlanReason[]
  readonly #relatedBefore: ReadonlyMap<number, string>
  readonly #relatedNow: ReadonlyMap<number, string>

  constructor(library: Library, files: Collection, before: Manifest | null, made: Made) {
    this.#library = library
    this.#files = files
    this.#made = made
    this.#refs = new Map(made.map.pages().map((ref) => [made.map.pathOf(ref), ref]))
    this.#shared = before === null ? [] : sharedReasons(before.shared, made.notes.shared)
    this.#relatedBefore = listsOf(before?.related ?? [])
    this.#relatedNow = listsOf(made.notes.related)
  }

  put(path: string): PlanItem {
    const ref = this.#refs.get(path)
    const now = this.#files.files.get(path)
    const kind = kindOf(path, ref)
    return {
      path,
      kind,
      title: ref ? this.#titleOf(ref) : '',
      reasons: this.#whyPut(path, ref, kind),
      bytes: now?.size ?? 0,
    }
  }

  removed(path: string): PlanItem {
    const slug = /^([^/]+)\.html$/.exec(path)?.[1]
    const article = slug === undefined ? null : this.#library.articles.bySlug(slug)
    const kind = kindOf(path, undefined)
    const reason: PlanReason =
      article === null
        ? slug === undefined
          ? 'unused'
          : 'deleted'
        : article.trashedAt !== null
          ? 'trashed'
          : article.status === 'published'
            ? 'scheduled'
            : 'withdrawn'
    return {
      path,
      kind: slug === undefined ? kind : 'article',
      title: article?.title ?? '',
      reasons: [reason],
      bytes: this.#files.before(path)?.size ?? 0,
    }
  }

  #whyPut(path: string, ref: PageRef | undefined, kind: PlanKind): readonly PlanReason[] {
    const before = this.#files.before(path)
    if (before === null) return [kind === 'redirect' ? 'redirected' : 'first']
    if (this.#files.standing(path) === null) return ['mended']
    if (kind === 'redirect') return ['redirected']
    if (kind === 'theme') return ['theme']
    if (kind === 'picture') return ['picture']
    if (!ref) return this.#shared.length > 0 ? this.#shared : ['articles']
    const own = [...(this.#files.reasons.get(path) ?? []), ...this.#related(ref)]
    if (own.length === 0 && this.#shared.length === 0)
      own.push(ref.kind === 'article' ? 'neighbours' : 'cards')
    return [...own, ...this.#shared]
  }

  #related(ref: PageRef): readonly PlanReason[] {
    if (ref.kind !== 'article') return []
    return this.#relatedBefore.get(ref.id) === this.#relatedNow.get(ref.id) ? [] : ['related']
  }

  #titleOf(ref: PageRef): string {
    const { map } = this.#made
    switch (ref.kind) {
      case 'article':
        return map.article(ref.id)?.title ?? ''
      case 'category':
        return map.category(ref.id)?.name ?? ''
      case 'tag':
        return map.tag(ref.id)?.name ?? ''
      case 'author':
        return map.author(ref.id)?.name ?? ''
      default:
        return ''
    }
  }
}

function sharedReasons(before: SharedNotes | null, now: SharedNotes): readonly PlanReason[] {
  if (before === null) return ['earlier']
  return (['theme', 'settings', 'navigation', 'program'] as const).filter(
    (part) => before[part] !== now[part],
  )
}

function listsOf(related: Iterable<readonly [number, readonly number[]]>): ReadonlyMap<number, string> {
  return new Map(Array.from(related, ([id, shown]) => [id, shown.join()]))
}

function kindOf(path: string, ref: PageRef | undefined): PlanKind {
  if (ref)
    return ref.kind === 'article'
      ? 'article'
      : ref.kind === 'search'
        ? 'search'
        : ref.kind === 'notFound'
          ? 'other'
          : 'list'
  if (path.startsWith('media/')) return 'picture'
  if (path.startsWith('assets/')) return 'theme'
  if (/(?:^|\/)feed\.(?:xml|json)$/.test(path)) return 'feed'
  const ending = extname(path)
  if (ending === '.js') return 'search'
  return ending === '.html' ? 'redirect' : 'other'
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
