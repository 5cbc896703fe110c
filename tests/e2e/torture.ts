/** Kills the real application while someone works in it, and looks at what is on disk then. */
import Database from 'better-sqlite3'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { resolveElectron } from '../../scripts/setup/electron.mjs'
import { diagnose } from '../../electron/library/doctor.ts'
import { openLibrary } from '../../electron/library/library.ts'
import { randomFrom } from '../electron/library/damage.ts'
import { longhand, userDataOpening } from './library.ts'
import { articleList } from './panes.ts'
import { actUntilGone, NAMES, openByName, type Stage, textInWindow } from './torture-acts.ts'
import {
  type Acknowledgement,
  acknowledge,
  type OnDisk,
  problemsOf,
  readArticles,
  Track,
  type Tracks,
} from './torture-record.ts'

/** What came of one run. Times are in milliseconds. */
export interface Killed {
  /** Keys and other steps whose press had ended before the kill. */
  readonly typed: number
  /** Of these, how many are not on disk. */
  readonly lost: number
  /** How long before the kill the oldest lost one was pressed; 0 when none was lost. */
  readonly gap: number
  /** What main had answered before the kill. */
  readonly acknowledged: number
  /** What was under way at the kill. */
  readonly underWay: readonly string[]
  /** What is wrong with what is on disk; empty when nothing is. */
  readonly problems: readonly string[]
}

/** The command line's own doctor is asked in every run with a number that this divides: its process takes a while. */
const DOCTOR_EVERY = 10

/** A new library with a few articles, to be tortured. */
export async function tortured(folder: string): Promise<string> {
  const library = join(folder, 'library')
  await longhand('init', '--library', library, '--name', 'Torture', '--language', 'en-GB')
  const open = openLibrary(library)
  for (const name of NAMES) open.articles.create({ title: `${name} `, body: 'It began. ' })
  open.close()
  return library
}

/**
 * Starts the application on what an earlier kill left, sees that it shows that, works in it, kills it with all its
 * processes at a moment that the seed chooses, and looks.
 */
export async function killWhileWorking(
  folder: string,
  library: string,
  { seed, run }: { readonly seed: number; readonly run: number },
): Promise<Killed> {
  const random = randomFrom(seed)
  const before = readCopy(folder, library).articles
  const tracks = tracksFor(before)
  const app = await launch(folder, library)
  const child = app.process()
  const gone = once(child, 'close')
  try {
    const heard = await listen(app)
    const window = await app.firstWindow()
    await articleList(window).waitFor()
    const stage: Stage = { app, window, random, tracks, folder, run, current: 1, doing: 'opening' }
    const first = [...tracks].filter(([, { trashed }]) => !trashed.value).map(([id]) => id)
    await openByName(stage, first[random(first.length)] ?? 1)
    const [shown, expected] = [await textInWindow(window), before.get(stage.current)?.body]
    const acting = actUntilGone(stage)
    await Promise.race([acting, new Promise((resolve) => setTimeout(resolve, 300 + random(3700)))])
    const killedAt = performance.now()
    killTree(child.pid ?? 0)
    const { doing } = stage
    await gone
    await acting
    const left = readCopy(folder, library)
    const problems = [...left.problems, ...(await doctor(library, run))]
    if (shown !== expected) problems.push(`the window showed …${JSON.stringify(shown.slice(-40))}`)
    return judge(tracks, left.articles, heard, { killedAt, doing, problems })
  } finally {
    child.kill('SIGKILL')
    await gone
  }
}

async function launch(folder: string, library: string): Promise<ElectronApplication> {
  const userData = await userDataOpening(folder, library)
  const { executablePath, appDir } = resolveElectron()
  return _electron.launch({
    executablePath,
    args: [appDir],
    env: {
      ...(process.env as Record<string, string>),
      LONGHAND_USER_DATA: userData,
      LONGHAND_LANGUAGE: 'en',
    },
  })
}

/** What main said before the kill. */
interface Heard {
  readonly acknowledged: Acknowledgement[]
  /** Requests that were not answered yet. */
  readonly open: Map<string, number>
}

