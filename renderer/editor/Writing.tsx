import MDEditor, { type ICommand } from '@uiw/react-md-editor/nohighlight'
import { memo, useMemo, useRef } from 'react'
import { useCommand } from '../commands.ts'
import { Preview } from '../preview/Preview.tsx'
import { useWords } from '../words.tsx'
import styles from './editor.module.css'
import type { Pane } from './pane.tsx'
import { Sheet } from './Sheet.tsx'
import { toolbarCommands, viewCommands } from './toolbar.tsx'
import { toolsThatFit } from './toolbar-fit.ts'
import { useToolbarKeys } from './use-toolbar-keys.ts'
import { useWidth } from './use-width.ts'

const MODES = { write: 'edit', split: 'live', preview: 'preview' } as const

/** The library's editor reads neither: the text lives in CodeMirror, and both panes scroll by `preview/scroll-step`. */
const NO_TEXT = ''

const components = {
  textarea: () => <Sheet />,
  preview: () => <Preview />,
}

/** The editor around the text: toolbar, text, preview. The text itself never passes through React. */
export const Writing = memo(function Writing({
  desk,
  view,
  focusMode,
  onViewChange,
}: Pick<Pane, 'desk' | 'view' | 'focusMode' | 'onViewChange'>) {
  const words = useWords().editor
  const root = useRef<HTMLDivElement>(null)
  const fit = toolsThatFit(useWidth(root))
  const commands = useMemo<ICommand[]>(() => toolbarCommands(desk, words, fit), [desk, words, fit])
  const views = useMemo<ICommand[]>(
    () => viewCommands(words, view, onViewChange),
    [words, view, onViewChange],
  )
  useCommand('edit.find', () => desk.find())
  useToolbarKeys(root, words.toolbar, () => desk.view.focus())

  const editor = useMemo(
    () => (
      <MDEditor
        value={NO_TEXT}
        preview={MODES[view]}
        height="100%"
        visibleDragbar={false}
        enableScroll={false}
        overflow={false}
        hideToolbar={focusMode}
        commands={commands}
        extraCommands={views}
        components={components}
      />
    ),
    [view, focusMode, commands, views],
  )
  return (
    <div ref={root} className={styles['editor']}>
      {editor}
    </div>
  )
})
