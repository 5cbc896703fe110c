import { ChangeSet, Text } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { LiveText, type WorkerPort } from '../../../renderer/preview/live-text.ts'
import type { FromWorker, Patch, ToWorker } from '../../../renderer/preview/messages.ts'

function worker() {
  const heard: ToWorker[] = []
  const frames: (() => void)[] = []
  const port: WorkerPort = { onmessage: null, postMessage: (message) => heard.push(message) }
  const live = new LiveText(port, (work) => frames.push(work))
  return {
    live,
    heard,
    frame: (): void => {
      for (const work of frames.splice(0)) work()
    },
    says: (data: FromWorker): void => port.onmessage?.({ data } as MessageEvent<FromWorker>),
  }
}

const patch = (page: number): Patch => ({ type: 'patch', page, hunks: [], anchors: new Uint32Array(1) })
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('the text that the worker follows', () => {
  it('hears of all keys of a frame at once, after it', () => {
    const { live, heard, frame } = worker()
    live.open('een', 1)
    live.change(ChangeSet.of({ from: 3, insert: '!' }, 3))
    live.change(ChangeSet.of({ from: 4, insert: '?' }, 4))
    expect(heard).toHaveLength(1)
    frame()
    expect(heard).toHaveLength(2)
    const told = heard[1] as Extract<ToWorker, { type: 'change' }>
    expect(
      ChangeSet.fromJSON(told.changes)
        .apply(Text.of(['een']))
        .toString(),
    ).toBe('een!?')
  })

  it('never hears of changes to a text that is no longer open', () => {
    const { live, heard, frame } = worker()
    live.open('een', 1)
    live.change(ChangeSet.of({ from: 3, insert: '!' }, 3))
    live.open('twee', 1)
    frame()
    expect(heard.map((message) => message.type)).toEqual(['open', 'open'])
  })

  it('gives a page its next patch only when it shows the last', async () => {
    const { live, heard, says } = worker()
    let show: () => void = () => {}
    live.show(() => new Promise((resolve) => (show = resolve)))
    says(patch(1))
    await settled()
    expect(heard.map((message) => message.type)).toEqual(['show'])
    show()
    await settled()
    expect(heard.map((message) => message.type)).toEqual(['show', 'shown'])
  })

  it('drops a patch that was meant for the page before', async () => {
    const { live, says } = worker()
    const patches: Patch[] = []
    live.show(async () => {})
    live.show(async (next) => void patches.push(next))
    says(patch(1))
    says(patch(2))
    await settled()
    expect(patches.map((next) => next.page)).toEqual([2])
  })

  it('tells how many words there are, and forgets a selection that has gone', () => {
    const { live, frame, says } = worker()
    live.open('een twee', 2)
    live.select(0, 3)
    frame()
    says({ type: 'selected', words: 1 })
    expect(live.counts()).toEqual({ words: 2, selected: 1 })
    live.select(3, 3)
    says({ type: 'selected', words: 1 })
    expect(live.counts()).toEqual({ words: 2, selected: 0 })
  })
})
