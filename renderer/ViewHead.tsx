import { ArrowLeft, PanelLeft } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { leavePictures } from './actions.ts'
import { COMMAND_KEYS, runCommand } from './commands.ts'
import { IconButton } from './ui/Button.tsx'
import styles from './ViewHead.module.css'
import { useWords } from './words.tsx'

export interface ViewHeadProps {
  readonly title: string
  /** How much the view holds, or what is to be known of it. */
  readonly count: string
  readonly back: string
  /** Whether the sidebar stands beside the view. */
  readonly sidebar: boolean
  readonly children?: ReactNode
}

/** Head of a view that takes the place of the articles, with the way back to them. */
export function ViewHead({ title, count, back, sidebar, children }: ViewHeadProps) {
  const words = useWords()
  useLeaveByEscape()
  return (
    <header className={styles['head']}>
      {!sidebar && (
        <IconButton
          icon={PanelLeft}
          label={words.commands.names['pane.sidebar']}
          keys={COMMAND_KEYS['pane.sidebar']}
          onPress={() => runCommand('pane.sidebar')}
        />
      )}
      <IconButton icon={ArrowLeft} label={back} keys="Esc" onPress={leavePictures} />
      <h2 className={styles['title']}>{title}</h2>
      <output className={styles['count']}>{count}</output>
      {children}
    </header>
  )
}

/** Escape goes back to the articles, when nothing lies over the view. */
function useLeaveByEscape(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isSearching = event.target instanceof HTMLInputElement && event.target.value !== ''
      if (event.key !== 'Escape' || event.defaultPrevented || isSearching) return
      if (
        document.querySelector('[data-trigger], [role="dialog"], [role="alertdialog"], [role="menu"]') !==
        null
      )
        return
      leavePictures()
    }
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [])
}
