import { useLayoutEffect } from 'react'
import type { AppState } from '../core/bridge.ts'
import { useAppState } from './bridge.ts'
import { LanguageProvider, useWords } from './words.tsx'

/** The whole window. */
export function App() {
  const state = useAppState().data
  if (state === undefined) return null
  return <Window state={state} />
}

function Window({ state }: { state: AppState }) {
  const { language, appearance } = state.settings
  useLayoutEffect(() => {
    if (appearance === 'system') document.documentElement.removeAttribute('data-appearance')
    else document.documentElement.dataset['appearance'] = appearance
  }, [appearance])
  return (
    <LanguageProvider language={language === 'system' ? state.systemLanguage : language}>
      <Placeholder />
    </LanguageProvider>
  )
}

function Placeholder() {
  return <p>{useWords().common.loading}</p>
}
