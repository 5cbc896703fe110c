import { type ChildProcess, spawn } from 'node:child_process'
import { Failure } from '../../core/errors.ts'
import { PlainOutput } from './onward-text.ts'

/** A program to run. */
export interface Program {
  readonly file: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  /** On Windows the arguments are passed as they are. */
  readonly isVerbatim?: boolean
}

export interface Watcher {
  readonly signal: AbortSignal
  /** Hears what is printed, as plain text, in pieces of bounded size. */
  readonly onText: (text: string) => void
}

/** How long a program that is to end may take to do so by itself, in milliseconds. */
const PATIENCE = 2_000

/** How long what a program printed is waited for when it has ended and others hold on to its output, in milliseconds. */
const DRAIN = 500

/** How often what is printed is passed on, in milliseconds, and how much of it at most, in characters. */
const PACE = 60
const MOST_AT_ONCE = 16_000

/**
 * Runs a program to its end and gives what it gave back; null when a signal ended it. Aborted, it is ended with
 * everything that it started, first kindly. It has no input.
 *
 * @throws Failure `onward.refused` when there is no such program
 */
export function runProgram(program: Program, { signal, onText }: Watcher): Promise<number | null> {
  const { file, args, cwd, env, isVerbatim = false } = program
  if (signal.aborted) return Promise.resolve(null)
  const child = spawn(file, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that all of it can be ended.
    detached: process.platform !== 'win32',
    windowsHide: true,
    windowsVerbatimArguments: isVerbatim,
  })
  const output = batches(onText)
  for (const stream of [child.stdout, child.stderr]) {
    const plain = new PlainOutput()
    stream.on('data', (bytes: Buffer) => output.add(plain.push(bytes)))
    stream.on('end', () => output.add(plain.end()))
  }
  let force: ReturnType<typeof setTimeout> | undefined
  let drain: ReturnType<typeof setTimeout> | undefined
  const stop = (): void => {
    endTree(child, 'SIGTERM')
    force = setTimeout(() => endTree(child, 'SIGKILL'), PATIENCE)
  }
  const stopAtExit = (): void => endTree(child, 'SIGKILL')
  signal.addEventListener('abort', stop, { once: true })
  process.once('exit', stopAtExit)
  return new Promise<number | null>((succeed, fail) => {
    child.once('error', (error: NodeJS.ErrnoException) => fail(refusal(file, error)))
    child.once('close', (code) => succeed(code))
    child.once('exit', (code) => {
      drain = setTimeout(() => succeed(code), DRAIN)
    })
  }).finally(() => {
    // What it left behind in its group ends with it when the writer wanted an end.
    if (signal.aborted) endTree(child, 'SIGKILL')
    clearTimeout(force)
    clearTimeout(drain)
    signal.removeEventListener('abort', stop)
    process.off('exit', stopAtExit)
    output.end()
  })
}

function refusal(file: string, error: NodeJS.ErrnoException): unknown {
  const isMissing = ['ENOENT', 'EACCES', 'EINVAL', 'ENOTDIR'].includes(error.code ?? '')
  return isMissing ? new Failure('onward.refused', { problem: 'notFound', what: file }) : error
}

/** Ends a program with everything in its group; what is gone already is left. */
function endTree({ pid }: ChildProcess, how: 'SIGTERM' | 'SIGKILL'): void {
  if (pid === undefined) return
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true }).on(
      'error',
      () => {
        // Without taskkill there is no way to reach what a program started.
      },
    )
    return
  }
  try {
    process.kill(-pid, how)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ESRCH') throw thrown
  }
}

/** Passes text on in pieces, not too often and never too much: of a flood, the end. */
function batches(onText: (text: string) => void): { add(text: string): void; end(): void } {
  let held = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  const pass = (): void => {
    timer = undefined
    if (held !== '') onText(held)
    held = ''
  }
  return {
    add: (text) => {
      held += text
      if (held.length > MOST_AT_ONCE) held = `…\n${held.slice(-MOST_AT_ONCE)}`
      if (held !== '') timer ??= setTimeout(pass, PACE)
    },
    end: () => {
      clearTimeout(timer)
      pass()
    },
  }
}
