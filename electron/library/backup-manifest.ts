import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { BackupKind } from '../../core/backups.ts'
import type { Contents } from './snapshot.ts'
import { ALL_THEMES } from './theme-files.ts'

/** The name of the manifest in an archive. */
export const ARCHIVE_MANIFEST = 'longhand.json'

/** A medium of a backup or archive, or a file of a theme. */
export interface KeptMedium {
  /** From the library's folder. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  /** False when the library's own file was missing or damaged already: the backup cannot bring it back. */
  readonly kept: boolean
}

/** What lies beside a backup's database, and in an archive: a backup counts once this is written. */
export interface BackupManifest {
  readonly format: 1
  /** In milliseconds. */
  readonly utc: number
  readonly schema: number
  /** The site's name. */
  readonly name: string
  readonly counts: Contents['counts']
  readonly database: { readonly bytes: number; readonly sha256: string }
  readonly media: readonly KeptMedium[]
  /** Files of the library's own themes, every one of them kept; an earlier Longhand carried none. */
  readonly themes: readonly KeptMedium[]
  /** Of a backup; an archive has none. Those of earlier Longhands were all made by themselves. */
  readonly kind: BackupKind
}

/** No library has more pictures; whoever says so wants to fill a memory. */
const MOST_MEDIA = 500_000
const count = z.int().min(0)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const SHAPE = z.object({
  format: z.literal(1),
  utc: z.number().min(0).max(8.64e15),
  schema: count,
  name: z.string().max(1_000),
  counts: z.record(z.string().max(100), count),
  database: z.object({ bytes: count, sha256 }),
  media: z
    .array(z.object({ path: z.string().max(1_000), bytes: count, sha256, kept: z.boolean() }))
    .max(MOST_MEDIA),
  themes: z
    .array(z.object({ path: z.string().max(500), bytes: count, sha256, kept: z.literal(true) }))
    .max(ALL_THEMES.files)
    .default([]),
  kind: z.enum(['rolling', 'hand', 'before']).catch('rolling'),
})

/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i

/**
 * Whether a path names a file of `media/` on every system: in no other folder, hidden nowhere, no device, no stream of
 * another file.
 */
export function isMediaPath(path: string): boolean {
  // oxlint-disable-next-line no-control-regex
  const name = /^media\/([^/\\\u0000-\u001f<>:"|?*]+)$/.exec(path)?.[1]
  return name !== undefined && name.length <= 255 && !/^\.|[. ]$/.test(name) && !DEVICE.test(name)
}

/** The manifest in a file, or null when there is none or it is no manifest. */
export function readManifest(file: string): BackupManifest | null {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return null
  }
  return parseManifest(text)
}

export function parseManifest(text: string): BackupManifest | null {
  try {
    return SHAPE.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
