import fc from 'fast-check'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, it, vi } from 'vitest'
import { createLibrary } from '../../electron/library/library.ts'
import { ACTS, diceOf } from './acts.ts'
import { startClock } from './clock.ts'
import { World } from './world.ts'

/** Ranking is done by a thread of its own, which knows nothing of this clock. */
vi.mock('../../electron/library/related-client.ts', () => ({
  RelatedClient: class {
    changed(): void {}
    close(): void {}
  },
}))

/** `LONGHAND_RUNS=20000` makes it a long search; `LONGHAND_SEED` gives other sequences. */
const RUNS = Number(process.env['LONGHAND_RUNS'] ?? 100)
const SEED = Number(process.env['LONGHAND_SEED'] ?? 3)
const LONGEST = 45

// Saves press to the disk each time: where there is a disk in memory they are pressed to that.
if (existsSync('/dev/shm')) process.env['TMPDIR'] = '/dev/shm'
const root = mkdtempSync(join(tmpdir(), 'longhand-words-'))
const template = join(root, 'library')
writeTemplate()

afterEach(startClock)
afterAll(() => rmSync(root, { recursive: true, force: true }))

it(
  'any sequence of acts leaves exactly the words that a plain model predicts',
  { timeout: 60_000 + RUNS * 1000 },
  async () => {
    const happened = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(
        fc.noShrink(fc.nat()),
        fc.array(step, { maxLength: LONGEST, size: 'max' }),
        async (seed, steps) => {
          if (process.env['LONGHAND_SAY']) console.log(seed, steps.map(({ act }) => act).join(' '))
          const world = await World.begin(template, seed)
          try {
            for (const { act, numbers } of steps) {
              happened.set(act, (happened.get(act) ?? 0) + 1)
              await ACTS[act]?.run(world, diceOf(numbers))
            }
            await world.settle()
            world.examine()
          } finally {
            world.end()
            startClock()
          }
        },
      ),
      { numRuns: RUNS, seed: SEED },
    )
    // A search that never came by an act shows nothing of it.
    const missed = Object.keys(ACTS).filter((act) => !happened.has(act))
    expect(RUNS < 40 ? [] : missed).toEqual([])
  },
)

const step = fc.record({
  act: fc.oneof(
    ...Object.entries(ACTS).map(([name, { weight }]) => ({ weight, arbitrary: fc.constant(name) })),
  ),
  // Leaving acts out is what makes a failure plain; other numbers would only take time.
  numbers: fc.noShrink(fc.array(fc.nat(100_000), { minLength: 12, maxLength: 12 })),
})

function writeTemplate(): void {
  const library = createLibrary(template, { name: 'Proef', language: 'nl-NL' })
  const sport = library.categories.create({ name: 'Sport', parentId: null })
  const running = library.categories.create({ name: 'Rennen', parentId: sport.id })
  library.categories.create({ name: 'Zwemmen', parentId: sport.id })
  library.categories.create({ name: 'Eten', parentId: null })
  library.articles.create({
    title: 'Enkels',
    body: '# Enkels\n\nOver *bospad* lopen.',
    categoryId: running.id,
  })
  library.articles.create({ title: 'Uit Windows', body: 'Eerst.\r\n\r\nDan 👩‍🚀.\r\n', tags: ['lopen'] })
  library.articles.create({ title: 'Lang', body: 'Een zin over de zee. '.repeat(40) })
  library.close()
}
