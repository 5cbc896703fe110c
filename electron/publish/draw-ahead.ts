import { mapSite } from '../../core/page/index.ts'
import { Failure } from '../../core/errors.ts'
import { openLibrary } from '../library/library.ts'
import { type Drawing, drawn, drawingOf } from './icons.ts'
import { fingerprintFrom } from './fingerprint.ts'
import { dressTheme } from './theme-dress.ts'
import { readTheme } from './theme-folder.ts'

const NOTHING = {
  categories: [],
  tags: [],
  authors: [],
  articles: [],
  related: new Map<number, readonly number[]>(),
}

/**
 * Draws the icons and the card of a library's site in a thread, so that its next export finds them. What cannot be drawn
 * now that export draws, and says why it cannot.
 */
export async function drawAhead(folder: string, signal: Pick<AbortSignal, 'aborted'>): Promise<void> {
  try {
    const { library, drawing } = wantedBy(folder)
    await drawn(library, drawing, signal)
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown
  }
}

function wantedBy(folder: string): {
  readonly library: { readonly folder: string }
  readonly drawing: Drawing
} {
  const library = openLibrary(folder, { readonly: true, isOpen: true })
  try {
    const site = library.site.get()
    const hashes = library.media.hashes()
    const theme = readTheme(site.theme, { library: folder })
    const { look } = dressTheme(theme, site.themeOptions, (path) => hashes.has(path))
    const map = mapSite({ ...NOTHING, site, look })
    return {
      library: { folder },
      drawing: drawingOf(library, map, (path) => fingerprintFrom(hashes.get(path) ?? '')),
    }
  } finally {
    library.close()
  }
}
