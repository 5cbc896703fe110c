import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { RelatedClient } from '../../../electron/library/related-client.ts'
import { readLists } from '../../../electron/library/related-cache.ts'
import { relatedLists } from '../../../electron/library/related-lists.ts'
import { relatedService } from '../../../electron/library/related-service.ts'
import { tempFolder, tempLibrary } from './temp-library.ts'

function clientOf(folder: string, log: (problem: string) => void = () => {}): RelatedClient {
  const client = new RelatedClient(folder, log)
  onTestFinished(() => client.close())
  return client
}

describe('RelatedClient', () => {
  it('gives from its thread what the service gives', async () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Enkels', body: 'bospad en enkels' })
    library.articles.create({ title: 'Bospad', body: 'enkels op het bospad' })
    const list = await clientOf(library.folder).list(id, 5)
    expect(list).toEqual(relatedService(library).list(id, 5))
    expect(list.items).toHaveLength(1)
  })

  it('sees what was saved since its last answer', async () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Enkels', body: 'bospad en enkels' })
    const client = clientOf(library.folder)
    expect((await client.list(id, 5)).items).toEqual([])
    library.articles.create({ title: 'Bospad', body: 'enkels op het bospad' })
    expect((await client.list(id, 5)).items).toHaveLength(1)
  })

  it('passes on a Failure and answers the next question', async () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Enkels' })
    const client = clientOf(library.folder)
    await expect(client.list(99, 5)).rejects.toMatchObject({ code: 'notFound' })
    await expect(client.list(id, 5)).resolves.toMatchObject({ items: [], hidden: [] })
  })

  it('fails for a folder without a library', async () => {
    const client = clientOf(tempFolder())
    await expect(client.list(1, 5)).rejects.toMatchObject({ code: 'library.missing' })
  })

  it('fails what is asked when it is closed and afterwards', async () => {
    const library = tempLibrary()
    const { id } = library.articles.create({ title: 'Enkels' })
    const client = clientOf(library.folder)
    const asked = client.list(id, 5)
    client.close()
    await expect(asked).rejects.toMatchObject({ code: 'library.none' })
    await expect(client.list(id, 5)).rejects.toMatchObject({ code: 'library.none' })
  })

  it('makes the lists of all pages ready for an export when nothing is asked or changed for a while', async () => {
    const library = tempLibrary()
    const publish = (title: string) =>
      library.articles.create({ title, status: 'published', body: 'bospad en enkels' })
    const first = publish('Enkels')
    const problems: string[] = []
    const client = new RelatedClient(library.folder, (problem) => problems.push(problem), undefined, 20)
    onTestFinished(() => client.close())
    const isReady = () => {
      const now = new Date().toISOString()
      const out = library.related.heads().map(({ id }) => id)
      let made = 0
      library.view(() => relatedLists(library, { out, date: now }, () => made++))
      expect(readLists(library.folder)?.lists.map(({ id }) => id)).toEqual(out)
      expect(made).toBe(0)
    }
    for (const title of ['Bospad', 'Knieën']) {
      publish(title)
      const before = readLists(library.folder)
      await client.list(first.id, 5)
      // Nobody but the thread makes them: what is there becomes another while this one only looks.
      await vi.waitFor(
        () => expect(readLists(library.folder)?.key ?? null).not.toBe(before?.key ?? null),
        20_000,
      )
      isReady()
    }
    expect(problems).toEqual([])
  })

  it('makes them ready at once for an export that is about to begin, again after each change', async () => {
    const library = tempLibrary()
    const publish = (title: string) =>
      library.articles.create({ title, status: 'published', body: 'bospad en enkels' })
    const { id } = publish('Enkels')
    const client = clientOf(library.folder)
    library.onChange((change) => client.changed(change))
    await client.ready()
    expect(readLists(library.folder)).toBeNull()
    await client.list(id, 5)
    for (const title of ['Bospad', 'Knieën']) {
      publish(title)
      await client.ready()
      const ids = library.related.heads().map((head) => head.id)
      expect(readLists(library.folder)?.lists.map((list) => list.id)).toEqual(ids)
    }
  })
})
