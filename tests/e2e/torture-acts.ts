/** What a writer does in the window while the application may be killed at any moment. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { inspectorWords } from '../../core/locale/ui/inspector.ts'
import type { Bridge } from '../../core/bridge.ts'
import { articleRows, bodyField, titleField } from './panes.ts'
import type { Track, Tracks } from './torture-record.ts'

/** The window's own end of the bridge. */
declare const longhand: Bridge

/** What the acts work on. */
export interface Stage {
  readonly app: ElectronApplication
  readonly window: Page
  readonly random: (below: number) => number
  readonly tracks: ReadonlyMap<number, Tracks>
  /** A folder for what is exported and brought in. */
  readonly folder: string
  /** Differs in every run. */
  readonly run: number
  /** The article in the editor. */
  current: number
  /** What is being done now. */
  doing: string
}

/** What stands first in each title, whatever comes behind it: by that the list is searched. */
export const NAMES = ['Alpha', 'Bravo', 'Charlie'] as const

const LONGEST_TITLE = 60

const LETTERS = 'etaoinshrdlu     '

type Act = (stage: Stage) => Promise<void>

const ACTS: readonly (readonly [name: string, weight: number, act: Act])[] = [
  ['typing', 10, typeText],
  ['switching', 4, switchArticle],
  ['title', 3, typeTitle],
  ['tags', 2, addTag],
  ['undo', 2, undo],
  ['revision', 2, keepRevision],
  ['trash', 2, trashAndRestore],
  ['export', 1, (stage) => inBackground(stage, 'export.start', join(stage.folder, 'site'))],
  ['intake', 1, (stage) => inBackground(stage, 'intake.start', posts(stage))],
  ['backup', 1, (stage) => inBackground(stage, 'care.backUp', '')],
]

const DEALT = ACTS.flatMap(([name, weight, act]) =>
  Array.from({ length: weight }, () => [name, act] as const),
)

/** Does one thing after another until the application is gone. */
export async function actUntilGone(stage: Stage): Promise<void> {
  try {
    for (;;) {
      const [name, act] = DEALT[stage.random(DEALT.length)] ?? ['typing', typeText]
      stage.doing = name
      await act(stage)
      // A breath now and then, in which a save can end.
      await pause(stage.random(4) === 0 ? stage.random(600) : stage.random(40))
    }
  } catch (error) {
    if (!stage.window.isClosed()) throw error
    // The application is gone.
  }
}

/** Shows an article in the editor, its caret at the end. */
export async function openByName(stage: Stage, id: number): Promise<void> {
  const name = NAMES[id - 1] ?? ''
  const rows = articleRows(stage.window)
  try {
    await rows.filter({ hasText: name }).first().click()
  } catch (error) {
    if (stage.window.isClosed()) throw error
    throw new Error(`no ${name} in: ${(await rows.allTextContents()).join(' | ')}`, { cause: error })
  }
  stage.current = id
  await titleField(stage.window).evaluate(
    (field, start) =>
      new Promise<void>((resolve) => {
        // The article before it stays in sight until this one is read.
        const look = () =>
          (field as HTMLTextAreaElement).value.startsWith(start) ? resolve() : requestAnimationFrame(look)
        look()
      }),
    name,
  )
  await bodyField(stage.window).click()
  await stage.window.keyboard.press('ControlOrMeta+End')
}

/** The text in the editor, as it stands there. */
export async function textInWindow(window: Page): Promise<string> {
  return (await bodyField(window).textContent()) ?? ''
}

async function typeText(stage: Stage): Promise<void> {
  await bodyField(stage.window).focus()
  await typeKeys(stage, tracksOf(stage).body, 3 + stage.random(25))
}

async function typeTitle(stage: Stage): Promise<void> {
  const { title } = tracksOf(stage)
  const field = titleField(stage.window)
  const name = `${NAMES[stage.current - 1]} `
  if (title.value.length > LONGEST_TITLE) await title.step(name, () => field.fill(name))
  await field.focus()
  await stage.window.keyboard.press('ControlOrMeta+End')
  await typeKeys(stage, title, 1 + stage.random(6))
}

