import type { Article } from '../../core/article.ts'
import type { Changed } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import {
  type ArticleHead,
  type SiteMap,
  type SiteModel,
  type SiteSource,
  type Theme,
  headOf,
  mapSite,
  siteModel,
} from '../../core/page/index.ts'
import type { OldSlug } from '../../core/slug.ts'
import type { Change, Library } from '../library/library.ts'
import { keptColours } from './picture-colours.ts'
import { LiveTheme } from './live-theme.ts'
import { isOut } from './read-site.ts'
import type { DressedTheme } from './theme-dress.ts'

/** Parts of a library that say nothing of its articles. */
const BESIDE: readonly Changed[] = ['site', 'media', 'acts']

/** What a page in the window is made from. */
export interface LiveParts {
  readonly source: Omit<SiteSource, 'related'> & { readonly oldSlugs: readonly OldSlug[] }
  readonly map: SiteMap
  readonly model: SiteModel
  readonly theme: Theme
  readonly dressed: DressedTheme
  /** Every article that is not in the trash. */
  readonly heads: ReadonlyMap<number, ArticleHead>
}

/** Whose articles a site shows: those that are out now, or every one that is not in the trash. */
export type Shown = 'out' | 'all'

/**
 * A library's site as it would be exported now, and as it would be with its drafts, each kept ready between two
 * changes: a save of one article reads that article again and no other.
 */
export class LiveSite {
  readonly #library: Library
  readonly theme: LiveTheme
  #heads: Map<number, ArticleHead> | null = null
  readonly #stale = new Set<number>()
  readonly #parts = new Map<Shown, LiveParts>()

  constructor(library: Library) {
    this.#library = library
    this.theme = new LiveTheme(library)
    library.onChange((change) => this.#changed(change))
  }

  parts(shown: Shown): LiveParts {
    const known = this.#parts.get(shown)
    if (known) return known
    const parts = this.#library.transaction(() => this.#read(shown))
    this.#parts.set(shown, parts)
    return parts
  }

  /** To be called when the theme is another than it was. */
  forget(): void {
    this.#parts.clear()
  }

  #changed({ parts, articleId }: Change): void {
    this.#parts.clear()
    // Renamed tags and deleted authors change what articles say of them.
    const everyArticle = articleId === null && parts.some((part) => !BESIDE.includes(part))
    if (everyArticle) this.#heads = null
    else if (articleId !== null) this.#stale.add(articleId)
  }

  #read(shown: Shown): LiveParts {
    const heads = this.#readHeads()
    const site = this.#library.site.get()
    const moment = { now: this.#library.now().getTime() }
    const source = {
      site,
      categories: this.#library.categories.list(),
      tags: this.#library.tags.list(),
      authors: this.#library.authors.list(),
      oldSlugs: this.#library.oldSlugs(),
      articles: [...heads.values()].filter((article) => shown === 'all' || isOut(article, moment)),
    }
    const { theme, dressed } = this.theme.get(site.theme, site.themeOptions)
    const colours = keptColours(this.#library)
    const map = mapSite({ ...source, related: new Map(), colours, look: dressed.look })
    return { source, map, model: siteModel(map, dressed.options), heads, theme, dressed }
  }

  #readHeads(): Map<number, ArticleHead> {
    const { articles } = this.#library
    if (this.#heads === null) {
      this.#heads = new Map()
      for (const head of articles.heads()) this.#heads.set(head.id, head)
    } else {
      const present = this.#heads
      for (const id of this.#stale) {
        const article = this.#articleNow(id)
        if (article) present.set(id, headOf(article))
        else present.delete(id)
      }
    }
    this.#stale.clear()
    return this.#heads
  }

  // Deleted or in the trash means: not on any page.
  #articleNow(id: number): Article | null {
    try {
      const article = this.#library.articles.get(id)
      return article.trashedAt === null ? article : null
    } catch (thrown) {
      if (thrown instanceof Failure && thrown.code === 'notFound') return null
      throw thrown
    }
  }
}
