import type { ActRef } from '../../core/acts.ts'
import type { Article } from '../../core/article.ts'
import type { OverviewList } from '../../core/bridge.ts'
import type { RelatedRules } from '../../core/related/index.ts'
import type { Connection } from './connection.ts'
import { parseObject, parseTexts } from './json.ts'
import { type Hand, readHand, readHands, readRules } from './related-hand.ts'
import { type HandKind, sayOfRelated, setRules } from './related-say.ts'
import type { ChangeCounts } from './related-told.ts'

export interface RelatedStore {
  /** What the writer said of the articles related to one; those in the trash are among them. */
  hand(articleId: number): Hand
  /** The same for every article of which anything was said. */
  hands(): ReadonlyMap<number, Hand>
  /** See `sayOfRelated`. @throws Failure `notFound`, `value.refused` */
  say(kind: HandKind, articleId: number, said: Partial<Hand>): ActRef
  /** Has a list of the overview leave an article out, or name it again. @throws Failure `notFound` */
  leave(articleId: number, list: OverviewList, isLeft: boolean): ActRef
  rules(): RelatedRules
  setRules(rules: RelatedRules): ActRef
  /** What the ranking needs of every article outside the trash beside its terms, or of these of them; by id. */
  heads(only?: readonly number[]): RelatedHead[]
  /** How many articles are outside the trash. */
  count(): number
  /** How often each part of the library was changed, by whomever. */
  changes(): ChangeCounts
  /** Another one after each commit that changes something, as `LibraryState.token`; null when none is noted. */
  state(): string | null
  /** The vectors that this analyser stored of articles outside the trash, by id. */
  vectors(analyser: string): IterableIterator<StoredVector>
  /** The same for one article; null when there is none of its present version. */
  vector(analyser: string, id: number): StoredVector | null
  /** Puts vectors in the place of those that were there. */
  storeVectors(analyser: string, vectors: Iterable<StoredVector>): void
  /** Articles outside the trash without a vector of their version and this analyser, by id. */
  stale(analyser: string): number[]
}

export interface StoredVector {
  readonly id: number
  /** The article's. */
  readonly version: number
  /** Slugs of the articles that its body links to. */
  readonly links: readonly string[]
  readonly vector: Uint8Array
}

/** An article as the ranking and its lists know it. */
export type RelatedHead = Pick<
  Article,
  'id' | 'version' | 'title' | 'slug' | 'status' | 'categoryId' | 'publishedAt' | 'tags' | 'footerPlace'
> & {
  /** The article's own, or the site's. */
  readonly language: string
  /** When it was written to, in milliseconds: versions are counted anew from a backup that was put back. */
  readonly savedAt: number
}

/** How many vectors are read at once. */
const STEP = 500

export function relatedStore(connection: Connection): RelatedStore {
  return {
    hand: (articleId) => readHand(connection, articleId),
    hands: () => readHands(connection),
    say: (kind, articleId, said) => sayOfRelated(connection, kind, articleId, said),
    leave: (articleId, list, isLeft) =>
      connection.transaction(() => {
        const others = readHand(connection, articleId).left.filter((one) => one !== list)
        const left = isLeft ? [...others, list].sort() : others
        return sayOfRelated(connection, 'related.leave', articleId, { left })
      }),
    rules: () => readRules(connection),
    setRules: (rules) => setRules(connection, rules),
    heads: (only) => heads(connection, only),
    count: () =>
      connection.get<{ count: number }>('SELECT count(*) AS count FROM article WHERE trashed_at IS NULL')!
        .count,
    changes: () => changes(connection),
    state: () =>
      connection.get<{ value: string }>("SELECT value FROM note WHERE key = 'state'")?.value ?? null,
    vectors: (analyser) => vectors(connection, analyser),
    vector: (analyser, id) => {
      const row = connection.get<VectorRow>(
        `${VECTORS} WHERE v.article_id = ? AND v.analyser = ? AND v.version = a.version`,
        id,
        analyser,
      )
      return row ? fromRow(row) : null
    },
    storeVectors: (analyser, all) =>
      connection.transaction(() => {
        for (const { id, version, links, vector } of all) {
          // An article may have been deleted while it was being analysed.
          connection.run(
            'INSERT OR REPLACE INTO term_vector SELECT id, ?, ?, ?, ? FROM article WHERE id = ?',
            version,
            analyser,
            JSON.stringify(links),
            vector,
            id,
          )
        }
      }),
    stale: (analyser) =>
      connection
        .all<{ id: number }>(
          // Not by a join: the planner would look up each row of kilobytes where an index has all that is asked.
          `SELECT id FROM article WHERE +trashed_at IS NULL
             AND (id, version) NOT IN (SELECT article_id, version FROM term_vector WHERE analyser = ?) ORDER BY id`,
          analyser,
        )
        .map(({ id }) => id),
  }
}

