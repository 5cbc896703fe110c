import { FolderOpen } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import type { ArchiveReport } from '../../core/bridge.ts'
import { formatBytes, formatNumber } from '../../core/locale/ui/index.ts'
import { flushAll } from '../article.ts'
import { BridgeFailure, call } from '../bridge.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import styles from '../ui/Report.module.css'
import { attempt } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import { showReport } from './report.ts'
import { type CareWork, useCareWork } from './work.ts'
import { Working } from './Working.tsx'

/** Saves the whole library as one file: asks where, shows how far it is, and where it lies then. */
export function Archive() {
  const work = useCareWork()
  const [report, setReport] = useState<ArchiveReport | null>(null)
  useOnce(async () => {
    const made = await work.run('archive', async () => {
      const unsaved = await flushAll()
      if (unsaved !== null) throw new BridgeFailure(unsaved)
      return call('care.archive', {})
    })
    if (made) setReport(made)
    return made !== undefined && made !== null
  }, work)
  if (report !== null) return <Archived report={report} />
  return <UnderWay work={work} />
}

/** Opens a library from such a file as a new one, and tells what came of it. */
export function Unpack() {
  const work = useCareWork()
  useOnce(async () => {
    const report = await work.run('unpack', async () => {
      const unsaved = await flushAll()
      if (unsaved !== null) throw new BridgeFailure(unsaved)
      return call('care.unpack', {})
    })
    if (report) showReport('unpacked', report)
    return report !== undefined && report !== null
  }, work)
  return <UnderWay work={work} />
}

/** Begins when the dialog opens; it closes when the writer changes their mind. */
function useOnce(begin: () => Promise<boolean>, work: CareWork): void {
  const start = useEffectEvent(begin)
  const [isDone, setDone] = useState(false)
  const hasFailed = work.failure !== null
  useEffect(() => {
    void start().then((done) => setDone(!done))
  }, [])
  useEffect(() => {
    if (isDone && !hasFailed) windowState.closeDialog()
  }, [isDone, hasFailed])
}

function UnderWay({ work }: { readonly work: CareWork }) {
  const { care: words, common } = useWords()
  // Until the writer has chosen a place there is nothing to show but the system's own dialog.
  if (work.act !== null) return work.progress === null ? null : <Working work={work} />
  if (work.failure === null) return null
  return (
    <Dialog
      size="small"
      title={words.archive.replace('…', '')}
      onClose={windowState.closeDialog}
      actions={<Button onPress={windowState.closeDialog}>{common.close}</Button>}
    >
      <FailureNote failure={work.failure} />
    </Dialog>
  )
}

function Archived({ report }: { readonly report: ArchiveReport }) {
  const { care: words, common } = useWords()
  const language = useLanguage()
  const facts = [
    [words.report.articles, formatNumber(language, report.articles)],
    [words.phases.pictures, formatNumber(language, report.media)],
    ...(report.missing.length > 0
      ? [[words.report.missing, formatNumber(language, report.missing.length)] as const]
      : []),
    [words.size, formatBytes(language, report.bytes)],
  ] as const
  return (
    <Dialog
      title={words.archived}
      onClose={windowState.closeDialog}
      actions={
        <Button kind="primary" onPress={windowState.closeDialog}>
          {common.done}
        </Button>
      }
    >
      <p className={styles['intro']}>{words.archivedDetail}</p>
      <dl className={styles['facts']}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={styles['folder']}>
        <span className={styles['path']}>{report.file}</span>
        <Button icon={FolderOpen} onPress={() => void attempt(call('care.show', { path: report.file }))}>
          {words.show}
        </Button>
      </div>
    </Dialog>
  )
}
