import { expect, it } from 'vitest'
import { tempFolder } from './library/temp-library.ts'
import { twoProcesses } from './two/run.ts'

// The long form: npm run torture -- --two --seconds 60
it('two processes write to one library, and no update is lost, nor does either hear that it is in use', async () => {
  const report = await twoProcesses(tempFolder(), 3, 1)
  expect(report).toMatchObject({ lost: 0, busy: 0, others: [], state: 'sound' })
  expect(report.saves).toBeGreaterThan(0)
  expect(report.conflicts).toBeGreaterThan(0)
}, 300_000)
