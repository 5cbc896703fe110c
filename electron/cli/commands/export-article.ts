import { uiWords } from '../../../core/locale/ui/index.ts'
import { Failure } from '../../../core/errors.ts'
import { shareArticle } from '../../publish/share.ts'
import { type Command, type Words, WrongUsage, required } from '../command.ts'
import { print, printJson } from '../io.ts'
import { withLibrary } from '../open.ts'

/** Formats that are promised and not there yet. */
const LATER: ReadonlySet<string> = new Set(['pdf', 'epub', 'docx'])

export const exportingArticle: Command = {
  name: 'export-article',
  usage: 'export-article --library DIR SLUG --format html|md --out FILE [--json]',
  summary: 'Writes one article as a file to send or keep; it need not be published.',
  takesWords: true,
  options: {
    library: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'boolean' },
  },
  help: {
    'library DIR': 'the library',
    'format F':
      'html: one page with styles, fonts and pictures inside; md: Markdown, its pictures under media/',
    'out FILE': 'where to; with md and a name that ends in .zip, one zip of text and pictures',
    json: 'print {"file", "missing"}',
  },
  run: (words, io) =>
    withLibrary(words, 'read', async (library) => {
      const [slug, ...more] = words.rest
      if (slug === undefined || more.length > 0) throw new WrongUsage('give one SLUG')
      const format = formatOf(words)
      const out = required(words, 'out')
      const article = library.articles.bySlug(slug)
      if (!article || article.trashedAt !== null)
        throw new Failure('notFound', { what: 'article', which: slug })
      const shared = await shareArticle(library, article, format, out)
      if (words.has('json')) return printJson(io, shared)
      const { missingImage } = uiWords.en.export.warningKinds
      const missing = shared.missing.map((picture) => `${missingImage(1)}: ${picture}\n`)
      await print(io, `${shared.file}\n${missing.join('')}`)
    }),
}

function formatOf(words: Words): 'html' | 'md' {
  const format = required(words, 'format')
  if (format === 'html' || format === 'md') return format
  if (LATER.has(format)) throw new WrongUsage(`--format ${format} is not there yet; html and md are`)
  throw new WrongUsage(`--format wants html or md, not "${format}"`)
}
