import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root folder. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** What set-up makes for itself: git-ignored, may be deleted at any time. */
export const RUNTIME = join(ROOT, '.runtime')

/** The build's output. */
export const OUT = join(ROOT, 'out')
