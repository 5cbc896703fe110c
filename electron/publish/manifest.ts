import { lstatSync, readFileSync } from 'node:fs'
import { onFile } from './file-failure.ts'
import type { RelatedNotes } from './related-lists.ts'
import { ownPath } from './site-folder.ts'

/** A link or picture in a body that leads into the site: where to, as written, and on which line (from 1). */
export type Reference = readonly [target: string, line: number]

/** One file that an export made. */
export interface Made {
  /** Of its bytes. */
  readonly hash: string
  readonly size: number
  /** Of all that it was made from: alike means that making it again would give the same bytes. */
  readonly key: string
  /** Of an article's page. */
  readonly links?: readonly Reference[]
  readonly images?: readonly Reference[]
}

/** What Longhand made in a folder. It holds no time of day: the same site has the same manifest. */
export interface Manifest {
  readonly files: ReadonlyMap<string, Made>
  readonly related: RelatedNotes | null
  /** When it was written, by the file system; files that are older are as they were made. */
  readonly writtenMs: number
  /** As it stands in the file. */
  readonly text: string
}

const MAKER = 'Longhand'
const VERSION = 1

/** The manifest of a site's folder; null when the folder was not made by Longhand (or the manifest is unreadable). */
export function readManifest(folder: string): Manifest | null {
  const file = ownPath(folder, 'manifest.json')
  return onFile(file, () => {
    const stat = lstatSync(file, { throwIfNoEntry: false })
    if (!stat?.isFile()) return null
    const text = readFileSync(file, 'utf8')
    const parsed = parse(text)
    // One of another version is Longhand's too: what it says of a file at least tells whose the file is.
    if (parsed?.madeBy !== MAKER || typeof parsed.files !== 'object' || parsed.files === null) return null
    return {
      files: new Map(Object.entries(parsed.files)),
      related: parsed.related ?? null,
      writtenMs: stat.mtimeMs,
      text,
    }
  })
}

/** A manifest as it is written: files in order, one a line, so that a difference can be read. */
export function manifestText(files: ReadonlyMap<string, Made>, related: RelatedNotes): string {
  const lines = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, made]) => `${JSON.stringify(path)}:${JSON.stringify(made)}`)
  const head = `"madeBy":"${MAKER}","version":${VERSION},"related":${JSON.stringify(related)}`
  return `{${head},"files":{\n${lines.join(',\n')}\n}}\n`
}

interface Parsed {
  readonly madeBy?: unknown
  readonly files?: Record<string, Made> | null
  readonly related?: RelatedNotes
}

// A damaged manifest counts as none: what is in the folder is then asked about, not overwritten.
function parse(text: string): Parsed | null {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null
    throw thrown
  }
}
