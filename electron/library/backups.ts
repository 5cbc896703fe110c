import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, extname, join, resolve } from 'node:path'
import { type BackupKind, backupsToDrop, isBackupDue } from '../../core/backups.ts'
import { Failure } from '../../core/errors.ts'
import { type BackupManifest, type KeptMedium, readManifest } from './backup-manifest.ts'
import { copyVerified } from './copy-verified.ts'
import { fileFailure, systemCode, withFiles, writeWhole } from './files.ts'
import { ABANDONED, BACKUPS, fileTime } from './folder-swap.ts'
import { type Contents, copyDatabase, hashFile } from './snapshot.ts'
import { type OnStep, unwatched } from './steps.ts'
import { themeFiles } from './theme-files.ts'

/** In a folder of backups: media, and files of themes, by their hash, each once for all backups. */
const MEDIA = 'media'

/** A backup that counts: its database and manifest are both there. */
export interface Backup {
  /** The database; the manifest lies beside it under the same name. */
  readonly file: string
  /** When it was made, in milliseconds. */
  readonly utc: number
  readonly articles: number
  /** Of the database alone. */
  readonly bytes: number
  readonly kind: BackupKind
}

export interface MadeBackup extends Backup {
  /** Media that the library had lost before: they are in no backup from now on. */
  readonly missing: readonly string[]
}

export interface BackupOptions {
  /** A folder of the writer's choice; the library's own `backups/` otherwise. */
  readonly into?: string
  readonly now?: Date
  /** `rolling` unless given. */
  readonly kind?: BackupKind
  readonly onStep?: OnStep
}

/**
 * Backs a library up while it is in use: its database verified, its media copied by hash where they are not there
 * yet. It is all there under its name, or not at all.
 * @throws Failure `library.damaged`, `library.notOne`, `file.refused`; `cancelled` by `onStep`
 */
export async function makeBackup(folder: string, options: BackupOptions = {}): Promise<MadeBackup> {
  const { now = new Date(), kind = 'rolling', onStep = unwatched } = options
  const into = openPlace(resolve(options.into ?? join(folder, BACKUPS)), now)
  const draft = join(into, `.${randomUUID()}.part`)
  try {
    const contents = await copyDatabase(join(folder, 'library.db'), draft, onStep)
    const sha256 = await hashFile(draft)
    const media = await keepMedia(folder, into, contents.media, onStep)
    const themes = keepThemes(folder, into)
    const { size } = statSync(draft)
    const manifest = { ...manifestOf(contents, now, { bytes: size, sha256 }, { media, themes }), kind }
    const missing = media.filter(({ kept }) => !kept).map(({ path }) => path)
    return { ...settle(draft, into, manifest), missing }
  } finally {
    for (const rest of [draft, `${draft}-journal`]) rmSync(rest, { force: true })
  }
}

/**
 * Copies a backup, verified, with its media to another folder of backups, unless it is there already; false then.
 * @throws Failure `library.damaged` when the backup is not what was written; `file.refused`
 */
export async function copyBackup(file: string, to: string, now = new Date()): Promise<boolean> {
  const manifest = readManifest(manifestFile(file))
  if (!manifest) throw new Failure('library.damaged', { file, problem: 'its manifest is not there' })
  const known = listBackups(to).some(
    ({ utc, bytes }) => utc === manifest.utc && bytes === manifest.database.bytes,
  )
  if (known) return false
  const into = openPlace(resolve(to), now)
  const draft = join(into, `.${randomUUID()}.part`)
  try {
    if (!(await copyVerified(file, draft, manifest.database.sha256))) {
      throw new Failure('library.damaged', { file, problem: 'it is not what was written' })
    }
    const media: KeptMedium[] = []
    for (const medium of manifest.media) {
      const from = keptMediumFile(dirname(file), medium)
      media.push({ ...medium, kept: medium.kept && (await keepMedium(from, into, medium)) })
    }
    const themes: KeptMedium[] = []
    for (const part of manifest.themes) {
      if (await keepMedium(keptMediumFile(dirname(file), part), into, part)) themes.push(part)
    }
    settle(draft, into, { ...manifest, media, themes })
    return true
  } finally {
    rmSync(draft, { force: true })
  }
}

/** The backups in a folder, newest first; what was never finished is not among them. */
export function listBackups(into: string): Backup[] {
  if (!existsSync(into)) return []
  const found: Backup[] = []
  for (const name of withFiles(into, () => readdirSync(into))) {
    if (!name.endsWith('.json') || name.startsWith('.')) continue
    const file = join(into, `${name.slice(0, -'.json'.length)}.db`)
    const manifest = readManifest(join(into, name))
    const size = statSync(file, { throwIfNoEntry: false })?.size
    if (manifest && size === manifest.database.bytes) found.push(backupFrom(file, manifest))
  }
  return found.sort((a, b) => b.utc - a.utc || (a.file < b.file ? 1 : -1))
}

/** Lets go the backups that age allows, and the media that no other needs; gives what went. */
export function thinBackups(into: string, now = new Date()): Backup[] {
  const dropped = backupsToDrop(listBackups(into), now.getTime())
  withFiles(into, () => {
    for (const { file } of dropped) {
      // The manifest first: without it, what is left does not count.
      rmSync(manifestFile(file), { force: true })
      rmSync(file, { force: true })
    }
    if (dropped.length > 0) dropUnusedMedia(into, now)
  })
  return dropped
}

