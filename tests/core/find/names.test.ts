import { describe, expect, it } from 'vitest'
import { calledBy } from '../../../core/find/names.ts'

const known = ['aaron-snow', 'Åse Aaron', 'E-mail', 'e mail', '--'].map((name, id) => ({
  id,
  name,
  slug: `slug-${id}`,
}))
const called = (name: string) => calledBy(known, name).map((one) => one.name)

describe('a name', () => {
  it('is found with a space where it has a hyphen, and the other way round', () => {
    expect(called('Aaron Snow')).toEqual(['aaron-snow'])
    expect(called('ase-aaron')).toEqual(['Åse Aaron'])
    expect(called('E mail')).toEqual(['E-mail', 'e mail'])
    expect(called('slug 2')).toEqual(['E-mail'])
  })

  it('is found by its beginning when nothing has it whole', () => {
    expect(called('aaron')).toEqual(['aaron-snow'])
    expect(called('aron')).toEqual([])
  })

  it('of hyphens alone is found by them, and nothing by nothing', () => {
    expect(called('--')).toEqual(['--'])
    expect(called('')).toEqual([])
  })
})
