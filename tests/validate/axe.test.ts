/** `npm run validate`, second part: axe over the sites' pages in a real browser, in light and dark. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Longhand } from '../e2e/harness.ts'
import { openAsReader } from '../e2e/reader.ts'

const SITES = join(process.env['LONGHAND_SITES'] ?? '', 'sites')
const names = existsSync(SITES) ? readdirSync(SITES) : []

/** Of a large site every so many pages stand for the rest: their templates are the same. */
const AT_MOST = 60

async function barriers(page: Longhand['window'], rules: readonly string[]): Promise<readonly string[]> {
  // A page of its own, as axe has it by default, is more than Electron lets Playwright open.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  if (rules.length > 0) axe.withRules([...rules])
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

for (const name of names)
  test(`axe finds nothing in ${name}`, async ({ launchLonghand }) => {
    test.setTimeout(900_000)
    const site = join(SITES, name)
    const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.html'),
    )
    const step = Math.ceil(pages.length / AT_MOST)
    const { app } = await launchLonghand()
    const reader = await openAsReader(app, join(site, 'index.html'))
    for (const path of pages.filter((_, index) => index % step === 0)) {
      await reader.emulateMedia({ colorScheme: 'light' })
      await reader.goto(pathToFileURL(join(site, path)).href)
      expect.soft(await barriers(reader, []), path).toEqual([])
      await reader.emulateMedia({ colorScheme: 'dark' })
      expect.soft(await barriers(reader, ['color-contrast']), `${path}, dark`).toEqual([])
    }
  })
