import { directionOf } from '../locale/direction.ts'
import { type PageBody, contentsOf } from './contents.ts'
import type { PageModel, SiteModel } from './model.ts'
import { picture } from './picture.ts'
import type { Theme } from './theme.ts'

const NO_BODY: PageBody = { html: '', outline: [] }

/**
 * The HTML of a page: a pure function of the site, the page's model, the article's body (already safe; its HTML stands
 * in the page byte for byte) and the theme. Throws `theme.broken`.
 */
export function renderPage(theme: Theme, site: SiteModel, model: PageModel, body = NO_BODY): string {
  const { template, ...parts } = model
  return theme.render(template, {
    site: siteFrom(site, model.page.root),
    words: site.words,
    ...directions(model.page),
    ...parts,
    contents: contentsOf(body.outline, model.article?.words ?? 0, site.options['contents']),
    body: body.html,
  })
}

/** Which way a page is written, and what is around its text where that differs; null where nothing need be said. */
function directions({ language, siteLanguage }: PageModel['page']) {
  const own = directionOf(language)
  const around = siteLanguage === null ? own : directionOf(siteLanguage)
  return { direction: own === 'rtl' ? own : null, siteDirection: around === own ? null : around }
}

// The same for every page at one depth, and the same object, so that parts can be kept by it.
const seen = new WeakMap<SiteModel, Map<string, ReturnType<typeof makeSiteFrom>>>()

function siteFrom(site: SiteModel, root: string): ReturnType<typeof makeSiteFrom> {
  const byRoot = seen.get(site) ?? new Map<string, ReturnType<typeof makeSiteFrom>>()
  seen.set(site, byRoot)
  const made = byRoot.get(root) ?? makeSiteFrom(site, root)
  byRoot.set(root, made)
  return made
}

function makeSiteFrom(site: SiteModel, root: string) {
  const { words: _words, navigation, footer, paths, ...rest } = site
  return {
    ...rest,
    root,
    home: `${root}index.html`,
    feed: `${root}feed.xml`,
    archive: root + paths.archive,
    search: root + paths.search,
    footerLines: (site.options['footer'] ?? '').split('\n').filter((text) => text.trim() !== ''),
    logo: picture(site.options['logo'] ?? null, site.name, root),
    footer: footer.map(({ name, path, language }) => ({ name, href: root + path, language })),
    navigation: navigation.map(({ name, slug, path }) => ({ name, slug, href: root + path })),
  }
}
