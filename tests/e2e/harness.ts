/** Starts the real application for a test and sees to its end: `test` and `expect` for all tests of the window. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page, type TestInfo } from '@playwright/test'
import { resolveElectron } from '../../scripts/setup/electron.mjs'

export { expect } from '@playwright/test'

/** The application's own words, as LONGHAND_LANGUAGE takes them. */
export type Language = 'nl' | 'en'

export interface LaunchOptions {
  /** The folder of settings; default: a fresh one. Given twice, the second start continues where the first ended. */
  readonly userData?: string
  /** The system's language; default: en. */
  readonly locale?: Language
  /** The system's appearance; default: light. */
  readonly colorScheme?: 'light' | 'dark'
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** A running application with its first window. */
export interface Longhand {
  readonly app: ElectronApplication
  readonly window: Page
  readonly userData: string
  /** Everything that main and window wrote and reported so far. */
  readonly log: readonly string[]
  /** Whether it has ended, by whomever; nothing can be asked of it then. */
  hasEnded(): boolean
  /** Answers the system's next dialogs that ask for a folder or file, in turn, instead of showing them. */
  answerDialogs(...paths: readonly string[]): Promise<void>
  /** Quits as a writer would; an application that does not end within a minute is killed and fails the test. */
  close(): Promise<void>
}

/** What to start: a program and the arguments that come before a test's own. */
interface Program {
  readonly executablePath: string
  readonly args: readonly string[]
}

interface Fixtures {
  /** A temporary folder of this test, removed at its end. */
  folder: string
  /** Starts the build in out/ (not the development server). May be called more than once. */
  launchLonghand: (options?: LaunchOptions) => Promise<Longhand>
  /** Starts the packaged application in dist/. */
  launchPackaged: (options?: LaunchOptions) => Promise<Longhand>
}

export const test = base.extend<Fixtures>({
  // Playwright asks for a destructured first argument even where nothing is taken from it.
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'longhand-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  launchLonghand: async ({ folder }, use, info) => {
    const { executablePath, appDir } = resolveElectron()
    await useLauncher({ executablePath, args: [appDir] }, folder, use, info)
  },
  launchPackaged: async ({ folder }, use, info) => {
    await useLauncher({ executablePath: packagedProgram(), args: [] }, folder, use, info)
  },
})

/** The program of the unpacked package that `npm run package` made. */
export function packagedProgram(): string {
  const folder = join(import.meta.dirname, '..', '..', 'dist')
  if (process.platform === 'darwin') {
    return join(folder, `mac-${process.arch}`, 'Longhand.app', 'Contents', 'MacOS', 'Longhand')
  }
  if (process.platform === 'win32') return join(folder, 'win-unpacked', 'Longhand.exe')
  return join(folder, 'linux-unpacked', 'longhand')
}

async function useLauncher(
  program: Program,
  folder: string,
  use: (launch: (options?: LaunchOptions) => Promise<Longhand>) => Promise<void>,
  info: TestInfo,
): Promise<void> {
  const started: Longhand[] = []
  await use(async (options = {}) => {
    const longhand = await start(program, join(folder, `user-data-${started.length}`), options)
    started.push(longhand)
    return longhand
  })
  const failed = info.status !== info.expectedStatus
  for (const [index, longhand] of started.entries()) {
    if (failed) await keepEvidence(longhand, index, info)
    await longhand.close()
  }
}

async function start(program: Program, ownUserData: string, options: LaunchOptions): Promise<Longhand> {
  const userData = options.userData ?? ownUserData
  const app = await _electron.launch({
    executablePath: program.executablePath,
    // The sandbox stays on unless Chromium refuses it: as root on Linux. Playwright adds that switch itself.
    args: [...program.args, ...(options.args ?? [])],
    colorScheme: options.colorScheme ?? 'light',
    env: {
      ...definedEnvironment(),
      LONGHAND_USER_DATA: userData,
      LONGHAND_LANGUAGE: options.locale ?? 'en',
      ...options.env,
    },
  })
  const log = listen(app)
  // Once the application is closed it gives its process no more.
  const child = app.process()
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  // Tracing slows a software-drawn window to half; a failed test keeps its screenshot and its log without it.
  if (process.env['LONGHAND_TRACE']) await app.context().tracing.start({ screenshots: true, snapshots: true })
  const window = await app.firstWindow({ timeout: 90_000 }).catch((error: unknown) => {
    app.process().kill('SIGKILL')
    throw new Error(`The application showed no window. Its words:\n${log.join('\n')}`, { cause: error })
  })
  return {
    app,
    window,
    userData,
    log,
    hasEnded,
    answerDialogs: (...paths) => answerDialogs(app, paths),
    close: once(async () => {
      if (!hasEnded()) await close(app, log)
    }),
  }
}

function answerDialogs(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  return app.evaluate(({ dialog }, answers) => {
    const left = [...answers]
    dialog.showOpenDialog = async () => {
      const path = left.shift()
      return { canceled: path === undefined, filePaths: path === undefined ? [] : [path] }
    }
  }, paths)
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

function listen(app: ElectronApplication): string[] {
  const log: string[] = []
  const keep = (from: string) => (text: { toString(): string }) =>
    void log.push(`${from}: ${String(text).trimEnd()}`)
  app.process().stdout?.on('data', keep('main'))
  app.process().stderr?.on('data', keep('main'))
  app.on('window', (page) => {
    page.on('console', (message) => keep(`window ${message.type()}`)(message.text()))
    page.on('pageerror', (error) => keep('window fault')(error.stack ?? error.message))
  })
  return log
}

async function close(app: ElectronApplication, log: readonly string[]): Promise<void> {
  const process = app.process()
  const timer = setTimeout(() => process.kill('SIGKILL'), 60_000)
  await app.close()
  clearTimeout(timer)
  if (process.signalCode === 'SIGKILL') {
    throw new Error(
      `The application did not quit within a minute. Its last words:\n${log.slice(-20).join('\n')}`,
    )
  }
}

async function keepEvidence({ app, log, hasEnded }: Longhand, index: number, info: TestInfo): Promise<void> {
  const words = info.outputPath(`log-${index}.txt`)
  await writeFile(words, log.join('\n'))
  await info.attach(`log-${index}`, { path: words, contentType: 'text/plain' })
  if (hasEnded()) return
  for (const [page, window] of app.windows().entries()) {
    const path = info.outputPath(`window-${index}-${page}.png`)
    const taken = await window.screenshot({ path, timeout: 5000 }).catch(() => null)
    if (taken) await info.attach(`window-${index}-${page}`, { path, contentType: 'image/png' })
  }
  if (!process.env['LONGHAND_TRACE']) return
  const trace = info.outputPath(`trace-${index}.zip`)
  await app.context().tracing.stop({ path: trace })
  await info.attach(`trace-${index}`, { path: trace, contentType: 'application/zip' })
}

/** The same promise however often it is asked for. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => (done ??= work())
}
