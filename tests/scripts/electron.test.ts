import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { demandIntegrity } from '../../scripts/setup/electron-fallback.mjs'
import { wasUnreachable } from '../../scripts/setup/electron-official.mjs'
import { ownFolder } from './folder.ts'

// SHA-512 of "abc", from FIPS 180-4.
const ABC = 'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw=='

describe('the fallback Electron', () => {
  it('is taken when its hash is the pinned one', async () => {
    const file = join(ownFolder(), 'package.tgz')
    writeFileSync(file, 'abc')
    await expect(demandIntegrity(file, ABC)).resolves.toBeUndefined()
  })

  it('is refused in words when its hash is another', async () => {
    const file = join(ownFolder(), 'package.tgz')
    writeFileSync(file, 'abd')
    await expect(demandIntegrity(file, ABC)).rejects.toThrow(
      /is not the file that was expected.*It is not used/s,
    )
  })
})

describe('an official Electron that could not be reached', () => {
  const now = Date.parse('2026-06-02T12:00:00Z')

  it('is not tried again for a day', () => {
    expect(wasUnreachable('2026-06-02T11:59:00Z', now)).toBe(true)
    expect(wasUnreachable('2026-06-01T12:00:01Z', now)).toBe(true)
  })

  it('is tried after a day, at the first time, and where the note makes no sense', () => {
    expect(wasUnreachable('2026-06-01T12:00:00Z', now)).toBe(false)
    expect(wasUnreachable(undefined, now)).toBe(false)
    expect(wasUnreachable('half a no', now)).toBe(false)
    expect(wasUnreachable('2027-01-01T00:00:00Z', now)).toBe(false)
  })
})
