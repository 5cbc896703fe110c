import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { commandWords } from '../../core/locale/ui/commands.ts'
import { commonWords } from '../../core/locale/ui/common.ts'
import { exportWords } from '../../core/locale/ui/export.ts'
import { inspectorWords } from '../../core/locale/ui/inspector.ts'
import { uiWords } from '../../core/locale/ui/index.ts'
import { startWords } from '../../core/locale/ui/start.ts'
import { expect, test, type Language, type LaunchOptions, type Longhand } from './harness.ts'
import { longhand, userDataOpening } from './library.ts'
import { chooseInMenu } from './menu.ts'
import { articleList, articleRow, articleRows, previewFrame, showInspector } from './panes.ts'
import { openAsReader } from './reader.ts'

const ARTICLES: Readonly<Record<Language, string>> = {
  nl: 'Van stoep naar bospad',
  en: 'The night train habit',
}

/** The page of one of the sample's articles. */
const PAGES: Readonly<Record<Language, string>> = {
  nl: 'van-stoep-naar-bospad.html',
  en: 'the-night-train-habit.html',
}

for (const language of ['nl', 'en'] as const) {
  test(`nothing in the window bars a way in, in ${language}`, async ({ folder, launchLonghand }) => {
    await panes(await withSample(folder, language, launchLonghand), language)
  })

  test(`nothing in a dialog bars a way in, in ${language}`, async ({ folder, launchLonghand }) => {
    const longhandApp = await withSample(folder, language, launchLonghand)
    await articleRow(longhandApp.window, ARTICLES[language], language).click()
    await dialogs(longhandApp, language)
  })

  test(`nothing on the site bars a way in, in ${language}`, async ({ folder, launchLonghand }) => {
    const longhandApp = await withSample(folder, language, launchLonghand)
    const site = join(folder, 'site')
    await exporting(longhandApp, language, site)
    for (const page of ['index.html', PAGES[language]]) {
      await expectNoBarrier(await openAsReader(longhandApp.app, join(site, page)), page, language)
    }
  })

  test(`nothing on the start page bars a way in, in ${language}`, async ({ launchLonghand }) => {
    const { window } = await launchLonghand({ locale: language })
    await expect(window.getByRole('button', { name: startWords[language].empty })).toBeVisible()
    await expectNoBarrier(window, 'start', language)
    await window.getByRole('button', { name: startWords[language].empty }).click()
    await expect(window.getByRole('dialog')).toBeVisible()
    await expectNoBarrier(window, 'new library', language)
  })
}

test('nothing in lists, pictures and trash bars a way in', async ({ folder, launchLonghand }) => {
  await lists(await withSample(folder, 'nl', launchLonghand), 'nl')
})

/** The window with the sample's articles, once it listens to commands. */
async function withSample(
  folder: string,
  language: Language,
  launch: (options: LaunchOptions) => Promise<Longhand>,
): Promise<Longhand> {
  const library = join(folder, 'library')
  await longhand('sample', '--language', language, '--library', library)
  const longhandApp = await launch({ userData: await userDataOpening(folder, library), locale: language })
  await expect(articleRows(longhandApp.window, language).first()).toBeVisible()
  return longhandApp
}

/** The main window, with text, page and both parts of the inspector in sight. */
async function panes({ app, window }: Longhand, language: Language): Promise<void> {
  const title = ARTICLES[language]
  const words = inspectorWords[language]
  await articleRow(window, title, language).click()
  await chooseInMenu(app, 'view.split')
  await expect(previewFrame(window).locator('h1')).toHaveText(title)
  await showInspector({ app, window }, language)
  await expectNoBarrier(window, 'article', language)
  await window.getByRole('tab', { name: words.related }).click()
  await expect(window.getByRole('tabpanel').getByRole('row').first()).toBeVisible()
  await expectNoBarrier(window, 'related', language)
}

