/** The open library's site as the window shows it: rendered on demand, from the library as it is now. */
import { previewFile } from '../publish/preview.ts'
import type { Session } from './session.ts'

/** A file of the site, as the window's own protocol answers it. */
export interface SiteFile {
  readonly bytes: Uint8Array
  readonly mime: string
}

export class SiteInWindow {
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  /** A file by its path below the site's root (`trail.html`, `assets/style.css`, `media/trail-1200x675.jpg`), or null. */
  async file(path: string): Promise<SiteFile | null> {
    if (!this.#session.hasLibrary) return null
    const { library, related } = this.#session.open
    return previewFile(library, (id, limit) => related.list(id, limit), path)
  }
}
