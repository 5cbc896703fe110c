import { createContext, useContext } from 'react'
import type { Run } from '../../core/compare/index.ts'
import { useWords } from '../words.tsx'
import styles from './compare.module.css'

/** How both sides are spoken, where they are not what went and what came. */
export const SaysContext = createContext<Readonly<Record<'removed' | 'added', string>> | null>(null)

export interface RunsProps {
  readonly runs: readonly Run[]
  /** One side alone; both when it is left out. */
  readonly side?: 'old' | 'new'
  /** Line ends are changes of their own: false where whole paragraphs went or came. */
  readonly showLineEnds?: boolean
}

/**
 * Text with what went and what came in it. Neither by colour alone: what went is struck through, what came is
 * underlined, and both are spoken as what they are. The words are in the page as they are in the text, so that a
 * selection holds nothing else.
 */
export function Runs({ runs, side, showLineEnds = true }: RunsProps) {
  const words = useWords().history
  const says = useContext(SaysContext) ?? words
  const other = side === 'old' ? 'added' : side === 'new' ? 'removed' : null
  return runs.map(({ kind, text }, index) => {
    if (kind === other) return null
    if (kind === 'same')
      return (
        <span key={index} data-run={kind}>
          {text}
        </span>
      )
    const Tag = kind === 'removed' ? 'del' : 'ins'
    return (
      <Tag
        key={index}
        data-run={kind}
        className={styles[kind]}
        data-says={` [${says[kind]}: `}
        data-ends="] "
      >
        {showLineEnds ? withLineEnds(text) : text}
      </Tag>
    )
  })
}

/** Line ends in what changed, made visible: they are changes too. */
function withLineEnds(text: string) {
  if (!text.includes('\n')) return text
  return text.split(/(\n+)/).map((part, index) =>
    part.startsWith('\n') ? (
      <span key={index} className={styles['lineEnd']}>
        {part}
      </span>
    ) : (
      part
    ),
  )
}
