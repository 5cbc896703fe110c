import { createHash } from 'node:crypto'
import { type Article, type ArticlePatch, BLANK_ARTICLE } from '../../core/article.ts'
import { writeFields } from './acts-fields.ts'
import type { TakenBack } from './acts-steps.ts'
import { findArticle } from './article-read.ts'
import { updateArticle } from './article-write.ts'
import { isLive } from './category-tree.ts'
import type { Connection } from './connection.ts'
import { revisionStore } from './revisions.ts'
import { timestamp } from './time.ts'

/** What an intake did to articles. `hash` is of the article as it was left; see {@link hashOf}. */
export type ArrivalStep =
  /** Articles were made. */
  | { readonly do: 'arrived'; readonly rows: readonly Arrived[] }
  /** Articles that were made went to the trash again. `from` is the hash of the source that each was made from. */
  | { readonly do: 'undid'; readonly trashedAt: string; readonly rows: readonly Undone[] }
  /** An article got the text of its file. `revision` is what it was before. */
  | ({ readonly do: 'rewritten' } & Rewritten)

interface Arrived {
  readonly id: number
  readonly version: number
  readonly hash: string
}

interface Undone {
  readonly id: number
  readonly hash: string
  readonly from: string | null
}

interface Rewritten extends Arrived {
  readonly revision: number
  readonly slugFrom: string
  readonly from: string | null
}

/** What an intake is about to rewrite: given to {@link rewritten} when it has. */
export type Rewriting = Pick<Rewritten, 'id' | 'revision' | 'slugFrom' | 'from'>

/** The source's hash of an article whose making was undone: the same file brings it back. */
export const UNDONE = ''

/** Keeps an article's state before it is rewritten. */
export function rewriting(connection: Connection, id: number, name: string): Rewriting {
  const { id: revision } = revisionStore(connection).record(id, 'before', name)
  return { id, revision, slugFrom: slugFromOf(connection, id), from: sourceHash(connection, id) }
}

export function rewritten(connection: Connection, before: Rewriting): ArrivalStep | null {
  const article = findArticle(connection, 'id', before.id)
  return article && { do: 'rewritten', ...before, version: article.version, hash: hashOf(article) }
}

export function takeBackArrival(connection: Connection, step: ArrivalStep): TakenBack {
  if (step.do === 'arrived') return trashArrived(connection, step.rows)
  if (step.do === 'undid') return bringBack(connection, step.trashedAt, step.rows)
  return writeBack(connection, step)
}

/** What was made goes to the trash, not away for good: nobody can tell what it has come to mean meanwhile. */
function trashArrived(connection: Connection, rows: readonly Arrived[]): TakenBack {
  const trashedAt = timestamp(connection.now())
  const there = rows.filter(({ id }) => isOut(connection, id))
  const going = there.filter((row) => isUntouched(connection, row))
  const kept = there.filter((row) => !going.includes(row)).map(({ id }) => `article ${id}`)
  if (going.length === 0) return { steps: [], kept }
  const undone = going.map(({ id, hash }) => ({ id, hash, from: sourceHash(connection, id) }))
  const ids = going.map(({ id }) => id)
  writeFields(connection, [{ field: 'trashed', before: null, after: trashedAt, ids }])
  for (const id of ids) setSourceHash(connection, id, UNDONE)
  return { steps: [{ do: 'undid', trashedAt, rows: undone }], kept }
}

function bringBack(connection: Connection, trashedAt: string, rows: readonly Undone[]): TakenBack {
  const isAsLeft = (id: number) =>
    connection.get('SELECT 1 FROM article WHERE id = ? AND trashed_at = ?', id, trashedAt) !== undefined
  const coming = rows.filter(({ id }) => isAsLeft(id))
  const kept = rows.filter((row) => !coming.includes(row)).map(({ id }) => `article ${id}`)
  if (coming.length === 0) return { steps: [], kept }
  const ids = coming.map(({ id }) => id)
  writeFields(connection, [{ field: 'trashed', before: trashedAt, after: null, ids }])
  for (const { id, from } of coming) {
    if (from !== null && sourceHash(connection, id) === UNDONE) setSourceHash(connection, id, from)
  }
  const arrived = coming.map(({ id, hash }) => ({ id, hash, version: versionOf(connection, id) }))
  return { steps: [{ do: 'arrived', rows: arrived }], kept }
}

