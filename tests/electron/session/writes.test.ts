import Database from 'better-sqlite3'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { Writes } from '../../../electron/session/writes.ts'
import { tempLibrary } from '../library/temp-library.ts'

/** A library that never waits, and another program that holds it until it is told to let go. */
function heldLibrary() {
  const library = tempLibrary()
  library.setPatience(0)
  const other = new Database(library.file)
  onTestFinished(() => void other.close())
  other.exec('BEGIN IMMEDIATE')
  return { library, letGo: () => other.exec('ROLLBACK') }
}

afterEach(() => {
  vi.useRealTimers()
})

describe('writes', () => {
  it('are done at once while nobody else writes', () => {
    const library = tempLibrary()
    expect(new Writes().run(() => library.articles.create({ title: 'Een' }))).toMatchObject({ slug: 'een' })
  })

  it('wait in their order while another program writes, and reading goes on', async () => {
    const { library, letGo } = heldLibrary()
    const writes = new Writes()
    const order: string[] = []
    const all = ['een', 'twee', 'drie'].map(async (title) =>
      writes.run(() => {
        const { slug } = library.articles.create({ title })
        order.push(slug)
        return slug
      }),
    )
    expect(library.articles.counts().all).toBe(0)
    letGo()
    // One that comes while others are still in line goes behind them.
    all.push(Promise.resolve(writes.run(() => library.articles.create({ title: 'vier' }).slug)))
    expect(await Promise.all(all)).toEqual(['een', 'twee', 'drie', 'vier'])
    expect(order).toEqual(['een', 'twee', 'drie'])
    expect(library.articles.counts().all).toBe(4)
  })

  it('that are refused for another reason fail alone', async () => {
    const { library, letGo } = heldLibrary()
    const writes = new Writes()
    const wrong = writes.run(() => library.articles.save(99, 1, { title: 'x' }))
    const right = writes.run(() => library.articles.create({ title: 'Een' }))
    letGo()
    await expect(wrong).rejects.toMatchObject({ code: 'notFound' })
    expect(await right).toMatchObject({ slug: 'een' })
    expect(() => writes.run(() => library.articles.get(99))).toThrow('notFound')
  })

  it('are refused when another program never lets go, but not while work of our own holds the library', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const { library } = heldLibrary()
    const writes = new Writes()
    let failure: unknown
    let end = (): void => {}
    const task = writes.during(() => new Promise<void>((resolve) => (end = resolve)))
    const held = writes.run(() => library.articles.create({ title: 'Een' })) as Promise<unknown>
    held.catch((error: unknown) => (failure = error))
    await vi.advanceTimersByTimeAsync(120_000)
    expect(failure).toBeUndefined()
    end()
    await task
    await vi.advanceTimersByTimeAsync(29_000)
    expect(failure).toBeUndefined()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(failure).toMatchObject({ code: 'file.refused', detail: { reason: 'EBUSY' } })
  })

  it('are tried for the last time when the library closes', async () => {
    const { library, letGo } = heldLibrary()
    const writes = new Writes()
    const waiting = writes.run(() => library.articles.create({ title: 'Een' }))
    letGo()
    writes.finish()
    expect(library.articles.counts().all).toBe(1)
    expect(await waiting).toMatchObject({ slug: 'een' })
    const { library: other } = heldLibrary()
    const refused = writes.run(() => other.articles.create({ title: 'Een' }))
    writes.finish()
    await expect(refused).rejects.toMatchObject({ detail: { reason: 'EBUSY' } })
  })
})
