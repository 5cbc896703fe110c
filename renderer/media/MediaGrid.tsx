import { memo, useEffect, useMemo, useState } from 'react'
import type { MediumInList } from '../../core/bridge.ts'
import { formatBytes } from '../../core/locale/ui/index.ts'
import { Options } from '../list/Options.tsx'
import type { MenuPart } from '../ui/Menu.tsx'
import { useLanguage, useWords } from '../words.tsx'
import { nameOfPath } from './address.ts'
import styles from './MediaGrid.module.css'
import { smallPicture } from './small-pictures.ts'

/** Least width and the height of a picture in the grid, its name and gap included, in pixels. */
const LEAST = 156
const HEIGHT = 164

/** After how long a picture that came into sight is read, in milliseconds. */
const STAYS_AFTER = 90

export interface MediaGridProps {
  readonly media: readonly MediumInList[]
  readonly single?: boolean
  readonly takesFocus?: boolean
  readonly onSelect: (paths: ReadonlySet<string>) => void
  readonly onEnter: (medium: MediumInList) => void
  readonly onDelete?: (media: readonly MediumInList[]) => void
  readonly menu?: (media: readonly MediumInList[]) => readonly MenuPart[]
}

/** Pictures side by side, as many as there are: only those in sight are read from disk. */
export function MediaGrid({ media, onDelete, menu, ...rest }: MediaGridProps) {
  const words = useWords()
  const paths = useMemo(() => media.map(({ path }) => path), [media])
  const byPath = useMemo(() => new Map(media.map((medium) => [medium.path, medium])), [media])
  const some = (chosen: readonly string[]) =>
    chosen.map((path) => byPath.get(path)).filter((medium) => medium !== undefined)
  return (
    <Options<MediumInList, string>
      {...rest}
      items={media}
      ids={paths}
      label={words.media.pictures}
      nameOf={({ path }) => nameOfPath(path)}
      height={HEIGHT}
      least={LEAST}
      draw={(medium) => <Tile medium={medium} />}
      {...(onDelete === undefined ? {} : { onDelete: (chosen) => onDelete(some(chosen)) })}
      {...(menu === undefined ? {} : { menu: (chosen) => menu(some(chosen)) })}
    />
  )
}

/** A picture with its name, size, and whether anything shows it. */
const Tile = memo(function Tile({ medium }: { readonly medium: MediumInList }) {
  const words = useWords()
  const language = useLanguage()
  const { path, width, height, bytes, uses } = medium
  return (
    <figure className={styles['tile']}>
      <div className={styles['frame']}>
        <LatePicture medium={medium} />
      </div>
      <figcaption className={styles['caption']}>
        <span className={styles['name']}>{nameOfPath(path)}</span>
        <span className={styles['facts']}>
          {width} × {height} · {uses === 0 ? words.media.uses(0) : formatBytes(language, bytes)}
          {uses > 0 && <span className="spoken">, {words.media.uses(uses)}</span>}
        </span>
      </figcaption>
    </figure>
  )
})

/** A picture that is read from disk only when it has been there for a moment: what is scrolled past never is. */
function LatePicture({ medium }: { readonly medium: MediumInList }) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let isThere = true
    const show = async () => {
      const small = await smallPicture(medium)
      if (isThere) setAddress(small)
    }
    const timer = setTimeout(() => void show(), STAYS_AFTER)
    return () => {
      isThere = false
      clearTimeout(timer)
    }
  }, [medium])
  return address !== null && <img src={address} alt="" decoding="async" draggable={false} />
}
