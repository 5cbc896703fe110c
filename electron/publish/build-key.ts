import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.ts'

/** Raised by hand when pages change for a reason that the keys of an export do not see. */
const FORMAT = 1

let known: string | null = null

/**
 * Stands for the program that makes pages: pages of another build are made anew. When built, it is a fingerprint
 * of the program's own files; from source, where nothing is hashed, `export --full` does the same.
 */
export function buildKey(): string {
  known ??= `${FORMAT}-${import.meta.url.endsWith('.js') ? fingerprint(ownFiles()) : 'source'}`
  return known
}

function ownFiles(): string {
  const folder = import.meta.dirname
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .sort()
  return files.map((name) => `${name} ${fingerprint(readFileSync(join(folder, name)))}`).join('\n')
}
