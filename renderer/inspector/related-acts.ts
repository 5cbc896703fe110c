/** A writer's acts on what is related to an article: each is said, with a way back. */
import type { ActRef, RelatedItem, RelatedList, RelatedTitle } from '../../core/bridge.ts'
import type { UiWords } from '../../core/locale/ui/index.ts'
import type { RelatedRules } from '../../core/related/index.ts'
import { act, sayAct } from '../acts/acts.ts'
import { call } from '../bridge.ts'
import { pinBeside, pinMoved, togglePin } from './pins.ts'

export interface RelatedActs {
  readonly toggle: (item: RelatedItem) => void
  /** Null when there is no place that way. */
  readonly mover: (item: RelatedItem, step: 1 | -1) => (() => void) | null
  readonly drop: (id: number, target: number, position: 'before' | 'after') => void
  readonly hide: (item: RelatedTitle) => void
  readonly show: (item: RelatedTitle) => void
  readonly keepApart: (item: RelatedTitle) => void
  readonly unkeep: (item: RelatedTitle) => void
  readonly setCount: (count: number | null) => void
  readonly setRules: (rules: RelatedRules) => void
}

export function relatedActs(words: UiWords, articleId: number, list: RelatedList): RelatedActs {
  const { related } = words
  const said = async (text: string, work: () => Promise<ActRef>): Promise<void> => {
    const done = await act(work)
    if (done !== undefined) sayAct(words, text, done)
  }
  const pinned = list.items.filter((item) => item.pinned).map(({ id }) => id)
  const pin = (text: string, pins: readonly number[]) =>
    void said(text, () => call('related.pin', { articleId, pinned: pins }))
  const hide = (text: string, hidden: readonly number[]) =>
    void said(text, () => call('related.hide', { articleId, hidden }))
  const keep = (text: string, never: readonly number[]) =>
    void said(text, () => call('related.never', { articleId, never }))
  const without = (items: readonly RelatedTitle[], id: number) =>
    items.map((item) => item.id).filter((each) => each !== id)
  return {
    toggle: (item) =>
      pin(
        item.pinned ? related.saidUnpin(item.title) : related.saidPin(item.title),
        togglePin(pinned, item.id),
      ),
    mover: (item, step) => {
      const pins = pinMoved(list.items, item.id, step)
      return pins && (() => pin(related.saidMove(item.title), pins))
    },
    drop: (id, target, position) => {
      const pins = pinBeside(list.items, id, target, position)
      const title = list.items.find((item) => item.id === id)?.title ?? ''
      if (pins !== null) pin(related.saidMove(title), pins)
    },
    hide: ({ id, title }) => hide(related.saidHide(title), [...without(list.hidden, id), id]),
    show: ({ id, title }) => hide(related.saidShow(title), without(list.hidden, id)),
    keepApart: ({ id, title }) => keep(related.saidNever(title), [...without(list.never, id), id]),
    unkeep: ({ id, title }) => keep(related.saidUnkeep(title), without(list.never, id)),
    setCount: (count) => void said(related.saidCount, () => call('related.count', { articleId, count })),
    setRules: (rules) => void said(related.saidRules, () => call('related.rules', { rules })),
  }
}
