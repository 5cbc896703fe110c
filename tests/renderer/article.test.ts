import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Article, ArticlePatch } from '../../core/article.ts'
import type { SaveResult } from '../../core/bridge.ts'
import { Failure, failureData } from '../../core/errors.ts'
import { SAVE_AFTER } from '../../renderer/article-entry.ts'
import type { ArticlePort } from '../../renderer/article-snapshot.ts'
import { ArticleStore } from '../../renderer/article-store.ts'

const ARTICLE: Article = {
  id: 1,
  title: 'Hardlopen',
  slug: 'hardlopen',
  summary: '',
  body: 'Begin.',
  status: 'draft',
  categoryId: null,
  tags: [],
  authorIds: [],
  cover: null,
  coverAlt: '',
  language: null,
  publishedAt: null,
  createdAt: '2025-12-10T09:00:00+01:00',
  updatedAt: '2025-12-10T09:00:00+01:00',
  trashedAt: null,
  metaTitle: '',
  metaDescription: '',
  footerPlace: null,
  translationKey: null,
  words: 1,
  version: 1,
  extra: {},
}

interface Sent {
  readonly baseVersion: number
  readonly patch: ArticlePatch
  /** Lets the library take the save. */
  take(): Promise<void>
  /** Lets the library find that everything is so already. */
  find(): Promise<void>
  /** Lets the library refuse it. */
  refuse(failure: Failure): Promise<void>
}

/** A library of one article that answers only when a test says so. */
class SlowLibrary {
  stored: Article = ARTICLE
  readonly sent: Sent[] = []
  reads = 0

  readonly get = async (id: number): Promise<Article> => {
    this.reads += 1
    if (id !== this.stored.id) throw new Failure('notFound', { what: 'article', which: String(id) })
    return this.stored
  }

  readonly create = async (): Promise<Article> => {
    this.stored = {
      ...ARTICLE,
      id: this.stored.id + 1,
      body: '',
      title: '',
      createdAt: '2026-01-01T09:00:00+01:00',
    }
    return this.stored
  }

  get port(): ArticlePort {
    return { get: this.get, create: this.create, save: this.save, failureOf: failureData }
  }

  readonly save = (_id: number, baseVersion: number, patch: ArticlePatch): Promise<SaveResult> =>
    new Promise((resolve, reject) => {
      const take = async () => {
        if (baseVersion !== this.stored.version) {
          reject(new Failure('article.conflict', { id: 1, version: this.stored.version }))
        } else {
          this.change(patch)
          const { version, updatedAt, slug, words } = this.stored
          resolve({ version, updatedAt, slug, words })
        }
        await settle()
      }
      const find = async () => {
        const { version, updatedAt, slug, words } = this.stored
        resolve({ version, updatedAt, slug, words })
        await settle()
      }
      const refuse = async (failure: Failure) => {
        reject(failure)
        await settle()
      }
      this.sent.push({ baseVersion, patch, take, find, refuse })
    })

  /** A change in the library, by whomever. */
  change(patch: ArticlePatch): void {
    this.stored = { ...this.stored, ...patch, version: this.stored.version + 1 }
  }

  get last(): Sent {
    const last = this.sent.at(-1)
    if (last === undefined) throw new Error('nothing was sent')
    return last
  }
}

/** Runs what is due now, microtasks included. */
async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0)
}

const DISK_FULL = new Failure('file.refused', { path: 'library.db', reason: 'ENOSPC' })

