/** Runs in a thread of its own, with its own connection: relating many articles takes seconds. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import type { AlikeGroup, OrderSuggestions, RelatedList } from '../../core/bridge.ts'
import { Failure, type FailureData, failureData } from '../../core/errors.ts'
import { type Library, openLibrary } from './library.ts'
import { suggestOrder } from './order-suggest.ts'
import { keepFewListsReady, keepListsReady } from './related-lists.ts'
import { type RelatedService, relatedService } from './related-service.ts'
import type { Told } from './related-told.ts'

export interface RelatedSetup {
  readonly folder: string
  /** Counts the messages sent, so that long work nobody waits for gives way to them. */
  readonly sent: SharedArrayBuffer
  /** Milliseconds without a message after which the lists of all pages are made ready for the next export. */
  readonly rest: number
}

/** `ask` null: read what has changed, so that the next answer comes at once. */
export interface ToRelated {
  readonly token: number
  /** What the library has told since the last message. */
  readonly told: Told
  readonly ask: RelatedQuestion | null
}

export type RelatedQuestion =
  | { readonly what: 'list'; readonly articleId: number; readonly limit: number }
  /** What an article could be given. */
  | { readonly what: 'suggestions'; readonly articleId: number }
  /** Tags that look alike: nothing of relating, but as long a work in a library of many tags. */
  | { readonly what: 'alike' }
  /** Nothing: an export is about to begin, and the index is here. */
  | { readonly what: 'ready' }

/** What was asked for. */
export interface RelatedAnswer {
  readonly list?: RelatedList
  readonly suggestions?: OrderSuggestions
  readonly alike?: readonly AlikeGroup[]
}

export type FromRelated = { readonly token: number } & (
  { readonly answer: RelatedAnswer } | { readonly failure: FailureData }
)

/** Milliseconds between two steps of indexing, and before the next when another holds the library. */
const PAUSE = 25
const LONG_PAUSE = 1000

if (parentPort) serve(parentPort, workerData as RelatedSetup)

/** Ends work that somebody's question is waiting for. */
class GivesWay extends Error {}

function serve(port: MessagePort, { folder, sent, rest }: RelatedSetup): void {
  let open: { readonly library: Library; readonly service: RelatedService } | null = null
  const opened = (): NonNullable<typeof open> => {
    if (!open) {
      const library = openLibrary(folder, { isOpen: true })
      open = { library, service: relatedService(library) }
    }
    return open
  }
  const answerTo = (ask: RelatedQuestion, told: Told): RelatedAnswer => {
    const { library, service } = opened()
    if (ask.what === 'alike') return { alike: library.tags.alike() }
    service.refresh(told)
    if (ask.what === 'ready') {
      keepFewListsReady(library, service)
      return {}
    }
    return ask.what === 'list'
      ? { list: service.list(ask.articleId, ask.limit) }
      : { suggestions: suggestOrder(library, service, ask.articleId) }
  }
  // In steps, with time between them for whoever saves or asks.
  let next: NodeJS.Timeout | undefined
  const index = (): void => {
    clearTimeout(next)
    try {
      if (open?.library.articles.indexPending()) next = setTimeout(index, PAUSE)
    } catch (error) {
      const failure = failureData(error)
      if (failure.code !== 'file.refused' || failure.detail.reason !== 'EBUSY') throw error
      next = setTimeout(index, LONG_PAUSE)
    }
  }
  const messages = new Int32Array(sent)
  let resting: NodeJS.Timeout | undefined
  const makeReady = (): void => {
    if (!open) return
    const before = Atomics.load(messages, 0)
    const giveWay = (): void => {
      if (Atomics.load(messages, 0) !== before) throw new GivesWay()
    }
    try {
      keepListsReady(open.library, open.service, giveWay)
    } catch (error) {
      const isHeld =
        error instanceof Failure && error.code === 'file.refused' && error.detail.reason === 'EBUSY'
      if (isHeld) resting = setTimeout(makeReady, rest)
      // The message that it gives way to begins the rest anew.
      else if (!(error instanceof GivesWay)) throw error
    }
  }
  port.on('message', ({ token, told, ask }: ToRelated) => {
    clearTimeout(resting)
    resting = setTimeout(makeReady, rest)
    let answer: FromRelated
    try {
      if (!ask) {
        opened().service.refresh(told)
        index()
      }
      answer = { token, answer: ask ? answerTo(ask, told) : {} }
    } catch (thrown) {
      answer = { token, failure: failureData(thrown) }
    }
    port.postMessage(answer)
  })
}
