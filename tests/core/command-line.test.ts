import { describe, expect, it } from 'vitest'
import { joinCommand, splitCommand } from '../../core/command-line.ts'

describe('a command line', () => {
  it.each([
    ['rsync -a ./ host:www/', ['rsync', '-a', './', 'host:www/']],
    ['  a   b\tc ', ['a', 'b', 'c']],
    [`"/My tools/send it" 'a "b"' c"d e"f`, ['/My tools/send it', 'a "b"', 'cd ef']],
    [`a "" ''`, ['a', '', '']],
    ['C:\\tools\\send.exe "C:\\My site\\"x', null],
    ['C:\\tools\\send.exe C:\\site\\', ['C:\\tools\\send.exe', 'C:\\site\\']],
    ['a\\ b \\"c', ['a b', '"c']],
    [
      'a && rm -rf / ; $(b) `c` > d * ~',
      ['a', '&&', 'rm', '-rf', '/', ';', '$(b)', '`c`', '>', 'd', '*', '~'],
    ],
    ['', []],
    [`a 'b`, null],
  ])('%s', (line, words) => {
    expect(splitCommand(line)).toEqual(words)
  })

  it('is read back as the words that it was made of', () => {
    for (const words of [
      ['a', '', 'b c', `d'e`, `f"g`, `h'i"j k`, 'C:\\x\\', 'l\\ m', '\\"', "\\'", 'é 漢', '$HOME', '\n'],
    ]) {
      expect(splitCommand(joinCommand(words))).toEqual(words)
    }
  })
})
