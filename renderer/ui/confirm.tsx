import { createStore, useStore } from '../store.ts'
import { useWords } from '../words.tsx'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

interface Question {
  readonly title: string
  readonly detail: string
  readonly action: string
  readonly answer: (yes: boolean) => void
}

const store = createStore<{ readonly question: Question | null }>({ question: null })

/** Asks before something is lost. Resolves with false when the writer changes their mind. */
export function confirm(question: Omit<Question, 'answer'>): Promise<boolean> {
  return new Promise((resolve) => {
    store.set({
      question: {
        ...question,
        answer: (yes) => {
          store.set({ question: null })
          resolve(yes)
        },
      },
    })
  })
}

/** Where questions appear. Once in the window. */
export function ConfirmHost() {
  const words = useWords()
  const question = useStore(store, (value) => value.question)
  if (question === null) return null
  return (
    <Dialog
      alert
      size="small"
      title={question.title}
      onClose={() => question.answer(false)}
      actions={
        <>
          {/* The answer that loses nothing is the one under the Enter key. */}
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
          <Button autoFocus onPress={() => question.answer(false)}>
            {words.common.cancel}
          </Button>
          <Button kind="danger" onPress={() => question.answer(true)}>
            {question.action}
          </Button>
        </>
      }
    >
      <p>{question.detail}</p>
    </Dialog>
  )
}
