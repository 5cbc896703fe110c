import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExportPlan, ExportReport } from '../../../core/bridge.ts'
import { createLibrary } from '../../../electron/library/library.ts'
import { tempFolder } from '../library/temp-library.ts'
import { longhand } from './run.ts'

function made(): { library: string; out: string } {
  const folder = tempFolder()
  const library = createLibrary(join(folder, 'library'), { name: 'Proef', language: 'nl-NL' })
  library.articles.create({
    title: 'Een',
    body: 'x',
    status: 'published',
    publishedAt: '2026-01-01T09:00:00Z',
  })
  library.articles.create({
    title: 'Ooit',
    body: 'x',
    status: 'published',
    publishedAt: '2999-01-01T09:00:00Z',
  })
  library.close()
  return { library: join(folder, 'library'), out: join(folder, 'site') }
}

describe('longhand export --plan', () => {
  it('prints what an export would do and why, and writes nothing', async () => {
    const { library, out } = made()
    const { code, out: stdout } = await longhand(['export', '--library', library, '--out', out, '--plan'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^\+ {2}een\.html +not there yet$/m)
    expect(stdout).toMatch(/^new +\d+$/m)
    expect(stdout).toContain('1 article waits for its date')
    expect(existsSync(out)).toBe(false)
  })

  it('prints the same as one JSON value for programs', async () => {
    const { library, out } = made()
    const words = ['export', '--library', library, '--out', out, '--json']
    const plan = JSON.parse((await longhand([...words, '--plan'])).out) as ExportPlan
    const report = JSON.parse((await longhand(words)).out) as ExportReport
    expect(plan.added).toHaveLength(report.written)
    expect(plan.waiting.count).toBe(1)
    const again = JSON.parse((await longhand([...words, '--plan'])).out) as ExportPlan
    expect([again.added, again.changed, again.removed]).toEqual([[], [], []])
  })

  it('refuses words that say nothing beside it', async () => {
    const { library, out } = made()
    const words = ['export', '--library', library, '--out', out, '--plan', '--overwrite']
    const { code, err } = await longhand(words)
    expect(code).toBe(2)
    expect(err).toContain('--plan')
  })
})
