import { inkOn } from './colour.ts'
import type { SiteMap } from './site-map.ts'
import { siteLanguage } from './site-model.ts'
import { escapeMarkup, initial, line } from './text.ts'

/** Where the site's icon lies. */
export const ICON_PATH = 'icon.svg'
/** Where the site describes itself to a phone's home screen. */
export const MANIFEST_PATH = 'site.webmanifest'

const ACCENT = '#0f6b6b'

/** The site's icon: its initial on its accent colour, in whatever of the two inks can be read on it. */
export function siteIcon(map: SiteMap): string {
  const accent = accentOf(map)
  const letter = escapeMarkup(initial(map.site.name) || '•')
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">',
    `<rect width="64" height="64" rx="14" fill="${accent}"/>`,
    `<text x="32" y="46" font-family="Georgia, 'Times New Roman', serif" font-size="40" font-weight="bold" text-anchor="middle" fill="${inkOn(accent)}">${letter}</text>`,
    '</svg>',
    '',
  ].join('\n')
}

/** The web app manifest (https://www.w3.org/TR/appmanifest/); its addresses are relative to itself. */
export function webManifest(map: SiteMap): string {
  const name = line(map.site.name)
  const made = {
    name,
    ...(map.site.description !== '' && { description: line(map.site.description) }),
    lang: siteLanguage(map),
    start_url: 'index.html',
    scope: './',
    display: 'browser',
    theme_color: accentOf(map),
    icons: [{ src: ICON_PATH, sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  }
  return `${JSON.stringify(made, null, 1)}\n`
}

/** The manifest's address for a page; a site that has no address yet cannot stand on a home screen. */
export function manifestFrom(map: SiteMap, root: string): string | null {
  return map.base === null ? null : root + MANIFEST_PATH
}

function accentOf(map: SiteMap): string {
  const chosen = map.site.themeOptions['accent'] ?? ''
  return /^#[0-9a-f]{6}$/i.test(chosen) ? chosen.toLowerCase() : ACCENT
}
