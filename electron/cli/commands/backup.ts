import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Failure } from '../../../core/errors.ts'
import { formatBytes } from '../../../core/locale/ui/index.ts'
import type { MadeBackup } from '../../library/backups.ts'
import { type Command, type Words, WrongUsage, required } from '../command.ts'
import { print, printJson } from '../io.ts'
import { withKeeper } from '../keeper.ts'

type Made = Pick<MadeBackup, 'file' | 'articles' | 'bytes' | 'missing'>

export const backup: Command = {
  name: 'backup',
  usage: 'backup --library DIR [--archive FILE | --to DIR] [--json]',
  summary: 'Backs a library up, also while it is in use, and verifies what it made.',
  options: {
    library: { type: 'string' },
    archive: { type: 'string' },
    to: { type: 'string' },
    json: { type: 'boolean' },
  },
  help: {
    'library DIR': 'the library',
    'archive FILE': 'instead, the whole library in one file, to carry away (a .longhand or .zip)',
    'to DIR': 'a folder for backups; otherwise the library’s own “backups”',
    json: 'print {"file", "articles", "bytes", "missing"}',
  },
  run: async (words, io) => {
    const folder = resolve(required(words, 'library'))
    if (!existsSync(join(folder, 'library.db'))) throw new Failure('library.missing', { folder })
    const { archive, to } = targetOf(words)
    const into = to === undefined ? {} : { into: resolve(to) }
    const { file, articles, bytes, missing } = await withKeeper<Made>(io, (keeper, follower) =>
      archive === undefined
        ? keeper.follow(follower, 'makeBackup', folder, { ...into, kind: 'hand' })
        : keeper.follow(follower, 'archiveLibrary', folder, resolve(archive)),
    )
    if (words.has('json')) await printJson(io, { file, articles, bytes, missing })
    else {
      await print(io, `${file}\n${articles} articles, ${formatBytes('en', bytes)}\n`)
      for (const path of missing) await print(io, `missing  ${path}\n`)
    }
  },
}

/** Where to: a file for the whole library, a folder of backups, or neither. A folder is never called `x.zip`. */
function targetOf(words: Words): { readonly archive?: string; readonly to?: string } {
  const [archive, to] = [words.text('archive'), words.text('to')]
  if (to !== undefined && archive !== undefined) throw new WrongUsage('give either --archive or --to')
  if (archive !== undefined) return { archive }
  if (to === undefined) return {}
  return /\.(?:zip|longhand)$/.test(to) ? { archive: to } : { to }
}
