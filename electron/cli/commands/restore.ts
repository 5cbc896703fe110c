import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { formatBytes } from '../../../core/locale/ui/index.ts'
import { type Backup, listBackups } from '../../library/backups.ts'
import { type Command, Refused, type Words, required } from '../command.ts'
import { type CliIo, print, printJson } from '../io.ts'
import { withKeeper } from '../keeper.ts'
import { table } from '../table.ts'

export const restore: Command = {
  name: 'restore',
  usage: 'restore --library DIR [--from FILE] [--list] [--json]',
  summary: 'Puts a backup in the place of a library, which is moved aside and kept.',
  options: {
    library: { type: 'string' },
    from: { type: 'string' },
    list: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  help: {
    'library DIR': 'the library; nobody may have it open',
    'from FILE':
      'a backup, a library in one file, or a folder of backups; otherwise the newest of the library’s own',
    list: 'only list the backups, the newest first',
    json: 'print {"folder", "aside", "articles", "missing"}; with --list one backup a line',
  },
  run: async (words, io) => {
    const folder = resolve(required(words, 'library'))
    if (words.has('list')) return printBackups(words, io, listBackups(placeOf(words, folder)))
    const from = backupFrom(words, folder)
    const restored = await withKeeper(io, async (keeper, follower) => {
      const { state } = await keeper.diagnose(folder, {}, follower)
      // Whether another program has it open can only be asked of a library that is whole.
      return keeper.follow(follower, 'restoreBeside', from, folder, { damaged: state !== 'sound' })
    })
    if (words.has('json')) return printJson(io, restored)
    const { aside, articles, missing } = restored
    await print(io, `Restored ${articles} articles from ${from}\n`)
    if (aside !== null) await print(io, `The library from before lies in ${aside}\n`)
    for (const path of missing) await print(io, `missing  ${path}\n`)
  },
}

/** The folder in which backups are looked for. */
function placeOf(words: Words, folder: string): string {
  const from = words.text('from')
  return from === undefined ? join(folder, 'backups') : resolve(from)
}

function backupFrom(words: Words, folder: string): string {
  const place = placeOf(words, folder)
  const kind = statSync(place, { throwIfNoEntry: false })
  if (kind?.isFile()) return place
  const newest = kind?.isDirectory() ? listBackups(place)[0] : undefined
  if (!newest) throw new Refused(`There is no backup in ${place}.`)
  return newest.file
}

async function printBackups(words: Words, io: CliIo, backups: readonly Backup[]): Promise<void> {
  if (words.has('json')) {
    for (const { file, utc, articles, bytes, kind } of backups) {
      await printJson(io, { file, madeAt: new Date(utc).toISOString(), articles, bytes, kind })
    }
    return
  }
  const rows = backups.map(({ file, utc, articles, bytes }) => [
    new Date(utc).toISOString(),
    `${articles} articles`,
    formatBytes('en', bytes),
    file,
  ])
  await print(io, table(rows, [1, 2]))
}
