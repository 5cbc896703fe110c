/** `npm run torture -- --two --seconds 60`: the long form of `two-processes.test.ts`; exits with 1 when anything is lost. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { twoLine, twoProcesses } from './run.ts'

const [seconds = '60', seed = '1'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'longhand-two-'))
const report = await twoProcesses(folder, Number(seconds), Number(seed))
console.log(twoLine(Number(seconds), report))
for (const failure of report.others.slice(0, 20)) console.log(`  ${failure}`)
rmSync(folder, { recursive: true, force: true })
process.exitCode = report.lost + report.busy + report.others.length === 0 && report.state === 'sound' ? 0 : 1
