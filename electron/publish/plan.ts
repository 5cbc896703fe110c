import { type PageModel, type SiteMap, articlePage, listPage, siteModel } from '../../core/page/index.ts'
import { buildKey } from './build-key.ts'
import { fingerprint } from './fingerprint.ts'
import type { ThemeFolder } from './theme-folder.ts'

/** A page of the site before it is rendered. */
export interface PlannedPage {
  readonly path: string
  /** Stands for all that the page is made of. */
  readonly key: string
  readonly model: PageModel
  /** Markdown of an article; null on other pages. */
  readonly body: string | null
}

/** Stands for what every page shares: the program, the theme and the site around the text. */
export function sharedKey(map: SiteMap, theme: ThemeFolder): string {
  return fingerprint(JSON.stringify([buildKey(), theme.name, theme.templates, siteModel(map)]))
}

/** Every page of a site, in a fixed order, with the key that tells whether it has to be made again. */
export function planPages(
  map: SiteMap,
  bodies: ReadonlyMap<number, string>,
  shared: string,
): readonly PlannedPage[] {
  return map.pages().flatMap((ref) => {
    const article = ref.kind === 'article' ? map.article(ref.id) : undefined
    const model = article
      ? articlePage(map, article, map.related(article.id))
      : ref.kind === 'article'
        ? null
        : listPage(map, ref)
    if (model === null) return []
    const body = article ? (bodies.get(article.id) ?? '') : null
    const key = fingerprint(`${shared}\n${JSON.stringify(model)}\n${body ?? ''}`)
    return [{ path: model.page.path, key, model, body }]
  })
}
