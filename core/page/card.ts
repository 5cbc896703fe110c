import { longDate, wallDate } from './dates.ts'
import type { Card, DateModel } from './model.ts'
import { articlePath } from './paths.ts'
import { picture } from './picture.ts'
import type { SiteMap } from './site-map.ts'
import { foreignLanguage, siteLanguage } from './site-model.ts'
import type { ArticleHead } from './source.ts'
import { line } from './text.ts'

/** An article as a page shows it from which `root` leads to the site's root. Made once for all pages at one depth. */
export function cardOf(map: SiteMap, article: ArticleHead, root: string): Card {
  const key = `${root} ${article.id}`
  let card = map.cards.get(key)
  if (!card) {
    card = makeCard(map, article, root)
    map.cards.set(key, card)
  }
  return card
}

function makeCard(map: SiteMap, article: ArticleHead, root: string): Card {
  return {
    title: line(article.title),
    href: root + articlePath(article.slug),
    summary: line(article.summary),
    date: dateOf(map, article),
    // The title stands beside it: a second reading of the same words helps nobody.
    cover: picture(article.cover, '', root, 'small'),
    language: foreignLanguage(map, article.language),
  }
}

/** The publication date as pages show it; null without one. */
export function dateOf(map: SiteMap, article: ArticleHead): DateModel | null {
  const iso = wallDate(article.publishedAt)
  return iso === null ? null : { iso, text: longDate(iso, siteLanguage(map)) }
}
