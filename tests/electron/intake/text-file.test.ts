import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../electron/intake/text-file.ts'

const TEXT = '---\ntitle: Één\n---\nCafé — 日本\n'

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16 with a byte order mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
  ])('reads %s', (_, bytes) => {
    expect(decodeText(bytes)?.text).toBe(TEXT)
  })

  it('tells UTF-16 without a mark by its zeros', () => {
    const western = 'Gewone tekst met één accent.\n'
    expect(decodeText(Buffer.from(western, 'utf16le'))).toEqual({ text: western, encoding: 'utf-16le' })
    expect(decodeText(Buffer.from(western, 'utf16le').swap16())).toEqual({
      text: western,
      encoding: 'utf-16be',
    })
  })

  it('takes text in no other encoding for the old Western one, and says so', () => {
    const bytes = Buffer.concat([Buffer.from('Caf'), Buffer.from([0xe9, 0x20, 0x93, 0x78, 0x94])])
    expect(decodeText(bytes)).toEqual({ text: 'Café “x”', encoding: 'windows-1252' })
  })

  it('ends every line alike', () => {
    expect(decodeText(Buffer.from('a\r\nb\rc\n'))?.text).toBe('a\nb\nc\n')
  })

  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a program', Buffer.from('7f454c4602010100000000000000000003003e00', 'hex')],
    ['text with a zero in it', Buffer.from('a\0b and much more text after it')],
  ])('finds no text in %s', (_, bytes) => {
    expect(decodeText(bytes)).toBeNull()
  })
})
