import { describe, expect, it } from 'vitest'
import { Failure, failureData } from '../../../core/errors.ts'
import { fakeHost } from '../fake-host.ts'
import { application } from '../ipc/handlers.ts'
import { tempFolder } from '../library/temp-library.ts'

describe('a library that several windows show', () => {
  it('is left for another one only when every window has saved what was typed in it', async () => {
    const failure = failureData(new Failure('file.refused', { path: 'library.db', reason: 'ENOSPC' }))
    const flushes: string[] = []
    let answer: typeof failure | null = null
    const host = { ...fakeHost(), flush: () => (flushes.push('asked'), Promise.resolve(answer)) }
    const { session, ask } = application(host)
    const first = tempFolder()
    const second = tempFolder()
    await session.create('Een', 'nl-NL', first)
    const { folder } = session.library
    await session.create('Twee', 'nl-NL', second)

    answer = failure
    await expect(ask['library.openRecent']({ folder })).rejects.toMatchObject({ code: 'file.refused' })
    await expect(Promise.resolve(ask['library.close']({}))).rejects.toMatchObject({ code: 'file.refused' })
    expect(session.library.site.get().name).toBe('Twee')

    answer = null
    await ask['library.openRecent']({ folder })
    expect(session.library.site.get().name).toBe('Een')
    expect(flushes).toHaveLength(3)
  })

  it('opens in a further window, on an article when one is asked for', async () => {
    const opened: (number | null)[] = []
    const { session, ask } = application({ ...fakeHost(), newWindow: (id) => void opened.push(id) })
    await session.create('Een', 'nl-NL', tempFolder())
    await ask['app.newWindow']({})
    await ask['app.newWindow']({ articleId: 7 })
    expect(opened).toEqual([null, 7])
  })
})
