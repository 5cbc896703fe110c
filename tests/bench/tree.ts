/** The window with many categories and articles beside the same acts in one with few: what does it cost that there are many? */
import type { Page } from 'playwright'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uiWords } from '../../core/locale/ui/index.ts'
import { articleList, articleRows } from '../e2e/panes.ts'
import { framesOf, type Frames } from './frames.ts'
import { copyTree } from './make-tree.ts'
import { ms, percentile, printTable, ratio } from './measure.ts'
import { openingAtStart, withApp } from './window.ts'
import { resolveElectron } from '../../scripts/setup/electron.mjs'

const words = uiWords.en
/** As many as can be dragged along without the tree having to scroll. */
const FEW = { articles: 100, categories: 12 }
const CATEGORIES = 500
/** Marks what there is with many alone. */
const OF_MANY = ' *'
const STEPS = 60
/** Between two steps of the mouse: a frame. */
const STEP = 16
const KEY = 90
/** A frame that takes longer is seen. */
const SEEN = 50

/** Prints frames and work of each act in a library of `articles` articles and 500 categories, and in a small one. */
export async function benchTree(root: string, articles: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-bench-'))
  try {
    const many = await measure(root, folder, 'many', articles, CATEGORIES)
    const few = await measure(root, folder, 'few', FEW.articles, FEW.categories)
    const rows = [...many].map(([act, { time, work, frames }]) => {
      // With so few there is nothing to scroll, nor a filter.
      const other = act.includes(OF_MANY) ? undefined : few.get(act)
      return [
        act,
        ms(time),
        ms(percentile(frames, 0.95)),
        ms(Math.max(...frames)),
        String(frames.filter((frame) => frame > SEEN).length),
        ms(work),
        ms(other?.work ?? Number.NaN),
        ratio(work, other?.work ?? Number.NaN),
      ]
    })
    printTable(
      `The window with ${articles} articles in ${CATEGORIES} categories, beside ${FEW.articles} in ${FEW.categories}`,
      [['', 'time', 'frame 95 %', 'longest', `over ${SEEN} ms`, 'work', 'with few', 'ratio'], ...rows],
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(
  root: string,
  folder: string,
  name: string,
  articles: number,
  categories: number,
): Promise<ReadonlyMap<string, Frames>> {
  const library = join(folder, name)
  copyTree(root, articles, categories, library)
  const found = new Map<string, Frames>()
  const env = { LONGHAND_USER_DATA: openingAtStart(folder, name, library) }
  await withApp(resolveElectron().appDir, env, async (page) => {
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    await articleRows(page).first().waitFor()
    await page.waitForTimeout(3_000)
    for (const [act, run] of actsOf(page, articles)) {
      found.set(act, await framesOf(page, session, run))
      // What follows from it, such as lists that are asked for again, belongs to no other act.
      await page.waitForTimeout(1_500)
    }
  })
  return found
}

function actsOf(page: Page, articles: number): readonly (readonly [string, () => Promise<unknown>])[] {
  const tree = page.getByRole('treegrid', { name: words.sidebar.categories })
  const list = articleList(page).getByRole('listbox')
  const filter = page.getByRole('searchbox', { name: words.sidebar.filterCategories })
  const find = page.getByRole('combobox', { name: words.list.searchLabel })
  const undo = page.getByRole('button', { name: words.acts.undo, exact: true }).first()
  const fold = async (line: string) => {
    await tree.getByRole('row').first().click({ button: 'right' })
    await page.getByRole('menuitem', { name: line }).click()
    await page.getByRole('menuitem').first().waitFor({ state: 'detached' })
  }
  return [
    ['scroll the list', () => scroll(page, list)],
    [`scroll the tree${OF_MANY}`, () => scroll(page, tree)],
    ['drag a category', () => drag(page)],
    [
      'drop it',
      async () => {
        await page.mouse.up()
        await undo.waitFor()
      },
    ],
    ['take that back', () => undo.click()],
    ['close all categories', () => fold(words.sidebar.foldAll)],
    ['open all categories', () => fold(words.sidebar.unfoldAll)],
    ['type in find', () => typeIn(page, find, 'bafin')],
    ['clear it', () => find.press('Escape')],
    [
      `type in its filter${OF_MANY}`,
      async () => {
        if (await filter.isVisible()) await typeIn(page, filter, 'werp 42')
      },
    ],
    [
      `clear that${OF_MANY}`,
      async () => {
        if (await filter.isVisible()) await filter.press('Escape')
      },
    ],
    [
      'select all articles',
      async () => {
        await list.focus()
        await page.keyboard.press('ControlOrMeta+a')
        await page.getByRole('region', { name: words.acts.selectedLabel }).waitFor()
      },
    ],
    ['give all a tag', () => tagAll(page, articles)],
    [
      'take that back too',
      async () => {
        await undo.click()
        await page.getByRole('button', { name: words.acts.redo, exact: true }).first().waitFor()
      },
    ],
  ]
}

async function scroll(page: Page, pane: ReturnType<Page['getByRole']>): Promise<void> {
  const box = await pane.boundingBox()
  if (!box) throw new Error('nothing to scroll')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  // To and fro, so that a short list goes on scrolling too.
  for (let step = 0; step < STEPS; step += 1) {
    await page.mouse.wheel(0, step % 30 < 15 ? 300 : -300)
    await page.waitForTimeout(STEP)
  }
}

/** Along the first rows and back, so that there is a place to drop at all the way; leaves the button down. */
async function drag(page: Page): Promise<void> {
  const rows = page.getByRole('treegrid', { name: words.sidebar.categories }).getByRole('row')
  await rows.first().scrollIntoViewIfNeeded()
  const [top, taken] = [await rows.first().boundingBox(), await rows.nth(3).boundingBox()]
  if (!top || !taken) throw new Error('no rows to drag')
  const x = taken.x + taken.width / 2
  await page.mouse.move(x, taken.y + taken.height / 2)
  await page.mouse.down()
  for (let step = 0; step < STEPS; step += 1) {
    await page.mouse.move(x + (step % 3), top.y + 3 + ((step * 11) % 200))
    await page.waitForTimeout(STEP)
  }
  // Above the second row: among its siblings, whatever tree it is.
  await page.mouse.move(x, top.y + top.height + 3, { steps: 3 })
}

async function typeIn(page: Page, field: ReturnType<Page['getByRole']>, text: string): Promise<void> {
  await field.click()
  await page.keyboard.type(text, { delay: KEY })
  await page.waitForTimeout(500)
}

async function tagAll(page: Page, articles: number): Promise<void> {
  const bar = page.getByRole('region', { name: words.acts.selectedLabel })
  await bar.getByRole('button', { name: words.acts.changeMore }).click()
  const dialog = page.getByRole('dialog', { name: words.acts.changeTitle(articles) })
  const field = dialog.getByRole('combobox', { name: words.acts.addTags })
  await field.fill('measured')
  await field.press('Enter')
  await dialog.getByRole('button', { name: words.acts.apply(articles) }).click()
  await page.getByRole('button', { name: words.acts.undo, exact: true }).first().waitFor()
}
