import { history, undo } from '@codemirror/commands'
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

  it('give up the history of the one longest ago, never one with words that nobody has yet', () => {
    const { sheets, type } = desk()
    sheets.open(1, 'een')
    type(1, '!')
    sheets.open(2, 'twee')
    for (let id = 3; id <= 60; id++) sheets.open(id, '')
    expect(sheets.state(1)?.doc.toString()).toBe('een!')
    expect(sheets.state(2)).toBeUndefined()
  })
})
