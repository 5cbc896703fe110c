import { describe, expect, it } from 'vitest'
import { ACTS } from './kills/acts.ts'
import { killAct } from './kills/killing.ts'

/** More of them, and at more moments: `npm run torture -- --kills 50`. */
const KILLS = 1

/** One migration stands here for all: each of them is one transaction. */
const SHORT = ACTS.filter(({ name }) => !name.startsWith('migration') || name === 'migration from 1')

describe('a process that is killed', () => {
  it.each(SHORT.map((act, index) => [act.name, act, index] as const))(
    'in %s leaves the old state or the new one',
    { timeout: 300_000 },
    async (_name, act, index) => {
      const { problems } = await killAct(act, KILLS, 100 + index)
      expect(problems).toEqual([])
    },
  )
})
