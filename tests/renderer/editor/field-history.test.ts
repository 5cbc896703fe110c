import { describe, expect, it } from 'vitest'
import { FieldHistories } from '../../../renderer/editor/field-history.ts'

const state = (value: string) => ({ value, caret: value.length })

/** Types `values` in a field, one after another, `apart` milliseconds. */
function typed(histories: FieldHistories, field: string, values: readonly string[], apart: number): void {
  let at = 0
  values.slice(1).forEach((value, index) => {
    at += apart
    histories.changed(field, state(values[index]!), state(value), at)
  })
}

describe('undo in a title', () => {
  it('takes back what was typed in one go as one step, and what came after a pause as another', () => {
    const histories = new FieldHistories()
    typed(histories, 'a', ['', 'E', 'En', 'Enkels'], 100)
    typed(histories, 'a', ['Enkels', 'Enkels!'], 5000)
    expect(histories.undo('a', 'Enkels!')?.value).toBe('Enkels')
    expect(histories.undo('a', 'Enkels')?.value).toBe('')
    expect(histories.undo('a', '')).toBeNull()
    expect(histories.redo('a', '')?.value).toBe('Enkels')
    expect(histories.redo('a', 'Enkels')).toEqual(state('Enkels!'))
    expect(histories.redo('a', 'Enkels!')).toBeNull()
  })

  it('does not make one step of typing and deleting', () => {
    const histories = new FieldHistories()
    typed(histories, 'a', ['', 'ab', 'a', ''], 10)
    expect(histories.undo('a', '')?.value).toBe('ab')
  })

  it('forgets what was undone once something else is typed', () => {
    const histories = new FieldHistories()
    typed(histories, 'a', ['', 'een'], 10)
    histories.undo('a', 'een')
    histories.changed('a', state(''), state('twee'), 9000)
    expect(histories.redo('a', 'twee')).toBeNull()
    expect(histories.undo('a', 'twee')?.value).toBe('')
  })

  it('keeps each field of each article apart', () => {
    const histories = new FieldHistories()
    typed(histories, 'title 1', ['', 'een'], 10)
    typed(histories, 'title 2', ['', 'twee'], 10)
    expect(histories.undo('title 1', 'een')?.value).toBe('')
    expect(histories.undo('title 2', 'twee')?.value).toBe('')
  })

  it('never brings back what stood there before a change from elsewhere', () => {
    const histories = new FieldHistories()
    typed(histories, 'a', ['', 'mijn'], 10)
    expect(histories.undo('a', 'hun titel')).toBeNull()
    histories.changed('a', state('hun titel'), state('hun titel!'), 9000)
    expect(histories.undo('a', 'hun titel!')?.value).toBe('hun titel')
    expect(histories.undo('a', 'hun titel')).toBeNull()
  })
})
