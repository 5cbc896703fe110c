import type { FilterImplOptions, Liquid } from 'liquidjs'

/** Filters that put lists into lists, or lists end to end. */
const GROWING = ['concat', 'push', 'unshift', 'group_by', 'group_by_exp'] as const

type Handler = (this: unknown, ...args: unknown[]) => unknown

/**
 * Has no list be made that is longer than `most` characters when it is written out. A list that holds another one twice,
 * which holds another one twice, takes no memory to speak of, and written out it would never end.
 */
export function boundLists(liquid: Liquid, most: number): void {
  const known = new WeakMap<object, number>()
  const bounded = (list: unknown): unknown => {
    if (sizeOf(list, known) > most)
      throw new Error(`makes a list of more than ${most / 1_000_000} million characters`)
    return list
  }
  for (const name of GROWING) {
    const filter = liquid.filters[name]
    const handler = (typeof filter === 'function' ? filter : filter?.handler) as Handler | undefined
    if (!handler) throw new Error(`LiquidJS has no filter ${name}`)
    const wrapped: FilterImplOptions = function (this: unknown, ...args: unknown[]) {
      const made = handler.apply(this, args)
      return isGenerator(made) ? through(made, bounded) : bounded(made)
    }
    liquid.registerFilter(name, wrapped)
  }
}

/** Some filters step through a generator, which gives the list at its end. */
function* through(steps: Generator<unknown, unknown>, end: (list: unknown) => unknown) {
  return end(yield* steps)
}

function isGenerator(made: unknown): made is Generator<unknown, unknown> {
  return typeof made === 'object' && made !== null && 'next' in made && typeof made.next === 'function'
}

/** About how many characters a value takes written out. Nothing that templates have changes, so each part is looked at once. */
function sizeOf(value: unknown, known: WeakMap<object, number>): number {
  if (typeof value === 'string') return value.length + 1
  if (typeof value !== 'object' || value === null) return 1
  let size = known.get(value)
  if (size === undefined) {
    size = 1
    for (const part of Array.isArray(value) ? value : Object.values(value)) size += sizeOf(part, known)
    known.set(value, size)
  }
  return size
}
