import { useState } from 'react'
import { Text } from 'react-aria-components'
import { type Article, FOOTER_PLACES } from '../../core/article.ts'
import { patchArticle } from '../article.ts'
import { Field } from '../ui/Field.tsx'
import { Switch } from '../ui/Switch.tsx'
import { useWords } from '../words.tsx'
import styles from './PageField.module.css'

/** Takes an article out of the stream, to be a page that the footer leads to, and tells where it stands there. */
export function PageField({ article }: { readonly article: Article }) {
  const words = useWords().inspector
  const { id, footerPlace } = article
  const put = (place: number | null) => patchArticle(id, { footerPlace: place }, 'now')
  return (
    <div className={styles['page']}>
      <Switch
        isSelected={footerPlace !== null}
        aria-describedby={`page-${id}`}
        onChange={(isPage) => put(isPage ? 1 : null)}
      >
        {words.isPage}
      </Switch>
      <Text id={`page-${id}`} className={styles['hint'] ?? ''}>
        {words.isPageHint}
      </Text>
      {footerPlace !== null && <Place place={footerPlace} onChange={put} />}
    </div>
  )
}

interface PlaceProps {
  readonly place: number
  readonly onChange: (place: number) => void
}

/** What can be no place is forgotten when the field is left. */
function Place({ place, onChange }: PlaceProps) {
  const words = useWords().inspector
  const [typed, setTyped] = useState<string | null>(null)
  const commit = () => {
    if (typed === null) return
    setTyped(null)
    const wanted = Number(typed)
    const isPlace = Number.isInteger(wanted) && wanted >= 1 && wanted <= FOOTER_PLACES
    if (isPlace && wanted !== place) onChange(wanted)
  }
  return (
    <Field
      label={words.footerPlace}
      inputMode="numeric"
      value={typed ?? String(place)}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        if (event.key !== 'Escape' || typed === null) return
        event.preventDefault()
        setTyped(null)
      }}
    />
  )
}
