import type { Article, ArticlePatch } from '../../core/article.ts'
import { Failure } from '../../core/errors.ts'
import { type RevisionHead, type RevisionKind, revisionsToDrop, toKeep } from '../../core/revisions.ts'
import { readArticle } from './article-read.ts'
import { updateArticle } from './article-write.ts'
import { readBody } from './body-text.ts'
import type { Connection } from './connection.ts'
import { type ArticleState, packBody, PLAIN, storedState, unpackState } from './revision-state.ts'
import { instant, timestamp } from './time.ts'

/** A revision, whole. */
export interface Revision extends RevisionHead {
  readonly state: ArticleState
}

/** What a restored revision could not bring back, since it is no longer there; the article keeps its own. */
export type LeftAsItWas = 'categoryId' | 'authorIds' | 'cover'

export interface RestoreResult {
  readonly article: Article
  readonly left: readonly LeftAsItWas[]
  /** The revision that holds what was there: restoring that one takes the restoring back. */
  readonly before: number
}

export interface RevisionStore {
  /**
   * Keeps an article as it is now. When that very state is in the newest revision, that one takes the kind and
   * name instead, unless it has a name or stays for ever already.
   * @throws Failure `notFound`
   */
  record(articleId: number, kind: RevisionKind, name?: string): RevisionHead
  /**
   * Keeps a state that the article itself does not have, such as words that could not be saved because others came
   * first. It stays for ever, as of kind `before`.
   * @throws Failure `notFound`
   */
  keep(articleId: number, state: ArticleState, name: string): RevisionHead
  /**
   * Gives a revision a name, after which it stays for ever; an empty one takes the name away.
   * @throws Failure `notFound`
   */
  rename(id: number, name: string): RevisionHead
  /** Newest first. */
  list(articleId: number): RevisionHead[]
  /** @throws Failure `notFound` */
  get(id: number): Revision
  /**
   * Gives an article the words and fields of a revision, after its present state was kept as one. Slug, status
   * and publication date stay as they are: what readers can reach is not decided by an older text.
   * @throws Failure `notFound`
   */
  restore(id: number): RestoreResult
  /** Lets go what has become too old or too much, in every article, and makes small what stays; gives how many went. */
  thin(): number
  /** Of the whole library. */
  size(): { readonly revisions: number; readonly bytes: number }
}

interface HeadRow {
  id: number
  articleId: number
  kind: string
  name: string
  savedAt: string
  keptUtc: number
  version: number
  words: number
  bytes: number
}

const BYTES = 'octet_length(state) + coalesce(octet_length(body), 0)'
const HEAD = `id, article_id AS articleId, kind, name, made_at AS savedAt,
  kept_utc AS keptUtc, version, words, ${BYTES} AS bytes`
const KINDS: readonly string[] = ['auto', 'status', 'shrink', 'before', 'hand'] satisfies RevisionKind[]

export function revisionStore(connection: Connection): RevisionStore {
  return {
    record: (articleId, kind, name = '') =>
      connection.transaction(() => {
        const article = readArticle(connection, articleId)
        const id = keep(connection, article, kind, name)
        connection.changed(['articles'], articleId)
        return headFrom(one<HeadRow>(connection, HEAD, id))
      }),
    keep: (articleId, state, name) =>
      connection.transaction(() => {
        const id = keep(
          connection,
          unsaved(connection, readArticle(connection, articleId), state),
          'before',
          name,
        )
        connection.changed(['articles'], articleId)
        return headFrom(one<HeadRow>(connection, HEAD, id))
      }),
    rename: (id, name) =>
      connection.transaction(() => {
        connection.run('UPDATE revision SET name = ? WHERE id = ?', name, id)
        const head = headFrom(one<HeadRow>(connection, HEAD, id))
        connection.changed(['articles'], head.articleId)
        return head
      }),
    list: (articleId) =>
      connection
        .all<HeadRow>(`SELECT ${HEAD} FROM revision WHERE article_id = ? ORDER BY id DESC`, articleId)
        .map(headFrom),
    get: (id) => read(connection, id),
    restore: (id) => connection.transaction(() => restore(connection, id)),
    thin: () => {
      const dropped = connection.transaction(() => {
        const articles = connection.all<{ id: number }>('SELECT DISTINCT article_id AS id FROM revision')
        return articles.reduce((sum, { id }) => sum + thin(connection, id), 0)
      })
      packBodies(connection)
      return dropped
    },
    size: () =>
      connection.get<{ revisions: number; bytes: number }>(
        `SELECT count(*) AS revisions, coalesce(sum(${BYTES}), 0) AS bytes FROM revision`,
      ) ?? { revisions: 0, bytes: 0 },
  }
}

/** Keeps what a save is about to leave behind, where the rule of `toKeep` says so; in the save's transaction. */
export function keepAroundSave(connection: Connection, before: Article, patch: ArticlePatch): void {
  const { id } = before
  const newest = connection.get<{ madeUtc: number; version: number }>(
    'SELECT kept_utc AS madeUtc, version FROM revision WHERE article_id = ? ORDER BY id DESC LIMIT 1',
    id,
  )
  const now = connection.now().getTime()
  const createdUtc = instant(before.createdAt) ?? now
  const after = { ...before, ...patch }
  const kinds = toKeep({ before, after, newest: newest ?? null, createdUtc, now })
  if (kinds.before) keep(connection, before, kinds.before, '')
  if (kinds.after) keep(connection, readArticle(connection, id), kinds.after, '')
}