describe('an article that is being written', () => {
  let library: SlowLibrary
  let store: ArticleStore
  const shown = () => store.snapshot(1)

  beforeEach(async () => {
    vi.useFakeTimers()
    library = new SlowLibrary()
    store = new ArticleStore(library.port)
    store.subscribe(1, () => {})
    await settle()
  })

  afterEach(() => {
    store.clear()
    vi.useRealTimers()
  })

  it('shows what was typed at once and sends it within half a second', async () => {
    store.patch(1, { body: 'Begin. Meer.' })
    expect(shown().article?.body).toBe('Begin. Meer.')
    expect(shown().saveState).toBe('unsaved')
    expect(SAVE_AFTER).toBeLessThan(500)
    await vi.advanceTimersByTimeAsync(SAVE_AFTER)
    expect(library.last.patch).toEqual({ body: 'Begin. Meer.' })
    expect(shown().saveState).toBe('saving')
    await library.last.take()
    expect(shown().saveState).toBe('saved')
  })

  it('does not put a save off while the writer types on', async () => {
    for (let key = 0; key < 10; key += 1) {
      store.patch(1, { body: `Begin ${key}` })
      await vi.advanceTimersByTimeAsync(SAVE_AFTER / 5)
    }
    expect(library.sent.length).toBe(1)
    expect(library.last.patch.body).toBe('Begin 4')
  })

  it('sends what is typed during a save after it, on top of its version', async () => {
    store.patch(1, { body: 'een' }, 'now')
    store.patch(1, { body: 'een twee' })
    store.patch(1, { title: 'Nieuw' }, 'now')
    await settle()
    expect(library.sent.length).toBe(1)
    await library.last.take()
    expect(shown().article).toMatchObject({ body: 'een twee', title: 'Nieuw' })
    await settle()
    expect(library.last).toMatchObject({ baseVersion: 2, patch: { body: 'een twee', title: 'Nieuw' } })
    await library.last.take()
    expect(library.stored).toMatchObject({ body: 'een twee', title: 'Nieuw', version: 3 })
  })

  it('merges what two panes change into one save', async () => {
    store.patch(1, { body: 'tekst' })
    store.patch(1, { tags: ['enkel'] })
    await vi.advanceTimersByTimeAsync(SAVE_AFTER)
    expect(library.sent.map(({ patch }) => patch)).toEqual([{ body: 'tekst', tags: ['enkel'] }])
  })

  it('keeps the words typed before it was read', async () => {
    const early = new ArticleStore(library.port)
    early.patch(1, { title: 'Vroeg' }, 'now')
    await settle()
    expect(early.snapshot(1).article?.title).toBe('Vroeg')
    expect(library.last).toMatchObject({ baseVersion: 1, patch: { title: 'Vroeg' } })
    early.clear()
  })

  it('ignores an answer that is older than what it knows', async () => {
    const old = library.stored
    let answer: (article: Article) => void = () => {}
    store.patch(1, { body: 'nieuw' }, 'now')
    await settle()
    await library.last.take()
    const late = new ArticleStore({
      get: () => new Promise((resolve) => (answer = resolve)),
      create: library.create,
      save: library.save,
      failureOf: failureData,
    })
    late.subscribe(1, () => {})
    answer(library.stored)
    await settle()
    late.libraryChanged(1)
    answer(old)
    await settle()
    expect(late.snapshot(1).article?.body).toBe('nieuw')
  })

  it('keeps the text of a failed save, says so, and tries again by itself', async () => {
    store.patch(1, { body: 'kostbaar' }, 'now')
    await settle()
    await library.last.refuse(DISK_FULL)
    expect(shown()).toMatchObject({ saveState: 'failed', failure: { code: 'file.refused' } })
    expect(shown().article?.body).toBe('kostbaar')
    expect(store.failures()).toMatchObject([{ id: 1, title: 'Hardlopen' }])
    store.patch(1, { summary: 'kort' })
    await vi.advanceTimersByTimeAsync(1000)
    expect(library.last.patch).toEqual({ body: 'kostbaar', summary: 'kort' })
    await library.last.take()
    expect(shown().saveState).toBe('saved')
    expect(store.failures()).toEqual([])
  })

  it('sets a refused slug aside and saves the rest', async () => {
    store.patch(1, { slug: 'bezet', body: 'tekst' }, 'now')
    await settle()
    await library.last.refuse(
      new Failure('value.refused', { field: 'slug', value: 'bezet', problem: 'taken' }),
    )
    await settle()
    expect(library.last.patch).toEqual({ body: 'tekst' })
    await library.last.take()
    expect(shown().refused.slug).toEqual({ value: 'bezet', problem: 'taken' })
    expect(shown()).toMatchObject({ saveState: 'saved', article: { slug: 'hardlopen' } })
    store.patch(1, { slug: 'vrij' })
    expect(shown().refused.slug).toBeUndefined()
  })

  it('never sets words aside', async () => {
    store.patch(1, { title: 'Lang' }, 'now')
    await settle()
    await library.last.refuse(
      new Failure('value.refused', { field: 'title', value: 'Lang', problem: 'tooLong' }),
    )
    expect(shown()).toMatchObject({ saveState: 'failed', article: { title: 'Lang' } })
  })

  it('lets go of a category that is gone, and saves the words all the same', async () => {
    store.patch(1, { categoryId: 7, body: 'tekst' }, 'now')
    await settle()
    await library.last.refuse(new Failure('notFound', { what: 'category', which: '7' }))
    await settle()
    expect(library.last.patch).toEqual({ body: 'tekst' })
    await library.last.take()
    expect(shown()).toMatchObject({ saveState: 'saved', article: { body: 'tekst', categoryId: null } })
  })

  it('keeps the category that was chosen right after the old one was deleted, and asks nobody', async () => {
    library.change({ categoryId: 3 })
    store.libraryChanged(1)
    await settle()
    library.change({ categoryId: null })
    store.patch(1, { categoryId: 4 }, 'now')
    store.libraryChanged(null)
    await settle()
    await library.last.take()
    await settle()
    expect(shown().failure).toBeNull()
    await library.last.take()
    expect(shown()).toMatchObject({ saveState: 'saved', article: { categoryId: 4 } })
    expect(library.stored.categoryId).toBe(4)
  })

  it('puts what is chosen after news of a change on top of it, but asks when it was chosen before', async () => {
    library.change({ status: 'ready' })
    store.libraryChanged(null)
    store.patch(1, { status: 'published' }, 'now')
    await settle()
    await library.last.take()
    await settle()
    await library.last.take()
    expect(shown()).toMatchObject({ saveState: 'saved', article: { status: 'published' } })

    // News of our own save says nothing of what comes later.
    store.libraryChanged(1)
    await settle()
    library.change({ status: 'draft' })
    store.patch(1, { status: 'ready' }, 'now')
    await settle()
    await library.last.take()
    await settle()
    expect(shown().failure).toMatchObject({ code: 'article.conflict' })
  })

  it('takes over another field that changed elsewhere, and saves on top of it', async () => {
    library.change({ status: 'ready' })
    store.patch(1, { body: 'mijn tekst' }, 'now')
    await settle()
    await library.last.take()
    await settle()
    expect(library.last).toMatchObject({ baseVersion: 2, patch: { body: 'mijn tekst' } })
    await library.last.take()
    expect(shown()).toMatchObject({
      saveState: 'saved',
      foreign: 1,
      article: { body: 'mijn tekst', status: 'ready', version: 3 },
    })
  })

  it('asks the writer when the same field changed elsewhere, and overwrites neither', async () => {
    library.change({ body: 'hun tekst' })
    store.patch(1, { body: 'mijn tekst' }, 'now')
    await settle()
    await library.last.take()
    expect(shown()).toMatchObject({ saveState: 'failed', failure: { code: 'article.conflict' } })
    expect(shown().article?.body).toBe('mijn tekst')
    expect(library.stored.body).toBe('hun tekst')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(library.sent.length).toBe(1)
  })

  it.each([
    ['mine', 'mijn tekst'],
    ['theirs', 'hun tekst'],
  ] as const)('ends a conflict with %s', async (choice, body) => {
    library.change({ body: 'hun tekst' })
    store.patch(1, { body: 'mijn tekst' }, 'now')
    await settle()
    await library.last.take()
    const resolved = store.resolve(1, choice)
    await settle()
    if (choice === 'mine') await library.last.take()
    await resolved
    expect(shown()).toMatchObject({ saveState: 'saved', article: { body } })
    expect(library.stored.body).toBe(body)
  })

  it('brings together what was typed here and elsewhere in different paragraphs', async () => {
    library.change({ body: 'Begin.\n\nMidden.\n\nEind.' })
    store.libraryChanged(1)
    await settle()
    const { foreign } = shown()
    library.change({ body: 'Begin.\n\nMidden.\n\nHun eind.' })
    store.patch(1, { body: 'Mijn begin.\n\nMidden.\n\nEind.' }, 'now')
    await settle()
    await library.last.take()
    await settle()
    expect(shown().article?.body).toBe('Mijn begin.\n\nMidden.\n\nHun eind.')
    expect(shown().foreign).toBe(foreign + 1)
    await library.last.take()
    expect(shown().saveState).toBe('saved')
    expect(library.stored.body).toBe('Mijn begin.\n\nMidden.\n\nHun eind.')
  })

  it('reads again what changed elsewhere while it was being read', async () => {
    const answers: (() => void)[] = []
    const late = new ArticleStore({
      ...library.port,
      get: () => new Promise((resolve) => answers.push(() => resolve(library.stored))),
    })
    late.subscribe(1, () => {})
    const before = library.stored
    library.stored = { ...before, categoryId: 7 }
    late.libraryChanged(null)
    await settle()
    expect(answers.length).toBe(1)
    const [first] = answers
    library.stored = before
    first?.()
    library.stored = { ...before, categoryId: 7 }
    await settle()
    answers[1]?.()
    await settle()
    expect(late.snapshot(1).article?.categoryId).toBe(7)
    late.clear()
  })

  it('reads again by itself what could not be read when it changed', async () => {
    let refused = true
    const moody = new ArticleStore({
      ...library.port,
      get: async (id) => {
        if (refused) throw DISK_FULL
        return library.get(id)
      },
    })
    refused = false
    moody.subscribe(1, () => {})
    await settle()
    refused = true
    library.change({ title: 'Elders' })
    moody.libraryChanged(1)
    await settle()
    expect(moody.snapshot(1)).toMatchObject({ saveState: 'failed', article: { title: 'Hardlopen' } })
    refused = false
    await vi.advanceTimersByTimeAsync(60_000)
    expect(moody.snapshot(1)).toMatchObject({
      saveState: 'saved',
      failure: null,
      article: { title: 'Elders' },
    })
    moody.clear()
  })

  it('reads again what changed elsewhere during a save that had nothing to write', async () => {
    store.patch(1, { title: library.stored.title }, 'now')
    await settle()
    const { reads } = library
    library.stored = { ...library.stored, categoryId: 7 }
    store.libraryChanged(null)
    await library.last.find()
    expect(library.reads).toBe(reads + 1)
    expect(shown().article?.categoryId).toBe(7)
  })

  it('keeps what was changed here alone when the other side of a conflict is chosen', async () => {
    store.patch(1, { body: 'onze tekst', title: 'Onze titel' })
    library.change({ body: 'hun tekst' })
    await vi.advanceTimersByTimeAsync(SAVE_AFTER)
    await library.last.take()
    expect(shown().failure?.code).toBe('article.conflict')
    const resolved = store.resolve(1, 'theirs')
    await settle()
    await library.last.take()
    await resolved
    expect(shown()).toMatchObject({ saveState: 'saved', failure: null })
    expect(library.stored).toMatchObject({ body: 'hun tekst', title: 'Onze titel' })
  })

  it('ends a conflict by itself when what collided elsewhere was taken back there', async () => {
    library.change({ body: 'hun tekst' })
    store.patch(1, { body: 'mijn tekst' }, 'now')
    await settle()
    await library.last.take()
    expect(shown().failure?.code).toBe('article.conflict')
    library.change({ body: 'Begin.' })
    store.libraryChanged(1)
    await settle()
    await library.last.take()
    expect(shown()).toMatchObject({ saveState: 'saved', article: { body: 'mijn tekst' } })
  })

  it('shows both sides of a conflict, and ends it with what the writer made of them', async () => {
    library.change({ body: 'hun tekst', title: 'Hun titel' })
    store.patch(1, { body: 'mijn tekst' }, 'now')
    await settle()
    await library.last.take()
    expect(shown().conflict).toMatchObject({
      base: { body: 'Begin.' },
      theirs: { body: 'hun tekst', title: 'Hun titel', version: 2 },
      typed: { body: 'mijn tekst' },
    })
    const resolved = store.resolve(1, { body: 'onze tekst' }, 2)
    await settle()
    expect(library.last).toMatchObject({ baseVersion: 2, patch: { body: 'onze tekst' } })
    await library.last.take()
    await resolved
    expect(shown()).toMatchObject({
      saveState: 'saved',
      conflict: null,
      article: { body: 'onze tekst', title: 'Hun titel' },
    })
  })

  it('does not end a conflict by a choice about an older version of the other side', async () => {
    library.change({ body: 'hun tekst' })
    store.patch(1, { body: 'mijn tekst' }, 'now')
    await settle()
    await library.last.take()
    library.change({ body: 'hun tweede tekst' })
    store.libraryChanged(1)
    await settle()
    await store.resolve(1, 'theirs', 2)
    expect(shown()).toMatchObject({
      failure: { code: 'article.conflict' },
      conflict: { theirs: { body: 'hun tweede tekst', version: 3 } },
      article: { body: 'mijn tekst' },
    })
  })

  it('knows its own words again however often the disk refused the next ones', async () => {
    store.patch(1, { body: 'een' }, 'now')
    await settle()
    library.change({ body: 'een' })
    await library.last.refuse(new Failure('unexpected', { problem: 'lost' }))
    for (let tries = 0; tries < 8; tries += 1) {
      store.patch(1, { body: `een twee ${tries}` })
      await vi.advanceTimersByTimeAsync(30_000)
      await library.last.refuse(DISK_FULL)
    }
    await vi.advanceTimersByTimeAsync(30_000)
    await library.last.take()
    await settle()
    await library.last.take()
    expect(shown()).toMatchObject({ saveState: 'saved', article: { body: 'een twee 7' } })
  })

  it('knows its own words again when the answer to a save was lost', async () => {
    store.patch(1, { body: 'een' }, 'now')
    await settle()
    await library.last.refuse(DISK_FULL)
    library.change({ body: 'een' })
    store.patch(1, { body: 'een twee' }, 'now')
    await settle()
    await library.last.take()
    await settle()
    await library.last.take()
    expect(shown().saveState).toBe('saved')
    expect(library.stored.body).toBe('een twee')
  })

  it('does not read the article again for its own save', async () => {
    store.patch(1, { body: 'tekst' }, 'now')
    await settle()
    const reads = library.reads
    store.libraryChanged(1)
    await library.last.take()
    expect(library.reads).toBe(reads)
  })

  it('shows what changed elsewhere when nothing was typed here', async () => {
    library.change({ title: 'Anders' })
    store.libraryChanged(1)
    await settle()
    expect(shown()).toMatchObject({ foreign: 1, article: { title: 'Anders' } })
  })

  it('flushes what was typed, and what an editor still holds', async () => {
    store.onBeforeFlush(() => store.patch(1, { body: 'laatste toets' }))
    store.patch(1, { title: 'Titel' })
    const flushed = store.flushAll()
    await settle()
    expect(library.last.patch).toEqual({ title: 'Titel', body: 'laatste toets' })
    await library.last.take()
    expect(await flushed).toBeNull()
  })

  it('flushes what was typed during a save too', async () => {
    store.patch(1, { body: 'een' }, 'now')
    await settle()
    store.patch(1, { body: 'twee' })
    const flushed = store.flushAll()
    await library.last.take()
    await library.last.take()
    expect(await flushed).toBeNull()
    expect(library.stored.body).toBe('twee')
  })

  it('tells why a flush could not save', async () => {
    store.patch(1, { body: 'een' })
    const flushed = store.flushAll()
    await settle()
    await library.last.refuse(DISK_FULL)
    expect(await flushed).toMatchObject({ code: 'file.refused' })
  })

  it('keeps the words of an article that was deleted elsewhere', async () => {
    store.patch(1, { body: 'nog hier' }, 'now')
    await settle()
    await library.last.refuse(new Failure('notFound', { what: 'article', which: '1' }))
    expect(shown()).toMatchObject({ saveState: 'failed', failure: { code: 'notFound' } })
    expect(shown().article?.body).toBe('nog hier')
  })

  it('says that an article is not there', async () => {
    store.subscribe(9, () => {})
    await settle()
    expect(store.snapshot(9)).toMatchObject({ article: null, failure: { code: 'notFound' } })
  })

  it('loses no key to any order of typing, saving and failing', async () => {
    let text = ''
    for (let step = 0; step < 200; step += 1) {
      text += String.fromCharCode(97 + (step % 26))
      store.patch(1, { body: text }, step % 7 === 0 ? 'now' : 'soon')
      await vi.advanceTimersByTimeAsync((step * 37) % 200)
      if (step % 3 !== 0) continue
      if (step % 5 === 0) await library.sent.at(-1)?.refuse(DISK_FULL)
      else await library.sent.at(-1)?.take()
      expect(shown().article?.body).toBe(text)
    }
    const flushed = store.flushAll()
    for (let answers = 0; answers < 5; answers += 1) await library.last.take()
    expect(await flushed).toBeNull()
    expect(library.stored.body).toBe(text)
  })

  it('goes on with what was typed when the library is read from an older copy of it', async () => {
    store.patch(1, { body: 'Bewaard.' }, 'now')
    await settle()
    await library.last.take()
    store.patch(1, { body: 'Bewaard. Getypt.' }, 'now')
    await settle()
    await library.last.refuse(new Failure('library.replaced', { folder: '/boek' }))
    // The copy is at an earlier version, with what was saved put on top of it.
    library.stored = { ...ARTICLE, body: 'Bewaard.', version: 1 }
    await store.reopened(new Map())
    expect(library.last).toMatchObject({ baseVersion: 1, patch: { body: 'Bewaard. Getypt.' } })
    await library.last.take()
    expect(library.stored.body).toBe('Bewaard. Getypt.')
    expect(shown()).toMatchObject({ saveState: 'saved', failure: null })
  })

  it('asks the writer when a copy of the library has other words where something was typed', async () => {
    store.patch(1, { body: 'Van mij.' }, 'now')
    await settle()
    await library.last.refuse(new Failure('library.replaced', { folder: '/boek' }))
    library.stored = { ...ARTICLE, body: 'Van elders.' }
    void store.reopened(new Map())
    await settle()
    expect(shown()).toMatchObject({ failure: { code: 'article.conflict' }, article: { body: 'Van mij.' } })
  })

  it('becomes another article when a copy of the library has none, or another, by its number', async () => {
    store.patch(1, { body: 'Getypt.' }, 'now')
    await settle()
    await library.last.refuse(new Failure('library.replaced', { folder: '/boek' }))
    library.stored = { ...ARTICLE, title: 'Iets anders', createdAt: '2020-01-01T09:00:00+01:00' }
    expect(await store.reopened(new Map())).toEqual(new Map([[1, 2]]))
    await settle()
    expect(library.last.patch).toMatchObject({ title: 'Hardlopen', body: 'Getypt.' })
    await library.last.take()
    expect(store.snapshot(2)).toMatchObject({ saveState: 'saved', article: { body: 'Getypt.' } })
  })

  it('goes along to the number that a copy of the library has it under', async () => {
    store.patch(1, { body: 'Getypt.' }, 'now')
    await settle()
    await library.last.refuse(new Failure('library.replaced', { folder: '/boek' }))
    library.stored = { ...ARTICLE, id: 8, version: 1 }
    await store.reopened(new Map([[1, 8]]))
    await settle()
    expect(library.last.patch).toEqual({ body: 'Getypt.' })
    await library.last.take()
    expect(library.stored).toMatchObject({ id: 8, body: 'Getypt.' })
  })
})
