import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { failureData } from '../../../core/errors.ts'
import { createLibrary } from '../../../electron/library/library.ts'
import { tempFolder } from '../library/temp-library.ts'
import { application } from './handlers.ts'

const code = async (work: unknown) =>
  Promise.resolve(work).then(
    () => null,
    (thrown: unknown) => failureData(thrown).code,
  )

describe('the plan of an export, asked for by the window', () => {
  it('is of a folder that a dialog gave, and another one takes the place of one that is still being made', async () => {
    const { ask, host, session } = application()
    const root = tempFolder()
    const library = createLibrary(join(root, 'library'), { name: 'Proef', language: 'nl-NL' })
    library.articles.create({
      title: 'Een',
      body: 'x',
      status: 'published',
      publishedAt: '2026-01-01T09:00:00Z',
    })
    library.close()
    await session.openFolder(join(root, 'library'))
    const site = join(root, 'site')
    expect(await code(ask['export.plan']({ folder: site }))).toBe('request.invalid')
    host.answers.push(site)
    await ask['export.choose']({})
    const first = code(ask['export.plan']({ folder: site }))
    const plan = await ask['export.plan']({ folder: site })
    expect(await first).toBe('cancelled')
    expect(plan.added.find(({ kind }) => kind === 'article')).toMatchObject({ count: 1, reason: 'first' })
    expect(existsSync(site)).toBe(false)
    const report = await ask['export.start']({ folder: site, plan: plan.id })
    expect(report.articles).toBe(1)
    expect(await ask['export.last']({})).toBe(site)
  })
})
