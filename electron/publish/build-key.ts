import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Raised by hand when pages change for a reason that the keys of an export do not see. */
const FORMAT = 1

let known: string | null = null

/**
 * Stands for the program that makes pages: pages of another build are made anew. A build leaves a fingerprint of
 * itself; from source, where there is none, `export --full` does the same.
 */
export function buildKey(): string {
  known ??= `${FORMAT}-${import.meta.url.endsWith('.js') ? programKey() : 'source'}`
  return known
}

function programKey(): string {
  return readFileSync(join(import.meta.dirname, 'program.key'), 'latin1').slice(0, 22)
}
