import type { Author, Category } from '../article.ts'
import { readingMinutes } from '../markdown/index.ts'
import { cardOf, dateOf } from './card.ts'
import { exactTime } from './dates.ts'
import { feedLinks } from './feed-links.ts'
import { ICON_PATH, manifestFrom } from './icon.ts'
import { type Meta, metaElements } from './meta.ts'
import type { ArticleModel, AuthorModel, PageModel, RelatedModel, TextLink } from './model.ts'
import { articlePath, listPath } from './paths.ts'
import { colourStyle, picturesOfArticle } from './picture-colours.ts'
import { picture } from './picture.ts'
import { sharePicture, siteCardAddress } from './share-picture.ts'
import type { SiteMap } from './site-map.ts'
import {
  addressOf,
  coverAddress,
  foreignLanguage,
  languageTag,
  siteLanguage,
  siteLink,
} from './site-model.ts'
import type { ArticleHead } from './source.ts'
import { type LinkedData, breadcrumbList, jsonLd } from './structured-data.ts'
import { initial, line } from './text.ts'
import { alternatesOf, translationLinks } from './translations.ts'

/** Article pages lie at the root of the site. */
const ROOT = ''

/**
 * The page of an article, which need not be out: the window shows drafts this way. Everything that the article
 * lacks (cover, summary, author, date, category, related) is left out of the model. `named`: the library's pictures that
 * its text names.
 */
export function articlePage(
  map: SiteMap,
  article: ArticleHead,
  related: readonly ArticleHead[],
  named: readonly string[] = [],
): PageModel {
  const path = articlePath(article.slug)
  const title = line(article.title)
  const summary = line(article.summary)
  const isAside = article.footerPlace !== null
  // What orders the stream says nothing of a page outside it.
  const category = isAside ? undefined : map.category(article.categoryId)
  const trail = category ? map.path(category) : []
  const foreign = foreignLanguage(map, article.language)
  const authors = article.authorIds.flatMap((id) => map.author(id) ?? [])
  const facts: Facts = {
    path,
    title,
    description: line(article.metaDescription) || summary,
    authors,
    category,
  }
  const { newer, older } = map.neighbours(article.id)
  const style = colourStyle(map, picturesOfArticle(map, article, related, named))
  const model: ArticleModel = {
    title,
    summary,
    date: isAside ? null : dateOf(map, article),
    readingTime: isAside ? null : readingTime(map, article),
    words: article.words,
    category: category ? categoryLink(map, category) : null,
    authors: authors.map((author) => authorModel(map, author, ROOT)),
    cover: picture(article.cover, line(article.coverAlt) || title, ROOT),
    tags: isAside ? [] : tagLinks(map, article),
    translations: translationLinks(map, article, ROOT),
  }
  return {
    template: 'article',
    page: {
      path,
      root: ROOT,
      language: languageTag(article.language, siteLanguage(map)),
      siteLanguage: foreign === null ? null : siteLanguage(map),
      title: `${line(article.metaTitle) || title} | ${line(map.site.name)}`,
      section: trail[0]?.slug ?? null,
      styleHash: style?.hash ?? null,
      meta: metaElements({
        description: facts.description,
        canonical: map.base === null ? null : addressOf(map, path, ROOT),
        feeds: feedLinks(map, ROOT, category),
        alternates: alternatesOf(map, article, ROOT),
        icon: ROOT + ICON_PATH,
        manifest: manifestFrom(map, ROOT),
        style,
        openGraph: openGraph(map, article, facts, model.cover?.alt ?? ''),
        jsonLd: jsonLd([
          isAside ? webPage(map, article, facts) : posting(map, article, facts),
          breadcrumbList([
            { name: line(map.site.name), url: addressOf(map, 'index.html', ROOT) },
            ...trail.map((step) => ({
              name: line(step.name),
              url: addressOf(map, categoryPath(map, step), ROOT),
            })),
            { name: title, url: addressOf(map, path, ROOT) },
          ]),
        ]),
      }),
    },
    article: model,
    related: isAside ? null : relatedModel(map, category, related),
    newer: newer && neighbour(map, newer),
    older: older && neighbour(map, older),
  }
}

/** An author as pages show one from which `root` leads to the site's root. */
export function authorModel(map: SiteMap, author: Author, root: string): AuthorModel {
  const name = line(author.name)
  return {
    name,
    href: root + listPath(map.words.folders.author, author.slug, 1),
    role: line(author.role) || map.words.author,
    initial: initial(name),
    picture: picture(author.picture, '', root),
  }
}

function readingTime(map: SiteMap, article: ArticleHead): string | null {
  return article.words === 0 ? null : map.words.minutes(minutesOf(map, article))
}

function minutesOf(map: SiteMap, article: ArticleHead): number {
  return readingMinutes(article.words, Math.max(1, map.site.readingSpeed))
}

