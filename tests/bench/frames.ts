/** What an act does to the frames of the window, and how much processor it takes, counted inside the window. */
import type { CDPSession, Page } from 'playwright'

export interface Frames {
  /** From the act's begin until it was done and the window at rest, in milliseconds. */
  readonly time: number
  /** Milliseconds that the window's thread was at work. */
  readonly work: number
  /** Milliseconds from each frame to the next, while the act went on. */
  readonly frames: readonly number[]
}

declare global {
  interface Window {
    longhandFrames?: { last: number; readonly gaps: number[]; on: boolean }
  }
}

/** Counts frames and work while `act` goes on; `act` ends when its outcome is in sight. */
export async function framesOf(
  page: Page,
  session: CDPSession,
  act: () => Promise<unknown>,
): Promise<Frames> {
  await page.evaluate(() => {
    const kept = { last: performance.now(), gaps: [] as number[], on: true }
    window.longhandFrames = kept
    const frame = () => {
      const now = performance.now()
      kept.gaps.push(now - kept.last)
      kept.last = now
      if (kept.on) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  const [begin, before] = [performance.now(), await workOf(session)]
  await act()
  const [time, after] = [performance.now() - begin, await workOf(session)]
  const frames = await page.evaluate(() => {
    const kept = window.longhandFrames
    if (kept) kept.on = false
    return kept?.gaps ?? []
  })
  return { time, work: after - before, frames }
}

/** Milliseconds that the window's thread has worked since it began, as Chromium counts them. */
async function workOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
}
