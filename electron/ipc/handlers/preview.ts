import type { Handlers } from '../bridge.ts'
import type { SiteInWindow } from '../../session/site-in-window.ts'

/** The page of one article, as the frame beside the editor shows it. */
export function previewHandlers(site: SiteInWindow): Partial<Handlers> {
  return {
    'preview.page': async ({ articleId }) => ({ html: await site.articlePage(articleId) }),
  }
}