/** Several articles selected, the fields to change them by, the pictures, the trash, and what was done last. */
async function lists({ app, window }: Longhand, language: Language): Promise<void> {
  const words = uiWords[language]
  await articleList(window, language).getByRole('listbox').focus()
  await window.keyboard.press('ControlOrMeta+a')
  await expect(window.getByRole('region', { name: words.acts.selectedLabel })).toBeVisible()
  await expectNoBarrier(window, 'several articles', language)
  await window.getByRole('button', { name: words.acts.changeMore }).click()
  await expect(window.getByRole('dialog')).toBeVisible()
  await expectNoBarrier(window, 'fields of several articles', language)
  await close(window)

  await chooseInMenu(app, 'media.show')
  await expect(window.getByRole('listbox', { name: words.media.pictures })).toBeFocused()
  await window.keyboard.press('Space')
  await expect(window.getByRole('complementary', { name: words.media.details })).toBeVisible()
  await expectNoBarrier(window, 'pictures', language)
  await window.keyboard.press('Delete')
  await window.getByRole('alertdialog').getByRole('button', { name: words.media.trash }).click()
  await chooseInMenu(app, 'trash.show')
  await window.getByText(`${words.trash.media} 1`).click()
  await window.getByRole('listbox', { name: words.trash.media }).getByRole('option').click()
  await expectNoBarrier(window, 'trash', language)
  await chooseInMenu(app, 'act.list')
  await expect(window.getByRole('dialog', { name: words.acts.recent })).toBeVisible()
  await expectNoBarrier(window, 'recent changes', language)
}

/** Every dialog but the export's, one after another. */
async function dialogs({ app, window }: Longhand, language: Language): Promise<void> {
  const commands = [
    'app.settings',
    'app.shortcuts',
    'site.settings',
    'site.theme',
    'site.onward',
    'site.show',
    'intake.open',
  ] as const
  for (const command of commands) {
    await chooseInMenu(app, command)
    await expect(window.getByRole('dialog')).toBeVisible()
    await expectNoBarrier(window, command, language)
    await close(window)
  }
  await window.keyboard.press('ControlOrMeta+k')
  await expect(window.getByRole('dialog', { name: commandWords[language].palette })).toBeVisible()
  await expectNoBarrier(window, 'palette', language)
  await close(window)

  await chooseInMenu(app, 'article.trash')
  await expect(window.getByRole('button', { name: commonWords[language].undo })).toBeVisible()
  await expectNoBarrier(window, 'message', language)
}

/** The dialog of the export, also while it offers its report. */
async function exporting(
  { app, window, answerDialogs }: Longhand,
  language: Language,
  site: string,
): Promise<void> {
  const dialog = window.getByRole('dialog')
  const words = exportWords[language]
  await chooseInMenu(app, 'site.export')
  await expect(dialog).toBeVisible()
  await expectNoBarrier(window, 'site.export', language)
  await answerDialogs(site)
  await dialog.getByRole('button', { name: words.choose }).click()
  // Pictures are prepared in this time.
  await expect(dialog.getByRole('region', { name: words.plan.title })).toBeVisible({ timeout: 240_000 })
  await expectNoBarrier(window, 'plan of an export', language)
  await dialog.getByRole('button', { name: words.start, exact: true }).click()
  await expect(dialog.getByText(words.done)).toBeVisible()
  await expectNoBarrier(window, 'report of an export', language)
}

async function close(window: Page): Promise<void> {
  await window.keyboard.press('Escape')
  await expect(window.getByRole('dialog')).toHaveCount(0)
}

/** What is looked at in the dark too: its colours are the same in every language. */
const IN_THE_DARK: Language = 'nl'

/** Fails with what axe finds, each rule with the elements that break it: colours in the dark too, in one language. */
async function expectNoBarrier(window: Page, where: string, language: Language): Promise<void> {
  expect.soft(await barriers(window), where).toEqual([])
  if (language !== IN_THE_DARK) return
  await window.emulateMedia({ colorScheme: 'dark' })
  expect.soft(await barriers(window, ['color-contrast']), `${where}, dark`).toEqual([])
  await window.emulateMedia({ colorScheme: 'light' })
}

async function barriers(window: Page, rules: readonly string[] = []): Promise<unknown> {
  await settle(window)
  // A page of its own, as axe has it by default, is more than Electron lets Playwright open.
  const axe = new AxeBuilder({ page: window, axeSource: await missingAxe(window) }).setLegacyMode(true)
  if (rules.length > 0) axe.withRules([...rules])
  const { violations } = await axe.analyze()
  return violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    elements: nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`),
  }))
}

/** Axe for documents that have none yet: half a megabyte, to be read by each frame, is a third of an examination. */
async function missingAxe(window: Page): Promise<string | undefined> {
  const has = await Promise.all(window.frames().map((frame) => frame.evaluate(() => 'axe' in self)))
  return has.every(Boolean) ? 'void 0' : undefined
}

/** What fades in is not yet the colour that it will have. */
async function settle(window: Page): Promise<void> {
  await window.evaluate(async () => {
    await Promise.all(document.getAnimations().map((each) => each.finished.catch(() => {})))
  })
}
