import fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { countWords, plainText } from '../../../core/markdown/index.ts'
import { readAhead, readBody, readWords } from '../../../electron/library/body-text.ts'
import examples from '../../core/markdown/gfm-examples.json' with { type: 'json' }
import { anyMarkdown } from '../../core/markdown/samples.ts'

describe('the words of a body, counted block by block', () => {
  it('are those of its whole text, whatever was counted before', () => {
    fc.assert(
      fc.property(fc.array(anyMarkdown, { minLength: 1, maxLength: 4 }), (texts) => {
        for (const text of texts) expect(readWords(text)).toBe(countWords(plainText(text)))
      }),
      { numRuns: 300 },
    )
  })

  it('are those of its whole text in every example of the specification', () => {
    for (const { markdown: text } of examples) expect(readWords(text)).toBe(readBody(text).words)
  })

  it('are read ahead of the article that was opened last, and of that alone', () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    for (const text of ['Eerst *dit*.', 'Dan dat, en meer.']) readAhead(text)
    expect(vi.getTimerCount()).toBe(1)
    vi.runAllTimers()
    expect(vi.getTimerCount()).toBe(0)
    expect(readWords('Dan dat, en nog meer.')).toBe(5)
  })
})
