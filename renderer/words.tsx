/** The language of the window, and its words. */
import { createContext, useContext, useLayoutEffect, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { UiLanguage } from '../core/bridge.ts'
import { uiLocale, uiWords, type UiWords } from '../core/locale/ui/index.ts'

const LanguageContext = createContext<UiLanguage>('en')

/** The language in which the window speaks now. */
export function useLanguage(): UiLanguage {
  return useContext(LanguageContext)
}

/** Every word of the window, in its language. */
export function useWords(): UiWords {
  return uiWords[useLanguage()]
}

/** Speaks `language` to everything inside, and tells assistive technology so. */
export function LanguageProvider(props: { language: UiLanguage; children: ReactNode }) {
  useLayoutEffect(() => {
    document.documentElement.lang = uiLocale(props.language)
  }, [props.language])
  return (
    <LanguageContext value={props.language}>
      <I18nProvider locale={uiLocale(props.language)}>{props.children}</I18nProvider>
    </LanguageContext>
  )
}
