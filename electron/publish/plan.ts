import {
  type PageModel,
  type PageRef,
  type SiteMap,
  pageFacts,
  pageModel,
  siteModel,
} from '../../core/page/index.ts'
import type { RelatedLists } from '../library/related-lists.ts'
import { buildKey } from './build-key.ts'
import { fingerprint } from './fingerprint.ts'
import type { KnownBody } from './kept-bodies.ts'
import type { Sheets } from './own-styles.ts'
import { PlanMemo, type Planning } from './plan-memo.ts'
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
function sharedKey(map: SiteMap, { name, templates, options }: DressedTheme): string {
  // Of the options, a page has only what its templates are given: a colour changes the style sheet alone.
  const { themeOptions: _chosen, ...site } = map.site
  return fingerprint(JSON.stringify([buildKey(), name, templates, site, siteModel(map, options)]))
}

/** What pages are planned from. */
export interface PlanInput {
  readonly map: SiteMap
  readonly content: Pick<SiteContent, 'articles' | 'bodies' | 'tags' | 'authors'>
  readonly related: RelatedLists
  /** Has the style sheets for the page that has them inside. */
  readonly theme: DressedTheme
}

/** The pages of a site, and what else can be noted of them for the next time. */
export interface Plan {
  /** Every one, in a fixed order. */
  readonly pages: readonly PlannedPage[]
  readonly noted: Planning['noted']
}

/** Plans the pages of a site, each with the key that tells whether it has to be made again; `memo` spares work alone. */
export function planPages(input: PlanInput, memo = new PlanMemo()): Plan {
  const { map, content, related, theme } = input
  const { bodies } = content
  const shared = sharedKey(map, theme)
  const sheets = sheetsOf(theme)
  const planning = memo.begin({
    world: worldOf(input, shared, sheets),
    articles: content.articles,
    bodies,
    related,
  })
  const pages = map.pages().flatMap((ref) => {
    const id = ref.kind === 'article' ? ref.id : null
    const path = map.pathOf(ref)
    const body = id === null ? NO_BODY : bodies.of(id)
    const key =
      planning.keyOf(path, id) ?? keyOf(map, ref, body, shared, ref.kind === 'notFound' ? sheets : null)
    if (key === null) return []
    const page = {
      path,
      key,
      body: id === null ? null : () => bodies.get(id),
      model: () => modelOf(map, ref, body.named),
    }
    return [ref.kind === 'notFound' ? { ...page, sheets } : page]
  })
  planning.end(new Map(pages.map(({ path, key }) => [path, key])))
  return { pages, noted: (name, of, make) => planning.noted(name, of, make) }
}

const NO_BODY: KnownBody = { key: '', named: [] }

/** Null where there is no such page. */
function keyOf(
  map: SiteMap,
  ref: PageRef,
  { key, named }: KnownBody,
  shared: string,
  sheets: Sheets | null,
): string | null {
  const facts = pageFacts(map, ref, named)
  if (facts === null) return null
  return fingerprint(`${shared}\n${facts}\n${sheets ? JSON.stringify(sheets) : key}`)
}

/** All that pages are made of but articles, their bodies and what they are related to. */
function worldOf({ map, content }: PlanInput, shared: string, sheets: Sheets): string {
  const { articles, bodies, tags, authors } = content
  const pictures = new Set([
    ...[...articles, ...map.categories].map(({ cover }) => cover),
    ...authors.map(({ picture }) => picture),
    ...articles.flatMap(({ id }) => bodies.of(id).named),
  ])
  const colours = [...pictures].map((path) => [path, path && map.colours?.of(path.replace(/^\/+/, ''))])
  const { site, categories, look } = map
  return JSON.stringify([shared, site, look, categories, tags, authors, colours, sheets])
}

function sheetsOf({ assets }: Pick<DressedTheme, 'assets'>): Sheets {
  return Object.fromEntries(assets.flatMap(({ path, text }) => (text === undefined ? [] : [[path, text]])))
}

function modelOf(map: SiteMap, ref: PageRef, named: readonly string[]): PageModel {
  const model = pageModel(map, ref, named)
  if (model === null) throw new Error(`No page for ${JSON.stringify(ref)}`)
  return model
}
