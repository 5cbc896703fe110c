import { describe, expect, it } from 'vitest'
import { isNewEnough } from '../../scripts/setup/node.mjs'
import { compareVersions } from '../../scripts/setup/version.mjs'

describe('comparing versions', () => {
  it.each([
    ['20.19.0', '22.14.0', -1],
    ['22.9.0', '22.14.0', -1],
    ['22.14.0', '22.14.0', 0],
    ['v24.0.0', '22.14.0', 1],
    ['24.0.0-rc.1', '24.0.0', 0],
    ['24', '24.0.0', 0],
  ])('puts %s beside %s', (a, b, order) => {
    expect(Math.sign(compareVersions(a, b))).toBe(order)
  })

  it('refuses what is no version', () => {
    expect(() => compareVersions('lts', '22.14.0')).toThrow('"lts" is no version')
  })

  it('takes a Node with Node-API 10 and no older one', () => {
    expect(isNewEnough('20.19.5')).toBe(false)
    expect(isNewEnough('22.14.0')).toBe(true)
    expect(isNewEnough('24.21.0')).toBe(true)
  })
})
