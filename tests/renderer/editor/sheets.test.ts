import { history, isolateHistory, redo, undo } from '@codemirror/commands'
import { describe, expect, it } from 'vitest'
import type { EditorState, TransactionSpec } from '@codemirror/state'
import { Sheets } from '../../../renderer/editor/sheets.ts'

function desk() {
  const handed: (readonly [number, string])[] = []
  const sheets = new Sheets(
    () => history(),
    (id, body) => handed.push([id, body]),
  )
  const state = (id: number): EditorState => sheets.state(id)!
  const change = (id: number, spec: TransactionSpec): void => sheets.apply(id, state(id).update(spec))
  return {
    sheets,
    handed,
    change,
    text: (id: number): string => state(id).doc.toString(),
    type: (id: number, insert: string): void =>
      change(id, { changes: { from: state(id).doc.length, insert } }),
    take: (id: number, body: string): void => {
      const spec = sheets.take(id, body)
      if (spec) change(id, spec)
    },
    undo: (id: number): void => {
      undo({ state: state(id), dispatch: (transaction) => sheets.apply(id, transaction) })
    },
  }
}

describe('the texts in hand', () => {
  it('hand over what was typed, once', () => {
    const { sheets, handed, type } = desk()
    sheets.open(1, 'een')
    type(1, ' twee')
    sheets.handOver()
    sheets.handOver()
    expect(handed).toEqual([[1, 'een twee']])
  })

  it('hand over nothing for a text that was only opened, whatever its line ends', () => {
    const { sheets, handed } = desk()
    sheets.open(1, 'een\r\ntwee')
    sheets.handOver()
    expect(handed).toEqual([])
    expect(sheets.knows(1, 'een\r\ntwee')).toBe(true)
  })

  it('keep each article’s undo history apart, over switching to another and back', () => {
    const { sheets, type, undo: undone, text } = desk()
    sheets.open(1, 'een')
    type(1, '!')
    sheets.open(2, 'twee')
    type(2, '?')
    sheets.open(1, 'een!')
    undone(1)
    expect([text(1), text(2)]).toEqual(['een', 'twee?'])
  })

  it('take over a change from elsewhere without calling it typed', () => {
    const { sheets, handed, take, text } = desk()
    sheets.open(1, 'een')
    take(1, 'een en meer')
    sheets.handOver()
    expect(text(1)).toBe('een en meer')
    expect(handed).toEqual([])
  })

  it('keep what was typed when a change comes from elsewhere, and undo only what was typed', () => {
    const { sheets, handed, take, type, undo: undone, text } = desk()
    sheets.open(1, 'een\ntwee\n')
    type(1, 'drie')
    take(1, 'EEN\ntwee\n')
    expect(text(1)).toBe('EEN\ntwee\ndrie')
    sheets.handOver()
    expect(handed).toEqual([[1, 'EEN\ntwee\ndrie']])
    undone(1)
    expect(text(1)).toBe('EEN\ntwee\n')
  })

  it('take over what the writer asked for as one step that undo takes back', () => {
    const { sheets, handed, take, type, undo: undone, text } = desk()
    sheets.open(1, 'een')
    type(1, ' twee')
    sheets.handOver()
    sheets.await(1, 'teruggezet')
    take(1, 'een twee en van elders')
    take(1, 'teruggezet')
    type(1, '!')
    undone(1)
    expect(text(1)).toBe('teruggezet')
    undone(1)
    expect(text(1)).toBe('een twee en van elders')
    sheets.handOver()
    expect(handed.at(-1)).toEqual([1, 'een twee en van elders'])
    undone(1)
    expect(text(1)).toBe('een en van elders')
  })

  it('put away the one longest ago, never one with words that nobody has yet', () => {
    const { sheets, type } = desk()
    sheets.open(1, 'een')
    type(1, '!')
    sheets.open(2, 'twee')
    for (let id = 3; id <= 60; id++) sheets.open(id, '')
    expect(sheets.state(1)?.doc.toString()).toBe('een!')
    expect(sheets.state(2)).toBeUndefined()
  })

  it('come back with undo and redo, caret and place after hundreds of others were looked at', () => {
    const { sheets, change, type, undo: undone, text } = desk()
    sheets.open(1, 'een')
    type(1, ' twee')
    change(1, { changes: { from: 0, insert: 'x' }, annotations: isolateHistory.of('full') })
    undone(1)
    change(1, { selection: { anchor: 2, head: 5 } })
    sheets.setPlace(1, { at: 4, offset: 12 })
    sheets.open(2, 'alleen bekeken')
    change(2, { selection: { anchor: 6 } })
    sheets.handOver()
    for (let id = 3; id <= 400; id++) sheets.open(id, `artikel ${id}`)

    expect(sheets.open(2, 'alleen').selection.main.head).toBe(6)
    expect(sheets.open(1, 'een twee').selection.main).toMatchObject({ anchor: 2, head: 5 })
    expect(sheets.place(1)).toEqual({ at: 4, offset: 12 })
    redo({ state: sheets.state(1)!, dispatch: (transaction) => sheets.apply(1, transaction) })
    expect(text(1)).toBe('xeen twee')
    undone(1)
    undone(1)
    expect(text(1)).toBe('een')
  })

  it('take over what changed elsewhere while they were put away, and keep their undo', () => {
    const { sheets, type, take, undo: undone, text } = desk()
    sheets.open(1, 'een\ntwee\n')
    type(1, 'drie')
    sheets.handOver()
    for (let id = 2; id <= 100; id++) sheets.open(id, '')
    sheets.open(1, 'EEN\ntwee\ndrie')
    take(1, 'EEN\ntwee\ndrie')
    undone(1)
    expect(text(1)).toBe('EEN\ntwee\n')
  })

  it('keep the caret alone where there is too much text to keep all of it', () => {
    const { sheets, type, undo: undone, text } = desk()
    const long = 'x'.repeat(6_000_000)
    for (let id = 1; id <= 4; id++) {
      sheets.open(id, long)
      type(id, '!')
    }
    sheets.handOver()
    for (let id = 5; id <= 60; id++) sheets.open(id, '')
    for (const id of [1, 4]) {
      sheets.open(id, `${long}!`)
      undone(id)
    }
    expect([text(1).length, text(4).length]).toEqual([long.length + 1, long.length])
  })
})
