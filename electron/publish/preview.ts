import { readFileSync } from 'node:fs'
import type { RelatedList } from '../../core/bridge.ts'
import { NO_DRESSING, dressingFor, renderMarkdown } from '../../core/markdown/index.ts'
import {
  SEARCH_FILES,
  type SiteMap,
  articlePage,
  isSafePath,
  notFoundPage,
  pageAt,
  pageModel,
  renderPage,
  sitemaps,
} from '../../core/page/index.ts'
import { madeFrom, picturesNamedIn } from '../../core/renditions.ts'
import type { Library } from '../library/library.ts'
import { extraFiles, indexFiles, indexFolder, searchFolder } from './extras.ts'
import { type LiveParts, LiveSite, type Shown } from './live-site.ts'
import { fingerprintFrom } from './fingerprint.ts'
import { iconAt } from './icons.ts'
import { mimeOf, pictureMime } from './mime.ts'
import { cachedFile, keptName } from './picture-cache.ts'
import { pictureFile } from './pictures.ts'
import { SEARCH_SCRIPT } from './resources.ts'

/** A file of the site as the window's protocol answers it. */
export interface PreviewFile {
  readonly bytes: Uint8Array
  readonly mime: string
  /** Whether it is the page whose script has to run. */
  readonly runsScript: boolean
  /** Of the rules that stand in the page itself, as its policy names it; null without such. */
  readonly styleHash: string | null
}

/** How the site is looked at. */
export interface PreviewOptions {
  /** `all`: drafts and what is scheduled stand on every page where they would stand if they were out. */
  readonly shown?: Shown
}

/** Gives the related articles of one, from the service that the inspector asks too. */
export type RelatedOf = (articleId: number, limit: number) => Promise<Pick<RelatedList, 'items'>>

/** Asked of the service: enough for those that are not out yet to be passed over. */
const ASKED = 50

const sites = new WeakMap<Library, LiveSite>()

/**
 * The file at `path` of the site as an export would write it now, or null when the site has none there. An article
 * that is not out has a page here all the same; other pages do not show it.
 *
 * @throws Failure `theme.broken`, `file.refused`
 */
export async function previewFile(
  library: Library,
  related: RelatedOf,
  path: string,
  { shown = 'out' }: PreviewOptions = {},
): Promise<PreviewFile | null> {
  const name = path === '' || path.endsWith('/') ? `${path}index.html` : path
  if (!isSafePath(name)) return null
  if (name.startsWith('media/')) return mediaFile(library, name)
  const live = liveSite(library).parts(shown)
  if (name.startsWith('assets/')) return assetFile(live, name)
  if (name === `${searchFolder(live.map)}/${SEARCH_FILES.script}`) {
    return fileOf(name, readFileSync(SEARCH_SCRIPT))
  }
  const icon = await iconAt(library, live.map, name)
  if (icon !== null) return fileOf(name, 'file' in icon ? readFileSync(icon.file) : Buffer.from(icon.text))
  const made = name.endsWith('.html') ? await page(library, live, related, name) : null
  const text = made?.html ?? (await extra(library, live, name))
  if (text === null) return null
  return {
    ...fileOf(name, new TextEncoder().encode(text)),
    runsScript: name === searchPagePath(live),
    styleHash: made?.styleHash ?? null,
  }
}

/** The page that a server would show for an address where nothing is; `root` is the address of the site's own root. */
export function missingPage(
  library: Library,
  root: string,
  { shown = 'out' }: PreviewOptions = {},
): PreviewFile {
  const live = liveSite(library).parts(shown)
  const html = renderPage(live.theme, live.model, notFoundPage(live.map, root))
  return fileOf('404.html', new TextEncoder().encode(html))
}

function fileOf(name: string, bytes: Uint8Array): PreviewFile {
  return { bytes, mime: mimeOf(name), runsScript: false, styleHash: null }
}

function searchPagePath({ map }: LiveParts): string {
  return map.pathOf({ kind: 'search' })
}

/** A library's site in the window, kept ready; the same for everyone who asks. */
export function liveSite(library: Library): LiveSite {
  let site = sites.get(library)
  if (!site) sites.set(library, (site = new LiveSite(library)))
  return site
}

async function page(
  library: Library,
  live: LiveParts,
  related: RelatedOf,
  path: string,
): Promise<{ readonly html: string; readonly styleHash: string | null } | null> {
  const ref = pageAt(live.map, live.source, path)
  if (ref) {
    // In the window the site does not lie where a server has it.
    const model = ref.kind === 'notFound' ? notFoundPage(live.map, '') : pageModel(live.map, ref)
    return model && { html: renderPage(live.theme, live.model, model), styleHash: model.page.styleHash }
  }
  if (path.includes('/')) return null
  const article = library.articles.bySlug(path.slice(0, -'.html'.length))
  if (!article || article.trashedAt !== null) return null
  const { items } = await related(article.id, ASKED)
  const shown = items.filter(({ onPage }) => onPage).flatMap(({ id }) => live.heads.get(id) ?? [])
  const model = articlePage(live.map, article, shown, picturesNamedIn(article.body))
  const body = renderMarkdown(article.body, await dressingFor([article.body]))
  return { html: renderPage(live.theme, live.model, model, body), styleHash: model.page.styleHash }
}

async function extra(library: Library, { map, source }: LiveParts, path: string): Promise<string | null> {
  if (path.startsWith(indexFolder(map))) return indexOf(map).get(path) ?? null
  const body = (id: number): string => library.articles.get(id).body
  const isFeed = /(?:^|\/)feed\.\w+$/.test(path)
  // Only a feed holds texts, and it is not known which before it is made.
  const dressing = isFeed ? (await import('../../core/markdown/full-dressing.ts')).FULL_DRESSING : NO_DRESSING
  const { oldSlugs } = source
  const files = extraFiles({
    map,
    oldSlugs,
    body,
    bodyKey: body,
    dressing: () => dressing,
    sitemaps: () => sitemaps(map),
  })
  return files.find((file) => file.path === path)?.text() ?? null
}

const indexes = new WeakMap<SiteMap, ReadonlyMap<string, string>>()

/** All files of the search index are made at once, and asked for one by one. */
function indexOf(map: SiteMap): ReadonlyMap<string, string> {
  let files = indexes.get(map)
  if (!files) indexes.set(map, (files = indexFiles(map)))
  return files
}

function assetFile({ dressed }: LiveParts, path: string): PreviewFile | null {
  const asset = dressed.assets.find((one) => one.path === path)
  if (!asset) return null
  const bytes = asset.text === undefined ? readFileSync(asset.file) : new TextEncoder().encode(asset.text)
  return fileOf(path, bytes)
}

/** A picture, or a copy of one: made before for a site, else the picture itself, which is seen all the same. */
function mediaFile(library: Library, path: string): PreviewFile | null {
  const copy = madeFrom(path)
  const file = pictureFile(library, copy?.original ?? path)
  if (file === null) return null
  const sha256 = copy && library.media.hashes().get(copy.original)
  const kept = sha256 ? cachedFile(library.folder, fingerprintFrom(sha256), keptName(copy)) : null
  const bytes = readFileSync(kept ?? file)
  return { ...fileOf(path, bytes), ...(copy && { mime: pictureMime(bytes) }) }
}
