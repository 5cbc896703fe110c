/**
 * What may happen to a library, each act with what it must come to. A new act is one more entry: it does something
 * through the window or beside it, and tells the model what must be there then.
 */
import { fieldActs } from './field-acts.ts'
import { othersActs } from './others-acts.ts'
import { placeActs } from './place-acts.ts'
import { revisionActs } from './revision-acts.ts'
import { troubleActs } from './trouble-acts.ts'
import type { World } from './world.ts'
import { writingActs } from './writing-acts.ts'

/** Chooses among what there is, by the numbers that the run was given. */
export interface Dice {
  /** A whole number from 0, below `limit`. */
  below(limit: number): number
  /** One of a list; undefined when there is none. */
  one<T>(list: readonly T[]): T | undefined
}

export interface Act {
  /** How often it comes, beside the others. */
  readonly weight: number
  run(world: World, dice: Dice): Promise<void> | void
}

export const ACTS: Readonly<Record<string, Act>> = {
  ...writingActs,
  ...fieldActs,
  ...placeActs,
  ...revisionActs,
  ...troubleActs,
  ...othersActs,
}

/** Dice that show the given numbers in turn. */
export function diceOf(numbers: readonly number[]): Dice {
  let at = 0
  const below = (limit: number) => {
    const number = numbers[at % numbers.length] ?? 0
    at += 1
    return limit <= 0 ? 0 : number % limit
  }
  return { below, one: (list) => list[below(list.length)] }
}