/** Makes a backup when an hour has passed since the newest, and thins them; null when none was due. */
export async function rollBackups(folder: string, options: BackupOptions = {}): Promise<MadeBackup | null> {
  const into = resolve(options.into ?? join(folder, BACKUPS))
  const now = options.now ?? new Date()
  if (!isBackupDue(listBackups(into)[0]?.utc ?? null, now.getTime())) return null
  const made = await makeBackup(folder, { ...options, now })
  thinBackups(into, now)
  return made
}

/**
 * Copies the files of a library's themes where they are not there yet, each as it is at that moment; gives them.
 * `into` is a folder of backups, or one that has such a place for them. @throws Failure `file.refused`
 */
export function keepThemes(folder: string, into: string): readonly KeptMedium[] {
  return themeFiles(folder).flatMap(({ path }) => {
    const bytes = bytesAt(join(folder, path))
    // An editor may have taken it away since.
    if (bytes === null) return []
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const file = { path, bytes: bytes.length, sha256, kept: true }
    const target = keptMediumFile(into, file)
    if (statSync(target, { throwIfNoEntry: false })?.size !== bytes.length) {
      withFiles(target, () => writeWhole(target, bytes))
    }
    return [file]
  })
}

/** The manifest of a backup's database. */
export function manifestFile(file: string): string {
  return `${file.slice(0, -extname(file).length)}.json`
}

/** Where a medium lies in a folder of backups. */
export function keptMediumFile(into: string, { path, sha256 }: { path: string; sha256: string }): string {
  return join(into, MEDIA, `${sha256}${extname(path)}`)
}

export function manifestOf(
  { schema, name, counts }: Contents,
  now: Date,
  database: BackupManifest['database'],
  kept: Pick<BackupManifest, 'media' | 'themes'>,
): BackupManifest {
  return { format: 1, utc: now.getTime(), schema, name, counts, database, ...kept, kind: 'rolling' }
}

function backupFrom(file: string, { utc, counts, database, kind }: BackupManifest): Backup {
  return { file, utc, articles: counts['article'] ?? 0, bytes: database.bytes, kind }
}

/** Makes a folder of backups ready to take another. */
function openPlace(into: string, now: Date): string {
  withFiles(into, () => mkdirSync(join(into, MEDIA), { recursive: true }))
  dropAbandoned(into, now)
  return into
}

/** Gives a finished draft its name; its manifest comes last: from then on it counts. */
function settle(draft: string, into: string, manifest: BackupManifest): Backup {
  const file = freeName(into, new Date(manifest.utc))
  withFiles(file, () => renameSync(draft, file))
  withFiles(into, () => writeWhole(manifestFile(file), Buffer.from(JSON.stringify(manifest))))
  return backupFrom(file, manifest)
}

async function keepMedia(
  folder: string,
  into: string,
  media: Contents['media'],
  onStep: OnStep,
): Promise<KeptMedium[]> {
  const kept: KeptMedium[] = []
  for (const medium of media) {
    onStep('pictures', kept.length, media.length)
    kept.push({ ...medium, kept: await keepMedium(join(folder, medium.path), into, medium) })
  }
  return kept
}

/** Copies one medium unless it is there already; false when its source is missing or damaged. */
async function keepMedium(source: string, into: string, medium: Contents['media'][number]): Promise<boolean> {
  const target = keptMediumFile(into, medium)
  if (statSync(target, { throwIfNoEntry: false })?.size === medium.bytes) return true
  if (statSync(source, { throwIfNoEntry: false })?.size !== medium.bytes) return false
  return copyVerified(source, target, medium.sha256)
}

function bytesAt(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw fileFailure(file, error)
  }
}

function freeName(into: string, now: Date): string {
  const stem = fileTime(now)
  for (let count = 1; ; count++) {
    const file = join(into, `${stem}${count === 1 ? '' : `-${count}`}.db`)
    if (!existsSync(file)) return file
  }
}

function dropAbandoned(into: string, now: Date): void {
  withFiles(into, () => {
    for (const folder of [into, join(into, MEDIA)]) {
      for (const name of readdirSync(folder)) {
        const file = join(folder, name)
        const age = now.getTime() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0)
        if (/\.part(?:-journal)?$/.test(name) && age > ABANDONED) rmSync(file, { force: true })
      }
    }
  })
}

function dropUnusedMedia(into: string, now: Date): void {
  const needed = new Set<string>()
  for (const { file } of listBackups(into)) {
    const { media = [], themes = [] } = readManifest(manifestFile(file)) ?? {}
    for (const medium of [...media, ...themes]) needed.add(keptMediumFile(into, medium))
  }
  for (const name of readdirSync(join(into, MEDIA))) {
    const file = join(into, MEDIA, name)
    const age = now.getTime() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0)
    // One that was just copied may belong to a backup that is being made.
    if (!needed.has(file) && age > ABANDONED) rmSync(file, { force: true })
  }
}
