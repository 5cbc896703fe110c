import { type Status, STATUSES } from '../../core/article.ts'
import type { OverviewList } from '../../core/bridge.ts'
// Not by the index: what only asks for rules would load all that relates articles.
import { FRESHNESS, MOST_RELATED, type RelatedRules } from '../../core/related/rules.ts'
import type { Connection } from './connection.ts'

/** What a writer said of the articles related to one. */
export interface Hand {
  /** In the writer's order. */
  readonly pins: readonly number[]
  readonly hidden: readonly number[]
  /** Those that it is kept apart from, on both pages. */
  readonly never: readonly number[]
  /** How many its page shows; null: as many as the site says. */
  readonly count: number | null
  /** The lists of the overview that leave it out, in order of their names. */
  readonly left: readonly OverviewList[]
}

/** Of most articles nothing is said. */
export const NO_HAND: Hand = { pins: [], hidden: [], never: [], count: null, left: [] }

/** What a writer said of every article of which anything was said, by id; the same as {@link readHand} of each. */
export function readHands(connection: Connection): ReadonlyMap<number, Hand> {
  const spoken = connection.all<{ id: number }>(
    `SELECT article_id AS id FROM related_pin UNION SELECT article_id FROM related_hidden
     UNION SELECT lower_id FROM related_never UNION SELECT higher_id FROM related_never
     UNION SELECT article_id FROM related_count UNION SELECT article_id FROM overview_left`,
  )
  return new Map(spoken.map(({ id }) => [id, readHand(connection, id)]))
}

/** What a writer said of one article; ids in the trash are among them. */
export function readHand(connection: Connection, articleId: number): Hand {
  const ids = (sql: string, ...values: number[]) =>
    connection.all<{ id: number }>(sql, ...values).map(({ id }) => id)
  const row = connection.get<{ count: number }>(
    'SELECT count FROM related_count WHERE article_id = ?',
    articleId,
  )
  return {
    pins: ids('SELECT other_id AS id FROM related_pin WHERE article_id = ? ORDER BY position', articleId),
    hidden: ids(
      'SELECT other_id AS id FROM related_hidden WHERE article_id = ? ORDER BY other_id',
      articleId,
    ),
    never: ids(
      `SELECT higher_id AS id FROM related_never WHERE lower_id = ?
       UNION ALL SELECT lower_id FROM related_never WHERE higher_id = ? ORDER BY 1`,
      articleId,
      articleId,
    ),
    // A library may come from a stranger.
    count: row ? Math.min(row.count, MOST_RELATED) : null,
    left: connection
      .all<{ list: OverviewList }>(
        'SELECT list FROM overview_left WHERE article_id = ? ORDER BY list',
        articleId,
      )
      .map(({ list }) => list),
  }
}

/** Puts what is given in the place of what was said, of articles that are there. Within a transaction. */
export function writeHand(connection: Connection, articleId: number, hand: Partial<Hand>): void {
  for (const part of Object.keys(hand) as (keyof Hand)[]) WRITE[part](connection, articleId, hand)
  connection.changed(['related'], hand.never === undefined ? articleId : null)
}

const WRITE: Readonly<Record<keyof Hand, (connection: Connection, id: number, hand: Partial<Hand>) => void>> =
  {
    pins: (connection, articleId, { pins = [] }) => {
      connection.run('DELETE FROM related_pin WHERE article_id = ?', articleId)
      pins.forEach((id, position) =>
        connection.run('INSERT INTO related_pin VALUES (?, ?, ?)', articleId, position, id),
      )
    },
    hidden: (connection, articleId, { hidden = [] }) => {
      connection.run('DELETE FROM related_hidden WHERE article_id = ?', articleId)
      for (const id of hidden) connection.run('INSERT INTO related_hidden VALUES (?, ?)', articleId, id)
    },
    never: (connection, articleId, { never = [] }) => {
      connection.run('DELETE FROM related_never WHERE lower_id = ? OR higher_id = ?', articleId, articleId)
      for (const id of never) {
        const [lower, higher] = [Math.min(id, articleId), Math.max(id, articleId)]
        connection.run('INSERT INTO related_never VALUES (?, ?)', lower, higher)
      }
    },
    count: (connection, articleId, { count = null }) => {
      connection.run('DELETE FROM related_count WHERE article_id = ?', articleId)
      if (count !== null) connection.run('INSERT INTO related_count VALUES (?, ?)', articleId, count)
    },
    left: (connection, articleId, { left = [] }) => {
      connection.run('DELETE FROM overview_left WHERE article_id = ?', articleId)
      for (const list of left) connection.run('INSERT INTO overview_left VALUES (?, ?)', articleId, list)
    },
  }

interface RulesRow {
  freshness: string
  sameLanguage: number
  statuses: string
}

/** The site's rules; what a damaged library says of them that cannot be is as if it were not said. */
export function readRules(connection: Connection): RelatedRules {
  const row = connection.get<RulesRow>(
    `SELECT related_freshness AS freshness, related_same_language AS sameLanguage, related_statuses AS statuses
     FROM site`,
  )
  const said = row?.statuses.split(',') ?? []
  const statuses = STATUSES.filter((status: Status) => said.includes(status))
  return {
    sameLanguage: row?.sameLanguage !== 0,
    statuses: statuses.length > 0 ? statuses : STATUSES,
    freshness: FRESHNESS.find((wish) => wish === row?.freshness) ?? 'none',
  }
}

export function writeRules(connection: Connection, rules: RelatedRules): void {
  connection.run(
    'UPDATE site SET related_freshness = ?, related_same_language = ?, related_statuses = ?',
    rules.freshness,
    Number(rules.sameLanguage),
    STATUSES.filter((status) => rules.statuses.includes(status)).join(','),
  )
  connection.changed(['related'])
}
