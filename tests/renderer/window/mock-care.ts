/** Backups of a library in memory. The address: `?refused=damaged`, `missing`, `newer`, `notOne`; `?slow=50`; `?nobackups`. */
import type {
  AppState,
  BackupHead,
  CarePhase,
  CareProgress,
  CareRequests,
  CareState,
  RestoreReport,
} from '../../../core/bridge.ts'
import type { LibraryState } from '../../../core/diagnosis.ts'
import { Failure, type FailureData } from '../../../core/errors.ts'

export interface MockCare {
  state(): AppState
  reopen(): AppState
  progress(progress: CareProgress): void
}

type Handlers = {
  [R in keyof CareRequests]: (
    args: CareRequests[R]['args'],
  ) => CareRequests[R]['result'] | Promise<CareRequests[R]['result']>
}

const HOUR = 3_600_000
const asked = new URLSearchParams(location.search)
const folder = '/home/noor/Documenten/Longhand/Veldkers'
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const FAILURES: Partial<Record<LibraryState, FailureData>> = {
  damaged: {
    code: 'library.damaged',
    detail: { file: `${folder}/library.db`, problem: 'database disk image is malformed' },
  },
  missing: { code: 'library.missing', detail: { folder } },
  notOne: { code: 'library.notOne', detail: { file: `${folder}/library.db` } },
  newer: { code: 'library.newer', detail: { file: `${folder}/library.db`, version: 9, known: 4 } },
  refused: { code: 'file.refused', detail: { path: folder, reason: 'EACCES' } },
}

/** What the address says was refused. */
export function mockRefusal(): AppState['refused'] {
  const state = asked.get('refused') as LibraryState | null
  const failure = state === null ? undefined : FAILURES[state]
  if (!failure) return null
  const finding = (code: 'structure' | 'media' | 'references', count: number) => ({
    code,
    count,
    examples: ['Tree 12 page 480 cell 3: invalid page number 0', 'row 41 missing from index article_title'],
  })
  const diagnosis = {
    ...{ folder, state: 'damaged' as const, failure, articles: 412, milliseconds: 300 },
    findings: [finding('structure', 14), finding('references', 1), finding('media', 2)],
  }
  return { folder, failure, diagnosis: state === 'damaged' ? diagnosis : null }
}

/** Handlers of the requests for care, over nothing but numbers. */
export function mockCare(mock: MockCare): Handlers {
  let stopped = false
  const now = Date.now()
  let backups: readonly BackupHead[] = asked.has('nobackups')
    ? []
    : Array.from({ length: 30 }, (_, index) => {
        const utc = now - (index < 9 ? (index + 0.6) * HOUR : (index - 7) * 24 * HOUR)
        const kind = index === 2 ? 'hand' : index === 5 ? 'before' : 'rolling'
        const places = index % 3 === 0 ? (['library', 'elsewhere'] as const) : (['library'] as const)
        return {
          file: `${folder}/backups/${index}.db`,
          utc,
          articles: 412 - index,
          bytes: 9_412_000,
          kind,
          places,
        }
      })
  let elsewhere: CareState['elsewhere'] = asked.has('away')
    ? { folder: '/media/noor/Reserve/Veldkers-backups', isThere: false, lastUtc: now - 40 * HOUR }
    : null
  let aside = [
    { folder: `${folder}-before-restore-2026-11-20T09-12-44Z`, utc: now - 50 * HOUR, bytes: 21_400_000 },
  ]
  const state = (): CareState => ({
    folder,
    writtenUtc: now - 300_000,
    backups,
    bytes: 148_000_000,
    aside,
    elsewhere,
  })
  const work = async (...phases: readonly CarePhase[]) => {
    stopped = false
    for (const phase of phases) {
      for (let done = 0; done <= 40; done += 4) {
        mock.progress({ phase, done, total: phase === 'checking' ? 0 : 40 })
        await pause(Number(asked.get('slow') ?? 10))
        if (stopped) throw new Failure('cancelled', { task: 'care' })
      }
    }
  }
  const restored = (articles: number): RestoreReport => ({
    state: mock.reopen(),
    aside: `${folder}-before-restore-2026-11-22T14-03-12Z`,
    articles,
    missing: ['media/bosrand-1200x675.jpg'],
  })
  return {
    'care.state': state,
    'care.examine': async () => {
      await work('checking')
      return mock.reopen()
    },
    'care.turnTo': () => mock.state(),
    'care.backUp': async () => {
      await work('copying', 'checking', 'pictures')
      const made = {
        ...backups[0]!,
        file: `${folder}/backups/new.db`,
        utc: Date.now(),
        kind: 'hand' as const,
      }
      backups = [made, ...backups]
      return { ...state(), missing: [] }
    },
    'care.look': async () => {
      await work('checking')
      const article = (id: number, how: 'changed' | 'added' | 'lost', title: string) => ({
        ...{ id, how, title },
        savedAt: '2026-11-21T16:20:00+01:00',
      })
      return {
        ...{ changed: 2, added: 1, lost: 1 },
        articles: [
          article(1, 'lost', 'Een brief die weg is'),
          article(2, 'changed', 'Linzensoep voor een week'),
          article(3, 'changed', 'Stramme heupen'),
          article(4, 'added', 'Wandelen in de regen'),
        ],
      }
    },
    'care.takeBack': async ({ ids }) => {
      await work('copying')
      return {
        articles: ids.map((id) => ({ id, title: `Artikel ${id}`, as: id === 1 ? 'article' : 'revision' })),
      }
    },
    'care.restore': async () => {
      await work('copying', 'checking', 'pictures')
      return restored(409)
    },
    'care.rescue': async () => {
      await work('rows', 'pictures', 'checking')
      const bodies = ['cut', 'revision', 'words', 'lost', 'whole'] as const
      const mended = bodies.map((body, index) => ({
        ...{ id: index + 1, title: ['Lente', 'Een lange weg naar huis', 'Soep', '', 'Heupen'][index] ?? '' },
        ...{ body, isNew: index === 4 },
      }))
      return { ...restored(401), mended, lostRows: 3 }
    },
    'care.startAnew': () => restored(0),
    'care.archive': async () => {
      await work('copying', 'checking', 'writing')
      const file = '/home/noor/Bureaublad/veldkers-2026-11-22.longhand'
      return { file, bytes: 31_000_000, articles: 412, media: 96, missing: [] }
    },
    'care.unpack': async () => {
      await work('copying', 'checking')
      return { ...restored(412), aside: null }
    },
    'care.chooseElsewhere': async () => {
      await work('copying')
      elsewhere = { folder: '/media/noor/Reserve/Veldkers-backups', isThere: true, lastUtc: Date.now() }
      return state()
    },
    'care.forgetElsewhere': () => {
      elsewhere = null
      return state()
    },
    'care.show': () => null,
    'care.deleteAside': () => {
      aside = []
      return state()
    },
    'care.cancel': () => {
      stopped = true
      return null
    },
  }
}
