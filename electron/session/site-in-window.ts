/** The open library's site as the window shows it: rendered on demand, from the library as it is now. */
import type { Shown } from '../publish/live-site.ts'
import { missingPage, type PreviewFile, previewFile } from '../publish/preview.ts'
import type { Session } from './session.ts'

/** A file of the site, as the window's own protocol answers it. */
export interface SiteFile extends PreviewFile {
  /** False for the page that stands in the place of one that is not there. */
  readonly isThere: boolean
}

export class SiteInWindow {
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  /**
   * A file by its path below the site's root (`trail.html`, `assets/style.css`, `media/trail-1200x675.jpg`). For a
   * page that is not there it is the site's own page that says so, with links that begin at `root`; for anything else
   * that is not there, null.
   */
  async file(path: string, root: string, shown: Shown): Promise<SiteFile | null> {
    if (!this.#session.hasLibrary) return null
    const { library, related } = this.#session.open
    const file = await previewFile(library, (id, limit) => related.list(id, limit), path, { shown })
    if (file) return { ...(path.endsWith('.css') ? withFaces(file) : file), isThere: true }
    return isPage(path) ? { ...missingPage(library, root, { shown }), isThere: false } : null
  }
}

/**
 * A reader's page goes without a face that is not there at once, so that nothing moves. In the window, which is busy,
 * that would hide the face from the one who chose it.
 */
function withFaces(file: PreviewFile): PreviewFile {
  const css = new TextDecoder().decode(file.bytes).replaceAll('font-display:optional', 'font-display:swap')
  return { ...file, bytes: new TextEncoder().encode(css) }
}

const isPage = (path: string): boolean => path.endsWith('.html') || !/\.[^/]*$/.test(path)
