import { parseArgs } from 'node:util'
import { Failure } from '../../core/errors.ts'
import { type Command, Refused, type Words, WrongUsage } from './command.ts'
import { PLANNED, commandNamed, isCommand } from './commands.ts'
import { helpOf, overview } from './help.ts'
import { type CliIo, ReaderGone, print, processIo } from './io.ts'

/** Exit codes: done; the input or the library is at fault; wrong usage. */
export type ExitCode = 0 | 1 | 2

/** Whether a word is one of the command line's: with one, the program needs no window. */
export function isCliCommand(word: string | undefined): boolean {
  return word !== undefined && (isCommand(word) || Object.hasOwn(PLANNED, word) || word === 'help')
}

/** Does what the words after `longhand` say and gives the exit code. Faults are one line on stderr; it never throws. */
export async function runCli(
  argv: readonly string[],
  given?: CliIo,
  more: Pick<CliIo, 'keeper'> = {},
): Promise<ExitCode> {
  const own = given ? null : processIo()
  const io = given ?? Object.assign(own!.io, more)
  try {
    return await dispatch(argv, io)
  } catch (thrown) {
    return await exitCodeOf(thrown, argv[0], io)
  } finally {
    own?.close()
  }
}

async function dispatch(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  const [name, ...rest] = argv
  if (name === undefined) {
    io.stderr.write(await overview())
    return 2
  }
  if (name === 'help' && rest[0] !== undefined) return dispatch([rest[0], '--help'], io)
  if (name === '--help' || name === '-h' || name === 'help') {
    await print(io, await overview())
    return 0
  }
  const planned = Object.hasOwn(PLANNED, name) ? PLANNED[name] : undefined
  if (planned !== undefined) {
    io.stderr.write(`longhand ${name}: not yet. It will be: longhand ${planned}\n`)
    return 2
  }
  const command = await commandNamed(name)
  if (!command) throw new WrongUsage(`there is no command "${name}"`)
  if (rest.includes('--help') || rest.includes('-h')) {
    await print(io, helpOf(command))
    return 0
  }
  await command.run(wordsOf(command, rest), io)
  return 0
}

function wordsOf(command: Command, argv: readonly string[]): Words {
  const { values, positionals } = parsed(command, argv)
  const [stray] = positionals
  if (stray !== undefined && !command.takesWords)
    throw new WrongUsage(`"${stray}" means nothing to ${command.name}`)
  return {
    text: (option) => (typeof values[option] === 'string' ? values[option] : undefined),
    has: (option) => values[option] === true,
    rest: positionals,
  }
}

function parsed(command: Command, argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: command.options, allowPositionals: true, strict: true })
  } catch (thrown) {
    // parseArgs throws plain errors whose first sentence is fit to show.
    throw new WrongUsage(thrown instanceof Error ? (thrown.message.split(/\. |\n/)[0] ?? '') : String(thrown))
  }
}

async function exitCodeOf(thrown: unknown, name: string | undefined, io: CliIo): Promise<ExitCode> {
  const gone = thrown instanceof ReaderGone || io.signal.reason instanceof ReaderGone
  if (gone) return 0
  const say = (text: string): void => {
    io.stderr.write(`longhand: ${text}\n`)
  }
  if (thrown instanceof WrongUsage) {
    const help = name !== undefined && isCommand(name) ? `longhand ${name} --help` : 'longhand --help'
    say(`${thrown.message.replace(/[.?]$/, '')}. See: ${help}`)
    return 2
  }
  if (io.signal.aborted && !(thrown instanceof Failure)) say('Stopped.')
  else if (thrown instanceof Refused) say(thrown.message)
  // The words of failures are those of the whole window: read only when there is one.
  else say((await import('./failure-line.ts')).failureLine(thrown))
  return 1
}
