/** How long a frame may be in coming, in milliseconds: a window that nobody sees draws none. */
const AT_MOST = 100

/** Does work once the frame that is being made has been drawn, so that it holds up nothing that is seen. */
export function afterFrame(work: () => void): void {
  let done = false
  const once = (): void => {
    if (done) return
    done = true
    work()
  }
  requestAnimationFrame(() => setTimeout(once))
  setTimeout(once, AT_MOST)
}

/** Resolves when the window has nothing else to do, or after so many milliseconds. */
export function untilIdle(atMost: number): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: atMost }))
}

/** Resolves after so many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
