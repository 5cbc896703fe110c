import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Contents } from './snapshot.ts'

/** A medium of a backup or archive. */
export interface KeptMedium {
  /** Relative to the site's root, as in the library. */
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
}

const SHAPE = z.object({
  format: z.literal(1),
  utc: z.number(),
  schema: z.number(),
  name: z.string(),
  counts: z.record(z.string(), z.number()),
  database: z.object({ bytes: z.number(), sha256: z.string() }),
  media: z.array(
    z.object({
      path: z.string().regex(/^media\/[^/\\\0]+$/),
      bytes: z.number(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      kept: z.boolean(),
    }),
  ),
})

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
