import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { PlanReason } from '../../core/bridge.ts'
import { onFile } from './file-failure.ts'
import { fingerprint } from './fingerprint.ts'
import { pageChanges } from './page-changes.ts'
import { placeOf, stagedPath } from './site-folder.ts'

/** Where pages go. */
export interface WriterSetup {
  /** The site's folder; pages are staged in it. */
  readonly folder: string
  /** For a plan: nothing is staged, and it is said how a page differs from the one that stands. */
  readonly isDry: boolean
}

/** A page that has been rendered, without its text. */
export interface Page {
  readonly path: string
  /** Hash of the file as it stands in the folder, when that is as it was made; else null. */
  readonly standing: string | null
  /** For a plan: the HTML of its body, empty without one. */
  readonly body: string
}

/** What became of it. */
export interface Written {
  readonly path: string
  /** Of its bytes. */
  readonly hash: string
  readonly size: number
  /** Whether its bytes differ from what stands, so that it was staged. */
  readonly staged: boolean
  readonly reasons?: readonly PlanReason[]
}

/** Makes what stages pages whose bytes are new. What it makes throws `file.refused`. */
export function pageWriter({ folder, isDry }: WriterSetup): (page: Page, bytes: Uint8Array) => Written {
  const folders = new Set<string>()
  return ({ path, standing, body }, bytes) => {
    const hash = fingerprint(bytes)
    const written = { path, hash, size: bytes.length, staged: hash !== standing }
    if (!written.staged) return written
    if (!isDry) {
      stage(folder, path, bytes, folders)
      return written
    }
    if (standing === null) return written
    const before = onFile(path, () => readFileSync(placeOf(folder, path), 'utf8'))
    return { ...written, reasons: pageChanges(before, Buffer.from(bytes).toString(), body) }
  }
}

/** Writes a file to where the swap will find it. `made` remembers the folders that exist already. */
export function stage(folder: string, path: string, bytes: Uint8Array | string, made: Set<string>): void {
  const file = stagedPath(folder, path)
  const parent = dirname(file)
  onFile(file, () => {
    if (!made.has(parent)) {
      mkdirSync(parent, { recursive: true })
      made.add(parent)
    }
    writeFileSync(file, bytes)
  })
}
