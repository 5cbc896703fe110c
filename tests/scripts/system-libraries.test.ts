import { describe, expect, it } from 'vitest'
import { missingFrom } from '../../scripts/setup/system-libraries.mjs'

describe('missing system libraries', () => {
  it('are those that are unknown, removed or only half installed', () => {
    const installed = 'libnss3 ii \nlibgbm1 rc \nlibdrm2 un \nxvfb iU \n'
    expect(missingFrom(['libnss3', 'libgbm1', 'libdrm2', 'xvfb', 'dbus'], installed)).toEqual([
      'libgbm1',
      'libdrm2',
      'xvfb',
      'dbus',
    ])
  })

  it('are found under the newer name too', () => {
    expect(missingFrom(['libgtk-3-0', 'libasound2'], 'libgtk-3-0t64 ii \nlibasound2t64 ii \n')).toEqual([])
  })
})
