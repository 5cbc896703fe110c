import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openLibrary } from '../../../electron/library/library.ts'
import { LibraryWatch } from '../../../electron/session/watch.ts'
import { application } from '../ipc/handlers.ts'
import { tempFolder, tempLibrary } from '../library/temp-library.ts'

describe('a library that two have open', () => {
  it('tells the window by itself what the other has changed, and never what it changed itself', async () => {
    const { session, host, ask } = application()
    await session.create('Proef', 'nl-NL', tempFolder())
    const other = openLibrary(session.library.folder)
    onTestFinished(() => other.close())
    const changes = () => host.emitted.filter(({ name }) => name === 'library.changed')

    await ask['article.create']({ title: 'Hier' })
    session.open.watch.look()
    expect(changes().length).toBe(1)

    const { id } = other.articles.create({ title: 'Daar' })
    await vi.waitFor(() => expect(changes().length).toBe(2), { timeout: 30_000 })
    expect(changes()[1]?.event).toMatchObject({ articleId: null })
    expect(await ask['article.get']({ id })).toMatchObject({ title: 'Daar' })
  })

  it('shows the name that the other gave the site among the recent libraries', async () => {
    const { session, ask } = application()
    await session.create('Proef', 'nl-NL', tempFolder())
    const other = openLibrary(session.library.folder)
    onTestFinished(() => other.close())
    other.site.update({ name: 'Anders' })
    session.open.watch.look()
    expect(await ask['app.state']({})).toMatchObject({
      library: { site: { name: 'Anders' } },
      recent: [{ name: 'Anders' }],
    })
  })

  it('is said once to be out of reach, and looked at again', () => {
    const library = tempLibrary()
    const logged: string[] = []
    const watch = new LibraryWatch(library, { log: (problem) => logged.push(problem) })
    onTestFinished(() => watch.close())
    library.close()
    watch.look()
    watch.look()
    expect(logged).toEqual([expect.stringContaining('could not be looked for')])
  })
})
