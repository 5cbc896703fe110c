import { constants, copyFileSync, statSync } from 'node:fs'
import type { PlanReason } from '../../core/bridge.ts'
import { onFile } from './file-failure.ts'
import { fingerprint } from './fingerprint.ts'
import type { Made, Manifest } from './manifest.ts'
import { stage } from './page-writer.ts'
import type { RenderResult } from './render-pool.ts'
import { fileAt, fingerprintOfFile, placeOf, stagedPath } from './site-folder.ts'

/**
 * The files of a site while it is exported: which of them stand in the folder as they should, and which have been
 * staged to take a place in it.
 */
export class Collection {
  readonly files = new Map<string, Made>()
  readonly staged: string[] = []
  /** What a renderer says of how a page differs from the one that stands, where it was asked. */
  readonly reasons = new Map<string, readonly PlanReason[]>()
  readonly #folder: string
  readonly #before: Manifest | null
  readonly #full: boolean
  readonly #isDry: boolean
  readonly #folders = new Set<string>()
  readonly #sources = new Map<string, string>()
  /** Nothing that stands is touched before all is staged: each file is looked at once. */
  readonly #standing = new Map<string, Made | null>()

  /** `isDry`: what would be staged is noted, and nothing is written. */
  constructor(folder: string, before: Manifest | null, full: boolean, isDry = false) {
    this.#folder = folder
    this.#before = before
    this.#full = full
    this.#isDry = isDry
  }

  /** Whether no earlier export can spare anything. */
  get isNew(): boolean {
    return this.#full || this.#before === null
  }

  /** What an earlier export made at `path`, when it still stands there unharmed; else null. */
  standing(path: string): Made | null {
    let made = this.#standing.get(path)
    if (made === undefined) this.#standing.set(path, (made = this.#stands(path)))
    return made
  }

  #stands(path: string): Made | null {
    const made = this.#before?.files.get(path)
    if (!made || !this.#before) return null
    const file = placeOf(this.#folder, path)
    const at = fileAt(file)
    if (at === null || at === 'foreign' || at.size !== made.size) return null
    // A file older than the manifest has not been written since; of a younger one, only its bytes can tell.
    if (at.mtimeMs <= this.#before.writtenMs && !this.#full) return made
    return fingerprintOfFile(file) === made.hash ? made : null
  }

  /** Takes over a file that was made from the same key and still stands; true when that was so. */
  keep(path: string, key: string): boolean {
    const made = this.#full ? null : this.standing(path)
    if (made?.key !== key) return false
    this.files.set(path, made)
    return true
  }

  /** Takes over every file below `folder` when all were made from the same key and still stand; true when so. */
  keepFolder(folder: string, key: string): boolean {
    const paths = [...(this.#before?.files.keys() ?? [])].filter((path) => path.startsWith(folder))
    if (this.#full || paths.length === 0) return false
    const stand = paths.map((path) => [path, this.standing(path)] as const)
    if (!stand.every(([, made]) => made?.key === key)) return false
    for (const [path, made] of stand) if (made) this.files.set(path, made)
    return true
  }

  /** Takes a page that a renderer has made. */
  take({ path, made, staged, reasons }: RenderResult): void {
    this.files.set(path, made)
    if (reasons) this.reasons.set(path, reasons)
    if (staged) this.staged.push(path)
  }

  /** Adds a file whose text, or bytes, are made here, and only when its key is new. */
  text(path: string, key: string, make: () => string | Uint8Array): void {
    if (this.keep(path, key)) return
    const bytes = Buffer.from(make())
    const made = { hash: fingerprint(bytes), size: bytes.length, key }
    if (this.standing(path)?.hash === made.hash) return this.take({ path, made, staged: false })
    if (!this.#isDry) stage(this.#folder, path, bytes, this.#folders)
    this.take({ path, made, staged: true })
  }

  /** Adds a copy of a file. One that did not change since the last export is not read again. */
  copy(path: string, from: string): void {
    const stat = onFile(from, () => statSync(from))
    const stands = this.standing(path)
    const untouched = stands?.size === stat.size && stat.mtimeMs <= (this.#before?.writtenMs ?? 0)
    if (stands && untouched && !this.#full) return void this.files.set(path, stands)
    const hash = fingerprintOfFile(from)
    const made = { hash, size: stat.size, key: hash }
    if (stands?.hash === hash) return this.take({ path, made, staged: false })
    if (!this.#isDry) this.#stageCopy(path, from)
    this.take({ path, made, staged: true })
  }

  /** The fingerprint of a file that goes on the site at `path` as what {@link place} made of it; read only when new. */
  source(path: string, from: string): string {
    const known = this.#sources.get(path) ?? this.#sourceAnew(path, from)
    this.#sources.set(path, known)
    return known
  }

  #sourceAnew(path: string, from: string): string {
    const stat = onFile(from, () => statSync(from))
    const [, hash, size] = SOURCE.exec(this.#before?.files.get(path)?.key ?? '') ?? []
    const untouched = Number(size) === stat.size && stat.mtimeMs <= (this.#before?.writtenMs ?? 0)
    return hash !== undefined && untouched && !this.#full ? hash : fingerprintOfFile(from)
  }

  /** Adds a copy of a file that was made from what `key` stands for. */
  place(path: string, from: string, key: string): void {
    const hash = fingerprintOfFile(from)
    const made = { hash, size: onFile(from, () => statSync(from)).size, key }
    if (this.standing(path)?.hash === hash) return this.take({ path, made, staged: false })
    if (!this.#isDry) this.#stageCopy(path, from)
    this.take({ path, made, staged: true })
  }

  #stageCopy(path: string, from: string): void {
    stage(this.#folder, path, '', this.#folders)
    const to = stagedPath(this.#folder, path)
    onFile(to, () => copyFileSync(from, to, constants.COPYFILE_FICLONE))
  }

  /** Files that an earlier export made and that are no longer part of the site. */
  gone(): readonly string[] {
    return [...(this.#before?.files.keys() ?? [])].filter((path) => !this.files.has(path))
  }

  /** Whether the folder's manifest already says this, word for word. */
  isRecorded(manifest: string): boolean {
    return this.#before?.text === manifest
  }

  /** What the manifest says of a file, whether or not it still stands; null when Longhand did not make it. */
  before(path: string): Made | null {
    return this.#before?.files.get(path) ?? null
  }

  /** Places to be written to that hold something Longhand did not make, in order. */
  collisions(): readonly string[] {
    const foreign = (path: string): boolean =>
      fileAt(placeOf(this.#folder, path)) !== null && !this.#before?.files.has(path)
    return this.staged.filter(foreign).sort()
  }
}

/** The key of what is made of a file: its fingerprint, its size, and how it is made. */
export const sourceKey = (hash: string, size: number, how: string): string => `${hash} ${size} ${how}`
const SOURCE = /^([\w-]{22}) (\d+) /
