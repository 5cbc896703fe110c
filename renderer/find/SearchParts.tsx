import { X } from 'lucide-react'
import { Button, Tag, TagGroup, TagList } from 'react-aria-components'
import { withoutPart } from '../../core/find/complete.ts'
import { calledBy, namedIn } from '../../core/find/names.ts'
import type { Part } from '../../core/find/query.ts'
import type { UiWords } from '../../core/locale/ui/index.ts'
import { useWords } from '../words.tsx'
import { searchFor, useQuery } from './query.ts'
import styles from './SearchBox.module.css'
import { useSources } from './sources.ts'

/** The pieces of a search that are more than words, each to be taken out, and what is wrong with it. */
export function SearchParts() {
  const words = useWords()
  const { text, query } = useQuery()
  const parts = query.parts.filter(({ kind, isNot }) => kind !== 'text' || isNot)
  const problems = useProblems()
  return (
    <>
      {parts.length > 0 && (
        <TagGroup
          aria-label={words.find.parts}
          onRemove={(keys) => {
            const gone = parts.find(({ start }) => keys.has(start))
            if (gone !== undefined) searchFor(withoutPart(text, gone))
          }}
        >
          <TagList className={styles['parts'] ?? ''}>
            {parts.map((part) => {
              const name = partInWords(words, text, part)
              return (
                <Tag key={part.start} id={part.start} textValue={name} className={styles['part'] ?? ''}>
                  <span className={styles['partName']}>{name}</span>
                  <Button
                    slot="remove"
                    className={styles['clear'] ?? ''}
                    aria-label={words.find.remove(name)}
                  >
                    <X aria-hidden />
                  </Button>
                </Tag>
              )
            })}
          </TagList>
        </TagGroup>
      )}
      <output className={problems.length === 0 ? 'spoken' : styles['problem']}>
        {problems.map((problem) => (
          <span key={problem}>{problem}</span>
        ))}
      </output>
    </>
  )
}

/** So many things that are wrong are said at once; the rest shows when those are mended. */
const MOST_PROBLEMS = 3

/** What is wrong with the search, in words. */
function useProblems(): readonly string[] {
  const { find } = useWords()
  const { query } = useQuery()
  const sources = useSources()
  const wrong = query.problems.map((problem) => find.problem(problem))
  const nobody = namedIn(query.wish)
    .filter(({ what, name }) => calledBy(sources[what], name).length === 0)
    .map(({ what, name }) => find.nobody[what](name))
  return [...new Set([...wrong, ...nobody])].slice(0, MOST_PROBLEMS)
}

function partInWords(
  { find }: UiWords,
  text: string,
  { kind, field, value, start, end, isNot }: Part,
): string {
  const written = text.slice(start, end)
  if (kind === 'group') return written
  if (field === null) return isNot ? find.not(value) : value
  const label = find.fields[field]
  return isNot ? find.not(`${label.toLowerCase()}: ${value}`) : `${label}: ${value}`
}
