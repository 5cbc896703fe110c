/** Libraries for tests of the window: made by the command line, opened by the application at its start. */
import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const CLI = join(import.meta.dirname, '..', '..', 'out', 'main', 'cli.js')

/** Runs the released command line; gives what it printed, throws when it fails. */
export async function longhand(...words: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [CLI, ...words], { maxBuffer: 256 * 1024 * 1024 })
  return stdout
}

/** The HTML of bodies, in order, as `longhand render` prints it. */
export async function renderAll(bodies: readonly string[]): Promise<string[]> {
  const child = run(process.execPath, [CLI, 'render', '-', '--jsonl'], { maxBuffer: 256 * 1024 * 1024 })
  child.child.stdin?.end(bodies.map((body) => `${JSON.stringify(body)}\n`).join(''))
  const { stdout } = await child
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as string)
}

/** A folder of settings with which the application opens `library` at its start. */
export async function userDataOpening(folder: string, library: string, more: object = {}): Promise<string> {
  const userData = join(folder, 'user-data-opening')
  await mkdir(userData, { recursive: true })
  await writeFile(join(userData, 'settings.json'), JSON.stringify({ lastLibrary: library, ...more }))
  return userData
}
