import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Args, Reply, RequestName } from '../../core/bridge.ts'
import { expect, test } from './harness.ts'
import { longhand, userDataOpening } from './library.ts'
import { articleRows } from './panes.ts'

/** Asks main as the window's own code does. */
function ask<R extends RequestName>(page: Page, name: R, args: Args<R>): Promise<Reply<R>> {
  const given = { name, args } as never as { name: 'app.state'; args: Record<never, never> }
  return page.evaluate((asked) => window.longhand.request(asked.name, asked.args), given)
}

test('a damaged library is refused with what was found, and restored from its backup', async ({
  folder,
  launchLonghand,
}) => {
  const library = join(folder, 'library')
  await longhand('sample', '--language', 'en', '--library', library)
  await longhand('backup', '--library', library)
  const file = join(library, 'library.db')
  const bytes = await readFile(file)
  await writeFile(file, bytes.fill(0, 4096, 4096 * 40))

  const { window } = await launchLonghand({ userData: await userDataOpening(folder, library) })
  expect(await ask(window, 'app.state', {})).toMatchObject({
    ok: true,
    value: { library: null, refused: { folder: library, diagnosis: { state: 'damaged' } } },
  })
  const backups = await ask(window, 'library.backups', {})
  const newest = backups.ok ? backups.value[0] : undefined
  expect(newest).toMatchObject({ articles: 9 })
  expect(await ask(window, 'library.restoreBackup', { file: newest!.file })).toMatchObject({
    ok: true,
    value: { articles: 9, missing: [], state: { refused: null, library: { folder: library } } },
  })
  await expect(articleRows(window).first()).toBeVisible()
})
