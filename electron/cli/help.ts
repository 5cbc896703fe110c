import type { Command } from './command.ts'
import { PLANNED, allCommands } from './commands.ts'
import { table } from './table.ts'

/** What `longhand --help` says. */
export async function overview(): Promise<string> {
  const rows = (await allCommands()).map(({ name, summary }) => [` ${name}`, summary])
  const planned = Object.keys(PLANNED).map((name) => [` ${name}`, 'Not yet.'])
  return `Longhand: articles written offline, exported as plain HTML.

longhand COMMAND …

${table([...rows, ...planned])}
longhand COMMAND --help tells more about one.
Exit 0: done. 1: the input or the library is at fault. 2: wrong usage.
`
}

/** What `longhand COMMAND --help` says. */
export function helpOf(command: Command): string {
  const rows = Object.entries(command.help).map(([option, text]) => [` --${option}`, text])
  const notes = command.notes === undefined ? '' : `\n${command.notes.join('\n')}\n`
  return `longhand ${command.usage}\n\n${command.summary}\n${rows.length > 0 ? `\n${table(rows)}` : ''}${notes}`
}
