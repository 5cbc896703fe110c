/** Runs in a thread of its own, with its own connection: relating many articles takes seconds. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import type { RelatedList } from '../../core/bridge.ts'
import { type FailureData, failureData } from '../../core/errors.ts'
import { type Library, openLibrary } from './library.ts'
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
  readonly ask: { readonly articleId: number; readonly limit: number } | null
}

export type FromRelated = { readonly token: number } & (
  { readonly list: RelatedList | null } | { readonly failure: FailureData }
)

/** Milliseconds between two steps of indexing, and before the next when another holds the library. */
const PAUSE = 25
const LONG_PAUSE = 1000

if (parentPort) serve(parentPort, workerData as RelatedSetup)

function serve(port: MessagePort, { folder }: RelatedSetup): void {
  let open: { readonly library: Library; readonly service: RelatedService } | null = null
  const service = (): RelatedService => {
    if (!open) {
      const library = openLibrary(folder, { isOpen: true })
      open = { library, service: relatedService(library) }
    }
    return open.service
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
      service().refresh(told)
      if (ask) answer = { token, list: service().list(ask.articleId, ask.limit) }
      else {
        index()
        answer = { token, list: null }
      }
    } catch (thrown) {
      answer = { token, failure: failureData(thrown) }
    }
    port.postMessage(answer)
  })
}
