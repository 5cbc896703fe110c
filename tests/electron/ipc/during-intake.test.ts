import { describe, expect, it } from 'vitest'
import { folderOf } from '../intake/files.ts'
import { application } from './handlers.ts'

const posts = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `${at}.md`,
      `---\ntitle: Artikel ${at}\ndate: 2020-01-01\n---\n\n${'Over het bospad en de enkels. '.repeat(40)}\n`,
    ]),
  )

describe('while articles are being brought in', () => {
  it('every save is kept, in order, and reading goes on', async () => {
    const { session, ask } = application()
    await session.create('Proef', 'nl-NL', session.defaultParent)
    const { id } = await ask['article.create']({ title: 'Van de schrijver' })
    let version = 1
    let ended = false
    const intake = Promise.resolve(
      ask['intake.start']({ paths: [session.grant(folderOf(posts(150)))] }),
    ).finally(() => (ended = true))
    while (!ended) {
      const saved = await ask['article.save']({
        id,
        baseVersion: version,
        patch: { body: `Regel ${version}` },
      })
      expect(saved.version).toBe(version + 1)
      version = saved.version
      expect((await ask['article.get']({ id })).version).toBe(version)
      // Lets the thread's messages in.
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(await intake).toMatchObject({ created: { length: 150 } })
    expect(version).toBeGreaterThan(2)
    expect(session.library.articles.get(id).body).toBe(`Regel ${version - 1}`)
    expect(session.library.articles.counts().all).toBe(151)
  })

  it('its notes are in the language of the window', async () => {
    const { session, ask } = application()
    await session.create('Proef', 'nl-NL', session.defaultParent)
    const paths = [session.grant(folderOf({ 'leeg.md': '' }))]
    expect(await ask['intake.start']({ paths })).toMatchObject({ skipped: [{ notes: ['is leeg'] }] })
    await ask['app.setSettings']({ settings: { language: 'en' } })
    expect(await ask['intake.start']({ paths })).toMatchObject({ skipped: [{ notes: ['is empty'] }] })
  })
})
