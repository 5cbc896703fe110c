import { UnfoldVertical } from 'lucide-react'
import { memo, useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { Button } from 'react-aria-components'
import type { ComparedParagraph } from '../../core/compare/index.ts'
import { formatNumber } from '../../core/locale/ui/index.ts'
import { useLanguage, useWords } from '../words.tsx'
import { Change, type ChangeActs } from './Change.tsx'
import styles from './compare.module.css'
import { chunksOf, type Chunk, type Row } from './rows.ts'
import { Runs } from './Runs.tsx'

export type View = 'inline' | 'side'

interface TextProps {
  readonly rows: readonly Row[]
  readonly view: View
  readonly acts: ChangeActs<number>
  /** Changes that come before those of the text. */
  readonly offset: number
  /** The change of the text to bring into sight; it has to be drawn for that. */
  readonly wanted: number
  readonly scroller: RefObject<HTMLElement | null>
  readonly onUnfold: (passage: number) => void
}

/** Pixels of a line of text before it is drawn: a guess. */
const LINE = 29

/** How far beyond what is in sight text is drawn, in pixels. */
const AHEAD = '1500px 0px'

/** The compared text. Pieces far out of sight are not drawn: however long it is, few are at a time. */
export function Text({ rows, wanted, ...rest }: TextProps) {
  const chunks = useMemo(() => chunksOf(rows), [rows])
  return chunks.map((chunk) => (
    <ChunkOfText
      key={chunk.from}
      {...rest}
      chunk={chunk}
      isWanted={chunk.rows.some((row) => row.kind === 'text' && row.change === wanted)}
    />
  ))
}

type ChunkProps = Omit<TextProps, 'rows' | 'wanted'> & { readonly chunk: Chunk; readonly isWanted: boolean }

const ChunkOfText = memo(function ChunkOfText({ chunk, isWanted, scroller, ...rest }: ChunkProps) {
  const element = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  const [height, setHeight] = useState<number | null>(null)
  useEffect(() => {
    const target = element.current
    if (target === null) return
    const observer = new IntersectionObserver(
      (entries) => {
        const isNear = entries.at(-1)?.isIntersecting === true
        if (!isNear && holdsWriter(target)) return
        if (!isNear) setHeight(target.offsetHeight)
        setNear(isNear)
      },
      { root: scroller.current, rootMargin: AHEAD },
    )
    observer.observe(target)
    return () => observer.disconnect()
  }, [scroller])
  const isDrawn = near || isWanted
  return (
    <div ref={element} style={isDrawn ? undefined : { height: height ?? chunk.lines * LINE }}>
      {isDrawn &&
        chunk.rows.map((row, index) => (
          <RowOfText key={chunk.from + index} {...rest} row={row} index={chunk.from + index} />
        ))}
    </div>
  )
})

/** Whether the focus or an end of the selection is in an element: then it must stay. */
function holdsWriter(element: Element): boolean {
  const selection = document.getSelection()
  return [document.activeElement, selection?.anchorNode, selection?.focusNode].some(
    (node) => node && element.contains(node),
  )
}

type RowProps = Omit<ChunkProps, 'chunk' | 'isWanted' | 'scroller'> & {
  readonly row: Row
  readonly index: number
}

function RowOfText({ row, index, view, acts, offset, onUnfold }: RowProps) {
  if (row.kind === 'fold') return <Fold index={index} row={row} onUnfold={onUnfold} />
  const text = <Paragraphs paragraphs={row.paragraphs} view={view} />
  return (
    <div data-row={index}>
      {row.change === null ? (
        text
      ) : row.first ? (
        <Change change={offset + row.change} id={row.change} acts={acts} spaced={endsInSpace(row.paragraphs)}>
          {text}
        </Change>
      ) : (
        <div
          className={styles['change']}
          data-choice={acts.choiceOf?.(row.change)}
          data-spaced={endsInSpace(row.paragraphs) || undefined}
        >
          {text}
        </div>
      )}
    </div>
  )
}

function endsInSpace(paragraphs: readonly ComparedParagraph[]): boolean {
  return /\n\s*\n$/.test(paragraphs.at(-1)?.runs.at(-1)?.text ?? '')
}

type ParagraphsProps = { readonly paragraphs: readonly ComparedParagraph[]; readonly view: View }

function Paragraphs({ paragraphs, view }: ParagraphsProps) {
  if (view === 'inline') return <Column paragraphs={paragraphs} />
  return (
    <div className={styles['columns']}>
      <Column paragraphs={paragraphs} side="old" />
      <Column paragraphs={paragraphs} side="new" />
    </div>
  )
}

function Column(props: { readonly paragraphs: readonly ComparedParagraph[]; readonly side?: 'old' | 'new' }) {
  const { paragraphs, ...side } = props
  return (
    <div className={styles['text']} data-column={side.side}>
      {paragraphs.map(({ kind, runs }, index) => (
        <Runs key={index} {...side} runs={runs} showLineEnds={kind === 'changed'} />
      ))}
    </div>
  )
}

interface FoldProps {
  readonly index: number
  readonly row: Extract<Row, { kind: 'fold' }>
  readonly onUnfold: (passage: number) => void
}

function Fold({ index, row, onUnfold }: FoldProps) {
  const words = useWords().history
  const language = useLanguage()
  return (
    <div className={styles['foldRow']} data-row={index}>
      <Button className={styles['fold'] ?? ''} onPress={() => onUnfold(row.passage)}>
        <UnfoldVertical aria-hidden />
        {words.unchanged(row.paragraphs, formatNumber(language, row.paragraphs))}
      </Button>
    </div>
  )
}
