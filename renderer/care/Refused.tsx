import {
  ArchiveRestore,
  FilePlus2,
  FolderSearch,
  History,
  LifeBuoy,
  RotateCw,
  type LucideIcon,
} from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import type { AppState, BackupHead, CareState, UiLanguage } from '../../core/bridge.ts'
import type { Diagnosis, LibraryState } from '../../core/diagnosis.ts'
import type { FailureData } from '../../core/errors.ts'
import type { CareWords } from '../../core/locale/ui/care.ts'
import { formatNumber } from '../../core/locale/ui/index.ts'
import { articles } from '../article.ts'
import { call, queryClient, setAppState } from '../bridge.ts'
import { saveUnsaved } from '../copies.ts'
import { Way } from '../start/Way.tsx'
import { Button } from '../ui/Button.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { attempt } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import { BackupList } from './BackupList.tsx'
import styles from './care.module.css'
import { showReport } from './report.ts'
import { momentOf } from './when.ts'
import { type CareWork, useCareWork } from './work.ts'
import { StopButton, WorkProgress } from './Working.tsx'

type Refusal = NonNullable<AppState['refused']>

/** What may be put in the place of a library in this state. */
const RESTORABLE: readonly LibraryState[] = ['damaged', 'missing', 'notOne', 'sound']
const RESCUABLE: readonly LibraryState[] = ['damaged', 'notOne']

interface RefusedProps {
  readonly state: AppState
  readonly refused: Refusal
  /** What else can be opened, while nothing is under way. */
  readonly children: ReactNode
}

/** A library that could not be opened: what was found, what is safe, and the ways on, best first. */
export function Refused({ state, refused, children }: RefusedProps) {
  const words = useWords()
  const work = useCareWork()
  const care = useCareState(refused.folder)
  const found = stateOf(refused)
  const known = state.recent.find(({ folder }) => folder === refused.folder)?.name
  const name = known ?? refused.folder.replace(/^.*[/\\]/, '')
  return (
    <section aria-labelledby="refused-title">
      <h1 id="refused-title" className={styles['title']}>
        {words.care.states[found]}
      </h1>
      <p className={styles['which']}>
        <strong>{name}</strong> <span className={styles['path']}>{refused.folder}</span>
      </p>
      <p className={styles['meaning']} role="alert">
        {found === 'refused' ? words.failure(refused.failure).detail : words.care.meaning[found]}
      </p>
      {refused.diagnosis !== null && <Findings diagnosis={refused.diagnosis} />}
      <KeptWords />
      {work.act === null ? (
        <Ways {...{ name, found, work, care }} />
      ) : (
        <div className={styles['working']}>
          <WorkProgress work={work} />
          <StopButton work={work} />
        </div>
      )}
      {work.failure !== null && <FailureNote failure={work.failure} />}
      {work.act === null && children}
    </section>
  )
}

/** The backups of the refused library; null while not known, or when they cannot be listed. */
function useCareState(folder: string): CareState | null {
  const [care, setCare] = useState<CareState | null>(null)
  useEffect(() => {
    let isGone = false
    // Where they cannot be listed there is none to restore; the other ways on stay.
    call('care.state', {}).then(
      (now) => {
        if (!isGone) setCare(now)
      },
      () => {},
    )
    return () => {
      isGone = true
    }
  }, [folder])
  return care
}

function stateOf({ failure, diagnosis }: Refusal): LibraryState {
  if (diagnosis !== null && diagnosis.state !== 'sound') return diagnosis.state
  const states: Partial<Record<FailureData['code'], LibraryState>> = {
    'library.damaged': 'damaged',
    'library.missing': 'missing',
    'library.notOne': 'notOne',
    'library.newer': 'newer',
    'file.refused': 'refused',
  }
  return states[failure.code] ?? 'sound'
}

