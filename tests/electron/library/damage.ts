import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { createLibrary, type Library } from '../../../electron/library/library.ts'
import { png } from './pictures.ts'

/** mulberry32: the same numbers for the same seed. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

/** A library with rows in every table, bodies of every length, and its last saves still in the log. Left open. */
export function richLibrary(folder: string): Library {
  const library = createLibrary(folder, { name: 'Proef', language: 'nl-NL' })
  const sport = library.categories.create({ name: 'Sport', parentId: null })
  const running = library.categories.create({ name: 'Rennen', parentId: sport.id })
  const author = library.authors.create({ name: 'Noor' })
  const { path } = library.media.add('pad.png', png(4, 3))
  library.transaction(() => {
    for (let index = 1; index <= 60; index++) {
      const body = bodyOf(index)
      const extra = {
        categoryId: index % 2 ? sport.id : running.id,
        tags: [`tag ${index % 7}`],
        authorIds: [author.id],
      }
      library.articles.create({ title: `Artikel nummer ${index}`, body, cover: path, ...extra })
    }
  })
  for (let index = 1; index <= 20; index++) library.revisions.record(index, 'hand', `Eerste ${index}`)
  library.related.say('related.pin', 1, { pins: [2, 3] })
  return library
}

/** Saves that stay in the log: the file itself does not have them yet. */
export function writeToLog(library: Library): void {
  for (let index = 1; index <= 10; index++) library.articles.save(index, 1, { body: laterBodyOf(index) })
}

export function bodyOf(index: number): string {
  const words = 40 + (index % 10) * 120 + (index % 20 === 0 ? 4000 : 0)
  return Array.from({ length: words }, (_, at) => `woord${(index * 31 + at * 7) % 997}`).join(' ')
}

export function laterBodyOf(index: number): string {
  return `Later geschreven ${index}. ${bodyOf(index)}`
}

/** Copies a library's files as a crash would leave them, without closing it first. */
export function copyAsCrashed(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const name of ['library.db', 'library.db-wal']) {
    if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name))
  }
  for (const name of ['media', 'backups']) cpSync(join(from, name), join(to, name), { recursive: true })
}

/** Flips, zeroes or cuts bytes of a file, by a seed; gives what was done. */
export function harm(file: string, seed: number): string {
  const random = randomFrom(seed)
  const size = statSync(file).size
  const bytes = readFileSync(file)
  const kind = ['flip', 'flips', 'zero', 'zeros', 'noise', 'cut', 'header', 'page'][random(8)]
  const span = (length: number, fill: (at: number) => number) => {
    const start = random(Math.max(1, size - length))
    for (let at = start; at < Math.min(size, start + length); at++) bytes[at] = fill(at)
  }
  const flip = () => {
    const at = random(size)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8))
  }
  if (kind === 'cut') {
    truncateSync(file, random(size))
    return kind
  }
  if (kind === 'flip') flip()
  else if (kind === 'flips') for (let count = 0; count < 50; count++) flip()
  else if (kind === 'zero') span(1 + random(4096), () => 0)
  else if (kind === 'zeros') for (let count = 0; count < 5; count++) span(4096, () => 0)
  else if (kind === 'noise') span(1 + random(20_000), () => random(256))
  else if (kind === 'header') for (let at = 0; at < 1 + random(120); at++) bytes[at] = random(256)
  else {
    const start = Math.floor(random(size) / 4096) * 4096
    bytes.fill(0, start, start + 4096)
  }
  writeFileSync(file, bytes)
  return kind ?? ''
}
