import type { Act, BulkChange } from '../../core/bridge.ts'
import type { UiWords } from '../../core/locale/ui/index.ts'

/** What an act does, in words that stand after “Undo:”; `categoryName` names a category while it is there. */
export function actInWords(words: UiWords, act: Act, categoryName: (id: number) => string | null): string {
  const { kinds, changes } = words.acts
  const only = act.kind === 'article.change' ? onlyField(act.change) : null
  if (only === null || act.change === null) return kinds[act.kind](act)
  const { status, categoryId } = act.change
  switch (only) {
    case 'status':
      return changes.status(act, words.common.status[status ?? 'draft'])
    case 'categoryId': {
      if (categoryId === null || categoryId === undefined) return changes.noCategory(act)
      const name = categoryName(categoryId)
      return name === null ? kinds[act.kind](act) : changes.category(act, name)
    }
    case 'addTags':
      return changes.addTags(act)
    case 'removeTags':
      return changes.removeTags(act)
    case 'authorIds':
      return changes.authors(act)
    case 'publishedAt':
      return changes.date(act)
    case 'language':
      return changes.language(act)
  }
}

/** The one field that a change gives; null when it gives several. */
function onlyField(change: BulkChange | null): keyof BulkChange | null {
  const fields = Object.keys(change ?? {}) as (keyof BulkChange)[]
  return fields.length === 1 ? (fields[0] ?? null) : null
}

/** With a capital, to stand alone. */
export function sentenceCase(text: string): string {
  // A name between quotes keeps its own first letter.
  return /^\p{Ll}/u.test(text) ? text.charAt(0).toLocaleUpperCase() + text.slice(1) : text
}
