/** Short messages that come and go: what was done, with a way back; and what failed, until it is read. */
import { TriangleAlert, X } from 'lucide-react'
import { useEffect } from 'react'
import type { FailureData } from '../../core/errors.ts'
import { failureOf } from '../bridge.ts'
import { createStore, useStore } from '../store.ts'
import { useWords } from '../words.tsx'
import { Button, IconButton } from './Button.tsx'
import styles from './toasts.module.css'

/** What a message offers to do, under its own name. */
interface Offer {
  readonly label: string
  readonly run: () => void
}

interface Toast {
  readonly id: number
  readonly text: string | null
  readonly failure: FailureData | null
  /** A function: to undo what was done. */
  readonly offer: Offer | (() => void) | null
  /** What it is about, for whoever makes it untrue. */
  readonly about: string | null
}

/** How long a message stays, in milliseconds; longer when it offers a way back. A failure stays. */
const STAYS = { plain: 4000, offer: 9000 }
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

/**
 * Says what was done, and offers to undo it, or something else under its own name. It takes the place of what was said
 * `about` the same before.
 */
export function say(text: string, offer: Toast['offer'] = null, about: string | null = null): void {
  if (about !== null) store.set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.about !== about) }))
  show({ text, failure: null, offer, about })
}

/** Says what failed. */
export function sayFailure(failure: FailureData): void {
  show({ text: null, failure, offer: null, about: null })
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

/** What failed stays until it is read; what the writer stopped did not fail. */
function stays({ failure }: Toast): boolean {
  return failure !== null && failure.code !== 'cancelled'
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
          .filter((toast) => !stays(toast))
          .map((toast) => (
            <ToastBox key={toast.id} toast={toast} />
          ))}
      </output>
      <div role="alert">
        {toasts.filter(stays).map((toast) => (
          <ToastBox key={toast.id} toast={toast} />
        ))}
      </div>
    </section>
  )
}

function ToastBox({ toast }: { readonly toast: Toast }) {
  const words = useWords()
  const { id, failure } = toast
  const offer =
    typeof toast.offer === 'function' ? { label: words.common.undo, run: toast.offer } : toast.offer
  const isFault = stays(toast)
  const time = offer === null ? STAYS.plain : STAYS.offer
  useEffect(() => {
    if (isFault) return
    const timer = setTimeout(() => dismiss(id), time)
    return () => clearTimeout(timer)
  }, [id, time, isFault])
  const text = failure === null ? null : words.failure(failure)
  return (
    <div className={styles['toast']}>
      {isFault && <TriangleAlert aria-hidden className={styles['sign']} />}
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
      {offer !== null && (
        <Button
          kind="quiet"
          onPress={() => {
            dismiss(id)
            offer.run()
          }}
        >
          {offer.label}
        </Button>
      )}
      <IconButton icon={X} label={words.common.close} onPress={() => dismiss(id)} />
    </div>
  )
}