async function typeKeys({ window, random }: Stage, track: Track<string>, count: number): Promise<void> {
  for (let typed = 0; typed < count; typed++) {
    const key = LETTERS[random(LETTERS.length)] ?? ' '
    await track.step(track.value + key, () => window.keyboard.press(key === ' ' ? 'Space' : key))
    await pause(random(45))
  }
}

async function switchArticle(stage: Stage): Promise<void> {
  const others = [...stage.tracks].filter(([id, { trashed }]) => id !== stage.current && !trashed.value)
  const [id] = others[stage.random(others.length)] ?? []
  if (id !== undefined) await openByName(stage, id)
}

async function undo(stage: Stage): Promise<void> {
  await bodyField(stage.window).focus()
  const { body } = tracksOf(stage)
  for (let times = 1 + stage.random(3); times > 0; times--) {
    const at = performance.now()
    await stage.window.keyboard.press(stage.random(3) === 0 ? 'ControlOrMeta+Shift+z' : 'ControlOrMeta+z')
    body.found(await textInWindow(stage.window), at)
  }
  await stage.window.keyboard.press('ControlOrMeta+End')
}

async function addTag(stage: Stage): Promise<void> {
  const { tags } = tracksOf(stage)
  if (tags.value.length >= 12) return
  const field = stage.window.getByRole('combobox', { name: inspectorWords.en.tags })
  const tag = `t${stage.run}x${tags.steps}`
  await field.fill(tag)
  await tags.step([...tags.value, tag], () => stage.window.keyboard.press('Enter'))
}

async function keepRevision({ window, current, run }: Stage): Promise<void> {
  await window.evaluate((args) => longhand.request('revision.record', args), {
    articleId: current,
    name: `run ${run}`,
  })
}

async function trashAndRestore(stage: Stage): Promise<void> {
  const [id, tracks] = [...stage.tracks].find(([each]) => each !== stage.current) ?? []
  if (id === undefined || tracks === undefined) return
  const ids = [id]
  const ask = (request: 'article.trash' | 'article.restore') =>
    stage.window.evaluate(([name, args]) => longhand.request(name, args), [request, { ids }] as const)
  if (!tracks.trashed.value) await tracks.trashed.step(true, () => ask('article.trash'))
  await pause(stage.random(60))
  await tracks.trashed.step(false, () => ask('article.restore'))
}

/** Begins work that goes on beside what the writer does next. */
async function inBackground(
  { app, window }: Stage,
  work: 'export.start' | 'intake.start' | 'care.backUp',
  path: string,
): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, path)
  await window.evaluate(async (name) => {
    const chosen =
      name === 'export.start'
        ? await longhand.request('export.choose', {})
        : await longhand.request('intake.choose', { what: 'folder' })
    if (!chosen.ok || chosen.value === null) throw new Error('nothing was chosen')
    // What comes of it is seen on disk.
    if (name === 'export.start') void longhand.request(name, { folder: String(chosen.value) })
    else if (name === 'intake.start') void longhand.request(name, { paths: [chosen.value].flat() })
    else void longhand.request(name, {})
  }, work)
}

/** A folder with articles to bring in: few, so that the list shows the writer's own beside them, and always other. */
function posts({ folder, run, random }: Stage): string {
  const into = join(folder, 'posts')
  mkdirSync(into, { recursive: true })
  for (let index = 0; index < 6; index++) {
    const text = `In run ${run}, ${random(1000)}. ${'A sentence about the sea. '.repeat(300)}`
    writeFileSync(join(into, `${index}.md`), `# Brought in ${index}\n\n${text}\n`)
  }
  return into
}

function tracksOf({ tracks, current }: Stage): Tracks {
  const found = tracks.get(current)
  if (!found) throw new Error(`article ${current} is not followed`)
  return found
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
