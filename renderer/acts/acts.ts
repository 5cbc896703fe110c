/** Acts that touch much at once: done in one crossing, told with a way back, undone and done again. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Act, ActOutcome, ActRef } from '../../core/bridge.ts'
import type { UiWords } from '../../core/locale/ui/index.ts'
import { flushAll } from '../article.ts'
import { call, keys, queryClient, useCategories } from '../bridge.ts'
import { createStore, useStore } from '../store.ts'
import { attempt, say } from '../ui/toasts.tsx'
import { actInWords } from './act-words.ts'
import { nextRedo, nextUndo, type Undone } from './act-order.ts'

/** How many acts are listed: all that a library keeps. */
const LISTED = 200

const store = createStore<{ readonly undone: readonly Undone[]; readonly acting: number }>({
  undone: [],
  acting: 0,
})

const actsQuery = { queryKey: keys.acts, queryFn: () => call('act.list', { limit: LISTED }) }

/** The acts of the library, newest first. */
export function useActs(): readonly Act[] | undefined {
  return useQuery(actsQuery).data
}

/** What undo and redo are about right now, each with its name. */
export function useNextActs(words: UiWords): { readonly undo: string | null; readonly redo: string | null } {
  const acts = useActs()
  const undone = useStore(store, (value) => value.undone)
  const nameOf = useCategoryName()
  const [undo, redo] = [nextUndo(acts ?? []), nextRedo(acts ?? [], undone)]
  return {
    undo: undo === null ? null : actInWords(words, undo, nameOf),
    redo: redo === null ? null : actInWords(words, redo, nameOf),
  }
}

/** Names a category, or null when there is none by that id. */
export function useCategoryName(): (id: number) => string | null {
  const categories = useCategories().data
  return useMemo(() => {
    const names = new Map(categories?.map(({ id, name }) => [id, name]))
    return (id) => names.get(id) ?? null
  }, [categories])
}

function categoryName(id: number): string | null {
  const known = queryClient.getQueryData<readonly { id: number; name: string }[]>(keys.categories)
  return known?.find((category) => category.id === id)?.name ?? null
}

/** Says what an act did, with a way back; nothing but that when it changed nothing. */
export function sayAct(words: UiWords, text: string, { actId }: ActRef): void {
  if (actId === null) say(words.acts.unchanged)
  else say(text, () => void undoAct(words, actId), aboutAct(actId))
}

/** Saves what was typed, then acts; says what failed and gives undefined then. */
export function act<T>(work: () => Promise<T>): Promise<T | undefined> {
  return attempt(acting(work))
}

/** Saves what was typed, then acts; how far it is shows meanwhile. @throws BridgeFailure as the work does */
export async function acting<T>(work: () => Promise<T>): Promise<T> {
  // Words that cannot be saved now stay in the window, which says so: they need not hold up anything else.
  await flushAll()
  store.set(({ acting }) => ({ acting: acting + 1 }))
  try {
    return await work()
  } finally {
    store.set(({ acting }) => ({ acting: acting - 1 }))
  }
}

/** Whether an act is under way. */
export function useActing(): boolean {
  return useStore(store, ({ acting }) => acting > 0)
}

/** Takes an act back, as far as it still is as the act left it, and says so. */
export async function undoAct(words: UiWords, id: number): Promise<void> {
  const outcome = await act(() => call('act.undo', { id }))
  if (outcome === undefined) return
  const acts = await freshActs()
  store.set(({ undone }) => ({
    undone: [...undone.filter((each) => each.id !== id), { id, newest: acts[0]?.id ?? id }],
  }))
  const redo = { label: words.acts.redo, run: () => void redoAct(words, id) }
  say(told(words, words.acts.undone, outcome), redo, aboutAct(id))
}

/** Does an act again that was undone. */
export async function redoAct(words: UiWords, id: number): Promise<void> {
  const outcome = await act(() => call('act.redo', { id }))
  if (outcome === undefined) return
  store.set(({ undone }) => ({ undone: undone.filter((each) => each.id !== id) }))
  say(told(words, words.acts.redone, outcome), () => void undoAct(words, id), aboutAct(id))
}

/** Takes back the newest act that was not. */
export async function undoLast(words: UiWords): Promise<void> {
  const acts = await attempt(freshActs())
  if (acts === undefined) return
  const last = nextUndo(acts)
  if (last === null) say(words.acts.nothingToUndo)
  else await undoAct(words, last.id)
}

/** Does again what was undone last. */
export async function redoLast(words: UiWords): Promise<void> {
  const acts = await attempt(freshActs())
  if (acts === undefined) return
  const last = nextRedo(acts, store.get().undone)
  if (last === null) say(words.acts.nothingToRedo)
  else await redoAct(words, last.id)
}

/** Another library is open: what was undone in the one before is none of its acts. */
export function forgetUndone(): void {
  store.set({ undone: [] })
}

/** One message an act: what was done, undone or done again last. */
function aboutAct(id: number): string {
  return `act ${id}`
}

function freshActs(): Promise<readonly Act[]> {
  return queryClient.fetchQuery({ ...actsQuery, staleTime: 0 })
}

function told(words: UiWords, sentence: (what: string) => string, { act: done, kept }: ActOutcome): string {
  const text = sentence(actInWords(words, done, categoryName))
  return kept === 0 ? text : `${text} ${words.acts.kept(kept)}`
}
