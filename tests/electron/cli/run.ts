import { Readable, Writable } from 'node:stream'
import type { CliIo } from '../../../electron/cli/io.ts'
import { runCli } from '../../../electron/cli/run.ts'

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
  /** The output as lines of JSON. */
  json(): unknown[]
}

/** Runs one command as a program would, in this process. */
export async function longhand(
  words: readonly string[],
  given: { stdin?: string; signal?: AbortSignal } = {},
): Promise<Outcome> {
  const [out, err] = [sink(), sink()]
  const io: CliIo = {
    stdin: Readable.from([Buffer.from(given.stdin ?? '')]),
    stdout: out.stream,
    stderr: err.stream,
    signal: given.signal ?? new AbortController().signal,
  }
  const code = await runCli(words, io)
  return {
    code,
    out: out.text(),
    err: err.text(),
    json: () =>
      out
        .text()
        .trimEnd()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
  }
}

function sink(): { readonly stream: Writable; text(): string } {
  const chunks: Buffer[] = []
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk)
      done()
    },
  })
  return { stream, text: () => Buffer.concat(chunks).toString() }
}
