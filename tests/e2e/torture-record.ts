/** What was done to a library before the application was killed, and whether what is on disk fits it. */
import type Database from 'better-sqlite3'

interface State<V> {
  readonly value: V
  /** When the writer began to make it so, in milliseconds. */
  readonly at: number
  /** When the window had taken it; null while it is on its way. */
  endedAt: number | null
}

/** What of one field is not on disk. */
export interface Loss {
  /** Steps, which for a text are keys. */
  readonly lost: number
  /** How long before the kill the oldest lost step began, in milliseconds; 0 when none was lost. */
  readonly gap: number
  /** Null when what is on disk is a state that can be there. */
  readonly problem: string | null
}

/** Every state of one field of one article, in the order in which the writer made them. */
export class Track<V> {
  readonly #name: string
  readonly #states: State<V>[]
  /** Nothing before this one may be on disk: a later one was acknowledged. */
  #floor = 0

  constructor(name: string, value: V) {
    this.#name = name
    this.#states = [{ value, at: -Infinity, endedAt: -Infinity }]
  }

  get value(): V {
    return this.#last.value
  }

  get steps(): number {
    return this.#states.length - 1
  }

  /** Does what makes it `value`; what is thrown means that it may be so or not. */
  async step(value: V, work: () => Promise<unknown>): Promise<void> {
    const state: State<V> = { value, at: performance.now(), endedAt: null }
    this.#states.push(state)
    await work()
    state.endedAt = performance.now()
  }

  /** It was found to be so, by something that began at a moment. */
  found(value: V, at: number): void {
    this.#states.push({ value, at, endedAt: performance.now() })
  }

  /** Main answered that this is saved. */
  acknowledge(value: V): void {
    const at = this.#states.findIndex((state, index) => index >= this.#floor && same(state.value, value))
    if (at > this.#floor) this.#floor = at
  }

  /** What is missing of it on disk, with the application killed at a moment. */
  judge(onDisk: V, killedAt: number): Loss {
    const at = this.#states.findLastIndex(({ value }, index) => index >= this.#floor && same(value, onDisk))
    if (at < 0) {
      const known = this.#states.slice(this.#floor).map(({ value }) => JSON.stringify(value).slice(-40))
      const problem = `${this.#name} is …${JSON.stringify(onDisk).slice(-40)}, none of …${known.slice(-4).join(', …')}`
      return { lost: 0, gap: 0, problem }
    }
    const lost = this.#states.slice(at + 1).filter(({ endedAt }) => endedAt !== null && endedAt < killedAt)
    return { lost: lost.length, gap: lost[0] ? killedAt - lost[0].at : 0, problem: null }
  }

  get #last(): State<V> {
    return this.#states.at(-1) as State<V>
  }
}

/** What is followed of an article. */
export interface Tracks {
  readonly title: Track<string>
  readonly body: Track<string>
  readonly tags: Track<readonly string[]>
  readonly trashed: Track<boolean>
}

/** An article as a library's file has it. */
export interface OnDisk {
  readonly title: string
  readonly body: string
  readonly tags: readonly string[]
  readonly trashed: boolean
}

/** An answer of main's that something is saved. */
export interface Acknowledgement {
  readonly request: string
  readonly args: {
    readonly id?: number
    readonly ids?: readonly number[]
    readonly patch?: Partial<OnDisk>
  }
  /** What was made, if anything was. */
  readonly id: number | null
}

/** Tells the tracks of articles what main has acknowledged. */
export function acknowledge(tracks: ReadonlyMap<number, Tracks>, told: Acknowledgement): void {
  const { args, request } = told
  const one = tracks.get(args.id ?? 0)
  if (request === 'article.save' && one && args.patch) {
    const { title, body, tags } = args.patch
    if (title !== undefined) one.title.acknowledge(title)
    if (body !== undefined) one.body.acknowledge(body)
    if (tags !== undefined) one.tags.acknowledge(tags)
  }
  for (const id of args.ids ?? []) {
    if (request === 'article.trash') tracks.get(id)?.trashed.acknowledge(true)
    if (request === 'article.restore') tracks.get(id)?.trashed.acknowledge(false)
  }
}

/** Reads articles past everything that wrote them. */
export function readArticles(db: Database.Database): Map<number, OnDisk> {
  const rows = db
    .prepare<[], { id: number; title: string; body: string; trashed: number }>(
      `SELECT id, title, body, trashed_at IS NOT NULL AS trashed
       FROM article JOIN article_body ON article_id = id`,
    )
    .all()
  const tags = db.prepare<[number], { name: string }>(
    'SELECT name FROM article_tag JOIN tag ON id = tag_id WHERE article_id = ? ORDER BY position',
  )
  return new Map(
    rows.map(({ id, title, body, trashed }) => [
      id,
      { title, body, tags: tags.all(id).map(({ name }) => name), trashed: trashed === 1 },
    ]),
  )
}

/** What SQLite itself finds wrong with a file that nobody has open: its structure, references and search index. */
export function problemsOf(db: Database.Database): string[] {
  const structure = db.pragma('integrity_check') as { integrity_check: string }[]
  const problems = structure.map((row) => row.integrity_check).filter((message) => message !== 'ok')
  const dangling = db.pragma('foreign_key_check') as unknown[]
  if (dangling.length > 0) problems.push(`${dangling.length} references to nothing`)
  try {
    db.exec("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
  } catch (error) {
    problems.push(`the search index: ${String(error)}`)
  }
  return problems
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
