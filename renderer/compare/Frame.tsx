import { ArrowDown, ArrowLeft, ArrowUp } from 'lucide-react'
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { formatNumber } from '../../core/locale/ui/index.ts'
import { theDeskInUse } from '../editor/the-desk.ts'
import { hasMod } from '../keys.ts'
import { createStore, useStore } from '../store.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Segmented } from '../ui/Choice.tsx'
import { useLanguage, useWords } from '../words.tsx'
import { closeComparison } from './comparing.ts'
import styles from './compare.module.css'
import type { View } from './Text.tsx'

const viewStore = createStore<{ readonly view: View }>({ view: 'inline' })

/** How comparisons are shown, for as long as the window is open. */
export function useView(): View {
  return useStore(viewStore, ({ view }) => view)
}

/** The change that the writer is at; an object, so that going to the same one twice is heard. */
export interface At {
  readonly change: number
}

/** Going from change to change: by buttons, and by keys while `frame` has the focus. */
export function useChanges(total: number): { readonly at: At; readonly go: (step: 1 | -1) => void } {
  const [at, setAt] = useState<At>({ change: -1 })
  const go = (step: 1 | -1) => {
    if (total === 0) return
    setAt(({ change }) => {
      const last = Math.min(change, total - 1)
      if (last < 0) return { change: step === 1 ? 0 : total - 1 }
      return { change: (last + step + total) % total }
    })
  }
  return { at: at.change < total ? at : { change: -1 }, go }
}

interface FrameProps {
  /** What is compared, or what happened. */
  readonly title: ReactNode
  /** What there is to do with all of it. */
  readonly actions: ReactNode
  /** How much changed; empty while that is not known. */
  readonly summary: string
  readonly total: number
  readonly at: At
  readonly go: (step: 1 | -1) => void
  readonly children: ReactNode
}

const NEXT_KEYS = 'Alt+Down'
const PREVIOUS_KEYS = 'Alt+Up'

/** What stands around a comparison: the way back, what is compared, where one is in it. */
export function Frame({ title, actions, summary, total, at, go, children }: FrameProps) {
  const words = useWords().history
  const language = useLanguage()
  const view = useView()
  useFrameKeys(go)
  return (
    <section className={styles['frame']} data-comparison>
      <header className={styles['bar']} data-bar>
        <Button kind="quiet" icon={ArrowLeft} onPress={closeComparison}>
          {words.back}
        </Button>
        <div className={styles['title']}>{title}</div>
      </header>
      <div className={styles['tools']}>
        <div className={styles['steps']}>
          <IconButton
            icon={ArrowUp}
            label={words.previous}
            keys={PREVIOUS_KEYS}
            isDisabled={total === 0}
            onPress={() => go(-1)}
          />
          <IconButton
            icon={ArrowDown}
            label={words.next}
            keys={NEXT_KEYS}
            isDisabled={total === 0}
            onPress={() => go(1)}
          />
          {at.change >= 0 && (
            <span className={styles['at']} aria-hidden>
              {formatNumber(language, at.change + 1)} / {formatNumber(language, total)}
            </span>
          )}
          <output className={styles['summary']}>{summary}</output>
        </div>
        <Segmented
          label={words.layout}
          showLabel={false}
          value={view}
          options={[
            { id: 'inline', label: words.inline },
            { id: 'side', label: words.sideBySide },
          ]}
          onChange={(chosen) => viewStore.set({ view: chosen })}
        />
        <div className={styles['actions']}>{actions}</div>
      </div>
      {children}
    </section>
  )
}

/** Keys of a comparison: from change to change, undo of what was taken back, and the way out. */
function useFrameKeys(go: (step: 1 | -1) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null
    if (event.defaultPrevented || target?.closest('[role="dialog"], [role="alertdialog"], [role="listbox"]'))
      return
    // What had the focus may have gone with a change that was taken back.
    const isInside = target === document.body || target?.closest('[data-comparison]') !== null
    if (event.altKey && event.key === 'ArrowDown') go(1)
    else if (event.altKey && event.key === 'ArrowUp') go(-1)
    else if (event.key === 'Escape') closeComparison()
    else if (isInside && hasMod(event) && event.key.toLowerCase() === 'z') {
      if (event.shiftKey) theDeskInUse()?.redo()
      else theDeskInUse()?.undo()
    } else return
    event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
