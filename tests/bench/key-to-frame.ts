/** From a key to the frame that shows it, measured inside the page with the page's own clock. */
import type { Page } from 'playwright'

export interface KeyTimes {
  /** Milliseconds from each key to the frame in which the text shows it. */
  readonly text: readonly number[]
  /** … and to the frame in which the preview shows it; empty without a preview. */
  readonly preview: readonly number[]
}

/** Types `keys` letters into the focused editor, one every `pause` milliseconds, and gives the times. */
export async function typeAndMeasure(
  page: Page,
  keys: number,
  pause: number,
  frame: string | null,
): Promise<KeyTimes> {
  await page.evaluate(watch, frame)
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press('abcdefghij '[key % 11] === ' ' ? 'Space' : `Key${'ABCDEFGHIJ'[key % 11]}`)
    await page.waitForTimeout(pause)
  }
  return page.evaluate(() => {
    const { text, preview } = (window as unknown as { keyTimes: { text: number[]; preview: number[] } })
      .keyTimes
    return { text, preview }
  })
}

/** Runs in the page. A key counts once per side: the first change after it, in the frame that paints it. */
function watch(frameSelector: string | null): void {
  const times = { text: [] as number[], preview: [] as number[] }
  Object.assign(window, { keyTimes: times })
  let key = { text: 0, preview: 0 }
  document.addEventListener(
    'keydown',
    (event) => {
      key = { text: event.timeStamp, preview: event.timeStamp }
    },
    { capture: true },
  )
  const afterPaint = (side: 'text' | 'preview'): void => {
    const pressed = key[side]
    if (pressed === 0) return
    key[side] = 0
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => {
        times[side].push(performance.now() - pressed)
      }
      channel.port2.postMessage(null)
    })
  }
  const everything = { childList: true, characterData: true, subtree: true }
  const text = document.querySelector('.cm-content')
  if (!text) throw new Error('no CodeMirror in the page')
  new MutationObserver(() => {
    afterPaint('text')
  }).observe(text, everything)
  const frame = frameSelector === null ? null : document.querySelector<HTMLIFrameElement>(frameSelector)
  const body = frame?.contentDocument?.querySelector('.article-body')
  if (body) {
    new MutationObserver(() => {
      afterPaint('preview')
    }).observe(body, everything)
  }
}
