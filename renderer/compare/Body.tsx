import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
} from 'react'
import type { ArticlePatch } from '../../core/article.ts'
import { changedFields, type ComparedField } from '../../core/compare/fields.ts'
import { hasMod } from '../keys.ts'
import { Empty } from '../ui/Empty.tsx'
import { useWords } from '../words.tsx'
import { TotalContext, type ChangeActs } from './Change.tsx'
import { selectedText } from './clean-copy.ts'
import styles from './compare.module.css'
import { Fields } from './Fields.tsx'
import { rowsOf } from './rows.ts'
import { Text, type View } from './Text.tsx'
import type { ComparedTexts } from './use-comparison.ts'

interface BodyProps {
  readonly before: Required<ArticlePatch>
  readonly after: Required<ArticlePatch>
  /** Null until it is known. */
  readonly compared: ComparedTexts | null
  readonly view: View
  /** The change that the writer is at; -1: none yet. Going to it again counts as another. */
  readonly at: { readonly change: number }
  readonly fieldActs: ChangeActs<ComparedField>
  readonly textActs: ChangeActs<number>
  readonly language: string
}

/** How many changes there are, in fields and text. */
export function changesIn(
  before: Required<ArticlePatch>,
  after: Required<ArticlePatch>,
  compared: ComparedTexts | null,
): { readonly fields: number; readonly total: number } {
  const fields = changedFields(before, after).length
  const texts = compared?.passages.filter(({ changed }) => changed).length ?? 0
  return { fields, total: fields + texts }
}

/** Both states of an article in one: fields first, then the text. */
export function Body(props: BodyProps) {
  const { before, after, compared, view, at, fieldActs, textActs, language } = props
  const words = useWords().history
  const scroller = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set())
  const passages = compared?.passages
  const rows = useMemo(() => (passages ? rowsOf(passages, unfolded) : []), [passages, unfolded])
  const { fields, total } = changesIn(before, after, compared)
  const isSame = compared !== null && total === 0
  const unfold = useCallback((passage: number) => {
    setUnfolded((known) => new Set([...known, passage]))
    // The button that had the focus is gone with the fold.
    scroller.current?.focus({ preventScroll: true })
  }, [])

  // The pane has the focus from the start, for keys and for speech.
  useEffect(() => scroller.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    // A change that was taken back took the focus with it.
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true })
  }, [compared])
  useEffect(() => {
    if (at.change < 0) return
    const target = scroller.current?.querySelector<HTMLElement>(`[data-change='${at.change}']`)
    // Not by a property: a thousand changes need not be drawn again for one that is gone to.
    scroller.current?.querySelector('[data-current]')?.removeAttribute('data-current')
    target?.setAttribute('data-current', '')
    target?.scrollIntoView({ block: 'center' })
    target?.focus({ preventScroll: true })
  }, [at])

  const onCopy = (event: ClipboardEvent) => {
    const text = selectedText(document.getSelection(), rows)
    if (text === null) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', text)
  }
  // The browser selects nothing where the page as a whole cannot be selected.
  const onKeyDown = (event: KeyboardEvent) => {
    if (!hasMod(event) || event.key.toLowerCase() !== 'a') return
    event.preventDefault()
    if (sheet.current !== null) document.getSelection()?.selectAllChildren(sheet.current)
  }
  // A selection stays in the column that it began in.
  const onPointerDown = ({ target, currentTarget }: PointerEvent<HTMLElement>) => {
    const column = (target as Element).closest<HTMLElement>('[data-column]')?.dataset['column']
    currentTarget.dataset['selects'] = column ?? 'both'
  }
  return (
    // It scrolls, so it must be reachable for the keys that scroll.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={scroller}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="region"
      aria-label={words.comparison}
      className={styles['scroller']}
      data-view={view}
      onCopy={onCopy}
      onKeyDown={onKeyDown}
      onPointerDownCapture={onPointerDown}
    >
      {compared === null ? (
        <output className={styles['waiting']}>{words.comparing}</output>
      ) : isSame ? (
        <Empty title={words.same} detail={words.sameDetail} />
      ) : (
        <TotalContext value={total}>
          <div ref={sheet} className={styles['sheet']} lang={language}>
            <Fields before={before} after={after} acts={fieldActs} />
            <Text
              rows={rows}
              view={view}
              acts={textActs}
              offset={fields}
              wanted={at.change - fields}
              scroller={scroller}
              onUnfold={unfold}
            />
          </div>
        </TotalContext>
      )}
    </div>
  )
}
