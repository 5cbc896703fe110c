import { CircleCheck, FileArchive, FolderOpen, Globe } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ExportReport } from '../../core/bridge.ts'
import type { FailureData } from '../../core/errors.ts'
import { formatBytes, formatNumber, formatSeconds } from '../../core/locale/ui/index.ts'
import { flushAll } from '../article.ts'
import { call, failureOf } from '../bridge.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { Progress } from '../ui/Progress.tsx'
import styles from '../ui/Report.module.css'
import { useProgress } from '../ui/task.ts'
import { attempt, say } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import { Warnings } from './Warnings.tsx'

type Step =
  | { readonly at: 'asking'; readonly failure: FailureData | null }
  | { readonly at: 'running'; readonly cancelling: boolean }
  | { readonly at: 'done'; readonly report: ExportReport }

/** Exports the site to a folder, with progress and a report of what was written and what to mend. */
export function Export() {
  const words = useWords()
  const [folder, setFolder] = useState<string | null>(null)
  const [step, setStep] = useState<Step>({ at: 'asking', failure: null })
  const progress = useProgress('export', step.at === 'running')

  useEffect(() => {
    // Without a folder of before the writer is asked for one: nothing is lost when main cannot tell.
    call('export.last', {}).then(setFolder, () => {})
  }, [])

  const start = async (to: string) => {
    setStep({ at: 'running', cancelling: false })
    try {
      const unsaved = await flushAll()
      if (unsaved !== null) return setStep({ at: 'asking', failure: unsaved })
      setStep({ at: 'done', report: await call('export.start', { folder: to }) })
    } catch (thrown) {
      setStep({ at: 'asking', failure: failureOf(thrown) })
    }
  }
  const choose = async () => {
    const chosen = await attempt(call('export.choose', {}))
    if (!chosen) return
    setFolder(chosen)
    setStep({ at: 'asking', failure: null })
  }
  const cancel = () => {
    setStep({ at: 'running', cancelling: true })
    void attempt(call('export.cancel', {}))
  }

  if (step.at === 'done') return <Done report={step.report} onAgain={() => void start(step.report.folder)} />
  if (step.at === 'running') {
    return (
      <Dialog
        title={words.export.running}
        closable={false}
        onClose={windowState.closeDialog}
        actions={
          <Button isDisabled={step.cancelling} onPress={cancel}>
            {step.cancelling ? words.export.cancelling : words.export.cancel}
          </Button>
        }
      >
        <Progress label={words.export.phases[progress?.phase ?? 'reading']} progress={progress} />
      </Dialog>
    )
  }
  return (
    <Dialog
      title={words.export.title}
      onClose={windowState.closeDialog}
      actions={
        <>
          <Button onPress={windowState.closeDialog}>{words.common.cancel}</Button>
          {folder === null ? (
            <Button kind="primary" onPress={() => void choose()}>
              {words.export.choose}
            </Button>
          ) : (
            <Button kind="primary" onPress={() => void start(folder)}>
              {words.export.start}
            </Button>
          )}
        </>
      }
    >
      <p className={styles['intro']}>{words.export.intro}</p>
      {folder !== null && (
        <div className={styles['folder']}>
          <span className={styles['path']}>{folder}</span>
          <Button onPress={() => void choose()}>{words.export.change}</Button>
        </div>
      )}
      {step.failure !== null && <FailureNote failure={step.failure} safe={safeWords(words, step.failure)} />}
    </Dialog>
  )
}

/** What an export leaves when it fails; the cancelled one says so itself. */
function safeWords(words: ReturnType<typeof useWords>, failure: FailureData): string {
  return failure.code === 'cancelled' || failure.code === 'export.occupied' ? '' : words.export.oldSiteSafe
}

function Done({ report, onAgain }: { readonly report: ExportReport; readonly onAgain: () => void }) {
  const words = useWords()
  const language = useLanguage()
  const number = (value: number) => formatNumber(language, value)
  const facts = [
    [words.export.articles, number(report.articles)],
    [words.export.pages, number(report.pages)],
    [words.export.written, number(report.written)],
    [words.export.unchanged, number(report.unchanged)],
    ...(report.removed > 0 ? [[words.export.removed, number(report.removed)]] : []),
    [words.export.size, formatBytes(language, report.bytes)],
  ] as const
  const { folder } = report
  const [isZipping, setZipping] = useState(false)
  const zip = async () => {
    setZipping(true)
    const zipped = await attempt(call('export.zip', { folder }))
    setZipping(false)
    if (zipped) say(words.export.zipped(zipped.file, formatBytes(language, zipped.bytes)))
  }
  return (
    <Dialog
      size="large"
      title={words.export.done}
      onClose={windowState.closeDialog}
      actions={
        <>
          <Button onPress={onAgain}>{words.export.again}</Button>
          <Button icon={FileArchive} isDisabled={isZipping} onPress={() => void zip()}>
            {words.export.zip}
          </Button>
          <Button
            icon={FolderOpen}
            onPress={() => void attempt(call('export.show', { folder, how: 'folder' }))}
          >
            {words.export.showFolder}
          </Button>
          <Button
            kind="primary"
            icon={Globe}
            onPress={() => void attempt(call('export.show', { folder, how: 'browser' }))}
          >
            {words.export.openSite}
          </Button>
        </>
      }
    >
      <p className={styles['done']}>
        <CircleCheck aria-hidden />
        <span className={styles['path']}>
          {folder}{' '}
          <span className={styles['took']}>
            {words.export.took(formatSeconds(language, report.milliseconds))}
          </span>
        </span>
      </p>
      <dl className={styles['facts']}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {report.articles === 0 && <p className={styles['intro']}>{words.export.nothingPublished}</p>}
      <Warnings warnings={report.warnings} />
    </Dialog>
  )
}
