import type { ParseArgsOptionsConfig } from 'node:util'
import type { CliIo } from './io.ts'

/** What was written after a command. */
export interface Words {
  /** Text of an option, or undefined when it was not given. */
  text(option: string): string | undefined
  /** Whether a switch was given. */
  has(option: string): boolean
  /** What is no option, in order. */
  readonly rest: readonly string[]
}

/** One command of `longhand`. */
export interface Command {
  readonly name: string
  /** Its words, as design and help show them. */
  readonly usage: string
  /** What it does, in one sentence. */
  readonly summary: string
  /** Each option in one line, for its help. */
  readonly help: Readonly<Record<string, string>>
  /** Lines that stand under its help. */
  readonly notes?: readonly string[]
  readonly options: ParseArgsOptionsConfig
  /** Whether words that are no options mean something to it. */
  readonly takesWords?: true
  /** Does it. Throws a Failure when input or library is at fault, {@link WrongUsage} when the words are. */
  run(words: Words, io: CliIo): Promise<void>
}

/** The command was not given what it needs; the message says what. */
export class WrongUsage extends Error {}

/** What was asked for is at fault; the message is one sentence for the user. */
export class Refused extends Error {}

/** The text of an option that a command cannot do without. */
export function required(words: Words, option: string): string {
  const text = words.text(option)
  if (text === undefined || text === '') throw new WrongUsage(`--${option} is missing`)
  return text
}

/** The number from 1 on that an option gives, or `otherwise`. */
export function countOf(words: Words, option: string, otherwise: number): number {
  const text = words.text(option)
  if (text === undefined) return otherwise
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1)
    throw new WrongUsage(`--${option} wants a number from 1 on, not "${text}"`)
  return Number(text)
}
