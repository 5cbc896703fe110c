/**
 * While the writer types, the root carries `data-typing`, and everything that is not text may fade by it. It comes
 * back with the pointer, with Escape, and with the focus anywhere else.
 */
export function startTyping(): void {
  const root = document.documentElement
  if (root.dataset['typing'] !== undefined) return
  root.dataset['typing'] = ''
  const over = new AbortController()
  const stop = (): void => {
    delete root.dataset['typing']
    over.abort()
  }
  const { signal } = over
  // A pointer that rests gets events too when something moves under it.
  document.addEventListener('pointermove', (event) => (event.movementX || event.movementY) && stop(), {
    signal,
  })
  document.addEventListener('pointerdown', stop, { signal })
  document.addEventListener('keydown', (event) => event.key === 'Escape' && stop(), { signal, capture: true })
  document.addEventListener('focusout', stop, { signal })
}
