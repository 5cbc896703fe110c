/** Which sections and categories of the sidebar stand open. Kept by the window itself, for this computer. */
import { createStore, useStore } from '../store.ts'

export interface Folds {
  readonly categories: boolean
  readonly tags: boolean
  readonly authors: boolean
  readonly searches: boolean
  /** Categories that are closed: a new one is open. */
  readonly closed: readonly number[]
}

const KEY = 'longhand.sidebar'
const FIRST: Folds = { categories: true, tags: false, authors: false, searches: true, closed: [] }

const store = createStore<Folds>(kept())

function kept(): Folds {
  try {
    return { ...FIRST, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Folds>) }
  } catch {
    // What was kept cannot be read: how the sidebar looked is not worth a word to the writer.
    return FIRST
  }
}

export function useFolds<P>(select: (folds: Folds) => P): P {
  return useStore(store, select)
}

export function setFolds(change: Partial<Folds>): void {
  store.set(change)
  localStorage.setItem(KEY, JSON.stringify(store.get()))
}

/** Opens a category, so that what is in it can be seen. */
export function unfold(id: number): void {
  setFolds({ closed: store.get().closed.filter((each) => each !== id) })
}
