import { FIELD_NAMES, type FieldName, HAVINGS, STATUS_VALUES } from '../../core/find/fields.ts'
import { calledBy, namedIn } from '../../core/find/names.ts'
import { parseQuery } from '../../core/find/parse.ts'
import type { Problem } from '../../core/find/query.ts'
import type { Library } from '../library/library.ts'
import { timestamp } from '../library/time.ts'
import { Refused, WrongUsage } from './command.ts'

/** How a query is written, for the help of the commands that take one. */
export const QUERY_HELP: readonly string[] = [
  `QUERY: words, "phrases", ${FIELD_NAMES.map((name) => `${name}:`).join(' ')} with a value,`,
  'a or b, (groups), -not. In one argument, in single quotes; behind -- when it begins with a minus. For example:',
  `  'category:Sport tag:"long run" after:2025-06 words:>1000 no:cover -status:draft'`,
]

const WANTED: Partial<Record<string, string>> = {
  before: 'a date, such as 2025, 2025-12-31, yesterday or 7d',
  words: 'a number, such as 500, >1000 or 300..600',
  status: `one of ${Object.keys(STATUS_VALUES).join(', ')}`,
  has: `one of ${Object.keys(HAVINGS).join(', ')}`,
  language: 'a language tag, such as nl or en-GB',
}
const SAME: Partial<Record<string, string>> = {
  after: 'before',
  date: 'before',
  changed: 'before',
  no: 'has',
}

/**
 * A query as it was given, when all of it means something.
 * @throws WrongUsage for a piece that means nothing, Refused for a name that the library does not know
 */
export function checkedQuery(library: Library, text: string): string {
  const query = text.trim()
  const { wish, problems } = parseQuery(query, timestamp(library.now()).slice(0, 10))
  const [problem] = problems
  if (problem) throw new WrongUsage(tell(problem))
  const known = {
    category: () => library.categories.list(),
    tag: () => library.tags.list(),
    author: () => library.authors.list(),
  }
  for (const { what, name } of namedIn(wish)) {
    if (calledBy(known[what](), name).length === 0) throw new Refused(`The library has no ${what} "${name}".`)
  }
  return query
}

function tell(problem: Problem): string {
  // In the window it is searched for as a word and said; a program would take nothing found for the answer.
  if (problem.code === 'unknownField') return unknownField(problem.word, problem.near)
  if (problem.code === 'tooMany') return 'QUERY has more than 200 pieces'
  const wanted = WANTED[SAME[problem.field] ?? problem.field]
  const given = problem.code === 'noValue' ? '' : `, not "${problem.value}"`
  return `${problem.field}: wants ${wanted ?? 'a value'}${given}`
}

function unknownField(word: string, near: FieldName | null): string {
  const meant = near === null ? '' : ` Did you mean ${near}:?`
  const fields = FIELD_NAMES.map((name) => `${name}:`).join(' ')
  return `There is no field ${word}:.${meant} The fields are ${fields}. Text with a colon goes in "double quotes".`
}
