import { join } from 'node:path'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/{core,electron,renderer,scripts,resources,model}/**/*.test.{ts,tsx}'],
    pool: 'threads',
    // By itself vitest leaves one core out, which on a machine of two is half of it.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    env: {
      // Many tests export the same samples: their pictures are prepared once.
      LONGHAND_PICTURES: join(import.meta.dirname, '.runtime/test-pictures'),
      // Hundreds of processes and threads of tests load the same modules: Node compiles each once.
      NODE_COMPILE_CACHE: join(import.meta.dirname, '.runtime/compiled'),
    },
    // A limit tells a test that hangs from one on a machine under load; it is no measure of speed.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What fails is repeated at the end of `npm test`. There a machine under load gets a second try, which is said.
    reporters: ['default', './scripts/recap/units.mjs'],
    retry: process.env['CI'] ? 1 : 0,
  },
})
