import { describe, expect, it } from 'vitest'
import { holdsAll } from '../../scripts/setup/packages.mjs'

const locked = {
  packages: {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a-win32': { version: '1.0.0', optional: true },
  },
}

describe('finding the packages in place', () => {
  it('asks for no package of another platform', () => {
    expect(holdsAll(locked, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true)
  })

  it('notices a package that is missing', () => {
    expect(holdsAll(locked, { packages: {} })).toBe(false)
  })

  it('notices another version, of an optional package too', () => {
    expect(holdsAll(locked, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe(false)
    const old = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/a-win32': { version: '0.9.0' } }
    expect(holdsAll(locked, { packages: old })).toBe(false)
  })
})
