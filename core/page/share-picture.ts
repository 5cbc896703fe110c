/** Which picture goes with a link to a page, wherever it is shared: Open Graph (https://ogp.me) and X's cards. */
import { SHARE_CARD, shareCardOf } from '../renditions.ts'
import type { Meta } from './meta.ts'
import { sizeInName } from './picture.ts'
import { SITE_CARD_PATH } from './share-card.ts'
import type { SiteMap } from './site-map.ts'
import { coverAddress } from './site-model.ts'
import { line } from './text.ts'

interface SharePicture {
  /** Absolute. */
  readonly address: string
  readonly type: string | null
  readonly size: { readonly width: number; readonly height: number } | null
  readonly alt: string
}

/** Narrower than this, a picture is shown small, beside the link's title. */
const LARGE = 600

/**
 * What a page says of its picture: the share card of its cover, a cover that is too small for one, or the card of the
 * whole site. Nothing on a site without an address, for it has to be absolute.
 */
export function sharePicture(map: SiteMap, cover: string | null, coverAlt: string): Meta['openGraph'] {
  const shared = pictureOf(map, cover, coverAlt)
  if (shared === null) return []
  const isLarge = (shared.size?.width ?? LARGE) >= LARGE
  return [
    ['og:image', shared.address],
    ['og:image:type', shared.type],
    ['og:image:width', shared.size?.width],
    ['og:image:height', shared.size?.height],
    ['og:image:alt', shared.alt],
    ['twitter:card', isLarge ? 'summary_large_image' : 'summary'],
  ]
}

/** The address of the site's card; null without an address of the site. */
export function siteCardAddress(map: SiteMap): string | null {
  return map.base === null ? null : map.base + SITE_CARD_PATH
}

function pictureOf({ base, site }: SiteMap, cover: string | null, alt: string): SharePicture | null {
  if (base === null) return null
  const address = coverAddress({ base }, cover)
  if (address === null)
    return { address: base + SITE_CARD_PATH, type: 'image/png', size: SHARE_CARD, alt: line(site.name) }
  const card = cover === null ? null : shareCardOf(cover)
  if (card !== null) return { address: base + card, type: 'image/jpeg', size: SHARE_CARD, alt }
  return { address, type: null, size: sizeInName(address), alt }
}
