import { ArrowDownWideNarrow, Search, Unlink2, X } from 'lucide-react'
import { Button, Input, SearchField } from 'react-aria-components'
import { IconButton } from '../ui/Button.tsx'
import { MenuButton } from '../ui/Menu.tsx'
import { classes } from '../ui/classes.ts'
import box from '../find/SearchBox.module.css'
import { useWords } from '../words.tsx'
import styles from './MediaBar.module.css'
import { MEDIA_SORTS, type MediaAsked } from './listing.ts'

export interface MediaBarProps {
  readonly asked: MediaAsked
  readonly onChange: (change: Partial<MediaAsked>) => void
  /** To the grid, from the search field. */
  readonly onDown: () => void
}

/** Which pictures are shown, and in which order. */
export function MediaBar({ asked, onChange, onDown }: MediaBarProps) {
  const words = useWords().media
  return (
    <>
      <SearchField
        aria-label={words.search}
        className={classes(box['search'], styles['search'])}
        value={asked.query}
        onChange={(query) => onChange({ query })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
          event.preventDefault()
          onDown()
        }}
      >
        <Search aria-hidden />
        <Input
          className={classes(box['input'], styles['input'])}
          placeholder={words.search}
          spellCheck="false"
        />
        {asked.query !== '' && (
          <Button className={box['clear'] ?? ''} aria-label={words.clearSearch}>
            <X aria-hidden />
          </Button>
        )}
      </SearchField>
      <IconButton
        icon={Unlink2}
        label={words.unused}
        pressed={asked.unused}
        onPress={() => onChange({ unused: !asked.unused })}
      />
      <MenuButton
        label={words.sort}
        placement="bottom end"
        parts={[
          {
            id: 'sort',
            heading: words.sort,
            lines: MEDIA_SORTS.map((sort) => ({
              id: sort,
              label: words.sortBy[sort],
              checked: asked.sort === sort,
              run: () => onChange({ sort }),
            })),
          },
        ]}
      >
        <IconButton icon={ArrowDownWideNarrow} label={words.sort} />
      </MenuButton>
    </>
  )
}
