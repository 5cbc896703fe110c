/** A library that others reach too, for looking at: `?doubles`, `?synced`, `?network`, `?copies`, `?copies=broken`. */
import type { CopyComparison, Sharing } from '../../../core/bridge.ts'
import { Failure, failureData } from '../../../core/errors.ts'

const asked = new URLSearchParams(location.search)
const NAMES = ['library-LAPTOP-VAN-ANNA.db', 'library (conflicted copy 2026-01-02 101010).db']

let sharing: Sharing = {
  place: asked.has('synced')
    ? { kind: 'synced', service: 'OneDrive' }
    : asked.has('network')
      ? { kind: 'network', service: 'SMB' }
      : null,
  copies: asked.has('copies')
    ? NAMES.map((name, index) => ({
        name,
        from: index === 0 ? 'LAPTOP-VAN-ANNA' : '',
        utc: Date.parse('2026-01-02T10:10:10Z'),
        bytes: 1_200_000,
      }))
    : [],
  pictures: asked.has('doubles') ? ['trail-1200x675 (1).jpg', 'trail-1200x675 2.jpg'] : [],
}

const different = (['missing', 'newer', 'older'] as const).map((standing, index) => ({
  id: index + 1,
  title: ['Stramme heupen', 'Linzensoep voor een week', ''][index] ?? '',
  updatedAt: '2026-01-02T10:10:10+01:00',
  words: 812 + index,
  standing,
  titleHere: standing === 'missing' ? '' : 'Linzensoep',
}))

function compared(name: string): CopyComparison {
  if (asked.get('copies') !== 'broken') return { name, failure: null, articles: 42, known: 39, different }
  const failure = failureData(new Failure('library.damaged', { file: name, problem: 'page 12 is damaged' }))
  return { name, failure, articles: 0, known: 0, different: [] }
}

export const sharingMocks = {
  'sharing.state': (): Sharing => sharing,
  'sharing.accept': (): Sharing => (sharing = { ...sharing, place: null }),
  'sharing.takePictures': () => ({ added: 1, same: 1, refused: 0 }),
  'sharing.placeOf': ({ folder }: { folder: string }) => ({
    place: folder.includes('Schijf') ? ({ kind: 'synced', service: 'Dropbox' } as const) : null,
    instead: '/home/noor/Longhand',
  }),
  'sharing.compare': ({ name }: { name: string }): CopyComparison => compared(name),
  'sharing.bringIn': ({ name, articles }: { name: string; articles: readonly { as: string }[] }) => {
    sharing = { ...sharing, copies: sharing.copies.filter((copy) => copy.name !== name) }
    const revisions = articles.filter(({ as }) => as === 'revision').length
    return {
      articles: articles.length - revisions,
      revisions,
      media: 0,
      missing: [],
      aside: `set-aside/${name}`,
    }
  },
}