function Findings({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const words = useWords().care
  const language = useLanguage()
  const { findings, failure, articles: counted } = diagnosis
  const said = failure?.code === 'library.damaged' ? [failure.detail.problem] : []
  const examples = [...new Set([...said, ...findings.flatMap((finding) => finding.examples)])]
  if (findings.length === 0 && failure === null) return null
  return (
    <div className={styles['found']}>
      <h2 className={styles['heading']}>{words.found}</h2>
      <ul>
        {failure !== null && <li>{words.unopened}</li>}
        {findings.map(({ code, count }) => (
          <li key={code}>{words.findings[code](formatNumber(language, count), count === 1)}</li>
        ))}
        {counted !== null && <li>{words.counted(formatNumber(language, counted))}</li>}
      </ul>
      {examples.length > 0 && (
        <details className={styles['details']}>
          <summary>{words.details}</summary>
          <ul>
            {examples.map((example) => (
              <li key={example}>{example}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** Words that the window still has of a library that was closed because it is damaged. */
function KeptWords() {
  const words = useWords()
  const unsaved = articles.unsaved().length
  if (unsaved === 0) return null
  return (
    <div className={styles['kept']}>
      <p>{words.care.keptWords(unsaved)}</p>
      <Button onPress={() => void saveUnsaved(words)}>{words.failures.saveCopy}</Button>
    </div>
  )
}

interface WaysProps {
  readonly name: string
  readonly found: LibraryState
  readonly work: CareWork
  readonly care: CareState | null
}

function Ways({ name, found, work, care }: WaysProps) {
  const { care: words, start } = useWords()
  const language = useLanguage()
  const [listed, setListed] = useState(false)
  const [bad, setBad] = useState<ReadonlySet<string>>(new Set())
  const backups = RESTORABLE.includes(found) ? (care?.backups ?? []) : []
  const newest = backups.find(({ file }) => !bad.has(file))

  const restore = async (backup: BackupHead) => {
    const report = await work.run('restore', async () => {
      try {
        return await call('care.restore', { file: backup.file })
      } catch (thrown) {
        setBad((before) => new Set([...before, backup.file]))
        throw thrown
      }
    })
    if (report) showReport('restored', report)
  }
  const rescue = async () => {
    const report = await work.run('rescue', () => call('care.rescue', {}))
    if (report) showReport('rescued', report)
  }
  const startAnew = async () => {
    const site = { name, language: language === 'nl' ? 'nl-NL' : 'en-GB' }
    const report = await work.run('anew', () => call('care.startAnew', site))
    if (report) showReport('startedAnew', report)
  }
  const tryAgain = async () => {
    const state = await work.run('examine', () => call('care.examine', {}))
    if (state) setAppState(queryClient, state)
  }
  const again = (icon: LucideIcon) => (
    <Way icon={icon} title={words.tryAgain} detail={words.tryAgainDetail} onPress={() => void tryAgain()} />
  )
  const canRescue = RESCUABLE.includes(found)
  return (
    <>
      <h2 className={styles['heading']}>{words.waysOn}</h2>
      <ul className={styles['ways']}>
        {!canRescue && again(RotateCw)}
        {newest && (
          <Way
            icon={ArchiveRestore}
            title={words.restoreNewest(momentOf(language, newest.utc))}
            detail={restoreWords(language, words, newest, care?.writtenUtc ?? null)}
            onPress={() => void restore(newest)}
          />
        )}
        {backups.length > 1 && (
          <Way
            icon={History}
            title={words.older}
            detail={words.olderDetail(backups.length)}
            isOpen={listed}
            onPress={() => setListed(!listed)}
          />
        )}
        {listed && (
          <li className={styles['listed']}>
            <BackupList backups={backups} bad={bad} onChoose={(backup) => void restore(backup)} />
          </li>
        )}
        {canRescue && (
          <Way
            icon={LifeBuoy}
            title={words.rescue}
            detail={words.rescueDetail}
            onPress={() => void rescue()}
          />
        )}
        {canRescue && (
          <Way
            icon={FilePlus2}
            title={words.startAnew}
            detail={words.startAnewDetail}
            onPress={() => void startAnew()}
          />
        )}
        {canRescue && again(RotateCw)}
      </ul>
      {care !== null && backups.length === 0 && canRescue && (
        <p className={styles['faint']}>{words.noBackups}</p>
      )}
      <div className={styles['others']}>
        {found !== 'missing' && care !== null && (
          <Button
            kind="quiet"
            icon={FolderSearch}
            onPress={() => void attempt(call('care.show', { path: care.folder }))}
          >
            {words.showFolder}
          </Button>
        )}
        <Button
          kind="quiet"
          icon={FilePlus2}
          onPress={() => windowState.open({ name: 'newLibrary', thenIntake: false })}
        >
          {start.empty}
        </Button>
      </div>
    </>
  )
}

/** What a backup holds, and what would be missing. */
function restoreWords(
  language: UiLanguage,
  words: CareWords,
  backup: BackupHead,
  writtenUtc: number | null,
): string {
  const articlesIn = words.restoreDetail(formatNumber(language, backup.articles), backup.articles)
  if (writtenUtc === null) return articlesIn
  const minutes = Math.round((writtenUtc - backup.utc) / 60_000)
  return `${articlesIn} ${minutes < 1 ? words.nothingSince : words.lostSince(words.span(minutes))}`
}
