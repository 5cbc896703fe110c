import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { commonWords } from '../../core/locale/ui/common.ts'
import { exportWords } from '../../core/locale/ui/export.ts'
import { inspectorWords } from '../../core/locale/ui/inspector.ts'
import { intakeWords } from '../../core/locale/ui/intake.ts'
import { startWords } from '../../core/locale/ui/start.ts'
import { expectAnatomy } from './anatomy.ts'
import { expect, test, type Language } from './harness.ts'
import { chooseInMenu } from './menu.ts'
import { articleRows, bodyField, previewFrame, showInspector, titleField } from './panes.ts'
import { openAsReader } from './reader.ts'

const SAMPLE = join(import.meta.dirname, '..', '..', 'resources', 'sample')

interface Story {
  readonly site: string
  readonly title: string
  readonly summary: string
  readonly body: string
  readonly slug: string
  readonly category: string
  readonly author: string
  readonly date: string
  readonly readingTime: string
  readonly role: string
  readonly words: { readonly related: string; readonly more: string; readonly invitation: string }
}

const STORIES: Readonly<Record<Language, Story>> = {
  nl: {
    site: 'Veldkers op proef',
    title: 'Hardlopen op het strand',
    summary: 'Zand geeft mee en vraagt veel van je kuiten. Zo begin je rustig aan lopen langs de zee.',
    body: 'Wie op het strand hardloopt, traint zijn enkels bij elke pas. **Begin kort**: tien minuten is genoeg.\n\n## Kies het natte zand\nVlak bij de waterlijn is het zand hard. Loop een stuk heen en een stuk terug, dan helt de grond voor beide benen even ver.\n\nNeem een fles water mee en let op de wind.\n',
    slug: 'hardlopen-op-het-strand',
    category: 'bewegen › hardlopen',
    author: 'Sanne de Wit',
    date: '10 december 2025',
    readingTime: '1 min leestijd',
    role: 'Auteur',
    words: {
      related: 'Gerelateerde artikelen',
      more: 'Meer lezen over',
      invitation: 'Ontdek meer artikelen die je misschien interessant vindt',
    },
  },
  en: {
    site: 'Milestone & Tide, a trial',
    title: 'A sleeper train to the coast',
    summary: 'One night, one bag and a berth by the window: how to arrive rested where the rails end.',
    body: 'A night train asks for little: a small bag, warm socks and a map. **Board early** and make the bed first.\n\n## What to bring\nWater, a book and a rucksack that fits under the berth. The ferry leaves an hour after the train comes in.\n\nWalk the last mile to the harbour on foot.\n',
    slug: 'a-sleeper-train-to-the-coast',
    category: 'rails-and-water',
    author: 'Edith Marsh',
    date: '10 December 2025',
    readingTime: '1 min read',
    role: 'Author',
    words: {
      related: 'Related articles',
      more: 'Read more about',
      invitation: 'Discover more articles that you may find interesting',
    },
  },
}

