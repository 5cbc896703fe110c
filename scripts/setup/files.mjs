import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/**
 * @param {string} file
 * @returns {string | undefined} the file's text; undefined when there is none
 */
export function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/**
 * Writes a file so that a reader, or a process killed half-way, finds the old text or the new, never
 * a part of it.
 * @param {string} file
 * @param {string} text
 */
export async function writeWhole(file, text) {
  await mkdir(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.new`
  await writeFile(draft, text)
  await rename(draft, file)
}

/**
 * Makes a folder whole or not at all: `fill` works in a fresh folder, which then takes its place. What a
 * killed run left behind is cleared by the next one.
 * @param {string} folder
 * @param {(draft: string) => Promise<void>} fill
 * @param {string} [draft] where to work: on the same disk
 */
export async function makeWhole(folder, fill, draft = `${folder}.new`) {
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true })
  await fill(draft)
  await rm(folder, { recursive: true, force: true })
  await rename(draft, folder)
}

/**
 * @param {string | Buffer} content
 * @returns {string} SHA-256, in hexadecimal
 */
export function hash(content) {
  return createHash('sha256').update(content).digest('hex')
}

/**
 * @param {string} file
 * @returns {Promise<string>} in the form of npm's integrity field: `sha512-…`
 */
export async function fileIntegrity(file) {
  const sum = createHash('sha512')
  await pipeline(createReadStream(file), sum)
  return `sha512-${sum.digest('base64')}`
}

/**
 * A short text that changes when any of these files changes, is added or is removed: made of names,
 * sizes and times, so that a look costs milliseconds.
 * @param {string} root
 * @param {readonly string[]} entries files and folders, from root; those that are not there count too
 */
export function fingerprint(root, entries) {
  /** @type {string[]} */
  const lines = []
  /** @param {string} path */
  const visit = (path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false })
    if (!stat) lines.push(`${path} -`)
    else if (stat.isDirectory())
      for (const name of readdirSync(join(root, path)).toSorted()) visit(`${path}/${name}`)
    else lines.push(`${path} ${stat.size} ${stat.mtimeMs}`)
  }
  for (const entry of entries) visit(entry)
  return hash(lines.join('\n'))
}
