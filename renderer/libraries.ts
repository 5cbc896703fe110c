/** Opening and making libraries: what was typed is saved first, and the window goes along. */
import type { AppState, UiLanguage } from '../core/bridge.ts'
import { articles, flushAll } from './article.ts'
import type { FailureData } from '../core/errors.ts'
import { call, failureOf, keys, queryClient, setAppState } from './bridge.ts'
import { attempt, sayFailure } from './ui/toasts.tsx'
import { windowState } from './window.ts'

/**
 * Saves everything, then does `work`, which opens another library. Nothing can be typed meanwhile: it would belong to
 * neither, or come into an article of the other one. False when nothing else is open now.
 */
async function change(work: () => Promise<AppState | null>): Promise<boolean> {
  const letGo = holdStill()
  try {
    const failure = await flushAll()
    if (failure !== null) {
      sayFailure(failure)
      return false
    }
    const state = await work().catch((thrown: unknown) => turnedAway(failureOf(thrown)))
    if (state === null) return false
    articles.clear()
    setAppState(queryClient, state)
    return true
  } finally {
    letGo()
  }
}

/** Keeps keys and clicks from the window, dialogs aside, until the returned function is called. */
function holdStill(): () => void {
  const window = document.getElementById('window')
  const focused = document.activeElement
  if (window !== null) window.inert = true
  return () => {
    if (window !== null) window.inert = false
    // Being inert has taken the focus away.
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus()
  }
}

/** Says why a library was not opened; of a damaged one the writer is asked whether to see what can be done. */
function turnedAway(failure: FailureData): null {
  const isOpen = queryClient.getQueryData<AppState>(keys.state)?.library != null
  if (failure.code === 'library.damaged' && isOpen) {
    windowState.open({ name: 'turnTo', folder: failure.detail.file.replace(/[/\\][^/\\]*$/, '') })
  } else sayFailure(failure)
  return null
}

export function openRecent(folder: string): Promise<boolean> {
  return change(() => call('library.openRecent', { folder }))
}

export function openSample(language: UiLanguage): Promise<boolean> {
  return change(() => call('library.openSample', { language }))
}

/** Lets the writer choose the folder of a library, and opens it. */
export function chooseLibrary(): Promise<boolean> {
  return change(() => call('library.chooseAndOpen', {}))
}

export function createLibrary(name: string, language: string, parent: string): Promise<boolean> {
  return change(() => call('library.create', { name, language, parent }))
}

export async function forgetRecent(folder: string): Promise<void> {
  const state = await attempt(call('library.forgetRecent', { folder }))
  if (state !== undefined) setAppState(queryClient, state)
}
