/** `npm run validate`, first part: makes the sites and has the Nu HTML Checker read all of them. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { checkSite } from './nu.ts'
import { makeSites } from './sites.ts'

const [folder = '', jar = ''] = process.argv.slice(2)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
let found = 0
for (const name of await makeSites(folder)) {
  const { files, findings } = checkSite(jar, join(folder, 'sites', name))
  found += findings.length
  console.log(`${name}: ${files} pages, style sheets and drawings, ${findings.length} errors and warnings`)
  for (const finding of findings.slice(0, 20)) console.log(`  ${finding}`)
}
process.exitCode = found === 0 ? 0 : 1
