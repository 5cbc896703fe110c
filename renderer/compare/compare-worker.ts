/** Compares texts beside the window: two long ones with nothing in common take a second. */
import { compareTexts } from '../../core/compare/index.ts'
import { passagesOf } from '../../core/compare/passages.ts'
import type { Compared, Comparison } from './messages.ts'

addEventListener('message', ({ data: { job, before, after } }: MessageEvent<Comparison>) => {
  const comparison = compareTexts(before, after)
  const { removedWords, addedWords } = comparison
  postMessage({ job, passages: passagesOf(comparison), removedWords, addedWords } satisfies Compared)
})
