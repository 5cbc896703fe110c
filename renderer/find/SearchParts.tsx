import { X } from 'lucide-react'
import { Button, Tag, TagGroup, TagList } from 'react-aria-components'
import { withField, withoutPart } from '../../core/find/complete.ts'
import { FIELDS } from '../../core/find/fields.ts'
import { calledBy, namedIn } from '../../core/find/names.ts'
import type { Part } from '../../core/find/query.ts'
import type { UiWords } from '../../core/locale/ui/index.ts'
import { useLanguage, useWords } from '../words.tsx'
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
        {problems.map(({ text: problem, isLast, mend }) => (
          <span key={problem} data-last={isLast || undefined}>
            {problem}{' '}
            {mend !== null && (
              <Button className={styles['mend'] ?? ''} onPress={mend.run}>
                {mend.label}
              </Button>
            )}
          </span>
        ))}
      </output>
    </>
  )
}

/** So many things that are wrong are said at once; the rest shows when those are mended. */
const MOST_PROBLEMS = 3

interface Told {
  readonly text: string
  /** It is about what the search ends with, which may still be being written. */
  readonly isLast: boolean
  /** Puts right what was probably meant; null where that is not known. */
  readonly mend: { readonly label: string; readonly run: () => void } | null
}

/** What is wrong with the search, in words. */
function useProblems(): readonly Told[] {
  const { find } = useWords()
  const language = useLanguage()
  const { text, query } = useQuery()
  const sources = useSources()
  const wrong = query.problems.map((problem): Told => {
    const told = { text: find.problem(problem), isLast: problem.end === text.length }
    const near = problem.code === 'unknownField' ? problem.near : null
    if (problem.code !== 'unknownField' || near === null) return { ...told, mend: null }
    const [name] = FIELDS[near][language]
    const run = () => {
      searchFor(withField(text, problem, name))
      // The button goes with what it mends.
      document.querySelector<HTMLElement>('[data-pane="list"] [role=combobox]')?.focus()
    }
    return { ...told, mend: { label: find.useField(name), run } }
  })
  const nobody = namedIn(query.wish)
    .filter(({ what, name }) => calledBy(sources[what], name).length === 0)
    .map(({ what, name }): Told => ({ text: find.nobody[what](name), isLast: false, mend: null }))
  const all = new Map([...wrong, ...nobody].map((told) => [told.text, told]))
  return [...all.values()].slice(0, MOST_PROBLEMS)
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
