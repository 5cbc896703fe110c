import { useMemo } from 'react'
import type { MediumInList } from '../../core/bridge.ts'
import { formatBytes } from '../../core/locale/ui/index.ts'
import { Options } from '../list/Options.tsx'
import type { MenuPart } from '../ui/Menu.tsx'
import { useLanguage, useWords } from '../words.tsx'
import { nameOfPath, pictureAddress } from './address.ts'
import styles from './MediaGrid.module.css'

/** Least width and the height of a picture in the grid, its name and gap included, in pixels. */
const LEAST = 156
const HEIGHT = 164

export interface MediaGridProps {
  readonly media: readonly MediumInList[]
  readonly single?: boolean
  readonly autoFocus?: boolean
  readonly onSelect: (paths: ReadonlySet<string>) => void
  readonly onEnter: (medium: MediumInList) => void
  readonly onDelete?: (media: readonly MediumInList[]) => void
  readonly menu?: (media: readonly MediumInList[]) => readonly MenuPart[]
}

/** Pictures side by side, as many as there are: only those in sight are read from disk. */
export function MediaGrid({ media, onDelete, menu, ...rest }: MediaGridProps) {
  const words = useWords()
  const language = useLanguage()
  const paths = useMemo(() => media.map(({ path }) => path), [media])
  const byPath = useMemo(() => new Map(media.map((medium) => [medium.path, medium])), [media])
  const some = (chosen: readonly string[]) =>
    chosen.map((path) => byPath.get(path)).filter((medium) => medium !== undefined)
  const size = ({ width, height }: MediumInList) => `${width} × ${height}`
  return (
    <Options<MediumInList, string>
      {...rest}
      items={media}
      ids={paths}
      label={words.media.pictures}
      nameOf={({ path }) => nameOfPath(path)}
      height={HEIGHT}
      least={LEAST}
      draw={(medium) => (
        <figure className={styles['tile']}>
          <div className={styles['frame']}>
            <img src={pictureAddress(medium.path)} alt="" loading="lazy" decoding="async" draggable={false} />
          </div>
          <figcaption className={styles['caption']}>
            <span className={styles['name']}>{nameOfPath(medium.path)}</span>
            <span className={styles['facts']}>
              {size(medium)} · {medium.uses === 0 ? words.media.uses(0) : formatBytes(language, medium.bytes)}
              {medium.uses > 0 && <span className="spoken">, {words.media.uses(medium.uses)}</span>}
            </span>
          </figcaption>
        </figure>
      )}
      {...(onDelete === undefined ? {} : { onDelete: (chosen) => onDelete(some(chosen)) })}
      {...(menu === undefined ? {} : { menu: (chosen) => menu(some(chosen)) })}
    />
  )
}
