import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ExportReport, Onward, ShownPlan } from '../../core/bridge.ts'
import type { FailureData } from '../../core/errors.ts'
import { flushAll } from '../article.ts'
import { call, failureOf } from '../bridge.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { Progress } from '../ui/Progress.tsx'
import styles from '../ui/Report.module.css'
import { useProgress } from '../ui/task.ts'
import { attempt } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'
import { useWords } from '../words.tsx'
import { Done } from './Done.tsx'
import { PlanView, needsConsent } from './PlanView.tsx'
import { Publishing } from './Publishing.tsx'

/** What the writer wants done with a plan. */
type Wish = 'export' | 'publish'

type Step =
  | { readonly at: 'asking' }
  | { readonly at: 'planning' }
  | { readonly at: 'planned'; readonly plan: ShownPlan }
  | { readonly at: 'running'; readonly cancelling: boolean }
  | { readonly at: 'done'; readonly report: ExportReport; readonly published: number }

export interface ExportProps {
  /** Where to, when the writer has chosen that already; null: where it went before. */
  readonly chosen: string | null
}

/** Exports the site to a folder: says what that will do, does just that, and reports what came of it. */
export function Export({ chosen }: ExportProps) {
  const words = useWords()
  const [folder, setFolder] = useState<string | null>(chosen)
  const [step, setStep] = useState<Step>({ at: 'asking' })
  const [failure, setFailure] = useState<FailureData | null>(null)
  const [agreed, setAgreed] = useState(false)
  /** The writer asked for the export before its plan was there. */
  const wanted = useRef<Wish | null>(null)
  const [isWanted, setWanted] = useState(false)
  const [onward, setOnward] = useState<Onward | null>(null)
  const [isPublishing, setPublishing] = useState(false)
  const progress = useProgress('export', step.at === 'planning' || step.at === 'running')

  const ask = (wish: Wish | null) => {
    wanted.current = wish
    setWanted(wish !== null)
  }
  const start = async (plan: ShownPlan, wish: Wish) => {
    setStep({ at: 'running', cancelling: false })
    setFailure(null)
    try {
      const options = needsConsent(plan) ? { overwrite: agreed } : {}
      const report = await call('export.start', { folder: plan.folder, plan: plan.id, ...options })
      setStep({ at: 'done', report, published: wish === 'publish' ? 1 : 0 })
    } catch (thrown) {
      setFailure(failureOf(thrown))
      if (failureOf(thrown).code === 'export.changed') await make(plan.folder)
      else setStep({ at: 'planned', plan })
    }
  }
  const refuse = (why: FailureData) => {
    ask(null)
    setFailure(why)
    setStep({ at: 'asking' })
  }
  const make = async (to: string) => {
    setStep({ at: 'planning' })
    setAgreed(false)
    try {
      const unsaved = await flushAll()
      if (unsaved !== null) return refuse(unsaved)
      const plan = await call('export.plan', { folder: to })
      const wish = wanted.current
      ask(null)
      if (wish !== null && !needsConsent(plan)) await start(plan, wish)
      else setStep({ at: 'planned', plan })
    } catch (thrown) {
      refuse(failureOf(thrown))
    }
  }
  const choose = async () => {
    const to = await attempt(call('export.choose', {}))
    if (!to) return
    setFolder(to)
    setFailure(null)
    await make(to)
  }
  // Without a folder of before the writer is asked for one: nothing is lost when main cannot tell.
  const takeLast = () => {
    call('export.last', {}).then(
      (last) => {
        setFolder(last)
        if (last !== null) void make(last)
      },
      () => {},
    )
  }
  const begin = useEffectEvent(() => {
    if (chosen !== null) void make(chosen)
    else takeLast()
    void attempt(call('onward.get', {})).then((known) => setOnward(known ?? null))
  })
  useEffect(() => begin(), [])
  const leave = () => {
    if (step.at === 'planning') void attempt(call('export.cancel', {}))
    windowState.closeDialog()
  }

  if (step.at === 'done') {
    const { report, published } = step
    const publish = () => setStep({ at: 'done', report, published: published + 1 })
    return (
      <Done
        report={report}
        closable={!isPublishing}
        onAgain={() => void make(report.folder)}
        onPublish={onward === null || isPublishing ? null : publish}
      >
        {published > 0 && <Publishing key={published} folder={report.folder} onBusy={setPublishing} />}
      </Done>
    )
  }
  if (step.at === 'running') {
    const cancel = () => {
      setStep({ at: 'running', cancelling: true })
      void attempt(call('export.cancel', {}))
    }
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
  const plan = step.at === 'planned' ? step.plan : null
  const isHeld = isWanted || (plan !== null && needsConsent(plan) && !agreed)
  const press = (wish: Wish) => {
    if (plan !== null) void start(plan, wish)
    else ask(wish)
    if (step.at === 'asking' && folder !== null) void make(folder)
  }
  return (
    <Dialog
      size={plan === null ? 'medium' : 'large'}
      title={words.export.title}
      onClose={leave}
      actions={
        <>
          <Button
            kind="quiet"
            className={styles['aside'] ?? ''}
            isDisabled={step.at === 'planning'}
            onPress={() => windowState.open({ name: 'onward', back: { name: 'export', folder } })}
          >
            {onward === null ? words.export.onward.setUp : words.export.onward.change}
          </Button>
          <Button onPress={leave}>{words.common.cancel}</Button>
          {folder === null ? (
            <Button kind="primary" onPress={() => void choose()}>
              {words.export.choose}
            </Button>
          ) : (
            <>
              {onward !== null && (
                <Button isDisabled={isHeld} onPress={() => press('publish')}>
                  {words.export.startAndPublish}
                </Button>
              )}
              <Button kind="primary" isDisabled={isHeld} onPress={() => press('export')}>
                {words.export.start}
              </Button>
            </>
          )}
        </>
      }
    >
      {plan === null && <p className={styles['intro']}>{words.export.intro}</p>}
      {folder !== null && (
        <div className={styles['folder']}>
          <span className={styles['path']}>{folder}</span>
          <Button isDisabled={step.at === 'planning'} onPress={() => void choose()}>
            {words.export.change}
          </Button>
        </div>
      )}
      {failure !== null && <FailureNote failure={failure} safe={safeWords(words, failure)} />}
      {step.at === 'planning' && (
        <div className={styles['waiting']}>
          <Progress label={words.export.planning} progress={progress} />
        </div>
      )}
      {plan !== null && <PlanView plan={plan} agreed={agreed} onAgree={setAgreed} />}
    </Dialog>
  )
}

/** What an export leaves when it fails; these say so themselves. */
function safeWords(words: ReturnType<typeof useWords>, { code }: FailureData): string {
  return ['cancelled', 'export.occupied', 'export.changed'].includes(code) ? '' : words.export.oldSiteSafe
}
