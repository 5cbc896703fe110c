/** What is cut off shows whole when the pointer rests on it, wherever it is. */
export function connectWholeNames(): void {
  document.addEventListener('pointerover', ({ target }) => {
    if (!(target instanceof HTMLElement) || !isCutOff(target)) return
    const whole = target.textContent
    // One that says more than it shows keeps that.
    if (target.title !== '' || target.closest('[title]') !== null) return
    target.title = whole
    target.addEventListener('pointerleave', () => target.removeAttribute('title'), { once: true })
  })
}

/** Whether a name ends in an ellipsis; only of what holds nothing but words. */
function isCutOff(element: HTMLElement): boolean {
  if (element.childElementCount > 0 || element.scrollWidth <= element.clientWidth) return false
  return getComputedStyle(element).textOverflow === 'ellipsis'
}
