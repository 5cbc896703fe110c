import { ListFilter, X } from 'lucide-react'
import { Button, Input, SearchField } from 'react-aria-components'
import { useWords } from '../words.tsx'
import styles from './CategoryFilter.module.css'

export interface CategoryFilterProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** To the list below it. */
  readonly onDown: () => void
}

/** Narrows a long list to what has in its name what is typed. */
export function CategoryFilter({ label, value, onChange, onDown }: CategoryFilterProps) {
  const words = useWords()
  return (
    <SearchField
      aria-label={label}
      className={styles['field'] ?? ''}
      value={value}
      onChange={onChange}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
        event.preventDefault()
        onDown()
      }}
    >
      <ListFilter aria-hidden />
      <Input className={styles['input'] ?? ''} placeholder={words.sidebar.filter} spellCheck="false" />
      {value !== '' && (
        <Button className={styles['clear'] ?? ''} aria-label={words.sidebar.clearFilter}>
          <X aria-hidden />
        </Button>
      )}
    </SearchField>
  )
}
