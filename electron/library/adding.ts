/** What is left in `media/` of work that was killed: found by notes and names that are surely Longhand's own. */
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, join } from 'node:path'
import { ABANDONED } from './folder-swap.ts'
import type { Connection } from './connection.ts'
import { DRAFT, isOldFile, removeIfPossible, withFiles } from './files.ts'

/** The note that a picture is being added: its name stands between the dot and the ending. */
const ADDING = /^\.(.+)\.adding$/

/**
 * Notes beside a picture's file that it is being added, until the open transaction has come to its end: a file that
 * has such a note then, and no row in the library, was never added.
 * @throws Failure `file.refused`
 */
export function noteAdding(connection: Connection, media: string, name: string): void {
  const note = join(media, `.${name}.adding`)
  connection.onRollback(() => rmSync(note, { force: true }))
  // Another computer that reaches this folder too must not judge by its own library what this one has added.
  withFiles(note, () => writeFileSync(note, hostname()))
  connection.afterCommit(() => removeIfPossible(note))
}

/**
 * Deletes what was left in `media` longer than a day ago: pictures of which only a part was written, and pictures that
 * were never added. Gives how many were found.
 */
export function clearMedia(connection: Connection, media: string): number {
  const before = connection.now().getTime() - ABANDONED
  const names = withFiles(media, () => readdirSync(media)).filter(
    (name) => name.startsWith('.') && isOldFile(join(media, name), before),
  )
  const drafts = names.filter((name) => DRAFT.test(name))
  for (const name of drafts) removeIfPossible(join(media, name))
  const added = names.flatMap((name) => ADDING.exec(name)?.[1] ?? [])
  if (added.length > 0) {
    // Whoever adds one has the library to itself until its row is there: none is being added now.
    connection.transaction(() => {
      for (const name of added) clearAdded(connection, media, name, before)
    })
  }
  return drafts.length + added.length
}

function clearAdded(connection: Connection, media: string, name: string, before: number): void {
  const note = join(media, `.${name}.adding`)
  if (withFiles(note, () => readFileSync(note, 'utf8')) !== hostname()) return
  const path = `${basename(media)}/${name}`
  const file = join(media, name)
  const isKnown =
    connection.get('SELECT 1 FROM media WHERE path = ?', path) ??
    connection.get('SELECT 1 FROM media_use WHERE path = ?', path)
  if (isKnown === undefined && isOldFile(file, before)) removeIfPossible(file)
  removeIfPossible(note)
}
