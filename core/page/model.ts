import type { Picture } from './picture.ts'
import type { TreeBranch, TreeLeaf } from './tree.ts'

/**
 * What templates are given: plain data, every text cleaned, every address checked and relative to the page.
 * A theme's templates read exactly these names.
 */
export interface PageModel {
  /** Which template renders it. */
  readonly template: 'article' | 'index' | 'list' | 'archive' | 'search' | 'not-found'
  readonly page: PageHead
  /** On an article's page. */
  readonly article?: ArticleModel
  readonly related?: RelatedModel | null
  readonly newer?: TextLink | null
  readonly older?: TextLink | null
  /** On the front page and on the pages of a category, tag or author. */
  readonly list?: ListModel
  readonly archive?: ArchiveModel
  readonly search?: SearchModel
  /** On the page for addresses that are not there. */
  readonly message?: { readonly title: string; readonly text: string }
}

/** What stands in the head of a page. */
export interface PageHead {
  /** From the site's root. */
  readonly path: string
  /** Leads from the page to the site's root: empty, `../`, `../../`. */
  readonly root: string
  /** BCP 47. */
  readonly language: string
  /** The site's language when the page's own differs, for the furniture around the text; else null. */
  readonly siteLanguage: string | null
  /** Document title. */
  readonly title: string
  /** HTML for the head: description, canonical address, Open Graph, feed, JSON-LD. Already safe. */
  readonly meta: string
  /** Of the rules in `meta`, for whoever sends a policy along with the page; null without rules. */
  readonly styleHash: string | null
  /** Slug of the top category that the page belongs to, for the navigation; null when none. */
  readonly section: string | null
}

export interface TextLink {
  readonly name: string
  readonly href: string
  /** Language of the name when it is not the site's; else null. */
  readonly language: string | null
}

/** A link to the same in another language, in words of that language. */
export interface TranslationLink {
  readonly name: string
  readonly href: string
  readonly language: string
}

export interface DateModel {
  /** `YYYY-MM-DD`. */
  readonly iso: string
  /** Long form in the site's language. */
  readonly text: string
}

export interface ArticleModel {
  readonly title: string
  readonly summary: string
  readonly date: DateModel | null
  readonly readingTime: string | null
  /** In the body, as a reader counts them. */
  readonly words: number
  readonly category: TextLink | null
  readonly authors: readonly AuthorModel[]
  readonly cover: Picture | null
  readonly tags: readonly TextLink[]
  /** The same in other languages; null when there are none. */
  readonly translations: readonly TranslationLink[] | null
}

export interface AuthorModel {
  readonly name: string
  readonly href: string
  readonly role: string
  readonly initial: string
  readonly picture: Picture | null
}

/** An article as other pages show it. */
export interface Card {
  readonly title: string
  readonly href: string
  readonly summary: string
  readonly date: DateModel | null
  readonly cover: Picture | null
  /** Language of title and summary when it is not the site's; else null. */
  readonly language: string | null
}

export interface RelatedModel {
  readonly category: TextLink | null
  readonly cards: readonly Card[]
}

export interface ListModel {
  readonly kind: 'index' | 'category' | 'tag' | 'author'
  readonly title: string
  readonly description: string
  /** From the front page to the parent; empty on the front page. */
  readonly breadcrumb: readonly TextLink[]
  /** On an author's page. */
  readonly author: AuthorModel | null
  readonly cover: Picture | null
  readonly count: string
  readonly subcategories: readonly (TextLink & { readonly count: string })[]
  /** The newest article, shown large on the first page of the front page. */
  readonly featured: Card | null
  readonly cards: readonly Card[]
  readonly pagination: Pagination | null
}

export interface Pagination {
  readonly label: string
  readonly newer: string | null
  readonly older: string | null
  readonly pages: readonly { readonly number: number; readonly href: string; readonly current: boolean }[]
}

/** A page of the archive. */
export interface ArchiveModel {
  readonly title: string
  readonly breadcrumb: readonly TextLink[]
  readonly count: string
  /** Every year that has a page of its own; none in a small archive, which is one page. */
  readonly years: readonly (TextLink & { readonly count: string; readonly current: boolean })[]
  readonly months: readonly ArchiveMonth[]
  readonly pagination: Pagination | null
}

export interface ArchiveMonth {
  /** Unique on the page. */
  readonly id: string
  readonly name: string
  readonly entries: readonly ArchiveEntry[]
}

export interface ArchiveEntry {
  readonly title: string
  readonly href: string
  /** Its text is the day alone. */
  readonly date: DateModel | null
  readonly language: string | null
}

export interface SearchModel {
  readonly title: string
  /** Field, results and the script that fills them, and a list for where scripts are off. Already safe. */
  readonly html: string
}

/** What all pages of a site share. */
export interface SiteModel {
  readonly name: string
  readonly description: string
  readonly language: string
  /** Top categories that have articles. */
  readonly navigation: readonly { readonly name: string; readonly slug: string; readonly path: string }[]
  /** All categories that have articles, with their articles in reading order. */
  readonly tree: readonly TreeBranch[]
  /** The articles of the tree, in its order. */
  readonly order: readonly TreeLeaf[]
  /** Pages outside the stream, such as the one about the site. */
  readonly footer: readonly {
    readonly name: string
    readonly path: string
    readonly language: string | null
  }[]
  /** Paths of pages that every page leads to. */
  readonly paths: { readonly archive: string; readonly search: string }
  readonly words: Readonly<Record<string, string>>
  /** What the writer chose of the theme's options, checked; `logo` as a path from the site's root. */
  readonly options: Readonly<Record<string, string>>
}
