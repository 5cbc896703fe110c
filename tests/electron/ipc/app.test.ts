import { describe, expect, it } from 'vitest'
import { application } from './handlers.ts'

describe('a link in a text', () => {
  it('is asked about in the language of the window, not of the system', async () => {
    const { host, ask } = application()
    await ask['app.setSettings']({ settings: { language: 'en' } })
    await ask['app.openLink']({ url: 'https://example.org/' })
    expect(host.systemLanguage()).toBe('nl')
    expect(host.asked).toEqual([{ url: 'https://example.org/', language: 'en' }])
  })
})
