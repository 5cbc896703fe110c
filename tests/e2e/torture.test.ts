import { expect, test } from './harness.ts'
import { killWhileTyping, type Killed, tortured } from './torture.ts'

/** `npm run torture -- --runs N --seed S` sets these. */
const RUNS = Number(process.env['LONGHAND_TORTURE_RUNS'] ?? 3)
const SEED = Number(process.env['LONGHAND_TORTURE_SEED'] ?? 1)
/** What was typed is on disk within half a second. A machine on which tests run side by side gets more. */
const LONGEST_GAP = process.env['LONGHAND_TORTURE_RUNS'] === undefined ? 1500 : 500

test('what was typed is on disk within half a second, however the application is killed', async ({
  folder,
}) => {
  test.setTimeout(60_000 + RUNS * 30_000)
  const library = await tortured(folder)
  const runs: Killed[] = []
  for (let run = 0; run < RUNS; run++) {
    const killed = await killWhileTyping(folder, library, SEED + run)
    expect(killed.problems, `seed ${SEED + run}`).toEqual([])
    runs.push(killed)
  }
  const sum = (of: (run: Killed) => number): number => runs.reduce((total, run) => total + of(run), 0)
  const worst = Math.max(...runs.map(({ gap }) => gap))
  console.log(
    `${RUNS} runs, ${sum(({ typed }) => typed)} keys typed, ${sum(({ saves }) => saves)} saves, ` +
      `${sum(({ lost }) => lost)} keys lost, worst gap ${Math.round(worst)} ms`,
  )
  expect(sum(({ saves }) => saves)).toBeGreaterThan(0)
  expect(worst).toBeLessThan(LONGEST_GAP)
})
