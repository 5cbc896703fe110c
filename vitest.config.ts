import { join } from 'node:path'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import LongestFirst from './scripts/recap/longest-first.mjs'

/** Tests of rules that keep nothing between calls: their files share a thread, and what it has loaded. */
const SHARING = 'tests/{core,renderer,resources}/**/*.test.{ts,tsx}'

/** Tests of what has a state of its own, such as files, processes and threads. */
const ALONE = 'tests/{electron,scripts,model}/**/*.test.ts'

/** Puts a stand-in in the place of a module, which the others would get too. */
const STANDS_IN = 'tests/renderer/compare/conflict.test.ts'

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'rules', include: [SHARING], exclude: [STANDS_IN], isolate: false } },
      { extends: true, test: { name: 'alone', include: [ALONE, STANDS_IN] } },
    ],
    pool: 'threads',
    sequence: { sequencer: LongestFirst },
    // By itself vitest leaves one core out, which on a machine of two is half of it.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    env: {
      // Many tests export the same samples: their pictures are prepared once.
      LONGHAND_PICTURES: join(import.meta.dirname, '.runtime/test-pictures'),
      // Hundreds of processes and threads of tests load the same modules: Node compiles each once.
      NODE_COMPILE_CACHE: join(import.meta.dirname, '.runtime/compiled'),
    },
    // A limit tells a test that hangs from one on a machine under load; it is no measure of speed.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // What fails is repeated at the end of `npm test`. There a machine under load gets a second try, which is said.
    reporters: ['default', './scripts/recap/units.mjs'],
    retry: process.env['CI'] ? 1 : 0,
  },
})
