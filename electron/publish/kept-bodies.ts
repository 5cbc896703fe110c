import { readFileSync, writeFileSync } from 'node:fs'
import { isDrawing, isOfLibrary } from '../../core/renditions.ts'
import { keep, readKept } from '../library/kept-folder.ts'
import { buildKey } from './build-key.ts'

/** What an export has to know of a body, without reading it. */
export interface KnownBody {
  /** Stands for the body. */
  readonly key: string
  /** Pictures of the library that it names. */
  readonly named: readonly string[]
}

/** The same of an article that was at this version, written to last at this time. */
export interface KeptBody extends KnownBody {
  readonly version: number
  readonly updatedAt: string
}

const FILE = 'bodies.json'
/** A file that says more than this was not written by us. */
const MOST_BYTES = 256 * 1024 * 1024

/**
 * What is kept of the bodies of the library in `folder`, by article; nothing of what is not as it should be, or what another
 * build has kept. The library's own versions only go up: putting a backup back leaves what was kept behind.
 */
export function readBodies(folder: string): ReadonlyMap<number, KeptBody> {
  return (
    readKept(folder, 'export', FILE, MOST_BYTES, (file) => fromText(readFileSync(file, 'utf8'))) ?? new Map()
  )
}

/** Keeps it in the place of what was; where the folder refuses it, bodies are read the next time. */
export function keepBodies(folder: string, bodies: ReadonlyMap<number, KeptBody>): void {
  keep(folder, 'export', FILE, (file) => writeFileSync(file, toText(bodies)))
}

// A row is an array: names of what it holds would be most of the file.
function toText(bodies: ReadonlyMap<number, KeptBody>): string {
  const rows = [...bodies].map(([id, { version, updatedAt, key, named }]) => [
    id,
    version,
    updatedAt,
    key,
    ...named,
  ])
  return JSON.stringify({ build: buildKey(), rows })
}

function fromText(text: string): ReadonlyMap<number, KeptBody> | null {
  const parsed = parse(text)
  if (typeof parsed !== 'object' || parsed === null) return null
  const { build, rows } = parsed as Readonly<Record<string, unknown>>
  if (build !== buildKey() || !Array.isArray(rows)) return null
  const bodies = new Map<number, KeptBody>()
  for (const row of rows as readonly unknown[]) {
    if (!Array.isArray(row)) return null
    const [id, version, updatedAt, key, ...named] = row as readonly unknown[]
    if (!Number.isSafeInteger(id) || !Number.isSafeInteger(version)) return null
    if (typeof updatedAt !== 'string' || typeof key !== 'string' || !named.every(isPicture)) return null
    bodies.set(id as number, { version: version as number, updatedAt, key, named })
  }
  return bodies
}

const isPicture = (path: unknown): path is string =>
  typeof path === 'string' && (isOfLibrary(path) || isDrawing(path))

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null
    throw thrown
  }
}
