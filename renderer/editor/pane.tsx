import { createContext, useContext, type ReactNode } from 'react'
import type { Article, Site } from '../../core/article.ts'
import type { Settings, View } from '../../core/bridge.ts'
import type { Desk } from './desk.ts'

/** What the parts of the editor pane share. */
export interface Pane {
  readonly desk: Desk
  /** Its text may be older than what is on the desk. */
  readonly article: Article
  readonly site: Site
  readonly settings: Settings
  readonly view: View
  readonly focusMode: boolean
  readonly onViewChange: (view: View) => void
  readonly onLeaveFocusMode?: (() => void) | undefined
  readonly onOpenArticle?: ((articleId: number) => void) | undefined
}

const PaneContext = createContext<Pane | null>(null)

export function PaneProvider({ pane, children }: { readonly pane: Pane; readonly children: ReactNode }) {
  return <PaneContext value={pane}>{children}</PaneContext>
}

/** The pane around this component. */
export function usePane(): Pane {
  const pane = useContext(PaneContext)
  if (pane === null) throw new Error('This component belongs in an EditorPane')
  return pane
}
