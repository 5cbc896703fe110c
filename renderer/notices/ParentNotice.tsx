import { useQuery } from '@tanstack/react-query'
import { Cloud } from 'lucide-react'
import { call } from '../bridge.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words.tsx'
import styles from './ParentNotice.module.css'

/** Says, before a library is made in a folder that others reach too, that there are better places. */
export function ParentNotice(props: {
  readonly folder: string
  readonly onInstead: (folder: string) => void
}) {
  const { parent } = useWords().sharing
  const { folder, onInstead } = props
  const { data } = useQuery({
    queryKey: ['placeOf', folder],
    queryFn: () => call('sharing.placeOf', { folder }),
    gcTime: 0,
  })
  if (data === undefined || data.place === null) return null
  const { place, instead } = data
  return (
    <div className={styles['notice']}>
      <Cloud aria-hidden />
      <output>
        {parent[place.kind](place.service)} {parent.detail}
      </output>
      {instead !== '' && <Button onPress={() => onInstead(instead)}>{parent.instead(instead)}</Button>}
    </div>
  )
}
