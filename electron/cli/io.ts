import { once } from 'node:events'
import type { Keeper } from '../library/keeper.ts'

/** What a command reads from and writes to. */
export interface CliIo {
  readonly stdin: AsyncIterable<Uint8Array | string>
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean }
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean }
  /** Aborted when the user stops the command. */
  readonly signal: AbortSignal
  /** Where processes are not started in Node's own way. */
  readonly keeper?: () => Promise<Keeper>
}

/** Whoever read the output has gone, as `head` does: no fault, but nothing more to do. */
export class ReaderGone extends Error {}

/** Writes to stdout and waits while the reader is slow. Throws {@link ReaderGone} when there is none any more. */
export async function print(io: CliIo, text: string): Promise<void> {
  if (!io.stdout.writable) throw new ReaderGone()
  if (!io.stdout.write(text)) await once(io.stdout, 'drain', { signal: io.signal })
}

/** One JSON value on a line of its own. */
export function printJson(io: CliIo, value: unknown): Promise<void> {
  return print(io, `${JSON.stringify(value)}\n`)
}

/** The process's own streams; `close` gives back what was taken of it. */
export function processIo(): { readonly io: CliIo; close(): void } {
  const stop = new AbortController()
  const interrupt = (): void => stop.abort()
  // Without a listener a broken pipe would end the process with a stack trace.
  const broken = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') throw error
    stop.abort(new ReaderGone())
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  process.stdout.on('error', broken)
  return {
    io: {
      // Most commands read nothing, and opening it takes a while.
      get stdin() {
        return process.stdin
      },
      stdout: process.stdout,
      stderr: process.stderr,
      signal: stop.signal,
    },
    close: () => {
      process.off('SIGINT', interrupt)
      process.off('SIGTERM', interrupt)
    },
  }
}

/** The lines of a stream, without their ends. Only `\n` and `\r\n` end a line. */
export async function* linesOf(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of stream) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) yield text.endsWith('\r') ? text.slice(0, -1) : text
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}

/** All of a stream as text. */
export async function textOf(stream: AsyncIterable<Uint8Array | string>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of stream)
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
  return text + decoder.decode()
}
