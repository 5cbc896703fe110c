export { articlePage } from './article-page.ts'
export type { PageBody } from './contents.ts'
export { isOutBy, wallDate } from './dates.ts'
export type { Colour } from './colour.ts'
export { type Face, SYSTEM_FACES } from './faces.ts'
export { feedText } from './feed-formats.ts'
export { FEED_FORMATS, feedPath } from './feed-links.ts'
export { feedArticles, makeFeed } from './feed.ts'
export {
  ICON_PATH,
  type IconFacts,
  MANIFEST_PATH,
  type Outline,
  PIXEL_ICONS,
  type PixelIcon,
  emptyIcon,
  iconFacts,
  pictureIcon,
  pixelIcon,
  siteIcon,
  webManifest,
} from './icon.ts'
export { destination } from './links.ts'
export { type SiteLook, lookOf } from './look.ts'
export type { PageModel, SiteModel } from './model.ts'
export { notFoundPage } from './not-found-page.ts'
export { isSameElsewhere, pageFacts } from './page-facts.ts'
export { pageModel } from './page-model.ts'
export { articlePath, isSafePath } from './paths.ts'
export type { PictureColours } from './picture-colours.ts'
export { redirects } from './redirects.ts'
export { renderPage } from './render.ts'
export { SEARCH_FILES, searchFacts, searchIndex } from './search-index.ts'
export type { Setter } from './set-lines.ts'
export { CARD_LOGO, SITE_CARD_PATH, type SiteCardFacts, siteCard, siteCardFacts } from './share-card.ts'
export { type PageRef, type SiteMap, mapSite, pageAt } from './site-map.ts'
export { siteModel } from './site-model.ts'
export { robots, sitemaps } from './sitemap.ts'
export { type ArticleHead, type SiteSource, headOf } from './source.ts'
export { type Theme, type ThemeSource, compileTheme } from './theme.ts'
export { type ThemeColours, coloursIn } from './theme-colours.ts'
export { type ThemeManifest, readThemeManifest } from './theme-manifest.ts'
export { type ThemeChoices, chooseOptions } from './theme-options.ts'
