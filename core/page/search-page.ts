import type { PageModel } from './model.ts'
import { pageHead } from './page-head.ts'
import { archivePath, articlePath, rootOf, searchPath } from './paths.ts'
import { SEARCH_FILES } from './search-index.ts'
import type { SiteMap } from './site-map.ts'
import { foreignLanguage } from './site-model.ts'
import type { ArticleHead } from './source.ts'
import { escapeMarkup, line } from './text.ts'

/** Articles that are listed where scripts are off. */
const LISTED = 100

/** All that the search page shows beside the site's settings, for its key. */
export function searchPageFacts(map: SiteMap): string {
  return JSON.stringify(listed(map).map(({ title, slug, language }) => [title, slug, language]))
}

/** The page that searches the site: the only one with a script. */
export function searchPage(map: SiteMap): PageModel {
  const { words } = map
  const path = searchPath(words.folders)
  const root = rootOf(path)
  return {
    template: 'search',
    page: pageHead(map, {
      path,
      title: words.search,
      description: '',
      trail: [{ name: words.search, path }],
      isHidden: true,
      runsScript: true,
    }),
    search: { title: words.search, html: searchHtml(map, root) },
  }
}

/**
 * The field is shown by the script, which stands right behind it: where scripts are off there is a list in its place,
 * and nothing moves when the script comes in.
 */
function searchHtml(map: SiteMap, root: string): string {
  const { words } = map
  const data = {
    root,
    none: words.searchNone,
    one: words.searchOne,
    many: words.searchMany,
    best: words.searchBest,
    failed: words.searchFailed,
  }
  const attributes = Object.entries(data).map(([name, text]) => ` data-${name}="${escapeMarkup(text)}"`)
  const archive = root + archivePath(words.folders, null, 1)
  return [
    `<form class="search-form" id="search" role="search" hidden${attributes.join('')}>`,
    `<label for="search-words">${escapeMarkup(words.searchLabel)}</label>`,
    '<input id="search-words" type="search" name="q" maxlength="200" autocomplete="off" spellcheck="false">',
    '<p class="search-status" role="status"></p>',
    '</form>',
    '<ol class="search-results" id="search-results"></ol>',
    `<script src="${SEARCH_FILES.script}" defer></script>`,
    '<noscript>',
    `<p>${escapeMarkup(words.searchOff)} <a href="${archive}">${escapeMarkup(words.archive)}</a>.</p>`,
    '<ul class="archive-entries">',
    ...listed(map).map((article) => entry(map, article, root)),
    '</ul>',
    '</noscript>',
  ].join('\n')
}

function listed(map: SiteMap): readonly ArticleHead[] {
  return map.articles.slice(0, LISTED)
}

function entry(map: SiteMap, article: ArticleHead, root: string): string {
  const language = foreignLanguage(map, article.language)
  const lang = language === null ? '' : ` lang="${escapeMarkup(language)}"`
  const href = escapeMarkup(root + articlePath(article.slug))
  return `<li><a href="${href}"${lang}>${escapeMarkup(line(article.title))}</a></li>`
}
