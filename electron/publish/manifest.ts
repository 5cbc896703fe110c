import { lstatSync, readFileSync } from 'node:fs'
import { isSafePath } from '../../core/page/paths.ts'
import { onFile } from './file-failure.ts'
import type { RelatedLists } from '../library/related-lists.ts'
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

/** Stands for what every page has in common, part by part: so that one can say why all of them are others now. */
export interface SharedNotes {
  readonly program: string
  readonly theme: string
  readonly settings: string
  readonly navigation: string
}

/** What Longhand made in a folder. It holds no time of day: the same site has the same manifest. */
export interface Manifest {
  readonly files: ReadonlyMap<string, Made>
  /** What each article's page showed as related, so that one can say whether that is why it is another now. */
  readonly related: RelatedLists
  /** What every page was made with; null in a manifest of an earlier version. */
  readonly shared: SharedNotes | null
  /** When it was written, by the file system; files that are older are as they were made. */
  readonly writtenMs: number
  /** As it stands in the file. */
  readonly text: string
}

const MAKER = 'Longhand'
const VERSION = 1
/** Of a site of a million pages; more than that no string could hold. */
const MOST_BYTES = 400_000_000

/** The manifest of a site's folder; null when the folder was not made by Longhand (or the manifest is unreadable). */
export function readManifest(folder: string): Manifest | null {
  const file = ownPath(folder, 'manifest.json')
  return onFile(file, () => {
    const stat = lstatSync(file, { throwIfNoEntry: false })
    if (!stat?.isFile() || stat.size > MOST_BYTES) return null
    const text = readFileSync(file, 'utf8')
    if (last?.text !== text) last = said(text)
    return last && { ...last, writtenMs: stat.mtimeMs }
  })
}

/** What was read last: an export reads the same more than once, and so does the next. */
let last: Omit<Manifest, 'writtenMs'> | null = null

function said(text: string): Omit<Manifest, 'writtenMs'> | null {
  const parsed = parse(text)
  // One of another version is Longhand's too: what it says of a file at least tells whose the file is.
  if (parsed?.madeBy !== MAKER || !isRecord(parsed.files)) return null
  return {
    files: new Map(
      Object.entries(parsed.files).flatMap(([path, made]) =>
        isSafePath(path) ? [[path, madeOf(made)]] : [],
      ),
    ),
    related: new Map(relatedIn(parsed)),
    shared: parsed.shared ?? null,
    text,
  }
}

/** A manifest as it is written: files in order, one a line, so that a difference can be read. */
export function manifestText(
  files: ReadonlyMap<string, Made>,
  related: RelatedLists,
  shared: SharedNotes,
): string {
  const lines = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, made]) => `${JSON.stringify(path)}:${JSON.stringify(made)}`)
  const notes = `"related":${JSON.stringify([...related])},"shared":${JSON.stringify(shared)}`
  const head = `"madeBy":"${MAKER}","version":${VERSION},${notes}`
  return `{${head},"files":{\n${lines.join(',\n')}\n}}\n`
}

interface Parsed {
  readonly madeBy?: unknown
  readonly files?: unknown
  readonly related?: unknown
  readonly shared?: SharedNotes
}

type RelatedRow = readonly [id: number, shown: readonly number[]]

// Earlier versions noted something else there.
function relatedIn({ related }: Parsed): readonly RelatedRow[] {
  const isRow = (row: unknown): row is RelatedRow =>
    Array.isArray(row) && Array.isArray(row[1]) && row[1].every(Number.isInteger)
  return Array.isArray(related) ? related.filter(isRow) : []
}

/** One of another version, or of a stranger's, at least tells whose the file is: what else it says may be of any shape. */
function madeOf(said: unknown): Made {
  const { hash, size, key, links, images } = isRecord(said) ? said : {}
  return {
    hash: typeof hash === 'string' ? hash : '',
    size: typeof size === 'number' ? size : -1,
    key: typeof key === 'string' ? key : '',
    ...(areReferences(links) && { links }),
    ...(areReferences(images) && { images }),
  }
}

function areReferences(said: unknown): said is readonly Reference[] {
  const isOne = (one: unknown): boolean =>
    Array.isArray(one) && typeof one[0] === 'string' && Number.isInteger(one[1])
  return Array.isArray(said) && said.every(isOne)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
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
