import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createSample } from '../../../electron/intake/sample.ts'
import { RESOURCES } from '../../../electron/publish/resources.ts'
import { tempFolder } from '../library/temp-library.ts'
import { bytesOf } from './site.ts'

describe('the same library', () => {
  it('gives the same bytes in another time zone and another language of the system', async () => {
    const folder = tempFolder()
    await createSample(RESOURCES, 'nl', join(folder, 'library'))
    const exportWith = (name: string, env: Record<string, string>): Record<string, string> => {
      const cli = join(import.meta.dirname, '../../../electron/cli.ts')
      const args = [
        cli,
        'export',
        '--library',
        join(folder, 'library'),
        '--out',
        join(folder, name),
        '--date',
        '2026-01-01',
      ]
      const { status, stderr } = spawnSync(process.execPath, args, {
        env: { ...process.env, ...env },
        encoding: 'utf8',
      })
      expect(stderr).toBe('')
      expect(status).toBe(0)
      return bytesOf(join(folder, name))
    }
    const here = exportWith('a', { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })
    const there = exportWith('b', { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' })
    expect(there).toEqual(here)
  })
})
