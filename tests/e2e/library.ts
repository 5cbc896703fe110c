/** Libraries for tests of the window: made by the command line, opened by the application at its start. */
import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const CLI = join(import.meta.dirname, '..', '..', 'out', 'main', 'cli.js')

/** By language: what each test of this worker copies, since many begin with a sample. */
const samples = new Map<string, Promise<string>>()

/** Runs the released command line; gives what it printed, throws when it fails. A sample is made once and copied. */
export async function longhand(...words: string[]): Promise<string> {
  const [command, , language = '', , library = ''] = words
  if (command !== 'sample') return released(words)
  const sample = samples.get(language) ?? makeSample(language)
  samples.set(language, sample)
  await cp(await sample, library, { recursive: true })
  return ''
}

async function makeSample(language: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'longhand-sample-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const sample = join(folder, 'library')
  await released(['sample', '--language', language, '--library', sample])
  return sample
}

async function released(words: readonly string[]): Promise<string> {
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