function categoryPath(map: SiteMap, category: Category): string {
  return listPath(map.words.folders.category, category.slug, 1)
}

function categoryLink(map: SiteMap, category: Category): TextLink {
  return siteLink(category.name, ROOT + categoryPath(map, category))
}

function tagLinks(map: SiteMap, article: ArticleHead): readonly TextLink[] {
  return article.tags.flatMap((name) => {
    const tag = map.tagNamed(name)
    return tag ? siteLink(tag.name, ROOT + listPath(map.words.folders.tag, tag.slug, 1)) : []
  })
}

function relatedModel(
  map: SiteMap,
  category: Category | undefined,
  related: readonly ArticleHead[],
): RelatedModel | null {
  if (related.length === 0) return null
  return {
    category: category ? categoryLink(map, category) : null,
    cards: related.map((other) => cardOf(map, other, ROOT)),
  }
}

function neighbour(map: SiteMap, article: ArticleHead): TextLink {
  return {
    name: line(article.title),
    href: ROOT + articlePath(article.slug),
    language: foreignLanguage(map, article.language),
  }
}

/** What structured data and Open Graph both tell about an article. */
interface Facts {
  readonly path: string
  readonly title: string
  readonly description: string
  readonly authors: readonly Author[]
  readonly category: Category | undefined
}

// https://schema.org/BlogPosting
function posting(map: SiteMap, article: ArticleHead, facts: Facts): LinkedData {
  const url = addressOf(map, facts.path, ROOT)
  const publisher = {
    '@type': 'Organization',
    name: line(map.site.name),
    url: addressOf(map, 'index.html', ROOT),
  }
  const published = exactTime(article.publishedAt)
  return {
    '@type': 'BlogPosting',
    headline: facts.title,
    description: facts.description || undefined,
    image: coverAddress(map, article.cover) ?? siteCardAddress(map) ?? undefined,
    datePublished: published ?? undefined,
    dateModified: published === null ? undefined : changedAt(article, published),
    author: facts.authors.length === 0 ? publisher : facts.authors.map((author) => person(map, author)),
    publisher,
    mainEntityOfPage: url,
    url,
    articleSection: facts.category ? line(facts.category.name) : undefined,
    keywords: article.tags.length === 0 ? undefined : article.tags.map(line).join(', '),
    wordCount: article.words,
    timeRequired: article.words === 0 ? undefined : `PT${minutesOf(map, article)}M`,
    inLanguage: languageTag(article.language, siteLanguage(map)),
  }
}

// https://schema.org/WebPage
function webPage(map: SiteMap, article: ArticleHead, facts: Facts): LinkedData {
  return {
    '@type': 'WebPage',
    name: facts.title,
    description: facts.description || undefined,
    url: addressOf(map, facts.path, ROOT),
    inLanguage: languageTag(article.language, siteLanguage(map)),
  }
}

function person(map: SiteMap, author: Author): LinkedData {
  return {
    '@type': 'Person',
    name: line(author.name),
    url: addressOf(map, listPath(map.words.folders.author, author.slug, 1), ROOT),
  }
}

// An article that was written ahead of its date has not been changed since.
function changedAt(article: ArticleHead, published: string): string {
  const changed = exactTime(article.updatedAt)
  return changed !== null && Date.parse(changed) > Date.parse(published) ? changed : published
}

function openGraph(map: SiteMap, article: ArticleHead, facts: Facts, coverAlt: string): Meta['openGraph'] {
  const published = article.footerPlace === null ? exactTime(article.publishedAt) : null
  return [
    ['og:type', article.footerPlace === null ? 'article' : 'website'],
    ['og:site_name', line(map.site.name)],
    ['og:title', line(article.metaTitle) || facts.title],
    ['og:description', facts.description],
    ['og:url', map.base === null ? null : addressOf(map, facts.path, ROOT)],
    ['og:locale', localeOf(map, article)],
    ...map
      .translations(article)
      .filter(({ id }) => id !== article.id)
      .map((other) => ['og:locale:alternate', localeOf(map, other)] as const),
    ...sharePicture(map, article.cover, coverAlt),
    ['article:published_time', published],
    ['article:modified_time', published === null ? null : changedAt(article, published)],
    ['article:section', facts.category && line(facts.category.name)],
    ...(article.footerPlace === null ? articleLabels(article, facts) : []),
  ]
}

function localeOf(map: SiteMap, article: ArticleHead): string {
  return languageTag(article.language, siteLanguage(map)).replace('-', '_')
}

function articleLabels(article: ArticleHead, { authors }: Facts): Meta['openGraph'] {
  return [
    ...article.tags.map((tag) => ['article:tag', line(tag)] as const),
    ...authors.map((author) => ['article:author', line(author.name)] as const),
  ]
}
