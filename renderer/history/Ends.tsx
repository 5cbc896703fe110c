import { ArrowRight } from 'lucide-react'
import type { RevisionHead } from '../../core/revisions.ts'
import { compare } from '../compare/comparing.ts'
import { Choice } from '../ui/Choice.tsx'
import { useLanguage, useWords } from '../words.tsx'
import { dayName, timeOf } from './days.ts'
import styles from './history.module.css'
import { useRevisions } from './revisions.ts'

interface EndsProps {
  readonly articleId: number
  readonly from: number
  readonly to: number | 'now'
}

/** What is compared to what: both can be chosen. The older one is always the first. */
export function Ends({ articleId, from, to }: EndsProps) {
  const words = useWords().history
  const language = useLanguage()
  const { data: revisions = [] } = useRevisions(articleId)
  const label = ({ at, name, kind }: RevisionHead) => {
    const day = dayName(words, language, at.slice(0, 10))
    return `${day} ${timeOf(at)} · ${name === '' ? words.kinds[kind] : name}`
  }
  const options = revisions.map((head) => ({ id: String(head.id), label: label(head) }))
  // Numbers grow with time: of two revisions the one with the lower is the older.
  const choose = (one: number, other: number | 'now') => {
    const isTurned = other !== 'now' && one > other
    if (one !== other)
      compare({
        kind: 'revisions',
        articleId,
        from: isTurned ? other : one,
        to: isTurned ? one : other,
      })
  }
  return (
    <div className={styles['ends']}>
      <Choice
        label={words.from}
        showLabel={false}
        value={String(from)}
        options={options}
        onChange={(id) => choose(Number(id), to)}
      />
      <ArrowRight aria-label={words.towards} />
      <Choice
        label={words.to}
        showLabel={false}
        value={String(to)}
        options={[{ id: 'now', label: words.now }, ...options]}
        onChange={(id) => choose(from, id === 'now' ? 'now' : Number(id))}
      />
    </div>
  )
}
