import { beforeEach, describe, expect, it } from 'vitest'
import type { Reply, RequestName } from '../../../core/bridge.ts'
import { Failure } from '../../../core/errors.ts'
import { joinHandlers, serveBridge, type Handlers, type Sender } from '../../../electron/ipc/bridge.ts'
import { REQUEST_CHANNEL } from '../../../electron/ipc/channels.ts'
import { schemas } from '../../../electron/ipc/schemas/index.ts'

const WINDOW = 'app://longhand/index.html'
const ownWindow: Sender = { senderFrame: { url: WINDOW, parent: null } }
const names = Object.keys(schemas) as RequestName[]

/** Arguments that no request allows, each a way in which a hostile page could try. */
const WRONG: readonly unknown[] = [
  undefined,
  null,
  'text',
  42,
  [],
  { unknown: true },
  { id: '1', articleId: '1', folder: 7, paths: 'x', patch: 1, settings: 1, place: 1 },
  { __proto__: null, constructor: { prototype: {} } },
]

describe('the bridge', () => {
  let called: string[]
  let unexpected: string[]
  let ask: (event: Sender, ...args: unknown[]) => Promise<Reply<RequestName>>

  beforeEach(() => {
    called = []
    unexpected = []
    const handlers = Object.fromEntries(
      names.map((name) => [
        name,
        () => {
          called.push(name)
          return null
        },
      ]),
    ) as unknown as Handlers
    serve(handlers)
  })

  function serve(handlers: Handlers): void {
    serveBridge(
      {
        handle: (channel, listener) => {
          expect(channel).toBe(REQUEST_CHANNEL)
          ask = listener as typeof ask
        },
      },
      handlers,
      { windowUrl: WINDOW, onUnexpected: (request) => unexpected.push(request) },
    )
  }

  it.each(names)('refuses wrong arguments to %s before its handler runs', async (name) => {
    for (const wrong of WRONG) {
      expect(await ask(ownWindow, name, wrong)).toMatchObject({
        ok: false,
        failure: { code: 'request.invalid', detail: { request: name } },
      })
    }
    expect(called).toEqual([])
  })

  it.each(names)('refuses %s from a foreign sender', async (name) => {
    const foreign: Sender[] = [
      { senderFrame: null },
      { senderFrame: { url: 'app://longhand/site/trail.html', parent: null } },
      { senderFrame: { url: 'https://example.org/index.html', parent: null } },
      { senderFrame: { url: `${WINDOW}.evil`, parent: null } },
      { senderFrame: { url: WINDOW, parent: {} } },
    ]
    for (const sender of foreign) {
      expect(await ask(sender, name, {})).toMatchObject({ ok: false, failure: { code: 'request.foreign' } })
    }
    expect(called).toEqual([])
  })

  it('refuses a name that the contract does not know', async () => {
    for (const name of ['', 'article.destroy', 'constructor', '__proto__', 'toString', 7, null]) {
      expect(await ask(ownWindow, name, {})).toMatchObject({
        ok: false,
        failure: { code: 'request.invalid' },
      })
    }
  })

  it('passes a well-formed request from its own window to the handler', async () => {
    expect(await ask(ownWindow, 'article.get', { id: 3 })).toEqual({ ok: true, value: null })
    expect(await ask({ senderFrame: { url: `${WINDOW}?x#y`, parent: null } }, 'app.state', {})).toMatchObject(
      {
        ok: true,
      },
    )
    expect(called).toEqual(['article.get', 'app.state'])
  })

  it('gives a failure back as data and reports only what was not foreseen', async () => {
    const handlers = Object.fromEntries(names.map((name) => [name, () => null])) as unknown as Handlers
    serve({
      ...handlers,
      'article.get': () => {
        throw new Failure('notFound', { what: 'article', which: '9' })
      },
      'article.counts': () => {
        throw new TypeError('a fault of the program')
      },
    })
    expect(await ask(ownWindow, 'article.get', { id: 9 })).toEqual({
      ok: false,
      failure: { code: 'notFound', detail: { what: 'article', which: '9' } },
    })
    expect(await ask(ownWindow, 'article.counts', {})).toMatchObject({
      ok: false,
      failure: { code: 'unexpected' },
    })
    expect(unexpected).toEqual(['article.counts'])
  })

  it('refuses an address that is no article picture, a path that climbs, and a date that is none', async () => {
    const save = (patch: unknown): Promise<Reply<RequestName>> =>
      ask(ownWindow, 'article.save', { id: 1, baseVersion: 1, patch })
    for (const patch of [
      { cover: '../secret.png' },
      { cover: 'media/../../secret.png' },
      { cover: 'https://example.org/x.png' },
      { publishedAt: 'yesterday' },
      { publishedAt: '2025-02-30T10:00:00' },
      { status: 'deleted' },
      { language: 'javascript:alert(1)' },
      { id: 5 },
    ]) {
      expect(await save(patch)).toMatchObject({ ok: false, failure: { code: 'request.invalid' } })
    }
    expect(
      await save({ cover: 'media/trail-1200x675.jpg', publishedAt: '2025-12-10T09:30:00+01:00' }),
    ).toMatchObject({ ok: true })
  })
})

describe('joining handlers', () => {
  const one = Object.fromEntries(names.map((name) => [name, () => null])) as unknown as Handlers

  it('throws when two areas claim a name', () => {
    expect(() => joinHandlers(one, { 'app.state': one['app.state'] })).toThrow(
      'Two handlers for the request app.state',
    )
  })

  it('throws when a name has no handler', () => {
    const { 'app.state': _left, ...others } = one
    expect(() => joinHandlers(others)).toThrow('No handler for the request app.state')
  })
})
