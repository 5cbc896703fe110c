import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { makeBackup } from '../../../electron/library/backups.ts'
import { openLibrary } from '../../../electron/library/library.ts'
import { networkDiskOf } from '../../../electron/library/sync-facts.ts'
import { tempLibrary } from './temp-library.ts'

vi.mock('../../../electron/library/sync-facts.ts', () => ({
  networkDiskOf: vi.fn<() => string | null>(() => 'SMB'),
}))

function journalOf(file: string): unknown {
  const db = new Database(file)
  try {
    return db.pragma('journal_mode', { simple: true })
  } finally {
    db.close()
  }
}

describe('a library on another computer’s disk', () => {
  it('is kept whole by a journal, since its log would need memory that computers do not share', () => {
    const library = tempLibrary()
    library.articles.create({ title: 'Een' })
    expect(journalOf(library.file)).toBe('delete')
    expect(existsSync(`${library.file}-shm`)).toBe(false)
  })

  it('is taken over from one that was made on a disk of this computer', () => {
    vi.mocked(networkDiskOf).mockReturnValueOnce(null)
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Een' })
    library.close()
    expect(journalOf(library.file)).toBe('wal')
    const there = openLibrary(library.folder)
    onTestFinished(() => there.close())
    expect(there.articles.get(id).title).toBe('Een')
    expect(journalOf(library.file)).toBe('delete')
  })

  it('is written to by two, who see what the other does, and is backed up meanwhile', async () => {
    const here = tempLibrary()
    const there = openLibrary(here.folder)
    onTestFinished(() => there.close())
    here.fromOthers()
    const { id } = there.articles.create({ title: 'Een' })
    expect(here.fromOthers()).toContain('articles')
    here.articles.save(id, 1, { body: 'Hier.' })
    expect(() => there.articles.save(id, 1, { body: 'Daar.' })).toThrow('article.conflict')
    expect(await makeBackup(here.folder)).toMatchObject({ articles: 1 })
    expect(there.articles.get(id).body).toBe('Hier.')
  })
})
