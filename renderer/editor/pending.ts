import { StateEffect, StateField } from '@codemirror/state'
import type { EditorState, TransactionSpec } from '@codemirror/state'
import { Decoration, EditorView, WidgetType } from '@codemirror/view'
import type { DecorationSet } from '@codemirror/view'
import { picturesAt } from './commands/insert.ts'

/** A place where a picture will come as soon as the library has it. */
interface Pending {
  readonly id: number
  readonly at: number
  readonly label: string
}

const start = StateEffect.define<Pending>({
  map: (value, changes) => ({ ...value, at: changes.mapPos(value.at) }),
})
const end = StateEffect.define<number>()

class PendingWidget extends WidgetType {
  readonly label: string

  constructor(label: string) {
    super()
    this.label = label
  }

  override eq(other: PendingWidget): boolean {
    return other.label === this.label
  }

  toDOM(): HTMLElement {
    const mark = document.createElement('span')
    mark.className = 'cm-pendingPicture'
    mark.setAttribute('role', 'status')
    mark.textContent = this.label
    return mark
  }
}

/** The places that wait; they move along with what is typed around them. */
export const pendingPlaces = StateField.define<readonly Pending[]>({
  create: () => [],
  update(places, transaction) {
    let next = transaction.docChanged
      ? places.map((place) => ({ ...place, at: transaction.changes.mapPos(place.at, -1) }))
      : places
    for (const effect of transaction.effects) {
      if (effect.is(start)) next = [...next, effect.value]
      if (effect.is(end)) next = next.filter((place) => place.id !== effect.value)
    }
    return next
  },
  provide: (field) => EditorView.decorations.from(field, marks),
})

function marks(places: readonly Pending[]): DecorationSet {
  return Decoration.set(
    places.map(({ at, label }) =>
      Decoration.widget({ widget: new PendingWidget(label), side: -1 }).range(at),
    ),
    true,
  )
}

/** Marks a place as waiting. `id` is the caller's, unique in the window. */
export function expect(id: number, at: number, label: string): TransactionSpec {
  return { effects: start.of({ id, at, label }) }
}

/**
 * Puts pictures where `id` waited; there may be none when that failed. A caret that stayed there goes behind them.
 * Null when that place is gone.
 */
export function fulfil(state: EditorState, id: number, pictures: readonly string[]): TransactionSpec | null {
  const place = state.field(pendingPlaces, false)?.find((pending) => pending.id === id)
  if (place === undefined) return null
  if (pictures.length === 0) return { effects: end.of(id) }
  const change = picturesAt(state, place.at, pictures)
  const { main } = state.selection
  const waits = main.empty && main.head === place.at
  return {
    effects: end.of(id),
    changes: change,
    ...(waits ? { selection: { anchor: change.from + change.insert.length } } : {}),
    userEvent: 'input.paste',
  }
}
