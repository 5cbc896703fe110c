import { COUNT_UNIT } from './vector.ts'

/**
 * Weights are whole numbers: sums of them are the same in any order and can be brought up to date by what changed,
 * to the last bit. So many to one of what they measure.
 */
export const TO_ONE = 128
const WORTH_TO_ONE = 32

/** A word is worth ln(1 + mentions / SATURATION): the tenth mention adds less than the second. */
const SATURATION = 3
/** What worths go up to: they are kept in a byte. */
const MOST_WORTH = 255

/** Rarity below this is that of a word in more than half of the articles. */
export const COMMON = Math.round(TO_ONE * Math.LN2)

const worths = Uint8Array.from({ length: 0x10000 }, (_, count) => worthOfMentions(count))

/** What so many mentions are worth, from 1 to 255; the count in units of 1 / COUNT_UNIT. */
export function worthOf(count: number): number {
  return worths[count]!
}

function worthOfMentions(count: number): number {
  const worth = Math.log(1 + count / COUNT_UNIT / SATURATION)
  return Math.max(1, Math.min(MOST_WORTH, Math.round(WORTH_TO_ONE * worth)))
}

let logs = new Int32Array(0)

/** The natural logarithm of a whole number from 1 up, as a whole number: {@link TO_ONE} for one. */
export function logOf(count: number): number {
  if (count >= logs.length) {
    logs = Int32Array.from({ length: Math.max(1024, count * 2) }, (_, of) =>
      Math.round(TO_ONE * Math.log(of || 1)),
    )
  }
  return logs[count]!
}
