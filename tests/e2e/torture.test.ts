import { expect, test } from './harness.ts'
import { killWhileWorking, type Killed, tortured } from './torture.ts'

/** `npm run torture -- --runs N --seed S` sets these. */
const RUNS = Number(process.env['LONGHAND_TORTURE_RUNS'] ?? 2)
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
    const killed = await killWhileWorking(folder, library, { seed: SEED + run, run })
    expect(killed.problems, `seed ${SEED}, run ${run}`).toEqual([])
    runs.push(killed)
  }
  const sum = (of: (run: Killed) => number): number => runs.reduce((total, run) => total + of(run), 0)
  const worst = Math.max(...runs.map(({ gap }) => gap))
  console.log(
    `${RUNS} runs, ${sum(({ typed }) => typed)} keys and other steps, ` +
      `${sum(({ acknowledged }) => acknowledged)} acknowledged, ${sum(({ lost }) => lost)} lost, ` +
      `worst gap ${Math.round(worst)} ms`,
  )
  const underWay = Map.groupBy(
    runs.flatMap((run) => run.underWay),
    (what) => what,
  )
  const counts = [...underWay].map(([what, times]) => `${what} ${times.length}`)
  console.log(`under way at the kill: ${counts.toSorted().join(', ')}`)
  expect(sum(({ acknowledged }) => acknowledged)).toBeGreaterThan(0)
  expect(worst).toBeLessThan(LONGEST_GAP)
})
