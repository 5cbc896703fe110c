import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openRecent } from '../../renderer/libraries.ts'

class FakeElement {
  inert = false
  readonly isConnected = true
  readonly focus = vi.fn<() => void>()
}

describe('while another library is being opened', () => {
  const [window, field] = [new FakeElement(), new FakeElement()]
  const request = vi.fn<(name: string, args: unknown) => Promise<unknown>>()

  beforeEach(() => {
    vi.stubGlobal('HTMLElement', FakeElement)
    vi.stubGlobal('document', { getElementById: () => window, activeElement: field })
    vi.stubGlobal('window', { longhand: { request } })
  })

  afterEach(() => vi.unstubAllGlobals())

  it('nothing can be typed, and after a refusal the caret is where it was', async () => {
    request.mockImplementation(async () => {
      expect(window.inert).toBe(true)
      return { ok: false, failure: { code: 'library.missing', detail: { folder: 'elders' } } }
    })
    expect(await openRecent('elders')).toBe(false)
    expect(request).toHaveBeenCalledWith('library.openRecent', { folder: 'elders' })
    expect(window.inert).toBe(false)
    expect(field.focus).toHaveBeenCalledOnce()
  })
})
