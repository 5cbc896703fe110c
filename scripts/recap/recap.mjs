/** What failed, in a few lines at the very end of `npm test`, where a log that was cut short still has it. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { ROOT } from '../setup/paths.mjs'

const FILE = join(ROOT, '.runtime', 'recap.txt')

/** Lines of a failure's own words that are repeated. */
const LINES = 3

/** Forgets what an earlier run noted. */
export function forget() {
  rmSync(FILE, { force: true })
}

/**
 * Notes a failure for the end of the run.
 * @param {string} kind what became of it, such as `failed` or `needed a second try`
 * @param {string | undefined} file absolute
 * @param {string} name the test's name, empty for a fault outside of tests
 * @param {string | undefined} message
 */
export function note(kind, file, name, message) {
  const where = [file === undefined ? '' : relative(ROOT, file), name].filter(Boolean).join(' › ')
  const lines = stripVTControlCharacters(message ?? '').split('\n')
  const said = lines.filter((line) => line.trim() !== '').slice(0, LINES)
  mkdirSync(dirname(FILE), { recursive: true })
  appendFileSync(
    FILE,
    `${[`${kind}: ${where}`, ...said.map((line) => `    ${line.slice(0, 200)}`)].join('\n')}\n`,
  )
}

/**
 * What was noted since `forget`; empty when nothing failed.
 * @returns {string}
 */
export function noted() {
  return existsSync(FILE) ? readFileSync(FILE, 'utf8') : ''
}
