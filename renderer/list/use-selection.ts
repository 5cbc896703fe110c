import { useMemo, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { hasMod } from '../keys.ts'
import { clickStep, findTitle, keyStep, TypeAhead, type Cursor, type Step } from './selection.ts'

export interface SelectionOptions<K> {
  readonly ids: readonly K[]
  /** What the writer types to jump to one. */
  readonly nameOf: (index: number) => string
  /** How many stand side by side; 1 in a list. */
  readonly columns?: number
  /** How many are in sight, for a page up or down. */
  readonly page: () => number
  readonly scrollTo: (index: number) => void
  /** Only one at a time. */
  readonly single?: boolean
  readonly onChange?: (selected: ReadonlySet<K>) => void
}

export interface Selection<K> {
  /** What keys act on; null in an empty list. */
  readonly current: number | null
  /** Only ids that the list still has. */
  readonly selected: ReadonlySet<K>
  readonly select: (ids: readonly K[]) => void
  readonly onPress: (event: MouseEvent, index: number) => void
  /** What a menu is about that is opened on `index`: the selection when it is part of it, else that one alone. */
  readonly onMenu: (index: number) => readonly K[]
  /** Whether the key was one for moving or selecting; it is used up then. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean
}

/** Selecting by keys and mouse in a list or grid whose items are all at hand. */
export function useSelection<K>(options: SelectionOptions<K>): Selection<K> {
  const { ids, nameOf, columns = 1, page, scrollTo, single = false, onChange } = options
  const [cursor, setCursor] = useState<Cursor>({ at: 0, anchor: 0 })
  const [chosen, setChosen] = useState<ReadonlySet<K>>(new Set())
  const [typeAhead] = useState(() => new TypeAhead())
  const all = useMemo(() => new Set(ids), [ids])
  const selected = useMemo(() => stillThere(chosen, all), [chosen, all])
  const current = ids.length === 0 ? null : Math.min(cursor.at, ids.length - 1)

  const set = (next: ReadonlySet<K>) => {
    setChosen(next)
    onChange?.(next)
  }
  const take = ({ cursor: to, selecting }: Step) => {
    setCursor(to)
    scrollTo(to.at)
    const id = ids[to.at]
    if (id === undefined || selecting === 'none') return
    if (single || selecting === 'one') set(new Set([id]))
    else if (selecting === 'toggle') set(toggled(selected, id))
    else set(new Set(ids.slice(Math.min(to.at, to.anchor), Math.max(to.at, to.anchor) + 1)))
  }
  const jump = (letter: string) => {
    const found = findTitle(
      ids.map((_, index) => nameOf(index)),
      current ?? 0,
      typeAhead.add(letter, Date.now()),
    )
    if (found !== null) take({ cursor: { at: found, anchor: found }, selecting: 'one' })
  }
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (event.altKey || current === null) return false
    const mod = hasMod(event)
    const keys = { key: event.key, shiftKey: event.shiftKey && !single, mod }
    const step = keyStep(keys, { ...cursor, at: current }, ids.length, page(), columns)
    if (step !== null) take(step)
    else if (mod && event.key.toLowerCase() === 'a' && !single) set(new Set(ids))
    else if (event.key.length === 1 && !mod) jump(event.key)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return {
    current,
    selected,
    select: (next) => set(new Set(next)),
    onPress: (event, index) =>
      take(clickStep({ shiftKey: event.shiftKey, mod: hasMod(event) }, cursor, index)),
    onMenu: (index) => {
      const id = ids[index]
      if (id === undefined) return []
      if (selected.has(id)) return [...selected]
      take({ cursor: { at: index, anchor: index }, selecting: 'one' })
      return [id]
    },
    onKeyDown,
  }
}

/** What of a selection the list still has; the same set when that is all of it. */
export function stillThere<K>(chosen: ReadonlySet<K>, all: ReadonlySet<K>): ReadonlySet<K> {
  return [...chosen].every((id) => all.has(id)) ? chosen : new Set([...chosen].filter((id) => all.has(id)))
}

/** A selection with `id` in it, or without when it was in it. */
export function toggled<K>(ids: ReadonlySet<K>, id: K): ReadonlySet<K> {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}
