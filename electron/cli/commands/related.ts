import type { RelatedItem } from '../../../core/bridge.ts'
import { Failure } from '../../../core/errors.ts'
import { describeReasons } from '../../../core/locale/ui/index.ts'
import type { Library } from '../../library/library.ts'
import { relatedService } from '../../library/related-service.ts'
import { type Command, type Words, WrongUsage, countOf } from '../command.ts'
import { print, printJson } from '../io.ts'
import { withLibrary } from '../open.ts'
import { table } from '../table.ts'

export const related: Command = {
  name: 'related',
  usage: 'related --library DIR (SLUG | --all) [--limit N] [--json]',
  summary: 'Tells which articles are related to one, or to each, and why.',
  takesWords: true,
  options: {
    library: { type: 'string' },
    all: { type: 'boolean' },
    limit: { type: 'string' },
    json: { type: 'boolean' },
  },
  help: {
    'library DIR': 'the library',
    all: 'every article that is not in the trash',
    'limit N': 'at most so many for each; otherwise 10',
    json: 'print {"slug", "related": [{"slug", "score", "reasons", "pinned"}]} a line',
  },
  run: (words, io) =>
    withLibrary(words, 'read and remember', async (library) => {
      const limit = countOf(words, 'limit', 10)
      const service = relatedService(library)
      const categories = new Map(library.categories.list().map(({ slug, name }) => [slug, name]))
      for (const { id, slug, title } of chosen(words, library)) {
        const items = service.list(id, limit).items.slice(0, limit)
        if (words.has('json')) await printJson(io, { slug, related: items.map(asJson) })
        else
          await print(
            io,
            `${title}  (${slug})\n${table(
              items.map((item) => asRow(item, categories)),
              [1],
            )}`,
          )
      }
    }),
}

function chosen(words: Words, library: Library): readonly { id: number; slug: string; title: string }[] {
  const [slug, ...more] = words.rest
  if (words.has('all') === (slug !== undefined) || more.length > 0)
    throw new WrongUsage('give one SLUG, or --all')
  if (slug === undefined)
    return [...library.articles.iterate()].map(({ id, slug, title }) => ({ id, slug, title }))
  const article = library.articles.bySlug(slug)
  if (!article) throw new Failure('notFound', { what: 'article', which: slug })
  return [article]
}

const asJson = ({ slug, score, reasons, pinned }: RelatedItem): object => ({ slug, score, reasons, pinned })

function asRow(
  { slug, score, reasons, pinned }: RelatedItem,
  categories: ReadonlyMap<string, string>,
): string[] {
  const why = describeReasons('en', reasons, (category) => categories.get(category) ?? category)
  return ['   ', pinned ? 'pinned' : score.toFixed(2), slug, why.map(({ text }) => text).join('')]
}
