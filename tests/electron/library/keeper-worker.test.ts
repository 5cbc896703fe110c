import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { ToKeeper } from '../../../electron/library/keeper-worker.ts'
import { tempFolder, tempLibrary } from './temp-library.ts'

const WORKER = join(import.meta.dirname, '../../../electron/library/keeper-worker.ts')

it('carries through what it was asked, and ends in peace, when who asked is gone before the answer', async () => {
  const library = tempLibrary()
  library.articles.create({ title: 'Bospad' })
  const into = tempFolder()
  const keeper = fork(WORKER, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let said = ''
  keeper.stderr?.on('data', (chunk) => (said += String(chunk)))
  const order: ToKeeper = { token: 1, task: 'makeBackup', args: [library.folder, { into }] }
  keeper.send(order, () => keeper.disconnect())
  const [code] = await once(keeper, 'exit')
  expect(said).toBe('')
  expect(code).toBe(0)
  expect(readdirSync(into)).not.toEqual([])
})
