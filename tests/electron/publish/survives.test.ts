import { afterAll, describe, expect, it } from 'vitest'
import { GROUNDS } from './kills/ground.ts'
import { MISHAPS } from './kills/mishaps.ts'
import { type Grounds, onGround } from './kills/trial.ts'

/** More of each, in each kind of folder: `npm run torture -- --exports 20 --seed 2`. */
const SEED = 1

/** What is tried at other places too: `kills.test.ts`, `stopped.test.ts`, `faults.test.ts`. */
const ELSEWHERE = [
  ...['killed at a step', 'killed at a moment', 'cancelled at a step', 'cancelled at a moment'],
  ...['refused once', 'refused from then on'],
]
const SHORT = MISHAPS.filter(({ name }) => !ELSEWHERE.includes(name))

const laid = new Map<string, Promise<Grounds>>()
afterAll(async () => {
  for (const ground of laid.values()) (await ground).end()
})

describe('an export by the command line, with pictures, search, feeds, a theme of its own and a zip', () => {
  it.each(SHORT.map((mishap, index) => [mishap.name, mishap, index] as const))(
    '%s, leaves the site that was there or the next one, what others put there, and nothing stray',
    { timeout: 300_000 },
    async (_name, mishap, index) => {
      const ground = GROUNDS[index % GROUNDS.length]!
      if (!laid.has(ground.name)) laid.set(ground.name, onGround(ground))
      const { problems, leftOut } = await (await laid.get(ground.name)!).tryOut(mishap, 1, SEED + index)
      if (leftOut !== null) console.log(`Left out: ${leftOut}`)
      expect(problems, `seed ${SEED + index}`).toEqual([])
    },
  )
})