/** Writes a revision, or marks the newest when it holds that state already; gives its id. */
function keep(connection: Connection, article: Article, kind: RevisionKind, name: string): number {
  const { state, body } = storedState(article)
  const newest = connection.get<{ id: number; kind: string; name: string; same: number }>(
    `SELECT id, kind, name, version = ? AND state = ? AS same
     FROM revision WHERE article_id = ? ORDER BY id DESC LIMIT 1`,
    article.version,
    state,
    article.id,
  )
  if (newest?.same === 1 && hasBody(connection, newest.id, article.body)) {
    const isFixed = newest.name !== '' || newest.kind === 'hand' || newest.kind === 'before'
    if (!isFixed) connection.run('UPDATE revision SET kind = ?, name = ? WHERE id = ?', kind, name, newest.id)
    if (!isFixed || name === '' || name === newest.name) return newest.id
  }
  const now = connection.now().getTime()
  const { id } = connection.run(
    `INSERT INTO revision (article_id, kind, name, made_at, made_utc, version, words, state, kept_utc, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    article.id,
    kind,
    name,
    article.updatedAt,
    instant(article.updatedAt) ?? now,
    article.version,
    article.words,
    state,
    now,
    body,
  )
  thin(connection, article.id)
  return id
}

/** Whether a revision holds this body, made small or not. What is stored is not unpacked: it may be damaged. */
function hasBody(connection: Connection, id: number, body: string): boolean {
  const found = 'SELECT 1 FROM revision WHERE id = ? AND body IN (?, ?)'
  return connection.get(found, id, body, packBody(body)) !== undefined
}

/** So many bodies are made small in one transaction: nobody else's save waits long for it. */
const SLICE = 100

/** Makes small what saves have stored as it was. */
function packBodies(connection: Connection): void {
  for (let after = 0; ;) {
    const rows = connection.all<{ id: number; body: string }>(
      `SELECT id, body FROM revision
       WHERE id > ? AND typeof(body) = 'text' AND octet_length(body) BETWEEN ? AND ? ORDER BY id LIMIT ${SLICE}`,
      after,
      PLAIN.short,
      PLAIN.plain,
    )
    const last = rows.at(-1)
    if (!last) return
    after = last.id
    const packed = rows.map(({ id, body }) => ({ id, body: packBody(body) }))
    connection.transaction(() => {
      for (const { id, body } of packed)
        if (typeof body !== 'string') connection.run('UPDATE revision SET body = ? WHERE id = ?', body, id)
    })
  }
}

/** The article as it would be with a state that was never saved: no version is its own. */
function unsaved(connection: Connection, article: Article, state: ArticleState): Article {
  const updatedAt = timestamp(connection.now())
  return { ...article, ...state, updatedAt, version: 0, words: readBody(state.body).words }
}

function thin(connection: Connection, articleId: number): number {
  const rows = connection.all<{ id: number; kind: string; name: string; utc: number; bytes: number }>(
    `SELECT id, kind, name, made_utc AS utc, ${BYTES} AS bytes FROM revision WHERE article_id = ?`,
    articleId,
  )
  const revisions = rows.map((row) => ({ ...row, kind: kindFrom(row.kind) }))
  const dropped = revisionsToDrop(revisions, connection.now().getTime())
  for (const { id } of dropped) connection.run('DELETE FROM revision WHERE id = ?', id)
  return dropped.length
}

function restore(connection: Connection, id: number): RestoreResult {
  const { articleId, state } = read(connection, id)
  const present = readArticle(connection, articleId)
  const before = keep(connection, present, 'before', '')
  const { slug: _slug, status: _status, publishedAt: _publishedAt, ...words } = state
  const left: LeftAsItWas[] = []
  const patch: { -readonly [F in keyof ArticlePatch]: ArticlePatch[F] } = { ...words }
  const isThere = (table: 'category' | 'author', one: number) =>
    connection.get(
      `SELECT 1 FROM ${table} WHERE id = ?${table === 'category' ? ' AND trashed_at IS NULL' : ''}`,
      one,
    ) !== undefined
  if (state.categoryId !== null && !isThere('category', state.categoryId)) {
    delete patch.categoryId
    left.push('categoryId')
  }
  if (!state.authorIds.every((author) => isThere('author', author))) {
    delete patch.authorIds
    left.push('authorIds')
  }
  if (state.cover !== null && !connection.get('SELECT 1 FROM media WHERE path = ?', state.cover)) {
    delete patch.cover
    left.push('cover')
  }
  updateArticle(connection, present, patch)
  return { article: readArticle(connection, articleId), left, before }
}

function read(connection: Connection, id: number): Revision {
  const row = one<HeadRow & { state: string; body: string | Uint8Array | null }>(
    connection,
    `${HEAD}, state, body`,
    id,
  )
  const { state, body, ...head } = row
  return { ...headFrom(head), state: unpackState({ state, body }) }
}

function one<Row>(connection: Connection, columns: string, id: number): Row {
  const row = connection.get<Row>(`SELECT ${columns} FROM revision WHERE id = ?`, id)
  if (!row) throw new Failure('notFound', { what: 'revision', which: String(id) })
  return row
}

function headFrom({ kind: stored, keptUtc, ...row }: HeadRow): RevisionHead {
  const kind = kindFrom(stored)
  // The first revisions did not note when they were kept.
  const at = kind === 'hand' && keptUtc > 0 ? timestamp(new Date(keptUtc)) : row.savedAt
  return { ...row, kind, at }
}

/** A kind that this Longhand does not know is treated as the writer's own: it is never let go. */
function kindFrom(kind: string): RevisionKind {
  return KINDS.includes(kind) ? (kind as RevisionKind) : 'hand'
}
