import { monthOf, dayOf, wallDate } from './dates.ts'
import type { ArchiveMonth, ArchiveModel, PageModel, TextLink } from './model.ts'
import { pageHead } from './page-head.ts'
import { paginationOf } from './pagination.ts'
import { archivePath, articlePath, rootOf } from './paths.ts'
import type { PageRef, SiteMap } from './site-map.ts'
import { foreignLanguage, siteLanguage, siteLink } from './site-model.ts'
import type { ArticleHead } from './source.ts'
import { line } from './text.ts'

/** Articles on one page of the archive: a title and a date each, so that the page stays below 60 kB. */
export const ARCHIVE_LENGTH = 200

/** Stands for the year of articles without a date. */
export const UNDATED = 'undated'

export type ArchiveRef = Extract<PageRef, { kind: 'archive' }>

/** The articles of one year, newest first. */
export interface ArchiveYear {
  /** `2025`, or {@link UNDATED}. */
  readonly year: string
  readonly articles: readonly ArticleHead[]
}

const years = new WeakMap<SiteMap, readonly ArchiveYear[]>()

/** The years of a site, the newest first; articles without a date are last. */
export function archiveYears(map: SiteMap): readonly ArchiveYear[] {
  let known = years.get(map)
  if (!known) {
    const grouped = Map.groupBy(map.articles, ({ publishedAt }) => yearOf(publishedAt))
    known = [...grouped]
      .map(([year, articles]) => ({ year, articles }))
      .sort((a, b) => (a.year === UNDATED ? 1 : b.year === UNDATED ? -1 : b.year.localeCompare(a.year, 'en')))
    years.set(map, known)
  }
  return known
}

const yearOf = (publishedAt: string | null): string => wallDate(publishedAt)?.slice(0, 4) ?? UNDATED

/** Every page of the archive: one for a small site, else one that leads to those of each year. */
export function archivePages(map: SiteMap): readonly ArchiveRef[] {
  const whole = { kind: 'archive', year: null, page: 1 } as const
  if (map.articles.length <= ARCHIVE_LENGTH) return [whole]
  const parts = archiveYears(map).flatMap(({ year, articles }) =>
    Array.from({ length: pagesOf(articles) }, (_, index) => ({
      kind: 'archive' as const,
      year,
      page: index + 1,
    })),
  )
  return [whole, ...parts]
}

/** The articles that a page of the archive names. */
export function archived(map: SiteMap, { year, page }: ArchiveRef): readonly ArticleHead[] {
  if (year === null) return map.articles.length <= ARCHIVE_LENGTH ? map.articles : []
  const start = (page - 1) * ARCHIVE_LENGTH
  return articlesOf(map, year).slice(start, start + ARCHIVE_LENGTH)
}

/** All that a page of the archive shows beside the site's settings, for its key. */
export function archiveFacts(map: SiteMap, ref: ArchiveRef): string {
  return JSON.stringify([
    ref,
    archiveYears(map).map(({ year, articles }) => [year, articles.length]),
    archived(map, ref).map(({ title, slug, publishedAt, language }) => [title, slug, publishedAt, language]),
  ])
}

/** A page of the archive: the titles of all articles by month, those of a long one by year. */
export function archivePage(map: SiteMap, ref: ArchiveRef): PageModel {
  const { words } = map
  const path = archivePath(words.folders, ref.year, ref.page)
  const root = rootOf(path)
  const name = ref.year === null ? null : yearName(map, ref.year)
  const title = name === null ? words.archive : words.archiveOf(name)
  const home = siteLink(words.home, `${root}index.html`)
  const whole = archivePath(words.folders, null, 1)
  const all = ref.year === null ? map.articles : articlesOf(map, ref.year)
  const pagination = paginationOf(
    words,
    ref.page,
    ref.year === null ? 1 : pagesOf(all),
    (page) => root + archivePath(words.folders, ref.year, page),
  )
  const archive: ArchiveModel = {
    title,
    breadcrumb: ref.year === null ? [home] : [home, siteLink(words.archive, root + whole)],
    count: words.articles(all.length),
    years: map.articles.length <= ARCHIVE_LENGTH ? [] : yearLinks(map, ref, root),
    months: monthsOf(map, archived(map, ref), root),
    pagination,
  }
  return {
    template: 'archive',
    page: pageHead(map, {
      path,
      title: pagination && ref.page > 1 ? `${title} – ${pagination.label}` : title,
      description: '',
      trail: [{ name: words.archive, path: whole }, ...(name === null ? [] : [{ name, path }])],
    }),
    archive,
  }
}

function articlesOf(map: SiteMap, year: string): readonly ArticleHead[] {
  return archiveYears(map).find((one) => one.year === year)?.articles ?? []
}

const pagesOf = (articles: readonly unknown[]): number => Math.ceil(articles.length / ARCHIVE_LENGTH)

const yearName = (map: SiteMap, year: string): string => (year === UNDATED ? map.words.undated : year)

function yearLinks(map: SiteMap, ref: ArchiveRef, root: string): ArchiveModel['years'] {
  return archiveYears(map).map(({ year, articles }) => {
    const link: TextLink = siteLink(yearName(map, year), root + archivePath(map.words.folders, year, 1))
    return { ...link, count: map.words.articles(articles.length), current: year === ref.year }
  })
}

function monthsOf(map: SiteMap, articles: readonly ArticleHead[], root: string): readonly ArchiveMonth[] {
  const language = siteLanguage(map)
  const months = Map.groupBy(articles, ({ publishedAt }) => wallDate(publishedAt)?.slice(0, 7) ?? UNDATED)
  const byMonth = [...months].sort(([a], [b]) => (a === UNDATED ? 1 : b === UNDATED ? -1 : a < b ? 1 : -1))
  return byMonth.map(([month, own]) => ({
    id: `m-${month}`,
    name: month === UNDATED ? map.words.undated : monthOf(`${month}-01`, language),
    entries: own.map((article) => {
      const iso = wallDate(article.publishedAt)
      return {
        title: line(article.title),
        href: root + articlePath(article.slug),
        date: iso === null ? null : { iso, text: dayOf(iso, language) },
        language: foreignLanguage(map, article.language),
      }
    }),
  }))
}
