import { type ArticleRow, type Category, STATUSES, isScheduled } from '../../../core/article.ts'
import type { ArticleFilter, ArticleSort } from '../../../core/bridge.ts'
import { Failure } from '../../../core/errors.ts'
import { wallDate } from '../../../core/page/index.ts'
import type { Library } from '../../library/library.ts'
import { type Command, type Words, WrongUsage } from '../command.ts'
import { type CliIo, print, printJson } from '../io.ts'
import { withLibrary } from '../open.ts'
import { checkedQuery, QUERY_HELP } from '../query.ts'
import { table } from '../table.ts'

const LISTS = [...STATUSES, 'scheduled', 'trash'] as const
const LAST_FIRST: ArticleSort = { by: 'updated', direction: 'descending' }
/** Rows read at once. */
const STEP = 500

export const list: Command = {
  name: 'list',
  usage: 'list --library DIR [QUERY] [--status S] [--category C] [--json]',
  summary: 'Lists articles, the one changed last first.',
  takesWords: true,
  options: {
    library: { type: 'string' },
    status: { type: 'string' },
    category: { type: 'string' },
    json: { type: 'boolean' },
  },
  help: {
    'library DIR': 'the library',
    'status S': `one of ${LISTS.join(', ')}`,
    'category C': 'slug of a category; with everything below it',
    json: 'print one JSON object a line, its "translations" as slugs by language',
  },
  notes: QUERY_HELP,
  run: (words, io) =>
    withLibrary(words, 'read', async (library) => {
      const categories = library.categories.list()
      const query = checkedQuery(library, words.rest.join(' '))
      const filter = { ...filterOf(words, categories), ...(query === '' ? {} : { query }) }
      const now = library.now().getTime()
      if (words.has('json')) {
        const json = asJson(library, categories)
        for (const row of rowsOf(library, filter)) await printJson(io, json(row))
      } else {
        await printTable(io, [...rowsOf(library, filter)], now)
      }
    }),
}

function filterOf(words: Words, categories: readonly Category[]): ArticleFilter {
  const status = LISTS.find((one) => one === words.text('status'))
  if (words.text('status') !== undefined && !status) {
    throw new WrongUsage(`--status is one of ${LISTS.join(', ')}, not "${words.text('status')}"`)
  }
  const slug = words.text('category')
  const category = categories.find((one) => one.slug === slug)
  if (slug !== undefined && !category) throw new Failure('notFound', { what: 'category', which: slug })
  return { ...(status && { status }), ...(category && { categoryId: category.id }) }
}

function* rowsOf(library: Library, filter: ArticleFilter): Generator<ArticleRow> {
  for (let offset = 0; ; offset += STEP) {
    const { rows } = library.articles.list(filter, LAST_FIRST, offset, STEP)
    yield* rows
    if (rows.length < STEP) return
  }
}

/**
 * Gives articles' rows as programs get them: with the name of its list in the place of the bare status, and the slugs of
 * its translations by language.
 */
export function asJson(library: Library, categories: readonly Category[]): (row: ArticleRow) => object {
  const now = library.now().getTime()
  const translations = library.translations.slugs()
  return (row) => {
    const { id, slug, title, summary, publishedAt, updatedAt, words } = row
    const category = categories.find((one) => one.id === row.categoryId)?.slug ?? null
    return {
      ...{ id, slug, title, status: statusOf(row, now), category },
      ...{ summary, publishedAt, updatedAt, words, translations: translations.get(id) ?? {} },
    }
  }
}

function statusOf(row: ArticleRow, now: number): string {
  if (row.trashedAt !== null) return 'trash'
  return isScheduled(row, now) ? 'scheduled' : row.status
}

function printTable(io: CliIo, rows: readonly ArticleRow[], now: number): Promise<void> {
  return print(
    io,
    table(
      rows.map((row) => [
        statusOf(row, now),
        wallDate(row.publishedAt) ?? '–',
        String(row.words),
        row.slug,
        row.title,
      ]),
      [2],
    ),
  )
}