interface VectorRow {
  id: number
  version: number
  links: string
  vector: Uint8Array
}

// CROSS, and + below: by an index on articles the planner would sort all of them for every step.
const VECTORS = `
  SELECT v.article_id AS id, v.version, v.links, v.vector
  FROM term_vector v CROSS JOIN article a ON a.id = v.article_id`

function* vectors(connection: Connection, analyser: string): IterableIterator<StoredVector> {
  let after = 0
  for (;;) {
    const rows = connection.all<VectorRow>(
      `${VECTORS} WHERE v.article_id > ? AND v.analyser = ? AND v.version = a.version AND a.trashed_at IS NULL
       ORDER BY v.article_id LIMIT ${STEP}`,
      after,
      analyser,
    )
    const last = rows.at(-1)
    if (!last) return
    for (const row of rows) yield fromRow(row)
    after = last.id
  }
}

function fromRow({ links, ...row }: VectorRow): StoredVector {
  return { ...row, links: parseTexts(links) }
}

function heads(connection: Connection, only?: readonly number[]): RelatedHead[] {
  const [among, given] = only ? [`IN (SELECT value FROM json_each(?))`, [JSON.stringify(only)]] : ['', []]
  const tags = tagsOf(connection, among, given)
  return connection
    .all<Omit<RelatedHead, 'tags'>>(
      `SELECT id, version, title, slug, status, category_id AS categoryId, published_at AS publishedAt,
         footer_place AS footerPlace, updated_utc AS savedAt,
         coalesce(language, (SELECT language FROM site)) AS language
       FROM article WHERE +trashed_at IS NULL ${only ? `AND id ${among}` : ''} ORDER BY id`,
      ...given,
    )
    .map((head) => Object.assign(head, { tags: tags.get(head.id) ?? NO_TAGS }))
}

const NO_TAGS: readonly string[] = []

/** Names of the tags of articles, in their order. One row an article: a row for each tag would take twice the time. */
function tagsOf(
  connection: Connection,
  among: string,
  given: readonly string[],
): ReadonlyMap<number, readonly string[]> {
  const names = new Map(
    connection
      .all<{ id: number; name: string }>('SELECT id, name FROM tag')
      .map(({ id, name }) => [id, name]),
  )
  const rows = connection.all<{ id: number; tags: string }>(
    `SELECT article_id AS id, group_concat(tag_id, ' ' ORDER BY position) AS tags FROM article_tag
     ${among === '' ? '' : `WHERE article_id ${among}`} GROUP BY article_id`,
    ...given,
  )
  // Many articles have the same tags.
  const known = new Map<string, readonly string[]>()
  return new Map(
    rows.map(({ id, tags }) => {
      let list = known.get(tags)
      if (!list) known.set(tags, (list = tags.split(' ').map((tag) => names.get(Number(tag))!)))
      return [id, list]
    }),
  )
}

function changes(connection: Connection): ChangeCounts {
  const note = connection.get<{ value: string }>("SELECT value FROM note WHERE key = 'changes'")
  const counts = Object.entries(parseObject(note?.value ?? '{}'))
  return Object.fromEntries(counts.filter(([, count]) => typeof count === 'number'))
}
