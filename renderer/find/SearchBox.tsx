import { BookmarkPlus, Search, X } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { Button } from 'react-aria-components'
import { completionAt, type Offer } from '../../core/find/complete.ts'
import { IconButton } from '../ui/Button.tsx'
import { windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import { Offers } from './Offers.tsx'
import { searchFor, useQuery } from './query.ts'
import styles from './SearchBox.module.css'
import { useSources } from './sources.ts'

/** Time after the last key until the list is searched, in milliseconds. */
const SEARCH_AFTER = 120

/** The field that searches the list, with completion. `onDown` goes to the list. */
export function SearchBox({ onDown }: { readonly onDown: () => void }) {
  const words = useWords()
  const language = useLanguage()
  const sources = useSources()
  const { text } = useQuery()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(text)
  const [seen, setSeen] = useState(text)
  const [caret, setCaret] = useState(0)
  /** `asked`: also where nothing stands yet. */
  const [open, setOpen] = useState<'closed' | 'typing' | 'asked'>('closed')
  const [active, setActive] = useState(-1)
  // Another filter ends the search: the field follows.
  if (seen !== text) {
    setSeen(text)
    if (text !== typed.trim()) setTyped(text)
  }
  useEffect(() => {
    const asked = typed.trim()
    if (asked === text) return
    const timer = setTimeout(() => searchFor(asked), SEARCH_AFTER)
    return () => clearTimeout(timer)
  }, [typed, text])

  const completion = completionAt(typed, caret, sources, language, open === 'asked')
  const offers = open === 'closed' ? [] : completion.offers
  const close = () => {
    setOpen('closed')
    setActive(-1)
  }
  const type = (value: string, at: number) => {
    setTyped(value)
    setCaret(at)
    setActive(-1)
    setOpen('typing')
  }
  const take = (offer: Offer) => {
    const rest = typed.slice(completion.end)
    const insert = rest.startsWith(' ') ? offer.insert.trimEnd() : offer.insert
    const at = completion.start + insert.length
    // At once: a letter that is typed before the caret is in its place would go elsewhere.
    flushSync(() => type(typed.slice(0, completion.start) + insert + rest, at))
    if (offer.kind === 'value') close()
    input.current?.focus()
    input.current?.setSelectionRange(at, at)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const chosen = offers[active]
    const isDown = event.key === 'ArrowDown'
    if (isDown && event.altKey) setOpen('asked')
    else if (isDown && active < offers.length - 1) setActive(active + 1)
    else if (event.key === 'ArrowUp' && active >= 0) setActive(active - 1)
    else if (event.key === 'Enter' && chosen !== undefined) take(chosen)
    else if (isDown || event.key === 'Enter') {
      close()
      onDown()
    } else if (event.key === 'Escape' && offers.length > 0) close()
    else if (event.key === 'Escape' && typed !== '') type('', 0)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles['place']}>
      <div className={styles['search']}>
        <Search aria-hidden />
        <input
          ref={input}
          role="combobox"
          aria-label={words.list.searchLabel}
          aria-autocomplete="list"
          aria-expanded={offers.length > 0}
          aria-controls={id}
          {...(active >= 0 && active < offers.length ? { 'aria-activedescendant': `${id}-${active}` } : {})}
          className={styles['input']}
          placeholder={words.list.search}
          spellCheck="false"
          autoComplete="off"
          value={typed}
          onChange={({ target }) => type(target.value, target.selectionStart ?? target.value.length)}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? 0)}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
        {typed !== '' && (
          <>
            <IconButton
              className={styles['keep'] ?? ''}
              icon={BookmarkPlus}
              label={words.find.keep}
              onPress={() => windowState.open({ name: 'search', id: null, query: typed.trim() })}
            />
            <Button
              className={styles['clear'] ?? ''}
              aria-label={words.list.clearSearch}
              onPress={() => {
                type('', 0)
                input.current?.focus()
              }}
            >
              <X aria-hidden />
            </Button>
          </>
        )}
      </div>
      <Offers id={id} offers={offers} active={active} onTake={take} />
    </div>
  )
}
