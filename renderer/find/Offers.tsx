import type { Offer } from '../../core/find/complete.ts'
import { FIELDS } from '../../core/find/fields.ts'
import { classes } from '../ui/classes.ts'
import menu from '../ui/Menu.module.css'
import { useLanguage, useWords } from '../words.tsx'
import styles from './SearchBox.module.css'

export interface OffersProps {
  readonly id: string
  readonly offers: readonly Offer[]
  /** -1 for none. */
  readonly active: number
  readonly onTake: (offer: Offer) => void
}

/** What can be written at the caret. The field has the focus and the keys; the current line is its active descendant. */
export function Offers({ id, offers, active, onTake }: OffersProps) {
  const words = useWords()
  return (
    <>
      <output className="spoken">{words.find.offered(offers.length)}</output>
      <div
        id={id}
        // A native datalist cannot show what a completion means.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="listbox"
        aria-label={words.find.offers}
        hidden={offers.length === 0}
        className={classes(menu['popover'], menu['menu'], styles['offers'])}
      >
        {offers.map((offer, index) => (
          // The field has the focus and the keys; a line only hears the mouse.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={offer.insert}
            id={`${id}-${index}`}
            // A native option cannot hold what this holds.
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
            role="option"
            aria-selected={index === active}
            data-focused={index === active || undefined}
            className={classes(menu['item'], styles['offer'])}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(offer)}
          >
            <Line offer={offer} />
          </div>
        ))}
      </div>
    </>
  )
}

function Line({ offer }: { readonly offer: Offer }) {
  const words = useWords()
  const language = useLanguage()
  const isField = offer.kind === 'field'
  return (
    <>
      <span className={menu['label']}>{isField ? `${FIELDS[offer.field][language][0]}:` : offer.label}</span>
      <span className={menu['detail']}>
        {isField ? words.find.hints[offer.field] : words.find.fields[offer.field]}
      </span>
    </>
  )
}
