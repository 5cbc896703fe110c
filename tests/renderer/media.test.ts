import { describe, expect, it } from 'vitest'
import type { MediumInList } from '../../core/bridge.ts'
import { nameOfPath, pictureAddress } from '../../renderer/media/address.ts'
import { listMedia } from '../../renderer/media/listing.ts'

const medium = (name: string, patch: Partial<MediumInList> = {}): MediumInList => ({
  id: 1,
  path: `media/${name}-1200x675.jpg`,
  mime: 'image/jpeg',
  width: 1200,
  height: 675,
  bytes: 1000,
  uses: 1,
  addedAt: null,
  ...patch,
})

const names = (media: readonly MediumInList[]) => media.map(({ path }) => nameOfPath(path))
const ALL = { query: '', unused: false, sort: 'added' } as const

describe('the pictures that are listed', () => {
  const media = [
    medium('crème-brûlée', { uses: 0, bytes: 10 }),
    medium('bospad-10', { width: 3000, uses: 2 }),
    medium('bospad-9', { bytes: 5000 }),
  ]

  it('are all of them, newest first, when nothing else is asked for', () => {
    expect(names(listMedia(media, ALL))).toEqual(['crème-brûlée', 'bospad-10', 'bospad-9'])
  })

  it('are found by any part of their names, accents, case and hyphens aside', () => {
    expect(names(listMedia(media, { ...ALL, query: 'Brulee creme' }))).toEqual(['crème-brûlée'])
    expect(names(listMedia(media, { ...ALL, query: 'pad 9' }))).toEqual(['bospad-9'])
    expect(listMedia(media, { ...ALL, query: '1200' })).toEqual([])
  })

  it('are only those that nothing shows, when that is asked for', () => {
    expect(names(listMedia(media, { ...ALL, unused: true }))).toEqual(['crème-brûlée'])
  })

  it.each([
    ['name', ['bospad-9', 'bospad-10', 'crème-brûlée']],
    ['bytes', ['bospad-9', 'bospad-10', 'crème-brûlée']],
    ['size', ['bospad-10', 'crème-brûlée', 'bospad-9']],
    ['uses', ['crème-brûlée', 'bospad-9', 'bospad-10']],
  ] as const)('stand in the order of their %s', (sort, expected) => {
    expect(names(listMedia(media, { ...ALL, sort }))).toEqual(expected)
  })
})

describe('a picture’s name and address', () => {
  it('leaves out folder, size and kind', () => {
    expect(nameOfPath('media/van-stoep-1200x675.jpg')).toBe('van-stoep')
    expect(nameOfPath('media/logo.png')).toBe('logo')
  })

  it('escapes what an address cannot hold', () => {
    expect(pictureAddress('media/a b#1-10x10.png')).toBe('site/media/a%20b%231-10x10.png')
  })
})
