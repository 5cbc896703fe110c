/** The one place where requests from the window arrive: sender and arguments are checked here, never per handler. */
import { z } from 'zod'
import type { Args, Reply, RequestName, Result } from '../../core/bridge.ts'
import { Failure, type FailureData, failureData } from '../../core/errors.ts'
import { REQUEST_CHANNEL } from './channels.ts'
import { schemas } from './schemas/index.ts'

export type Handler<R extends RequestName> = (args: Args<R>) => Result<R> | Promise<Result<R>>
export type Handlers = { readonly [R in RequestName]: Handler<R> }

/** What the bridge needs to know of a sender; Electron's `IpcMainInvokeEvent` has it. */
export interface Sender {
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null
}

/** What the bridge needs of Electron's `ipcMain`. */
export interface Receiver {
  handle(channel: string, listener: (event: Sender, ...args: unknown[]) => unknown): void
}

export interface BridgeOptions {
  /** Address of the only document that may ask. */
  readonly windowUrl: string
  /** Told of every failure that was not foreseen, with its stack. */
  readonly onUnexpected: (request: string, thrown: unknown) => void
  /** Told of every failure that goes back to the window. */
  readonly onFailure?: (failure: FailureData) => void
}

/** Joins the handlers of several areas into one; a name that two areas claim throws, as does one that none does. */
export function joinHandlers(...areas: readonly Partial<Handlers>[]): Handlers {
  const joined: Record<string, unknown> = {}
  for (const area of areas) {
    for (const [name, handler] of Object.entries(area)) {
      if (name in joined) throw new Error(`Two handlers for the request ${name}`)
      joined[name] = handler
    }
  }
  for (const name of Object.keys(schemas)) {
    if (!(name in joined)) throw new Error(`No handler for the request ${name}`)
  }
  return joined as Handlers
}

/**
 * Answers requests on `receiver`. A foreign sender, an unknown name and wrong arguments are refused with a
 * `request.*` failure before any handler runs; whatever a handler throws comes back as data.
 */
export function serveBridge(receiver: Receiver, handlers: Handlers, options: BridgeOptions): void {
  receiver.handle(REQUEST_CHANNEL, async (event, name, args) => answer(event, name, args, handlers, options))
}

async function answer(
  event: Sender,
  name: unknown,
  args: unknown,
  handlers: Handlers,
  options: BridgeOptions,
): Promise<Reply<RequestName>> {
  const request = typeof name === 'string' ? name.slice(0, 100) : typeof name
  try {
    requireOwnWindow(event, request, options.windowUrl)
    const known = requireKnown(name)
    const parsed = schemas[known].safeParse(args)
    if (!parsed.success) {
      throw new Failure('request.invalid', { request, problem: z.prettifyError(parsed.error) })
    }
    const handler = handlers[known] as Handler<RequestName>
    return { ok: true, value: await handler(parsed.data) }
  } catch (thrown) {
    const failure = failureData(thrown)
    if (failure.code === 'unexpected') options.onUnexpected(request, thrown)
    options.onFailure?.(failure)
    return { ok: false, failure }
  }
}

function requireOwnWindow(event: Sender, request: string, windowUrl: string): void {
  const frame = event.senderFrame
  const own = frame !== null && frame.parent === null && documentOf(frame.url) === windowUrl
  if (!own) throw new Failure('request.foreign', { request })
}

/** An address without query and fragment. */
function documentOf(url: string): string {
  return url.replace(/[?#].*$/s, '')
}

function requireKnown(name: unknown): RequestName {
  if (typeof name === 'string' && Object.hasOwn(schemas, name)) return name as RequestName
  throw new Failure('request.invalid', { request: String(name).slice(0, 100), problem: 'no such request' })
}
