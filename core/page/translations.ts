import { primaryLanguage } from '../locale/direction.ts'
import { pageWords } from '../locale/page.ts'
import { languageIdentity, ownNameOf } from '../translations.ts'
import type { Alternate } from './meta.ts'
import type { TranslationLink } from './model.ts'
import { articlePath } from './paths.ts'
import type { SiteMap } from './site-map.ts'
import { addressOf, languageTag, siteLanguage } from './site-model.ts'
import type { ArticleHead } from './source.ts'

/**
 * The page of an article in every language that it is in, for search engines; `x-default` is that in the site's
 * language. None when it has no translation that is out.
 * https://developers.google.com/search/docs/specialty/international/localized-versions
 */
export function alternatesOf(map: SiteMap, article: ArticleHead, root: string): readonly Alternate[] {
  const own = siteLanguage(map)
  const all = map.translations(article).map((other) => ({
    language: languageTag(other.language, own),
    href: addressOf(map, articlePath(other.slug), root),
  }))
  const standard = all.find(({ language }) => languageIdentity(language) === languageIdentity(own))
  return standard ? [...all, { language: 'x-default', href: standard.href }] : all
}

/** The links to an article's translations for readers, each in the words of its own language; null when there are none. */
export function translationLinks(
  map: SiteMap,
  article: ArticleHead,
  root: string,
): readonly TranslationLink[] | null {
  const group = map.translations(article)
  const languages = group.map(({ language }) => languageTag(language, siteLanguage(map)))
  const links = group.flatMap((other, index) => {
    const language = languages[index] ?? siteLanguage(map)
    if (other.id === article.id) return []
    const name = invitation(language, languages)
    return [{ name, href: root + articlePath(other.slug), language }]
  })
  return links.length === 0 ? null : links
}

/** What a reader of `language` is asked; its name alone where pages have no words in it. */
function invitation(language: string, all: readonly string[]): string {
  const primary = primaryLanguage(language)
  if (all.filter((other) => primaryLanguage(other) === primary).length > 1) return ownNameOf(language, true)
  const { language: spoken, readThis } = pageWords(language)
  return spoken === primary ? readThis : ownNameOf(language)
}
