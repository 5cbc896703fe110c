import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Failure } from '../../../core/errors.ts'
import { formatBytes } from '../../../core/locale/ui/index.ts'
import type { MadeBackup } from '../../library/backups.ts'
import { type Command, required } from '../command.ts'
import { print, printJson } from '../io.ts'
import { withKeeper } from '../keeper.ts'

type Made = Pick<MadeBackup, 'file' | 'articles' | 'bytes' | 'missing'>

export const backup: Command = {
  name: 'backup',
  usage: 'backup --library DIR [--to DIR|FILE.zip] [--json]',
  summary: 'Backs a library up, also while it is in use, and verifies what it made.',
  options: { library: { type: 'string' }, to: { type: 'string' }, json: { type: 'boolean' } },
  help: {
    'library DIR': 'the library',
    'to DIR': 'a folder for backups; otherwise the library’s own “backups”',
    'to FILE.zip': 'the whole library in one file, to carry away',
    json: 'print {"file", "articles", "bytes", "missing"}',
  },
  run: async (words, io) => {
    const folder = resolve(required(words, 'library'))
    if (!existsSync(join(folder, 'library.db'))) throw new Failure('library.missing', { folder })
    const to = words.text('to')
    const { file, articles, bytes, missing } = await withKeeper<Made>(io, (keeper) =>
      to?.endsWith('.zip')
        ? keeper.run('archiveLibrary', folder, resolve(to))
        : keeper.run('makeBackup', folder, to === undefined ? {} : { into: resolve(to) }),
    )
    if (words.has('json')) await printJson(io, { file, articles, bytes, missing })
    else {
      await print(io, `${file}\n${articles} articles, ${formatBytes('en', bytes)}\n`)
      for (const path of missing) await print(io, `missing  ${path}\n`)
    }
  },
}
