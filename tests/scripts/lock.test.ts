import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { withLock } from '../../scripts/setup/lock.mjs'
import { ownFolder } from './folder.ts'

describe('a lock', () => {
  it('lets one process work at a time', async () => {
    const folder = ownFolder()
    const order: string[] = []
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    let second = Promise.resolve()
    const first = async (): Promise<void> => {
      order.push('first starts')
      second = withLock('work', async () => void order.push('second'), folder)
      await vi.waitFor(() => expect(told.mock.calls.join()).toContain('Waiting'), 60_000)
      order.push('first ends')
    }
    await withLock('work', first, folder).finally(() => told.mockRestore())
    await second
    expect(order).toEqual(['first starts', 'first ends', 'second'])
  })

  it('is given back when the work fails', async () => {
    const folder = ownFolder()
    await expect(withLock('work', () => Promise.reject(new Error('no')), folder)).rejects.toThrow('no')
    expect(existsSync(join(folder, 'work.lock'))).toBe(false)
  })

  it('is taken over from a process that was killed', async () => {
    const folder = ownFolder()
    // Above the highest process number that Linux gives.
    writeFileSync(join(folder, 'work.lock'), '4194305')
    expect(await withLock('work', async () => 'done', folder)).toBe('done')
  })
})
