import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

// Many tests export the same samples: their pictures are prepared once.
process.env['LONGHAND_PICTURES'] ??= join(import.meta.dirname, '.runtime/test-pictures')

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Each test starts an application of its own; more than two at a time starve each other on a small machine.
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // Limits tell a test that hangs from one on a machine under load; they are no measure of speed.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  // On a machine under load a test gets a second try; the recap at the end of `npm test` names it.
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list'], ['./scripts/recap/window.mjs']],
  projects: [
    { name: 'window', testMatch: '**/*.test.ts', testIgnore: ['package.test.ts', 'pictures.test.ts'] },
    { name: 'package', testMatch: 'package.test.ts' },
    // Checks the sites that `npm run validate` makes.
    { name: 'validate', testDir: 'tests/validate', testMatch: '*.test.ts' },
    // Takes the pictures of README: `npm run pictures`.
    { name: 'pictures', testMatch: 'pictures.test.ts' },
  ],
})
