import { useEffect, useImperativeHandle, useLayoutEffect, useRef, type KeyboardEvent, type Ref } from 'react'
import { patchArticle } from '../article.ts'
import { useWords } from '../words.tsx'
import styles from './editor.module.css'
import { usePane } from './pane.tsx'
import { useFieldUndo } from './use-field-undo.ts'
import { focusToolbar } from './use-toolbar-keys.ts'

/** What the editor takes for its textarea; its commands are ours and read nothing of it. */
const STAND_IN = { value: '', selectionStart: 0, selectionEnd: 0 } as HTMLTextAreaElement

/** The sheet that is written on: title, summary and text, one under another, scrolling together. */
export function Sheet({ ref }: { readonly ref?: Ref<HTMLTextAreaElement> }) {
  const { desk, article, focusMode, onLeaveFocusMode } = usePane()
  const words = useWords().editor
  const title = useRef<HTMLTextAreaElement>(null)
  const summary = useRef<HTMLTextAreaElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const finder = useRef<HTMLDivElement>(null)
  const changed = {
    title: useFieldUndo(title, article.id, 'title', article.title),
    summary: useFieldUndo(summary, article.id, 'summary', article.summary),
  }
  useImperativeHandle(ref, () => STAND_IN, [])

  useLayoutEffect(() => {
    const place = body.current
    if (place === null) return
    place.append(desk.view.dom)
    desk.view.requestMeasure()
    desk.restorePlace()
  }, [desk])

  useEffect(() => {
    const scroller = desk.scroller
    scroller?.addEventListener('scroll', desk.scrolled, { passive: true })
    return () => scroller?.removeEventListener('scroll', desk.scrolled)
  }, [desk])

  useEffect(() => {
    desk.setExits({
      leave: () => {
        if (!focusToolbar(desk.view.dom)) onLeaveFocusMode?.()
      },
      up: () => (focusMode ? title : summary).current?.focus(),
    })
  }, [desk, focusMode, onLeaveFocusMode])

  useLayoutEffect(() => finder.current?.append(desk.panelHolder), [desk])

  const change = (field: 'title' | 'summary', typed: string) => {
    const value = oneLine(typed)
    changed[field](value)
    patchArticle(article.id, { [field]: value })
  }
  const readOnly = article.trashedAt !== null
  const language = article.language ?? undefined
  return (
    <div className={styles['sheet']}>
      <div className={styles['findHolder']} ref={finder} />
      <div className={styles['column']}>
        {readOnly && <p className={styles['trashed']}>{words.trashed}</p>}
        <textarea
          ref={title}
          className={styles['title']}
          rows={1}
          value={article.title}
          placeholder={words.titlePlaceholder}
          aria-label={words.title}
          lang={language}
          readOnly={readOnly}
          onChange={(event) => change('title', event.target.value)}
          onKeyDown={(event) => onward(event, () => (focusMode ? desk.view : summary.current)?.focus())}
        />
        <textarea
          ref={summary}
          className={styles['summary']}
          rows={1}
          value={article.summary}
          placeholder={words.summaryPlaceholder}
          aria-label={words.summary}
          lang={language}
          readOnly={readOnly}
          onChange={(event) => change('summary', event.target.value)}
          onKeyDown={(event) =>
            onward(
              event,
              () => desk.view.focus(),
              () => title.current?.focus(),
            )
          }
        />
        <div ref={body} className={styles['body']} />
      </div>
    </div>
  )
}

/** Titles and summaries are one paragraph, however they were pasted. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ')
}

/** Enter and the arrow down at the end go on to the next field; the arrow up at the start goes back. */
function onward(event: KeyboardEvent<HTMLTextAreaElement>, next: () => void, previous?: () => void): void {
  if (event.nativeEvent.isComposing) return
  const { selectionStart, selectionEnd, value } = event.currentTarget
  const isBare = selectionStart === selectionEnd
  const goes =
    event.key === 'Enter' || (event.key === 'ArrowDown' && isBare && selectionEnd === value.length)
      ? next
      : event.key === 'ArrowUp' && isBare && selectionStart === 0
        ? previous
        : undefined
  if (goes === undefined) return
  event.preventDefault()
  goes()
}
