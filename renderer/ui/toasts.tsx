/** Short messages that come and go: what was done, with a way back; and what failed, until it is read. */
import { TriangleAlert, X } from 'lucide-react'
import { useEffect } from 'react'
import type { FailureData } from '../../core/errors.ts'
import { failureOf } from '../bridge.ts'
import { createStore, useStore } from '../store.ts'
import { useWords } from '../words.tsx'
import { Button, IconButton } from './Button.tsx'
import styles from './toasts.module.css'

interface Toast {
  readonly id: number
  readonly text: string | null
  readonly failure: FailureData | null
  readonly undo: (() => void) | null
}

/** How long a message stays, in milliseconds; longer when it offers a way back. A failure stays. */
const STAYS = { plain: 4000, undo: 9000 }
const MOST_SHOWN = 3

const store = createStore<{ readonly toasts: readonly Toast[] }>({ toasts: [] })
let next = 0

function show(toast: Omit<Toast, 'id'>): void {
  next += 1
  const id = next
  store.set(({ toasts }) => ({ toasts: [...toasts, { ...toast, id }].slice(-MOST_SHOWN) }))
}

function dismiss(id: number): void {
  store.set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
}

/** Says what was done, and offers to undo it. */
export function say(text: string, undo: (() => void) | null = null): void {
  show({ text, failure: null, undo })
}

/** Says what failed. */
export function sayFailure(failure: FailureData): void {
  show({ text: null, failure, undo: null })
}

/** Waits for work that the writer asked for; says so when it fails, and gives undefined then. */
export async function attempt<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (thrown) {
    sayFailure(failureOf(thrown))
    return undefined
  }
}

/** Where messages appear. Once in the window. */
export function ToastHost() {
  const words = useWords()
  const toasts = useStore(store, (value) => value.toasts)
  return (
    <section
      aria-label={words.common.notifications}
      className={styles['host']}
      data-react-aria-top-layer="true"
    >
      <output>
        {toasts
          .filter(({ failure }) => failure === null)
          .map((toast) => (
            <ToastBox key={toast.id} toast={toast} />
          ))}
      </output>
      <div role="alert">
        {toasts
          .filter(({ failure }) => failure !== null)
          .map((toast) => (
            <ToastBox key={toast.id} toast={toast} />
          ))}
      </div>
    </section>
  )
}

function ToastBox({ toast }: { readonly toast: Toast }) {
  const words = useWords()
  const { id, undo, failure } = toast
  useEffect(() => {
    if (failure !== null) return
    const timer = setTimeout(() => dismiss(id), undo === null ? STAYS.plain : STAYS.undo)
    return () => clearTimeout(timer)
  }, [id, undo, failure])
  const text = failure === null ? null : words.failure(failure)
  return (
    <div className={styles['toast']}>
      {failure !== null && <TriangleAlert aria-hidden className={styles['sign']} />}
      <p className={styles['text']}>
        {text === null ? (
          toast.text
        ) : (
          <>
            <strong>{text.title}</strong>
            <span className={styles['detail']}>{text.detail}</span>
          </>
        )}
      </p>
      {undo !== null && (
        <Button
          kind="quiet"
          onPress={() => {
            dismiss(id)
            undo()
          }}
        >
          {words.common.undo}
        </Button>
      )}
      <IconButton icon={X} label={words.common.close} onPress={() => dismiss(id)} />
    </div>
  )
}
