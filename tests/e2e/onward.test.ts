/** An export from the real window: its plan first, then just that, then on to readers by the writer's own Git. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportWords } from '../../core/locale/ui/export.ts'
import { expect, test, type Longhand } from './harness.ts'
import { longhand, userDataOpening } from './library.ts'
import { chooseInMenu } from './menu.ts'
import { articleList, bodyField } from './panes.ts'

const WORDS = exportWords.en

const git = (cwd: string, ...args: string[]) => execFileSync('git', args, { cwd, encoding: 'utf8' }).trim()

async function opened(folder: string, launch: (options: object) => Promise<Longhand>) {
  const library = join(folder, 'library')
  const notes = join(folder, 'notes')
  mkdirSync(notes)
  writeFileSync(
    join(notes, 'bread.md'),
    '---\ntitle: Bread\ndate: 2026-01-05\nstatus: published\n---\nFirst.\n\nSecond, with [a link](nowhere.html).\n',
  )
  writeFileSync(
    join(notes, 'later.md'),
    '---\ntitle: Later\ndate: 2999-01-05\nstatus: published\n---\nNot yet.\n',
  )
  await longhand('init', '--library', library, '--name', 'Trial', '--language', 'en-GB')
  await longhand('import', '--library', library, notes)
  const started = await launch({ userData: await userDataOpening(folder, library) })
  await expect(articleList(started.window)).toBeVisible()
  return { ...started, library }
}

test('an export says what it will do, asks about what is not its own, and leads to what is to be mended', async ({
  folder,
  launchLonghand,
}) => {
  const { app, window, answerDialogs } = await opened(folder, launchLonghand)
  const site = join(folder, 'site')
  mkdirSync(site)
  writeFileSync(join(site, 'index.html'), 'mine')
  writeFileSync(join(site, 'CNAME'), 'mine')
  await answerDialogs(site)
  await chooseInMenu(app, 'site.export')
  const dialog = window.getByRole('dialog', { name: WORDS.title })
  await dialog.getByRole('button', { name: WORDS.choose }).click()
  const plan = dialog.getByRole('region', { name: WORDS.plan.title })
  await expect(plan).toContainText(WORDS.plan.foreign)
  await expect(plan).toContainText('index.html')
  await expect(plan).toContainText(WORDS.plan.kept(1, '1'))
  await expect(plan).toContainText('1 article waits for its date')
  expect(existsSync(join(site, 'bread.html'))).toBe(false)
  const start = dialog.getByRole('button', { name: WORDS.start, exact: true })
  await expect(start).toBeDisabled()
  await plan.getByLabel(WORDS.plan.agree).press('Space')
  await plan.getByText(WORDS.plan.kinds.article, { exact: true }).click()
  await expect(plan.getByTitle('bread.html')).toBeVisible()
  await start.click()

  const done = window.getByRole('dialog', { name: WORDS.done })
  await expect(done).toBeVisible()
  expect(existsSync(join(site, 'bread.html'))).toBe(true)
  expect(existsSync(join(site, 'CNAME'))).toBe(true)
  await done.getByRole('button', { name: WORDS.goToLine('Bread', 3) }).press('Enter')
  await expect(done).toBeHidden()
  await expect(bodyField(window)).toBeFocused()
  await window.keyboard.type('Third. ')
  await expect(bodyField(window)).toContainText('Third. Second, with')

  await chooseInMenu(app, 'site.export')
  await expect(plan.getByText(`: ${WORDS.plan.reasons.text}`)).toBeVisible()
  await expect(plan).not.toContainText(WORDS.plan.foreign)
})

test('a site goes on to its readers by Git once the writer has agreed, and shows what Git says', async ({
  folder,
  launchLonghand,
}) => {
  const { app, window, answerDialogs } = await opened(folder, launchLonghand)
  const site = join(folder, 'site')
  const bare = join(folder, 'bare.git')
  mkdirSync(site)
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', bare)
  await answerDialogs(site)
  await chooseInMenu(app, 'site.export')
  const dialog = window.getByRole('dialog', { name: WORDS.title })
  await dialog.getByRole('button', { name: WORDS.choose }).click()
  await expect(dialog.getByRole('button', { name: WORDS.startAndPublish })).toHaveCount(0)
  await dialog.getByRole('button', { name: WORDS.onward.setUp }).click()

  const settings = window.getByRole('dialog', { name: WORDS.onward.title })
  await app.evaluate(({ dialog: system }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    system.showMessageBox = async (...given: unknown[]) => {
      asked.push((given.at(-1) as { detail: string }).detail)
      return { response: asked.length === 1 ? 1 : 0, checkboxChecked: false }
    }
  })
  await settings.getByText(WORDS.onward.ways.command).click()
  await settings.getByLabel(WORDS.onward.command).fill('touch "a b"')
  await settings.getByRole('button', { name: WORDS.onward.save }).click()
  // The system's dialog was answered with no: nothing is kept.
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked.length))
    .toBe(1)
  await expect(settings).toBeVisible()
  await settings.getByText(WORDS.onward.ways.git).click()
  await settings.getByRole('button', { name: WORDS.onward.save }).click()
  await expect(settings).toBeHidden()

  // The folder that was chosen before is still what it is about.
  await expect(dialog.getByText(site, { exact: true })).toBeVisible()
  await dialog.getByRole('button', { name: WORDS.startAndPublish }).click()
  const done = window.getByRole('dialog', { name: WORDS.done })
  await expect(done.getByRole('alert')).toContainText('git init')

  git(site, 'init', '--quiet', '--initial-branch=main')
  git(site, 'config', 'user.name', 'Noor')
  git(site, 'config', 'user.email', 'noor@example.org')
  git(site, 'remote', 'add', 'origin', bare)
  await done.getByRole('button', { name: WORDS.again }).click()
  await dialog.getByRole('button', { name: WORDS.startAndPublish }).click()
  await expect(done.getByLabel(WORDS.onward.output)).toContainText('$ git push')
  await expect(done.getByText(/^Published in/)).toBeVisible()
  expect(git(bare, 'ls-tree', '-r', '--name-only', 'main').split('\n')).toContain('bread.html')
  expect(git(bare, 'log', '-1', '--format=%s', 'main')).toMatch(/^Site of \d{4}-\d\d-\d\d$/)
})
