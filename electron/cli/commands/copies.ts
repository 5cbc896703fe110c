import { resolve } from 'node:path'
import type { CopyComparison, CopyReport, LibraryCopy } from '../../../core/bridge/sharing.ts'
import { uiWords } from '../../../core/locale/ui/index.ts'
import { findCopies, fromOf } from '../../library/sync-copies.ts'
import type { Keeper } from '../../library/keeper.ts'
import { type Command, Refused, type Words, required, WrongUsage } from '../command.ts'
import { failureLine } from '../failure-line.ts'
import { type CliIo, print, printJson } from '../io.ts'
import { withKeeper } from '../keeper.ts'
import { table } from '../table.ts'
import { Failure } from '../../../core/errors.ts'

export const copies: Command = {
  name: 'copies',
  usage: 'copies --library DIR [NAME] [--bring-in | --set-aside] [--json]',
  summary:
    'Lists other versions of a library that a synchroniser put beside it, and brings in what is only there.',
  options: {
    library: { type: 'string' },
    'bring-in': { type: 'boolean' },
    'set-aside': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  takesWords: true,
  help: {
    'library DIR': 'the library',
    NAME: 'the file of one version: compares it, article by article',
    'bring-in':
      'adds its missing articles, and keeps the other ones in the history of ours; then moves it aside',
    'set-aside': 'only moves it to the folder set-aside in the library',
    json: 'print one version a line; with NAME {"articles", "known", "different"}, or what was brought in',
  },
  run: async (words, io) => {
    const folder = resolve(required(words, 'library'))
    const [name, ...more] = words.rest
    const acts = words.has('bring-in') || words.has('set-aside')
    if (more.length > 0 || (name === undefined && acts)) throw new WrongUsage('copies wants one NAME')
    if (name === undefined) return printCopies(words, io, findCopies(folder))
    await withKeeper(io, async (keeper) => {
      if (!acts) return printComparison(words, io, await keeper.run('compareCopy', folder, name))
      const report = await deal(keeper, folder, name, words.has('bring-in'))
      if (words.has('json')) await printJson(io, report)
      else await printReport(io, report)
    })
  },
}

async function deal(keeper: Keeper, folder: string, name: string, isWanted: boolean): Promise<CopyReport> {
  const { different, failure } = isWanted
    ? await keeper.run('compareCopy', folder, name)
    : { different: [], failure: null }
  if (failure) throw new Failure(failure.code, failure.detail)
  const articles = different.map(({ id, standing }) => ({
    id,
    as: standing === 'missing' ? ('article' as const) : ('revision' as const),
  }))
  return keeper.run('bringInCopy', folder, name, articles, uiWords.en.sharing.revision(fromOf(name)))
}

async function printCopies(words: Words, io: CliIo, found: readonly LibraryCopy[]): Promise<void> {
  if (words.has('json')) {
    for (const copy of found) await printJson(io, copy)
    return
  }
  const rows = found.map(({ name, utc, from }) => [new Date(utc).toISOString(), name, from])
  await print(io, table(rows))
}

async function printComparison(words: Words, io: CliIo, comparison: CopyComparison): Promise<void> {
  const { failure, articles, known, different } = comparison
  if (words.has('json')) return printJson(io, comparison)
  if (failure) throw new Refused(failureLine(new Failure(failure.code, failure.detail)))
  await print(io, `${articles} articles, ${known} of them known here\n`)
  await print(io, table(different.map(({ standing, updatedAt, title }) => [standing, updatedAt, title])))
}

async function printReport(
  io: CliIo,
  { articles, revisions, media, missing, aside }: CopyReport,
): Promise<void> {
  await print(io, `Added ${articles} articles and ${media} pictures, kept ${revisions} as revisions\n`)
  for (const path of missing) await print(io, `missing  ${path}\n`)
  await print(io, `The copy lies in ${aside} now\n`)
}
