/** Writing what acts change in many articles: each row once, however many of its fields change, and all in few statements. */
import type { Field, FieldChange } from './acts-fields.ts'
import type { Connection } from './connection.ts'
import { inSteps } from './in-steps.ts'
import { indexAllLater } from './search-index.ts'
import { instant } from './time.ts'

type Value = string | number | null

/** Writes changes, as one more version of each article whose page says something else then. */
export function writeRows(connection: Connection, changes: readonly FieldChange[]): void {
  const ids = [...idsOf(changes, () => true)].sort((a, b) => a - b)
  inSteps(connection, ids, (some) => {
    const all = some.length === ids.length
    writeSome(connection, all ? changes : changesOf(changes, new Set(some)))
  })
}

/** What of the changes concerns these articles. */
function changesOf(changes: readonly FieldChange[], some: ReadonlySet<number>): readonly FieldChange[] {
  return changes
    .map((change) => ({ ...change, ids: change.ids.filter((id) => some.has(id)) }))
    .filter(({ ids }) => ids.length > 0)
}

function writeSome(connection: Connection, changes: readonly FieldChange[]): void {
  const versioned = idsOf(changes, (field) => !BESIDE.includes(field))
  keepTerms(connection, changes, versioned)
  writeColumns(connection, changes, versioned)
  writeTags(connection, changes)
  writeAuthors(connection, changes)
}

/** The ids of a value of `tags` or `authors`. */
export function idsIn(values: readonly Value[]): number[] {
  const ids = values.flatMap((value) => (typeof value === 'string' && value !== '' ? value.split(',') : []))
  return [...new Set(ids.map(Number))]
}

/** Fields that say nothing of an article itself: they make no version. */
const BESIDE: readonly Field[] = ['trashed', 'translation', 'updated']
/** Fields that are among the terms of an article. */
const TERMS: readonly Field[] = ['tags', 'language']

/** Terms that stay as they are need not be found again. */
function keepTerms(
  connection: Connection,
  changes: readonly FieldChange[],
  versioned: ReadonlySet<number>,
): void {
  const reread = idsOf(changes, (field) => TERMS.includes(field))
  const same = [...versioned].filter((id) => !reread.has(id))
  if (same.length === 0) return
  connection.run(
    `UPDATE term_vector SET version = version + 1 WHERE article_id IN (SELECT value FROM json_each(?))
       AND version = (SELECT version FROM article WHERE id = article_id)`,
    JSON.stringify(same),
  )
}

/** Columns of the table of articles by the field that they hold, with their values from the field's. */
const COLUMNS: Readonly<
  Partial<Record<Field, Readonly<Record<string, (value: Value, now: number) => Value>>>>
> = {
  status: {
    status: (value) => String(value).split(' ')[0] ?? '',
    slug_from: (value) => String(value).split(' ')[1] ?? '',
  },
  category: { category_id: (value) => value },
  published: {
    // What is no moment is none.
    published_at: (value) => (value === null || instant(String(value)) === null ? null : value),
    published_utc: (value) => (value === null ? null : instant(String(value))),
  },
  language: { language: (value) => value },
  trashed: { trashed_at: (value) => value },
  translation: { translation_key: (value) => value },
  updated: {
    updated_at: (value) => value,
    updated_utc: (value, now) => instant(String(value)) ?? now,
  },
}

/** Each row is written once, and each index that it stands in brought up to date once. */
function writeColumns(
  connection: Connection,
  changes: readonly FieldChange[],
  versioned: ReadonlySet<number>,
): void {
  const rows = new Map<number, Map<string, Value>>([...versioned].map((id) => [id, new Map()]))
  const now = connection.now().getTime()
  for (const { field, after, ids } of changes) {
    const values = Object.entries(COLUMNS[field] ?? {}).map(
      ([column, of]) => [column, of(after, now)] as const,
    )
    if (values.length === 0) continue
    for (const id of ids) {
      const row = rows.get(id) ?? new Map<string, Value>()
      for (const [column, value] of values) row.set(column, value)
      rows.set(id, row)
    }
  }
  const alike = Map.groupBy(rows, ([id, row]) => `${Number(versioned.has(id))} ${[...row.keys()].join(' ')}`)
  for (const group of alike.values()) {
    const [[first, like] = [0, new Map<string, Value>()]] = group
    const sets = [...like.keys()].map((column, at) => `${column} = w.value ->> ${at + 1}`)
    if (versioned.has(first)) sets.push('version = version + 1')
    const wanted = group.map(([id, row]) => [id, ...row.values()]).sort(([a], [b]) => Number(a) - Number(b))
    connection.run(
      `UPDATE article SET ${sets.join(', ')} FROM json_each(?) w WHERE article.id = w.value ->> 0`,
      JSON.stringify(wanted),
    )
  }
}

/** Only rows that differ are written: most often an article gets one tag more than it has. */
function writeTags(connection: Connection, changes: readonly FieldChange[]): void {
  const tagged = changes.filter(({ field }) => field === 'tags')
  if (tagged.length === 0) return
  const gone: (readonly number[])[] = []
  const wanted: (readonly number[])[] = []
  for (const { before, after, ids } of tagged) {
    const now = idsIn([after])
    const off = idsIn([before]).filter((tag) => !now.includes(tag))
    for (const id of ids) {
      for (const tag of off) gone.push([id, tag])
      for (const [position, tag] of now.entries()) wanted.push([id, position, tag])
    }
  }
  connection.run(
    `DELETE FROM article_tag WHERE (article_id, tag_id) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))`,
    inOrder(gone),
  )
  connection.run(
    `INSERT INTO article_tag (article_id, position, tag_id)
     SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) WHERE TRUE
     ON CONFLICT DO UPDATE SET position = excluded.position WHERE position <> excluded.position`,
    inOrder(wanted),
  )
  indexAllLater(connection, JSON.stringify(tagged.flatMap(({ ids }) => ids)))
}

function writeAuthors(connection: Connection, changes: readonly FieldChange[]): void {
  const written = changes.filter(({ field }) => field === 'authors')
  if (written.length === 0) return
  const ids = JSON.stringify(written.flatMap((change) => change.ids))
  connection.run('DELETE FROM article_author WHERE article_id IN (SELECT value FROM json_each(?))', ids)
  const rows = written.flatMap((change) => {
    const authors = idsIn([change.after])
    return change.ids.flatMap((id) => authors.map((author, position) => [id, position, author]))
  })
  connection.run(
    `INSERT INTO article_author (article_id, position, author_id)
     SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`,
    inOrder(rows),
  )
}

/** Rows by their article, as JSON: neighbours are written one after another. */
function inOrder(rows: readonly (readonly number[])[]): string {
  return JSON.stringify(rows.toSorted(([a = 0], [b = 0]) => a - b))
}

function idsOf(changes: readonly FieldChange[], counts: (field: Field) => boolean): Set<number> {
  return new Set(changes.filter(({ field }) => counts(field)).flatMap(({ ids }) => ids))
}
