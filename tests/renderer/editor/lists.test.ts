import { describe, expect, it } from 'vitest'
import { shiftItems } from '../../../renderer/editor/lists.ts'
import { shown, typed } from './typed.ts'

function shifted(marked: string, direction: 'deeper' | 'back'): string | null {
  const state = typed(marked)
  const change = shiftItems(state, direction)
  return change === null ? null : shown(state.update(change).state)
}

describe('Tab in a list', () => {
  it('puts an item under the one above, by that one’s mark', () => {
    expect(shifted('- een\n- tw|ee', 'deeper')).toBe('- een\n  - tw|ee')
    expect(shifted('10. een\n11. tw|ee', 'deeper')).toBe('10. een\n    11. tw|ee')
  })

  it('leaves the first item where it is', () => {
    expect(shifted('- ee|n', 'deeper')).toBe('- ee|n')
    expect(shifted('- een\n  - tw|ee', 'deeper')).toBe('- een\n  - tw|ee')
  })

  it('brings an item back beside the one that it lay under', () => {
    expect(shifted('- een\n  - twee\n    - dr|ie', 'back')).toBe('- een\n  - twee\n  - dr|ie')
    expect(shifted('1. een\n   1. tw|ee', 'back')).toBe('1. een\n1. tw|ee')
  })

  it('moves all selected items, each with its depth', () => {
    expect(shifted('- een\n- ‹twee\n  - drie›', 'deeper')).toBe('- een\n  - ‹twee\n    - drie›')
  })

  it('is left to the window outside lists', () => {
    expect(shifted('gewoon een al|inea', 'deeper')).toBeNull()
    expect(shifted('- een\n\n‹- twee\n\ngewoon›', 'deeper')).toBeNull()
  })
})
