import {
  ArrowLeft,
  ArrowRight,
  type LucideIcon,
  Monitor,
  Moon,
  MoveHorizontal,
  PencilLine,
  Printer,
  RotateCw,
  Smartphone,
  Sun,
  Tablet,
  X,
} from 'lucide-react'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { Group, Input } from 'react-aria-components'
import { useStore } from '../store.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Switch } from '../ui/Switch.tsx'
import { windowState } from '../window.ts'
import { useWords } from '../words.tsx'
import { shownAddress } from './address.ts'
import { type Look, type Width, go, stopOf, tour } from './tour.ts'
import styles from './site.module.css'

export interface SiteBarProps {
  readonly fieldRef: RefObject<HTMLInputElement | null>
  readonly canEdit: boolean
  readonly onEdit: () => void
  readonly onReload: () => void
  readonly onVisit: (typed: string) => void
}

const WIDTHS: readonly (readonly [Width, LucideIcon])[] = [
  ['phone', Smartphone],
  ['tablet', Tablet],
  ['desktop', Monitor],
  ['full', MoveHorizontal],
]

const LOOKS: readonly (readonly [Look, LucideIcon])[] = [
  ['light', Sun],
  ['dark', Moon],
  ['print', Printer],
]

/** Where on the site the writer is, the ways from there, and how the page is looked at. */
export function SiteBar({ fieldRef, canEdit, onEdit, onReload, onVisit }: SiteBarProps) {
  const words = useWords().site
  const { common } = useWords()
  const stop = useStore(tour, stopOf)
  const { drafts, width, look } = useStore(tour, (value) => value)
  const canGoBack = useStore(tour, ({ at }) => at > 0)
  const canGoOn = useStore(tour, ({ at, stops }) => at < stops.length - 1)
  return (
    <header className={styles['bar']}>
      <IconButton
        icon={ArrowLeft}
        label={words.back}
        keys="Alt+Left"
        isDisabled={!canGoBack}
        onPress={() => go(-1)}
      />
      <IconButton
        icon={ArrowRight}
        label={words.forward}
        keys="Alt+Right"
        isDisabled={!canGoOn}
        onPress={() => go(1)}
      />
      <IconButton icon={RotateCw} label={words.reload} keys="Mod+R" onPress={onReload} />
      <AddressField key={stop.address} address={stop.address} fieldRef={fieldRef} onVisit={onVisit} />
      <Switch isSelected={drafts} onChange={(on) => tour.set({ drafts: on })}>
        <span className={styles['drafts']}>{words.drafts}</span>
      </Switch>
      <Group aria-label={words.widths} className={styles['group'] ?? ''}>
        {WIDTHS.map(([id, icon]) => (
          <IconButton
            key={id}
            icon={icon}
            label={words.width[id]}
            pressed={width === id}
            isDisabled={look === 'print'}
            onPress={() => tour.set({ width: id })}
          />
        ))}
      </Group>
      <Group aria-label={words.looks} className={styles['group'] ?? ''}>
        {LOOKS.map(([id, icon]) => (
          <IconButton
            key={id}
            icon={icon}
            label={words.look[id]}
            pressed={look === id}
            onPress={() => tour.set({ look: id })}
          />
        ))}
      </Group>
      <Button icon={PencilLine} isDisabled={!canEdit} onPress={onEdit}>
        {words.edit}
      </Button>
      <IconButton icon={X} label={common.close} keys="Escape" onPress={windowState.closeDialog} />
    </header>
  )
}

interface AddressFieldProps {
  readonly address: string
  readonly fieldRef: RefObject<HTMLInputElement | null>
  readonly onVisit: (typed: string) => void
}

/** The address of the page, to read and to type over. Escape gives back what stood there. */
function AddressField({ address, fieldRef, onVisit }: AddressFieldProps) {
  const words = useWords().site
  const shown = shownAddress(address)
  const [typed, setTyped] = useState(shown)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') {
      event.preventDefault()
      onVisit(typed)
    }
    if (event.key !== 'Escape' || typed === shown) return
    event.stopPropagation()
    setTyped(shown)
  }
  return (
    <Input
      ref={fieldRef}
      className={styles['address'] ?? ''}
      aria-label={words.address}
      value={typed}
      spellCheck={false}
      autoComplete="off"
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={onKeyDown}
    />
  )
}
