/** Two processes that write to one library, with the command line at work in it, and the reckoning afterwards. */
import Database from 'better-sqlite3'
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { diagnose } from '../../../electron/library/doctor.ts'
import { createLibrary, openLibrary } from '../../../electron/library/library.ts'
import { countIn, type Written } from './counted.ts'

const execute = promisify(execFile)
const ARTICLES = 12
const WORDS = 'Een alinea die er alleen staat om gewicht te geven aan wat er bewaard wordt. '

export interface TwoReport extends Pick<Written, 'saves' | 'conflicts' | 'busy' | 'others' | 'slowest'> {
  /** Acknowledged additions that are not in the library, or additions in it that nobody was told of. */
  readonly lost: number
  /** How often each command was run. */
  readonly commands: Readonly<Record<string, number>>
  /** What `doctor` says in the end. */
  readonly state: string
}

/** Has two writers and the command line work in a new library below `folder` for some seconds. */
export async function twoProcesses(folder: string, seconds: number, seed: number): Promise<TwoReport> {
  const library = join(folder, 'library')
  prepare(library, join(folder, 'intake'))
  const writers = [seed, seed + 1].map((each) => startWriter(library, seconds, each))
  await Promise.all(writers.map(({ ready }) => ready))
  for (const { begin } of writers) begin()
  const until = performance.now() + seconds * 1000
  const commands = atWork(folder, library, until)
  const checkpoints = checkpointing(library, until)
  const written = await Promise.all(writers.map(({ written }) => written))
  await checkpoints
  return reckon(library, written, await commands)
}

function prepare(folder: string, intake: string): void {
  const library = createLibrary(folder, { name: 'Twee', language: 'nl-NL' })
  for (let n = 1; n <= ARTICLES; n++) {
    library.articles.create({ title: `Artikel ${n}`, body: `${WORDS.repeat(40)}\n\nTeller: 0\n\n${WORDS}` })
  }
  library.close()
  mkdirSync(intake)
  for (let n = 1; n <= 20; n++)
    writeFileSync(join(intake, `stuk-${n}.md`), `# Stuk ${n}\n\n${WORDS.repeat(20)}`)
}

interface Writer {
  /** It has the library open and waits to begin; also when it came to an end before, which `written` tells. */
  readonly ready: Promise<unknown>
  begin(): void
  readonly written: Promise<Written>
}

function startWriter(folder: string, seconds: number, seed: number): Writer {
  const file = join(import.meta.dirname, 'writer.ts')
  const running = execute(process.execPath, [file, folder, String(seconds), String(seed)])
  const { stdin, stdout } = running.child
  const ended = running.catch(() => {})
  return {
    ready: Promise.race([ended, new Promise((resolve) => stdout?.once('data', resolve))]),
    begin: () => stdin?.end('go\n'),
    written: running.then((said) => JSON.parse(said.stdout.slice(said.stdout.indexOf('{'))) as Written),
  }
}

interface Commands {
  readonly run: Record<string, number>
  readonly problems: string[]
}

/** Backs up, exports, brings in and examines, one after another, again and again. */
async function atWork(folder: string, library: string, until: number): Promise<Commands> {
  const run: Record<string, number> = {}
  const problems: string[] = []
  const acts = [
    ['backup'],
    ['import', join(folder, 'intake')],
    ['export', '--out', join(folder, 'site')],
    ['doctor'],
    ['list'],
  ]
  for (let turn = 0; performance.now() < until; turn++) {
    const [name = '', ...rest] = acts[turn % acts.length] ?? []
    // What is brought in is new every time.
    writeFileSync(join(folder, 'intake', 'stuk-1.md'), `# Stuk 1\n\nKeer ${turn}. ${WORDS.repeat(20)}`)
    try {
      const cli = join(import.meta.dirname, '..', '..', '..', 'electron', 'cli.ts')
      await execute(process.execPath, [cli, name, '--library', library, ...rest])
    } catch (error) {
      problems.push(`${name}: ${(error as { stderr?: string }).stderr ?? String(error)}`)
    }
    run[name] = (run[name] ?? 0) + 1
  }
  return { run, problems }
}

async function checkpointing(library: string, until: number): Promise<void> {
  const db = new Database(join(library, 'library.db'), { timeout: 0 })
  while (performance.now() < until) {
    db.pragma('wal_checkpoint(TRUNCATE)')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  db.close()
}

function reckon(folder: string, written: readonly Written[], commands: Commands): TwoReport {
  const sum = (of: (each: Written) => number) => written.reduce((total, each) => total + of(each), 0)
  const library = openLibrary(folder)
  let lost = 0
  for (let id = 1; id <= ARTICLES; id++) {
    const told = sum(({ added }) => added[id] ?? 0)
    lost += Math.abs(countIn(library.articles.get(id).body) - told)
  }
  const made = [...library.articles.iterate()].filter(({ title }) => title.startsWith('Van ')).length
  lost += Math.abs(made - sum((each) => each.made))
  library.close()
  const { state, findings } = diagnose(folder, { full: true, texts: true })
  return {
    saves: sum(({ saves }) => saves),
    conflicts: sum(({ conflicts }) => conflicts),
    busy:
      sum(({ busy }) => busy) +
      commands.problems.filter((problem) => /in use|another program|busy/i.test(problem)).length,
    others: [...written.flatMap(({ others }) => others), ...commands.problems],
    slowest: Math.max(...written.map(({ slowest }) => slowest)),
    lost,
    commands: commands.run,
    state: findings.length === 0 ? state : `${state}: ${findings.map(({ code }) => code).join(', ')}`,
  }
}

/** The report in one line. */
export function twoLine(seconds: number, report: TwoReport): string {
  const commands = Object.entries(report.commands).map(([name, times]) => `${times} × ${name}`)
  return (
    `${seconds} s: ${report.saves} saves, ${report.conflicts} conflicts, ${report.lost} lost updates, ` +
    `${report.busy} busy failures shown, ${report.others.length} other failures, slowest act ` +
    `${Math.round(report.slowest)} ms; meanwhile ${commands.join(', ')}; in the end ${report.state}`
  )
}
