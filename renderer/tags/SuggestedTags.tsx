import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { Button, Toolbar, TooltipTrigger } from 'react-aria-components'
import type { TagSuggestion } from '../../core/bridge.ts'
import type { UiWords } from '../../core/locale/ui/index.ts'
import { Tip } from '../ui/Button.tsx'
import { useWords } from '../words.tsx'
import styles from './Suggested.module.css'

export interface SuggestedTagsProps {
  readonly tags: readonly TagSuggestion[]
  readonly onAdd: (name: string) => void
}

/** Tags that suit the article, each one press away: a row that is one stop for the Tab key, with arrows inside. */
export function SuggestedTags({ tags, onAdd }: SuggestedTagsProps) {
  const words = useWords()
  const row = useRef<HTMLDivElement>(null)
  if (tags.length === 0) return null
  const add = (name: string, index: number, byKey: boolean) => {
    onAdd(name)
    // The chip goes with what it offered: the next one takes the focus, so that one key adds several.
    if (byKey) requestAnimationFrame(() => focusChip(row.current, index))
  }
  return (
    <Toolbar ref={row} aria-label={words.tags.suggested} className={styles['chips'] ?? ''}>
      {tags.map((tag, index) => (
        <TooltipTrigger key={tag.name} delay={600} closeDelay={80}>
          <Button
            className={styles['chip'] ?? ''}
            aria-label={words.tags.add(tag.name)}
            onPress={({ pointerType }) =>
              add(tag.name, index, pointerType === 'keyboard' || pointerType === 'virtual')
            }
          >
            <Plus aria-hidden />
            <span className={styles['name']}>{tag.name}</span>
          </Button>
          <Tip label={reasonOf(words, tag)} />
        </TooltipTrigger>
      ))}
    </Toolbar>
  )
}

function reasonOf(words: UiWords, { inText, related }: TagSuggestion): string {
  const parts = [inText ? words.tags.inText : '', related > 0 ? words.tags.related(related) : '']
  return parts.filter((part) => part !== '').join(' · ')
}

function focusChip(row: HTMLElement | null, index: number): void {
  const chips = row?.querySelectorAll<HTMLElement>('button') ?? []
  chips[Math.min(index, chips.length - 1)]?.focus()
}
