import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { networkDiskOf } from '../../../electron/library/sync-facts.ts'
import { FileWatch } from '../../../electron/session/health-file.ts'
import { tempLibrary } from '../library/temp-library.ts'

vi.mock('../../../electron/library/sync-facts.ts', () => ({
  networkDiskOf: vi.fn<() => string | null>(() => null),
}))

/** Another program that writes and copies its log into the file, as fast as it can, for so many milliseconds. */
const BUSY = `
import Database from 'better-sqlite3'
const db = new Database(process.argv[1], { timeout: 5000 })
const write = db.prepare("INSERT OR REPLACE INTO note VALUES ('busy', ?)")
console.log('ready')
for (const end = performance.now() + Number(process.argv[2]); performance.now() < end;) {
  write.run('x'.repeat(200_000) + Math.random())
  db.pragma(Math.random() < 0.5 ? 'wal_checkpoint(TRUNCATE)' : 'wal_checkpoint(PASSIVE)')
}
`

describe('the file of a library', () => {
  it('is the same while another program copies its log into it', async () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Een' })
    const watch = new FileWatch(library.file)
    const busy = spawn(process.execPath, ['--input-type=module', '-e', BUSY, library.file, '1200'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const gone = once(busy, 'exit')
    await once(busy.stdout, 'data')
    const seen = new Set<string>()
    while (busy.exitCode === null) {
      for (let looks = 0; looks < 200; looks++) seen.add(watch.look())
      await new Promise((resolve) => setImmediate(resolve))
    }
    await gone
    library.close()
    watch.close()
    expect([...seen]).toEqual(['same'])
  })

  it('is the same when SQLite writes straight into it, as on a disk of another computer', () => {
    vi.mocked(networkDiskOf).mockReturnValue('SMB')
    onTestFinished(() => void vi.mocked(networkDiskOf).mockReturnValue(null))
    const library = tempLibrary()
    const watch = new FileWatch(library.file)
    for (const title of ['Een', 'Twee']) {
      library.articles.create({ title })
      expect(watch.look()).toBe('same')
    }
    library.close()
    watch.close()
  })
})
