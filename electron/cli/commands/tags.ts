import type { Tag } from '../../../core/article.ts'
import { Failure } from '../../../core/errors.ts'
import { uiWords } from '../../../core/locale/ui/index.ts'
import { foldName } from '../../library/fold.ts'
import type { Library } from '../../library/library.ts'
import { type Command, type Words, WrongUsage } from '../command.ts'
import { type CliIo, print, printJson } from '../io.ts'
import { withLibrary } from '../open.ts'
import { table } from '../table.ts'

const told = uiWords.en.acts
/** What can be done; without any of them tags are listed. */
const DEEDS = ['alike', 'into', 'rename', 'delete', 'apart'] as const

export const tags: Command = {
  name: 'tags',
  usage: 'tags --library DIR [NAME… (--into NAME | --rename NAME | --delete | --apart)] [--alike] [--json]',
  summary: 'Lists tags and those that look alike; merges, renames and deletes them.',
  takesWords: true,
  options: {
    library: { type: 'string' },
    alike: { type: 'boolean' },
    into: { type: 'string' },
    rename: { type: 'string' },
    delete: { type: 'boolean' },
    apart: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  help: {
    'library DIR': 'the library',
    alike: 'groups that look as if they were meant to be one, a line each, the most used name first',
    'into NAME': 'merges the tags into this one, which each of their articles has once then',
    'rename NAME': 'gives the tag this name; when another tag has it, the two become one',
    delete: 'takes the tags off every article',
    apart: 'says of every two of the tags that they are not meant to be one',
    json: 'print {"name", "slug", "articles"} a line; with --alike {"tags"} a line; else {"acts", "tag"}',
  },
  notes: ['Merges, new names and deletions can be undone: see "undo".'],
  run: async (words, io) => {
    const [deed, ...more] = DEEDS.filter((one) => words.has(one) || words.text(one) !== undefined)
    if (more.length > 0) throw new WrongUsage(`--${deed} and --${more[0]} are two different things to do`)
    const takesNames = deed !== undefined && deed !== 'alike'
    if (takesNames !== words.rest.length > 0) {
      throw new WrongUsage(
        takesNames ? 'NAME is missing' : `it is not said what is to be done with "${words.rest[0]}"`,
      )
    }
    const access = takesNames ? 'write' : 'read'
    await withLibrary(words, access, (library) => DO[deed ?? 'list'](library, words, io))
  },
}

type Deed = (library: Library, words: Words, io: CliIo) => Promise<void>

const DO: Readonly<Record<(typeof DEEDS)[number] | 'list', Deed>> = {
  list: async (library, words, io) => {
    const all = library.tags.list()
    if (!words.has('json')) return print(io, table(all.map(asRow), [0]))
    for (const { name, slug, articles } of all) await printJson(io, { name, slug, articles })
  },
  alike: async (library, words, io) => {
    for (const group of library.tags.alike()) {
      if (words.has('json')) {
        await printJson(io, { tags: group.map(({ name, articles, why }) => ({ name, articles, why })) })
      } else await print(io, `${group.map(({ name, articles }) => `${name} (${articles})`).join(', ')}\n`)
    }
  },
  into: (library, words, io) => {
    const into = tagCalled(library, words.text('into') ?? '')
    const gone = words.rest.map((name) => tagCalled(library, name)).filter(({ id }) => id !== into.id)
    if (gone.length === 0) throw new WrongUsage('a tag is merged into another one')
    const { actId, ...tag } = library.tags.merge(
      gone.map(({ id }) => id),
      into.id,
    )
    return report(words, io, [actId], tag, told.tagsMerged(gone.length, tag.name))
  },
  rename: (library, words, io) => {
    const [name = '', ...more] = words.rest
    if (more.length > 0) throw new WrongUsage('one tag is renamed at a time')
    const { actId, ...tag } = library.tags.rename(tagCalled(library, name).id, words.text('rename') ?? '')
    return report(words, io, [actId], tag, told.tagRenamed(tag.name))
  },
  delete: (library, words, io) => {
    const gone = words.rest.map((name) => tagCalled(library, name))
    const acts = library.transaction(() => gone.map(({ id }) => library.tags.delete(id).actId))
    return report(words, io, acts, null, gone.map(({ name }) => told.tagDeleted(name)).join('\n'))
  },
  apart: (library, words, io) => {
    if (words.rest.length < 2) throw new WrongUsage('two tags or more are kept apart')
    library.tags.setApart(
      words.rest.map((name) => tagCalled(library, name).id),
      true,
    )
    return report(words, io, [], null, 'They are kept apart.')
  },
}

async function report(
  words: Words,
  io: CliIo,
  acts: readonly (number | null)[],
  tag: Tag | null,
  text: string,
): Promise<void> {
  if (!words.has('json')) return print(io, `${text}\n`)
  const named = tag && { name: tag.name, slug: tag.slug, articles: tag.articles }
  await printJson(io, { acts: acts.filter((id) => id !== null), tag: named })
}

function tagCalled(library: Library, name: string): Tag {
  const found = library.tags.list().find((tag) => foldName(tag.name) === foldName(name) || tag.slug === name)
  if (!found) throw new Failure('notFound', { what: 'tag', which: name })
  return found
}

function asRow({ articles, name, slug }: Tag): string[] {
  return [String(articles), name, slug]
}
