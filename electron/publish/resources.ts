import { join } from 'node:path'

/** The application's `resources/`: two folders up both from this source file and from the built `out/main`. */
export const RESOURCES = join(import.meta.dirname, '..', '..', 'resources')

/** The script of the search page. */
export const SEARCH_SCRIPT = join(RESOURCES, 'site', 'search.js')
