/** Time for the real chain of a window, a bridge and a library: it passes only when a run lets it. */
import { vi } from 'vitest'

/** How finely time passes, in milliseconds, and how finely while nothing is expected to happen. */
const STEP = 10
const LONG_STEP = 1000

/** Stops the clock at a moment that is the same in every run. */
export function stopClock(): void {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    now: Date.UTC(2026, 2, 1, 9),
  })
}

/** Lets the machine's own time pass again; what was still to come never does. */
export function startClock(): void {
  vi.clearAllTimers()
  vi.useRealTimers()
}

/** Does everything that is due now, promises included. */
export function settleNow(): Promise<void> {
  // All promises that are ready run before the next turn of the loop.
  return new Promise((resolve) => setImmediate(resolve))
}

/** Lets time pass; what falls due meanwhile happens in its order. */
export async function pass(milliseconds: number): Promise<void> {
  await settleNow()
  for (let left = milliseconds; left > 0;) {
    const step = Math.min(left, milliseconds > 3000 ? LONG_STEP : STEP)
    vi.advanceTimersByTime(step)
    await settleNow()
    left -= step
  }
}

/** Waits for work, letting time pass until it is done; an error when that takes longer than `limit`. */
export async function passUntil<T>(work: Promise<T>, limit = 120_000): Promise<T> {
  let isDone = false
  const ended = work.finally(() => {
    isDone = true
  })
  // Whoever waits hears of a failure from `ended`; here it only tells that there is nothing to wait for.
  ended.catch(() => {})
  await settleNow()
  for (let passed = 0; !isDone; passed += STEP) {
    if (passed > limit) throw new Error(`nothing came of it within ${limit} ms`)
    await pass(STEP)
  }
  return ended
}
