import { useEffect, useLayoutEffect } from 'react'
import type { AppState } from '../core/bridge.ts'
import { ActProgress } from './acts/ActProgress.tsx'
import { useAppState } from './bridge.ts'
import { Dialogs } from './Dialogs.tsx'
import { PicturePickerHost } from './media/PicturePicker.tsx'
import { Start } from './start/Start.tsx'
import { ConfirmHost } from './ui/confirm.tsx'
import { ContextMenuHost } from './ui/ContextMenu.tsx'
import { ToastHost } from './ui/toasts.tsx'
import { LanguageProvider } from './words.tsx'
import { Workbench } from './Workbench.tsx'

/** The whole window. */
export function App() {
  const state = useAppState().data
  if (state === undefined) return null
  return <Window state={state} />
}

function Window({ state }: { readonly state: AppState }) {
  const { language, appearance } = state.settings
  const { library } = state
  useLayoutEffect(() => {
    if (appearance === 'system') document.documentElement.removeAttribute('data-appearance')
    else document.documentElement.dataset['appearance'] = appearance
  }, [appearance])
  useEffect(() => {
    document.title = library === null ? 'Longhand' : `${library.site.name} – Longhand`
  }, [library])
  return (
    <LanguageProvider language={language === 'system' ? state.systemLanguage : language}>
      {library === null ? (
        <Start state={state} />
      ) : (
        <Workbench key={state.opening} state={state} library={library} />
      )}
      <Dialogs state={state} />
      <PicturePickerHost />
      <ConfirmHost />
      <ContextMenuHost />
      <ActProgress />
      <ToastHost />
    </LanguageProvider>
  )
}
