/** Runs in a thread of its own, with its own connection: relating many articles takes seconds. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import type { AlikeGroup, OrderSuggestions, RelatedList } from '../../core/bridge.ts'
import { type FailureData, failureData } from '../../core/errors.ts'
import { type Library, openLibrary } from './library.ts'
import { suggestOrder } from './order-suggest.ts'
import { type RelatedService, relatedService } from './related-service.ts'
import type { Told } from './related-told.ts'

export interface RelatedSetup {
  readonly folder: string
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

function serve(port: MessagePort, { folder }: RelatedSetup): void {
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
  port.on('message', ({ token, told, ask }: ToRelated) => {
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
