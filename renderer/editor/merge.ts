import { ChangeSet } from '@codemirror/state'
import type { Text } from '@codemirror/state'
import { lineReplacements } from '../../core/compare/merge.ts'

/** The one replacement that turns `before` into `after`, as short as its ends allow; null when they are equal. */
export function replacement(
  before: string,
  after: string,
): { from: number; to: number; insert: string } | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let end = 0
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++
  if (splitsPair(before, start) || splitsPair(after, start)) start--
  if (splitsPair(before, before.length - end) || splitsPair(after, after.length - end)) end--
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) }
}

/**
 * What to change in `typed` so that it takes over what happened elsewhere (`base` became `theirs`) and keeps
 * what was typed here (`base` became `typed`). Null when nothing happened elsewhere.
 */
export function mergeChanges(base: string, theirs: string, typed: Text): ChangeSet | null {
  if (base === theirs) return null
  // Each stretch by itself: what lies between two of them stays, and the caret in it.
  const foreign = lineReplacements(base, theirs).map(({ from, to, insert }) => {
    const least = replacement(base.slice(from, to), insert)
    return least === null ? [] : { from: from + least.from, to: from + least.to, insert: least.insert }
  })
  const foreignChanges = ChangeSet.of(foreign, base.length)
  const own = replacement(base, typed.toString())
  return own === null ? foreignChanges : foreignChanges.map(ChangeSet.of(own, base.length))
}

function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
