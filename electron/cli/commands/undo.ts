import type { Act } from '../../../core/acts.ts'
import { uiWords } from '../../../core/locale/ui/index.ts'
import { type Command, Refused, type Words, WrongUsage } from '../command.ts'
import { type CliIo, print, printJson } from '../io.ts'
import { withLibrary } from '../open.ts'
import { table } from '../table.ts'

const told = uiWords.en.acts

export const undo: Command = {
  name: 'undo',
  usage: 'undo --library DIR [ID] [--redo] [--list] [--json]',
  summary:
    'Takes back what was done last to many things at once: an import, a bulk change, a move or a deletion.',
  options: {
    library: { type: 'string' },
    redo: { type: 'boolean' },
    list: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  takesWords: true,
  help: {
    'library DIR': 'the library',
    ID: 'the act of that number, instead of the last one',
    redo: 'does again what was undone last',
    list: 'only lists what can be undone, the newest first',
    json: 'print {"act", "kept"}; with --list one act a line',
  },
  run: (words, io) =>
    words.has('list')
      ? withLibrary(words, 'read', ({ acts }) => printActs(words, io, acts.list(Number.MAX_SAFE_INTEGER)))
      : withLibrary(words, 'write', async ({ acts }) => {
          const isRedo = words.has('redo')
          const id = idOf(words) ?? newest(acts.list(Number.MAX_SAFE_INTEGER), isRedo)
          const outcome = isRedo ? acts.redo(id) : acts.undo(id)
          if (words.has('json')) return printJson(io, outcome)
          const name = nameOf(outcome.act)
          const kept = outcome.kept > 0 ? ` ${told.kept(outcome.kept)}` : ''
          await print(io, `${isRedo ? told.redone(name) : told.undone(name)}${kept}\n`)
        }),
}

function idOf({ rest }: Words): number | null {
  const [id, ...more] = rest
  if (id === undefined) return null
  if (more.length > 0 || !/^\d{1,15}$/.test(id)) throw new WrongUsage('undo wants the number of one act')
  return Number(id)
}

/** The newest act that is not undone; for redo, the oldest of those that were undone last. */
function newest(acts: readonly Act[], isRedo: boolean): number {
  const found = isRedo ? lastUndone(acts) : acts.find(({ undone }) => !undone)
  if (!found) throw new Refused(isRedo ? told.nothingToRedo : told.nothingToUndo)
  return found.id
}

/** What was undone goes back in the order in which it was done: the act above which all are undone. */
function lastUndone(acts: readonly Act[]): Act | undefined {
  const standing = acts.findIndex(({ undone }) => !undone)
  return standing === 0 ? acts.find(({ undone }) => undone) : acts.at(standing === -1 ? -1 : standing - 1)
}

async function printActs(words: Words, io: CliIo, acts: readonly Act[]): Promise<void> {
  if (words.has('json')) {
    for (const act of acts) await printJson(io, act)
    return
  }
  const rows = acts.map((act) => [
    String(act.id),
    act.at.slice(0, 16).replace('T', ' '),
    act.undone ? 'undone' : '',
    nameOf(act),
  ])
  await print(io, table(rows, [0]))
}

function nameOf(act: Act): string {
  return told.kinds[act.kind](act)
}
