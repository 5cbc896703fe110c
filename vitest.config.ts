import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/{core,electron,renderer,scripts,resources,model}/**/*.test.{ts,tsx}'],
    pool: 'threads',
    testTimeout: 20_000,
    // What fails is repeated at the end of `npm test`. There a machine under load gets a second try, which is said.
    reporters: ['default', './scripts/recap/units.mjs'],
    retry: process.env['CI'] ? 1 : 0,
  },
})
