import { type Command, WrongUsage, countOf } from '../command.ts'
import { print, printJson } from '../io.ts'
import { withLibrary } from '../open.ts'
import { checkedQuery, QUERY_HELP } from '../query.ts'
import { asJson } from './list.ts'

const HIT_START = '\u0002'
const HIT_END = '\u0003'

export const search: Command = {
  name: 'search',
  usage: 'search --library DIR QUERY [--limit N] [--json]',
  summary: 'Finds articles by their words and fields, best first.',
  takesWords: true,
  options: { library: { type: 'string' }, limit: { type: 'string' }, json: { type: 'boolean' } },
  help: {
    'library DIR': 'the library',
    'limit N': 'at most so many; otherwise 20',
    json: 'print one JSON object a line, its "snippet" as HTML with <mark> around each hit',
  },
  notes: QUERY_HELP,
  run: (words, io) =>
    withLibrary(words, 'read', async (library) => {
      const query = checkedQuery(library, words.rest.join(' '))
      if (query === '') throw new WrongUsage('QUERY is missing')
      const { rows } = library.articles.list({ query }, null, 0, countOf(words, 'limit', 20))
      const json = asJson(library, library.categories.list())
      for (const row of rows) {
        const snippet = row.snippet ?? ''
        if (words.has('json')) {
          await printJson(io, { ...json(row), snippet: asHtml(snippet) })
        } else {
          await print(io, `${row.title}  (${row.slug})\n    ${asText(snippet, io.stdout.isTTY ?? false)}\n`)
        }
      }
    }),
}

function asHtml(snippet: string): string {
  return snippet
    .replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
    .replaceAll(HIT_START, '<mark>')
    .replaceAll(HIT_END, '</mark>')
}

function asText(snippet: string, terminal: boolean): string {
  const [on, off] = terminal ? ['\u001b[1m', '\u001b[22m'] : ['*', '*']
  return snippet.replace(/\s+/g, ' ').replaceAll(HIT_START, on).replaceAll(HIT_END, off)
}
