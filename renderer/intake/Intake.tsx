import { CircleCheck, FileText, FolderOpen } from 'lucide-react'
import { useState } from 'react'
import type { IntakeEntry, IntakeReport } from '../../core/bridge.ts'
import type { FailureData } from '../../core/errors.ts'
import { formatNumber, formatSeconds } from '../../core/locale/ui/index.ts'
import { showArticles } from '../actions.ts'
import { call, failureOf } from '../bridge.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { Progress } from '../ui/Progress.tsx'
import { useFew } from '../ui/few.tsx'
import styles from '../ui/Report.module.css'
import { useProgress } from '../ui/task.ts'
import { attempt } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'

type Step =
  | { readonly at: 'asking'; readonly failure: FailureData | null }
  | { readonly at: 'running'; readonly cancelling: boolean }
  | { readonly at: 'done'; readonly report: IntakeReport }

/** Brings in articles from files or a folder, with progress and a report of what came and what did not. */
export function Intake() {
  const words = useWords()
  const [step, setStep] = useState<Step>({ at: 'asking', failure: null })
  const progress = useProgress('intake', step.at === 'running')

  const choose = async (what: 'files' | 'folder') => {
    const paths = await attempt(call('intake.choose', { what }))
    if (paths === undefined || paths.length === 0) return
    setStep({ at: 'running', cancelling: false })
    try {
      setStep({ at: 'done', report: await call('intake.start', { paths }) })
    } catch (thrown) {
      setStep({ at: 'asking', failure: failureOf(thrown) })
    }
  }
  const cancel = () => {
    setStep({ at: 'running', cancelling: true })
    void attempt(call('intake.cancel', {}))
  }

  if (step.at === 'done') {
    return <Done report={step.report} onAgain={() => setStep({ at: 'asking', failure: null })} />
  }
  if (step.at === 'running') {
    return (
      <Dialog
        title={words.intake.title}
        closable={false}
        onClose={windowState.closeDialog}
        actions={
          <Button isDisabled={step.cancelling} onPress={cancel}>
            {step.cancelling ? words.intake.cancelling : words.intake.cancel}
          </Button>
        }
      >
        <Progress label={words.intake.running} progress={progress} />
      </Dialog>
    )
  }
  return (
    <Dialog title={words.intake.title} onClose={windowState.closeDialog}>
      <p className={styles['intro']}>
        {words.intake.intro} {words.intake.formats}
      </p>
      <div className={styles['buttons']}>
        <Button kind="primary" icon={FolderOpen} onPress={() => void choose('folder')}>
          {words.intake.chooseFolder}
        </Button>
        <Button icon={FileText} onPress={() => void choose('files')}>
          {words.intake.chooseFiles}
        </Button>
      </div>
      {step.failure !== null && <FailureNote failure={step.failure} />}
    </Dialog>
  )
}

function Done({ report, onAgain }: { readonly report: IntakeReport; readonly onAgain: () => void }) {
  const words = useWords().intake
  const language = useLanguage()
  const number = (value: number) => formatNumber(language, value)
  const facts = [
    [words.created, report.created.length],
    [words.updated, report.updated.length],
    [words.unchanged, report.unchanged.length],
    [words.skipped, report.skipped.length],
    [words.media, report.media],
  ] as const
  const show = () => {
    windowState.closeDialog()
    showArticles({})
  }
  return (
    <Dialog
      size="large"
      title={words.done(report.created.length + report.updated.length)}
      onClose={windowState.closeDialog}
      actions={
        <>
          <Button onPress={onAgain}>{words.again}</Button>
          <Button kind="primary" onPress={show}>
            {words.show}
          </Button>
        </>
      }
    >
      <p className={styles['done']}>
        <CircleCheck aria-hidden />
        <span className={styles['took']}>{words.took(formatSeconds(language, report.milliseconds))}</span>
      </p>
      <dl className={styles['facts']}>
        {facts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{number(count)}</dd>
          </div>
        ))}
      </dl>
      <Notes report={report} />
    </Dialog>
  )
}

function Notes({ report }: { readonly report: IntakeReport }) {
  const words = useWords().intake
  const withNotes = (entries: readonly IntakeEntry[]) => entries.filter(({ notes }) => notes.length > 0)
  const groups = [
    { title: words.skipped, entries: report.skipped },
    { title: words.notes, entries: withNotes([...report.created, ...report.updated]) },
  ].filter(({ entries }) => entries.length > 0)
  if (groups.length === 0) return <p className={styles['faint']}>{words.allWell}</p>
  return groups.map(({ title, entries }) => <Noted key={title} title={title} entries={entries} />)
}

function Noted({ title, entries }: { readonly title: string; readonly entries: readonly IntakeEntry[] }) {
  const { shown, more } = useFew(entries)
  return (
    <section className={styles['group']}>
      <h3 className={styles['groupTitle']}>{title}</h3>
      <ul>
        {shown.map(({ path, notes }) => (
          <li key={path} className={styles['line']}>
            <span className={styles['target']} title={path}>
              {path}
            </span>
            <span className={styles['path']}>{notes.join(' ')}</span>
          </li>
        ))}
      </ul>
      {more}
    </section>
  )
}
