import { deflateRawSync, inflateRawSync } from 'node:zlib'
import {
  type Act,
  type ActKind,
  ACTS_KEPT_FOR,
  type BulkChange,
  MOST_ACT_BYTES,
  MOST_ACTS,
} from '../../core/acts.ts'
import type { Step } from './acts-steps.ts'
import type { Connection } from './connection.ts'
import { parseObject } from './json.ts'
import { timestamp } from './time.ts'

/** What a list of acts tells of one. */
export interface Told {
  readonly kind: ActKind
  readonly count: number
  readonly name?: string
  readonly change?: BulkChange
}

interface ActRow {
  id: number
  kind: string
  at: string
  told: string
  undone: number
}

const COLUMNS = 'id, kind, at, told, undone'

/** Keeps an act that was just done, and lets go of those that have become too old or too much; gives its id. */
export function keepAct(connection: Connection, { kind, ...told }: Told, steps: readonly Step[]): number {
  const now = connection.now()
  const { id } = connection.run(
    'INSERT INTO act (kind, at, at_utc, told, undone, record) VALUES (?, ?, ?, ?, 0, ?)',
    kind,
    timestamp(now),
    now.getTime(),
    JSON.stringify(told),
    pack(steps),
  )
  connection.run(
    `DELETE FROM act WHERE id <> ? AND (
       at_utc < ?
       OR id NOT IN (SELECT id FROM act ORDER BY id DESC LIMIT ?)
       OR id IN (SELECT id FROM (
         SELECT id, sum(length(record)) OVER (ORDER BY id DESC) AS bytes FROM act) WHERE bytes > ?))`,
    id,
    now.getTime() - ACTS_KEPT_FOR,
    MOST_ACTS,
    MOST_ACT_BYTES,
  )
  connection.alsoChanged('acts')
  return id
}

/** Has an act be undone, or done again; `steps` are those that take that back. */
export function turnAct(connection: Connection, id: number, undone: boolean, steps: readonly Step[]): void {
  connection.run('UPDATE act SET undone = ?, record = ? WHERE id = ?', Number(undone), pack(steps), id)
  connection.alsoChanged('acts')
}

/** Newest first. */
export function listActs(connection: Connection, limit: number): Act[] {
  return connection
    .all<ActRow>(`SELECT ${COLUMNS} FROM act ORDER BY id DESC LIMIT ?`, limit)
    .filter(({ kind }) => isKind(kind))
    .map(actFrom)
}

/** About so many bytes of a record tell of one article. */
const BYTES_EACH = 2

/** About how many articles an act changed; 0 when it is not kept. Nothing is unpacked for it. */
export function actSize(connection: Connection, id: number): number {
  const row = connection.get<{ told: string; bytes: number }>(
    'SELECT told, length(record) AS bytes FROM act WHERE id = ?',
    id,
  )
  if (!row) return 0
  const { count } = parseObject(row.told)
  // Of a tag or category the count tells how many of those there were.
  return Math.max(Number.isSafeInteger(count) ? Number(count) : 0, Math.floor(row.bytes / BYTES_EACH))
}

/** An act and its steps; null when it is not kept, or was done by a newer Longhand in a way that is not known here. */
export function readAct(connection: Connection, id: number): { act: Act; steps: readonly Step[] } | null {
  const row = connection.get<ActRow & { record: Uint8Array }>(
    `SELECT ${COLUMNS}, record FROM act WHERE id = ?`,
    id,
  )
  const steps = row && isKind(row.kind) ? unpack(row.record) : null
  return row && steps ? { act: actFrom(row), steps } : null
}

const KINDS: Readonly<Record<ActKind, true>> = {
  'article.change': true,
  'article.trash': true,
  'article.restore': true,
  'category.move': true,
  'category.trash': true,
  'category.restore': true,
  'category.merge': true,
  'category.split': true,
  'tag.rename': true,
  'tag.merge': true,
  'tag.delete': true,
  'author.delete': true,
  'media.trash': true,
  'media.restore': true,
  'related.pin': true,
  'related.hide': true,
  'related.never': true,
  'related.count': true,
  'related.leave': true,
  'related.rules': true,
  'translation.add': true,
  'translation.remove': true,
  'search.delete': true,
  intake: true,
}

function isKind(kind: string): kind is ActKind {
  return Object.hasOwn(KINDS, kind)
}

function actFrom({ id, kind, at, told, undone }: ActRow): Act {
  const { count, name, change } = parseObject(told)
  return {
    id,
    kind: kind as ActKind,
    at,
    count: typeof count === 'number' ? count : 0,
    name: typeof name === 'string' ? name : '',
    change: typeof change === 'object' && change !== null ? change : null,
    undone: undone === 1,
  }
}

function pack(steps: readonly Step[]): Uint8Array {
  return deflateRawSync(JSON.stringify(steps), { level: 1 })
}

/** A library may come from a stranger: no record is taken to unpack to more than this many bytes. */
const MOST_UNPACKED = 512_000_000

/** Null for what is damaged. */
function unpack(record: Uint8Array): readonly Step[] | null {
  try {
    const text = inflateRawSync(record, { maxOutputLength: MOST_UNPACKED }).toString()
    const steps: unknown = JSON.parse(text)
    return Array.isArray(steps) ? (steps as readonly Step[]) : null
  } catch {
    return null
  }
}
