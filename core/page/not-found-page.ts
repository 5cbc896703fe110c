import type { PageModel } from './model.ts'
import { pageHead } from './page-head.ts'
import { NOT_FOUND_PATH } from './paths.ts'
import type { SiteMap } from './site-map.ts'

/**
 * The page that a server shows for an address that is not there. It may be shown at any depth, so its links begin at
 * the server's root where the site's base URL tells how they go on; `root` says otherwise.
 */
export function notFoundPage(map: SiteMap, root = rootOnServer(map)): PageModel {
  const { notFound, notFoundText } = map.words
  return {
    template: 'not-found',
    page: pageHead(map, {
      path: NOT_FOUND_PATH,
      root,
      title: notFound,
      description: '',
      trail: [],
      isHidden: true,
    }),
    message: { title: notFound, text: notFoundText },
  }
}

function rootOnServer(map: SiteMap): string {
  return map.base === null ? '' : new URL(map.base).pathname
}
