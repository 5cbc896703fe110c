import {
  type PageModel,
  type PageRef,
  type SiteMap,
  pageFacts,
  pageModel,
  siteModel,
} from '../../core/page/index.ts'
import { buildKey } from './build-key.ts'
import { fingerprint } from './fingerprint.ts'
import type { Sheets } from './own-styles.ts'
import type { SiteContent } from './read-site.ts'
import type { DressedTheme } from './theme-dress.ts'

/** A page of the site before it is rendered. */
export interface PlannedPage {
  readonly path: string
  /** Stands for all that the page is made of. */
  readonly key: string
  /** Gives the Markdown of an article; null on other pages. */
  readonly body: (() => string) | null
  /** On a page that is to have its style sheets inside. */
  readonly sheets?: Sheets
  /** What the theme is given; made when it is asked for, since most pages stay as they are. */
  model(): PageModel
}

/** Stands for what every page shares: the program, the theme and the site around the text. */
export function sharedKey(map: SiteMap, { name, templates, options }: DressedTheme): string {
  // Of the options, a page has only what its templates are given: a colour changes the style sheet alone.
  const { themeOptions: _chosen, ...site } = map.site
  return fingerprint(JSON.stringify([buildKey(), name, templates, site, siteModel(map, options)]))
}

/**
 * Every page of a site, in a fixed order, with the key that tells whether it has to be made again. `theme` has the
 * style sheets for the page that has them inside.
 */
export function planPages(
  map: SiteMap,
  { bodies }: Pick<SiteContent, 'bodies'>,
  shared: string,
  theme: Pick<DressedTheme, 'assets'>,
): readonly PlannedPage[] {
  return map.pages().flatMap((ref) => {
    const id = ref.kind === 'article' ? ref.id : null
    const { key, named: pictures } = id === null ? { key: '', named: [] } : bodies.of(id)
    const facts = pageFacts(map, ref, pictures)
    if (facts === null) return []
    const page = {
      path: map.pathOf(ref),
      body: id === null ? null : () => bodies.get(id),
      model: () => modelOf(map, ref, pictures),
    }
    if (ref.kind === 'notFound') {
      const sheets = sheetsOf(theme)
      return [{ ...page, sheets, key: fingerprint(`${shared}\n${facts}\n${JSON.stringify(sheets)}`) }]
    }
    return [{ ...page, key: fingerprint(`${shared}\n${facts}\n${key}`) }]
  })
}

function sheetsOf({ assets }: Pick<DressedTheme, 'assets'>): Sheets {
  return Object.fromEntries(assets.flatMap(({ path, text }) => (text === undefined ? [] : [[path, text]])))
}

function modelOf(map: SiteMap, ref: PageRef, named: readonly string[]): PageModel {
  const model = pageModel(map, ref, named)
  if (model === null) throw new Error(`No page for ${JSON.stringify(ref)}`)
  return model
}
