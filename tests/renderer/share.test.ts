import { describe, expect, it } from 'vitest'
import { mailAddress } from '../../renderer/export/share.ts'

const bodyOf = (url: string): string => new URL(url).searchParams.get('body') ?? ''

describe('the address of a mail', () => {
  it('carries title and text, whatever signs are in them', () => {
    const { url, isWhole } = mailAddress('Wat & hoe? #1', 'Een\nTwee+drie & vier')
    expect(isWhole).toBe(true)
    expect(new URL(url).searchParams.get('subject')).toBe('Wat & hoe? #1')
    expect(bodyOf(url)).toBe('Een\r\nTwee+drie & vier')
  })

  it('stays as short as every system takes it, is cut between two characters, and says so', () => {
    const { url, isWhole } = mailAddress('Lang', '👩‍👩‍👧 é '.repeat(2_000))
    expect(isWhole).toBe(false)
    expect(url.length).toBeLessThan(2_000)
    expect(bodyOf(url)).toMatch(/^(👩‍👩‍👧 é )+(👩‍👩‍👧 ?é?)?…$/u)
  })

  it('can be made of half a character', () => {
    expect(bodyOf(mailAddress('\ud83d', '\udc69').url)).toBe('\ufffd')
  })
})