/** Has main say what it was asked and what it has answered, before the window hears of it. */
async function listen(app: ElectronApplication): Promise<Heard> {
  const heard: Heard = { acknowledged: [], open: new Map() }
  const count = (request: string, by: number) => heard.open.set(request, (heard.open.get(request) ?? 0) + by)
  let rest = ''
  app.process().stdout?.on('data', (chunk) => {
    const lines = (rest + String(chunk)).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [, what, json] = /^(ASKED|ANSWERED|REFUSED) (.*)$/.exec(line) ?? []
      if (json === undefined) continue
      const told = JSON.parse(json) as Acknowledgement
      count(told.request, what === 'ASKED' ? 1 : -1)
      if (what === 'ANSWERED') heard.acknowledged.push(told)
    }
  })
  await app.evaluate(({ ipcMain }) => {
    type Reply = { ok: boolean; value?: { id?: number } | null }
    type Listener = (event: unknown, request: string, args: unknown) => Promise<Reply>
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Listener> })._invokeHandlers
    const answer = handlers.get('longhand:request')
    if (!answer) throw new Error('no handler for requests')
    const writes =
      /^(?:article\.(?!list|get|counts|find)|revision\.record|export\.start|intake\.start|care\.backUp)/
    handlers.set('longhand:request', async (event, request, args) => {
      if (!writes.test(request)) return answer(event, request, args)
      console.log(`ASKED ${JSON.stringify({ request })}`)
      const reply = await answer(event, request, args)
      const told = { request, args, id: reply.value?.id ?? null }
      console.log(`${reply.ok ? 'ANSWERED' : 'REFUSED'} ${JSON.stringify(told)}`)
      return reply
    })
  })
  return heard
}

function tracksFor(articles: ReadonlyMap<number, OnDisk>): Map<number, Tracks> {
  const tracks = new Map<number, Tracks>()
  for (const [index, name] of NAMES.entries()) {
    const found = articles.get(index + 1)
    if (!found) throw new Error(`${name} is gone`)
    const track = <V>(field: string, value: V) => new Track(`${field} of ${name}`, value)
    tracks.set(index + 1, {
      title: track('title', found.title),
      body: track('body', found.body),
      tags: track('tags', found.tags),
      trashed: track('trash', found.trashed),
    })
  }
  return tracks
}

interface End {
  readonly killedAt: number
  readonly doing: string
  readonly problems: string[]
}

function judge(
  tracks: ReadonlyMap<number, Tracks>,
  articles: ReadonlyMap<number, OnDisk>,
  heard: Heard,
  { killedAt, doing, problems }: End,
): Killed {
  for (const told of heard.acknowledged) acknowledge(tracks, told)
  let [typed, lost, gap] = [0, 0, 0]
  for (const [id, { title, body, tags, trashed }] of tracks) {
    const onDisk = articles.get(id)
    if (!onDisk) {
      problems.push(`article ${id} is gone`)
      continue
    }
    const losses = [
      title.judge(onDisk.title, killedAt),
      body.judge(onDisk.body, killedAt),
      tags.judge(onDisk.tags, killedAt),
      trashed.judge(onDisk.trashed, killedAt),
    ]
    typed += title.steps + body.steps + tags.steps + trashed.steps
    for (const loss of losses) {
      lost += loss.lost
      gap = Math.max(gap, loss.gap)
      if (loss.problem !== null) problems.push(loss.problem)
    }
  }
  const open = [...heard.open].filter(([, count]) => count > 0).map(([request]) => request)
  return {
    ...{ typed, lost, gap, acknowledged: heard.acknowledged.length },
    ...{ underWay: [doing, ...open], problems },
  }
}

/** Reads a copy: the library itself stays as the kill left it, for the application to find. */
function readCopy(
  folder: string,
  library: string,
): { readonly articles: Map<number, OnDisk>; readonly problems: string[] } {
  const scratch = join(folder, 'look')
  rmSync(scratch, { recursive: true, force: true })
  mkdirSync(scratch)
  for (const name of ['library.db', 'library.db-wal']) {
    if (existsSync(join(library, name))) copyFileSync(join(library, name), join(scratch, name))
  }
  const db = new Database(join(scratch, 'library.db'))
  try {
    return { articles: readArticles(db), problems: problemsOf(db) }
  } finally {
    db.close()
  }
}

async function doctor(library: string, run: number): Promise<string[]> {
  const { state, findings } =
    run % DOCTOR_EVERY === 0
      ? (JSON.parse(await longhand('doctor', '--library', library, '--json')) as ReturnType<typeof diagnose>)
      : diagnose(library, { full: true })
  return state === 'sound' ? [] : [`the library is ${state}: ${JSON.stringify(findings)}`]
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
