/** Kills the real application while someone types, and looks at what is on disk then. */
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { resolveElectron } from '../../scripts/setup/electron.mjs'
import { openLibrary } from '../../electron/library/library.ts'
import { randomFrom } from '../electron/library/damage.ts'
import { longhand, userDataOpening } from './library.ts'
import { articleRow, bodyField } from './panes.ts'

/** What came of one run. Times are in milliseconds. */
export interface Killed {
  /** Keys whose press had ended before the kill. */
  readonly typed: number
  /** Of these, how many are not on disk. */
  readonly lost: number
  /** How long before the kill the oldest lost key was pressed; 0 when none was lost. */
  readonly gap: number
  /** Saves that main had answered before the kill. */
  readonly saves: number
  /** What is wrong with what is on disk; empty when nothing is. */
  readonly problems: readonly string[]
}

const TITLE = 'The long night'
const LETTERS = 'etaoinshrdlu     '

/** A new library with one article, to be tortured. */
export async function tortured(folder: string): Promise<string> {
  const library = join(folder, 'library')
  await longhand('init', '--library', library, '--name', 'Torture', '--language', 'en-GB')
  const open = openLibrary(library)
  open.articles.create({ title: TITLE, body: 'It began.' })
  open.close()
  return library
}

/** Starts the application, types, kills it with all its processes at a moment that the seed chooses, and looks. */
export async function killWhileTyping(folder: string, library: string, seed: number): Promise<Killed> {
  const random = randomFrom(seed)
  const userData = await userDataOpening(folder, library)
  const { executablePath, appDir } = resolveElectron()
  const app = await _electron.launch({
    executablePath,
    args: [appDir],
    env: {
      ...(process.env as Record<string, string>),
      LONGHAND_USER_DATA: userData,
      LONGHAND_LANGUAGE: 'en',
    },
  })
  const child = app.process()
  const gone = once(child, 'exit')
  try {
    const window = await app.firstWindow()
    const saved = await listenToSaves(app)
    await articleRow(window, TITLE).click()
    await bodyField(window).click()
    await window.keyboard.press('ControlOrMeta+End')
    const before = bodyOf(library)
    const keys: { readonly key: string; readonly at: number }[] = []
    const typing = typeUntilGone(window, random, keys)
    await new Promise((resolve) => setTimeout(resolve, 300 + random(5000)))
    const killedAt = performance.now()
    killTree(child.pid ?? 0)
    await Promise.all([typing, gone])
    return await look(library, { before, keys, killedAt, saved: [...saved] })
  } finally {
    child.kill('SIGKILL')
    await gone
  }
}

/** Lengths of the bodies of answered saves, as main says them before the window hears of it. */
async function listenToSaves(app: ElectronApplication): Promise<readonly number[]> {
  const saved: number[] = []
  app.process().stdout?.on('data', (chunk) => {
    for (const [, length] of String(chunk).matchAll(/SAVED (\d+)\n/g)) saved.push(Number(length))
  })
  await app.evaluate(({ ipcMain }) => {
    type Listener = (
      event: unknown,
      name: string,
      args: { patch?: { body?: string } },
    ) => Promise<{ ok: boolean }>
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Listener> })._invokeHandlers
    const answer = handlers.get('longhand:request')
    if (!answer) throw new Error('no handler for requests')
    handlers.set('longhand:request', async (event, name, args) => {
      const reply = await answer(event, name, args)
      const body = args.patch?.body
      if (name === 'article.save' && reply.ok && body !== undefined) console.log(`SAVED ${body.length}`)
      return reply
    })
  })
  return saved
}

async function typeUntilGone(
  window: Page,
  random: (below: number) => number,
  keys: { readonly key: string; readonly at: number }[],
): Promise<void> {
  try {
    for (;;) {
      const key = LETTERS[random(LETTERS.length)] ?? ' '
      const at = performance.now()
      await window.keyboard.press(key === ' ' ? 'Space' : key)
      keys.push({ key, at })
      // Bursts, with a breath now and then in which a save can end.
      const breath = random(30) === 0 ? 400 + random(400) : random(60)
      await new Promise((resolve) => setTimeout(resolve, breath))
    }
  } catch {
    // The application is gone.
  }
}

function killTree(root: number): void {
  if (process.platform === 'win32') {
    execFileSync('taskkill', ['/pid', String(root), '/T', '/F'])
    return
  }
  const lines = execFileSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  const parents = lines.map((line) => line.trim().split(/\s+/).map(Number))
  const tree = [root]
  for (const pid of tree) for (const [child, parent] of parents) if (parent === pid && child) tree.push(child)
  for (const pid of tree) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended with its parent.
    }
  }
}

interface Scene {
  readonly before: string
  readonly keys: readonly { readonly key: string; readonly at: number }[]
  readonly killedAt: number
  readonly saved: readonly number[]
}

async function look(library: string, { before, keys, killedAt, saved }: Scene): Promise<Killed> {
  const problems: string[] = []
  const pressed = keys.filter(({ at }) => at < killedAt)
  const expected = before + pressed.map(({ key }) => key).join('')
  const diagnosis = JSON.parse(await longhand('doctor', '--library', library, '--json')) as { state: string }
  if (diagnosis.state !== 'sound') problems.push(`the library is ${diagnosis.state}`)
  const body = bodyOf(library)
  // The key that was on its way when the application was killed may be there or not.
  const known = body.slice(0, expected.length)
  if (!expected.startsWith(known) || body.length > expected.length + 1) {
    problems.push(`the text is not what was typed: …${JSON.stringify(body.slice(-80))}`)
  }
  const acknowledged = Math.max(0, ...saved)
  if (body.length < acknowledged) problems.push(`${acknowledged} signs were saved, ${body.length} are there`)
  const lost = Math.max(0, expected.length - body.length)
  const oldest = pressed[pressed.length - lost]
  const gap = lost > 0 && oldest ? killedAt - oldest.at : 0
  return { typed: pressed.length, lost, gap, saves: saved.length, problems }
}

function bodyOf(library: string): string {
  const open = openLibrary(library)
  try {
    return open.articles.get(1).body
  } finally {
    open.close()
  }
}
