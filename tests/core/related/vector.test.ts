import { describe, expect, it } from 'vitest'
import { analyse, decodeVector, encodeVector } from '../../../core/related/index.ts'
import { article } from './library.ts'

const vector = analyse(
  article(1, { title: 'Sterke enkels', text: 'Pezen en enkels wennen langzaam.\nÉén pees per keer.' }),
)

describe('a stored term vector', () => {
  it('comes back as it was', () => {
    expect(decodeVector(encodeVector(vector))).toEqual(vector)
  })

  it('is refused when it was made by another version', () => {
    expect(decodeVector(encodeVector({ ...vector, version: vector.version + 1 }))).toBeNull()
  })

  it('is refused when bytes are missing', () => {
    const bytes = encodeVector(vector)
    for (const length of [0, 5, 40, bytes.length - vector.forms.length]) {
      expect(decodeVector(bytes.subarray(0, length))).toBeNull()
    }
  })

  it('can be read from the middle of a larger buffer', () => {
    const bytes = encodeVector(vector)
    const larger = new Uint8Array(bytes.length + 3)
    larger.set(bytes, 3)
    expect(decodeVector(larger.subarray(3))).toEqual(vector)
  })
})