/** Gives an article the state that it had before; what it has now is kept as a revision, to be brought back. */
function writeBack(connection: Connection, step: Rewritten): TakenBack {
  const { id, revision, slugFrom, from } = step
  const stays: TakenBack = { steps: [], kept: [`article ${id}`] }
  if (!isOut(connection, id) || !isUntouched(connection, step)) return stays
  const present = findArticle(connection, 'id', id)
  if (!present || !connection.get('SELECT 1 FROM revision WHERE id = ? AND article_id = ?', revision, id)) {
    return stays
  }
  const revisions = revisionStore(connection)
  const { state, savedAt } = revisions.get(revision)
  const before = rewriting(connection, id, '')
  updateArticle(connection, present, possible(connection, id, state), savedAt)
  if (connection.get('SELECT 1 FROM article WHERE id = ? AND slug = ?', id, state.slug)) {
    connection.run('UPDATE article SET slug_from = ? WHERE id = ?', slugFrom, id)
  }
  // It is again what its source was when it was read then.
  if (from !== null) {
    connection.run(
      'UPDATE article_source SET hash = ?, version = ? WHERE article_id = ?',
      from,
      versionOf(connection, id),
      id,
    )
  }
  const back = rewritten(connection, before)
  return { steps: back ? [back] : [], kept: [] }
}

/** A state without what cannot be brought back: a category, author or address that is gone. */
function possible(connection: Connection, id: number, state: Required<ArticlePatch>): ArticlePatch {
  const { slug, categoryId, authorIds, ...rest } = state
  const isFree = connection.get('SELECT 1 FROM article WHERE slug = ? AND id <> ?', slug, id) === undefined
  const hasAuthors = authorIds.every((author) => connection.get('SELECT 1 FROM author WHERE id = ?', author))
  return {
    ...rest,
    ...(isFree ? { slug } : {}),
    ...(categoryId === null || isLive(connection, categoryId) ? { categoryId } : {}),
    ...(hasAuthors ? { authorIds } : {}),
  }
}

/** A hash of every field that a writer can change. */
export function hashOf(article: Article): string {
  const fields = Object.keys(BLANK_ARTICLE).map((field) => article[field as keyof ArticlePatch])
  return createHash('sha256').update(JSON.stringify(fields)).digest('base64')
}

/** By its version, or, where other acts were done and undone since, by what it says. */
function isUntouched(connection: Connection, { id, version, hash }: Arrived): boolean {
  if (versionOf(connection, id) === version) return true
  const article = findArticle(connection, 'id', id)
  return article !== null && hashOf(article) === hash
}

function isOut(connection: Connection, id: number): boolean {
  return connection.get('SELECT 1 FROM article WHERE id = ? AND trashed_at IS NULL', id) !== undefined
}

function versionOf(connection: Connection, id: number): number {
  return connection.get<{ version: number }>('SELECT version FROM article WHERE id = ?', id)?.version ?? 0
}

function slugFromOf(connection: Connection, id: number): string {
  return (
    connection.get<{ slug: string }>('SELECT slug_from AS slug FROM article WHERE id = ?', id)?.slug ?? 'hand'
  )
}

function sourceHash(connection: Connection, id: number): string | null {
  return (
    connection.get<{ hash: string }>('SELECT hash FROM article_source WHERE article_id = ?', id)?.hash ?? null
  )
}

function setSourceHash(connection: Connection, id: number, hash: string): void {
  connection.run('UPDATE article_source SET hash = ? WHERE article_id = ?', hash, id)
}
