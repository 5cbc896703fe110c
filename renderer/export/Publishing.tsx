import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { OnwardReport } from '../../core/bridge.ts'
import type { FailureData } from '../../core/errors.ts'
import { formatSeconds } from '../../core/locale/ui/index.ts'
import { call, failureOf, listen } from '../bridge.ts'
import { Button } from '../ui/Button.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { attempt } from '../ui/toasts.tsx'
import { useLanguage, useWords } from '../words.tsx'
import styles from './onward.module.css'

/** As much of what was printed as is kept, in characters: the end. */
const MOST_KEPT = 100_000

export interface PublishingProps {
  readonly folder: string
  /** Told when it begins and when it has ended. */
  readonly onBusy: (isBusy: boolean) => void
}

/** What follows an export while it runs: what it prints, a way to stop it, and how it ended. */
export function Publishing({ folder, onBusy }: PublishingProps) {
  const words = useWords().export.onward
  const language = useLanguage()
  const [text, setText] = useState('')
  const [report, setReport] = useState<OnwardReport | null>(null)
  const [failure, setFailure] = useState<FailureData | null>(null)
  const [isStopping, setStopping] = useState(false)
  const output = useRef<HTMLPreElement>(null)
  const isRunning = report === null && failure === null

  useEffect(() => {
    const stop = listen('onward.output', (event) =>
      setText((before) => (before + event.text).slice(-MOST_KEPT)),
    )
    onBusy(true)
    call('onward.start', { folder })
      .then(setReport, (thrown: unknown) => setFailure(failureOf(thrown)))
      .finally(() => onBusy(false))
      .catch(() => {})
    return stop
  }, [folder, onBusy])
  useEffect(() => {
    // What is new is in sight.
    if (output.current) output.current.scrollTop = output.current.scrollHeight
  }, [text])

  return (
    <section className={styles['publishing']} aria-label={words.publish}>
      <div className={styles['state']}>
        {report?.exit === 0 && <CircleCheck aria-hidden className={styles['good']} />}
        {report !== null && report.exit !== 0 && <TriangleAlert aria-hidden className={styles['bad']} />}
        <output>{isRunning ? words.publishing : report ? sentence(words, report, language) : ''}</output>
        {isRunning && (
          <Button
            isDisabled={isStopping}
            onPress={() => {
              setStopping(true)
              void attempt(call('onward.cancel', {}))
            }}
          >
            {isStopping ? words.stopping : words.cancel}
          </Button>
        )}
      </div>
      {failure !== null && <FailureNote failure={failure} />}
      {text !== '' && (
        // Longer than its room: the keys that scroll need something to be in.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre ref={output} className={styles['output']} tabIndex={0} aria-label={words.output}>
          {text}
        </pre>
      )}
    </section>
  )
}

function sentence(
  words: ReturnType<typeof useWords>['export']['onward'],
  { exit, isCancelled, milliseconds }: OnwardReport,
  language: ReturnType<typeof useLanguage>,
): string {
  if (isCancelled) return words.cancelled
  if (exit === null) return words.killed
  return exit === 0 ? words.done(formatSeconds(language, milliseconds)) : words.failed(exit)
}
