import type { PageWords } from '../locale/page.ts'
import type { Pagination } from './model.ts'

/** The way through the pages of a list; null when there is only one. `page` counts from 1. */
export function paginationOf(
  words: PageWords,
  page: number,
  pages: number,
  href: (page: number) => string,
): Pagination | null {
  if (pages <= 1) return null
  return {
    label: words.page(page, pages),
    newer: page > 1 ? href(page - 1) : null,
    older: page < pages ? href(page + 1) : null,
    pages: pageNumbers(page, pages).map((number) => ({
      number,
      href: href(number),
      current: number === page,
    })),
  }
}

/** The first, the last, and those around the present one: enough to find one's way in any number of pages. */
function pageNumbers(page: number, pages: number): readonly number[] {
  const near = [-2, -1, 0, 1, 2].map((step) => page + step).filter((number) => number > 1 && number < pages)
  return [1, ...near, pages]
}
