import { describe, expect, it } from 'vitest'
import { PlainOutput } from '../../../electron/publish/onward-text.ts'

/** All that comes of some bytes, given in pieces of a size. */
function shown(text: string, size: number): string {
  const plain = new PlainOutput()
  const bytes = Buffer.from(text)
  let all = ''
  for (let at = 0; at < bytes.length; at += size) all += plain.push(bytes.subarray(at, at + size))
  return all + plain.end()
}

const CASES: readonly (readonly [string, string])[] = [
  ['plain\ttext\n', 'plain\ttext\n'],
  ['\u001b[1;31mred\u001b[0m', 'red'],
  ['\u001b]0;title\u0007after', 'after'],
  ['\u001b]8;;https://example.org\u001b\\link\u001b]8;;\u001b\\!', 'link!'],
  ['10%\r20%\r\ndone', '10%\n20%\ndone'],
  ['\u001b[2J\u001b[Hhome\u001bc', 'home'],
  ['a\u0000b\u0008c\u007fd\u009be', 'abcde'],
  ['safe\u202Etxt.exe\u2066', 'safetxt.exe'],
  ['é 漢 😀', 'é 漢 😀'],
  ['end\r', 'end\n'],
  ['\u001b[', ''],
]

describe('what a program prints', () => {
  it.each(CASES)('is plain text, however it comes in: %j', (text, plain) => {
    for (const size of [1, 2, 3, 7, 1000]) expect(shown(text, size), String(size)).toBe(plain)
  })

  it('is not held back without end by a sequence that never ends', () => {
    const plain = new PlainOutput()
    plain.push(Buffer.from(`\u001b]0;${'x'.repeat(10_000)}`))
    expect(plain.push(Buffer.from('after\n'))).toBe('after\n')
  })
})
