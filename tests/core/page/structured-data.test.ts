import { describe, expect, it } from 'vitest'
import { jsonLd } from '../../../core/page/structured-data.ts'

describe('JSON-LD', () => {
  it('cannot end its script element, whatever the text, and says the same', () => {
    const name = '</script><script>alert(1)</script><!-- &amp; \u2028 "'
    const text = jsonLd([{ '@type': 'Thing', name }])
    expect(text).not.toMatch(/[<>&\u2028]/)
    expect(JSON.parse(text)['@graph'][0].name).toBe(name)
  })
})
