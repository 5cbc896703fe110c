import { describe, expect, it } from 'vitest'
import type { FailureData } from '../../../core/errors.ts'
import { failureSentences } from '../../../core/locale/main.ts'

describe('a failure in a dialog', () => {
  const full: FailureData = { code: 'file.refused', detail: { path: 'library.db', reason: 'ENOSPC' } }

  it('is said in the language of the window, without signs of a program', () => {
    expect(failureSentences('en', full)).toBe(
      'The disk would not take it. The disk is full. Make room, and try again. (library.db)',
    )
    expect(failureSentences('nl', full)).toBe(
      'De schijf weigerde het. De schijf is vol. Maak ruimte en probeer het opnieuw. (library.db)',
    )
  })

  it('has words whatever the window sent', () => {
    for (const strange of [
      { code: 'made.up', detail: {} },
      { code: 'unexpected', detail: {} },
      { code: 'toString', detail: { problem: 7 } },
      { code: 'notFound', detail: { what: 'x' } },
    ]) {
      expect(failureSentences('en', strange as unknown as FailureData)).toMatch(/\w/)
    }
    expect(failureSentences('en', { code: 'made.up', detail: {} } as unknown as FailureData)).toContain(
      'made.up',
    )
  })
})