for (const language of ['nl', 'en'] as const) {
  test(`a writer goes the whole way, from an empty library to a page, in ${language}`, async ({
    folder,
    launchLonghand,
  }) => {
    const story = STORIES[language]
    const site = join(folder, 'site')
    const { app, window, log, answerDialogs } = await launchLonghand({ locale: language })
    await answerDialogs(folder, join(SAMPLE, language), site)

    await makeLibrary(window, language, story.site)
    await chooseInMenu(app, 'intake.open')
    await window.getByRole('button', { name: intakeWords[language].chooseFolder }).click()
    await window.getByRole('button', { name: intakeWords[language].show }).click()
    await expect(articleRows(window, language).first()).toBeVisible()

    await chooseInMenu(app, 'article.new')
    await chooseInMenu(app, 'view.split')
    await writeArticle(window, story)
    await showInspector({ app, window }, language)
    await describeArticle(window, language, story)
    const { pinned, hidden } = await relate(window, language)

    await chooseInMenu(app, 'site.export')
    const words = exportWords[language]
    await window.getByRole('button', { name: words.choose }).click()
    await window.getByRole('button', { name: words.start, exact: true }).click()
    // Pictures are prepared in this time.
    await expect(window.getByText(words.done)).toBeVisible({ timeout: 120_000 })

    const page = await openAsReader(app, join(site, `${story.slug}.html`))
    const cards = await page.locator('h3').allInnerTexts()
    expect(cards).toContain(pinned)
    expect(cards).not.toContain(hidden)
    const category = story.category.split(' › ').at(-1) ?? ''
    await expectAnatomy(page, {
      lang: language === 'nl' ? 'nl-NL' : 'en-GB',
      documentTitle: `${story.title} | ${story.site}`,
      order: [
        story.date,
        story.readingTime,
        category,
        story.title,
        story.summary,
        story.author,
        story.role,
        ...story.body.match(/[A-Z][^.*#\n]{20,}\./g)!.slice(1, 2),
        story.words.related,
        story.words.more,
        category,
        story.words.invitation,
        pinned,
      ],
      cards: [pinned],
    })
    expect(log.filter((line) => /window fault|window error/.test(line))).toEqual([])
  })
}

async function makeLibrary(window: Page, language: Language, name: string): Promise<void> {
  const words = startWords[language]
  await window.getByRole('button', { name: words.empty }).click()
  await window.getByLabel(words.name).fill(name)
  await window.getByRole('button', { name: words.chooseFolder }).click()
  await window.getByRole('button', { name: words.create }).click()
  await expect(window.getByRole('heading', { name, level: 1 })).toBeAttached()
}

/** Types title, summary and text key by key, and sees each in the page beside them. */
async function writeArticle(window: Page, story: Story): Promise<void> {
  const page = previewFrame(window)
  await titleField(window).click()
  await window.keyboard.type(story.title)
  await window.keyboard.press('Enter')
  await window.keyboard.type(story.summary)
  await bodyField(window).click()
  await window.keyboard.type(story.body, { delay: 2 })
  const lastLine = story.body.trimEnd().split('\n').at(-1) ?? ''
  await expect(page.locator('.article-body')).toContainText(lastLine)
  await expect(page.locator('.article-body h2')).toBeVisible()
  await expect(page.locator('.article-body strong')).toBeVisible()
  await expect(page.locator('h1')).toHaveText(story.title)
  await expect(page.getByText(story.summary)).toBeVisible()
}

/** Sets category, author, date and status in the inspector. */
async function describeArticle(window: Page, language: Language, story: Story): Promise<void> {
  const words = inspectorWords[language]
  const inspector = window.getByRole('complementary', { name: words.inspector })
  const category = story.category.split(' › ').at(-1) ?? ''
  await inspector.getByRole('combobox', { name: words.category }).fill(category)
  await window.getByRole('option', { name: new RegExp(`${category}$`) }).click()
  await inspector.getByPlaceholder(words.addAuthor).fill(story.author)
  await window.getByRole('option', { name: words.newAuthor(story.author) }).click()
  await inspector
    .getByRole('radiogroup', { name: words.status })
    .getByText(commonWords[language].status.published)
    .click()
  await setDate(window, story.slug)
  await expect(previewFrame(window).getByText(story.date)).toBeVisible()
  await expect(previewFrame(window).locator('.article-category')).toHaveText(category)
}

/** The publication date, over the bridge: segments of a date field differ between systems. */
async function setDate(window: Page, slug: string): Promise<void> {
  await window.evaluate(async (wanted) => {
    const { longhand } = window as unknown as {
      longhand: { request(name: string, args: unknown): Promise<{ value: { id: number; version: number } }> }
    }
    const { value: id } = await longhand.request('article.find', { slug: wanted })
    const { value: article } = await longhand.request('article.get', { id })
    const patch = { publishedAt: '2025-12-10T09:30:00+01:00' }
    await longhand.request('article.save', { id: article.id, baseVersion: article.version, patch })
  }, slug)
}

/** Pins the second suggestion and hides the first; gives their titles. */
async function relate(window: Page, language: Language): Promise<{ pinned: string; hidden: string }> {
  const words = inspectorWords[language]
  await window.getByRole('tab', { name: words.related }).click()
  const inspector = window.getByRole('complementary', { name: words.inspector })
  const suggestions = inspector.getByRole('row')
  await expect(suggestions.nth(1)).toBeVisible()
  const titleOf = async (index: number): Promise<string> =>
    (await suggestions.nth(index).locator('p').first().innerText()).trim()
  const hidden = await titleOf(0)
  const pinned = await titleOf(1)
  await suggestions.nth(1).hover()
  await suggestions.nth(1).getByRole('button', { name: words.pin }).click()
  await expect(suggestions.nth(0).locator('p').first()).toHaveText(pinned)
  await suggestions.filter({ hasText: hidden }).focus()
  await window.keyboard.press('Delete')
  await expect(suggestions.filter({ hasText: hidden })).toHaveCount(0)
  return { pinned, hidden }
}
