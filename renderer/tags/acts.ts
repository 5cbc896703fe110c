/** A writer's acts on tags, from whatever pane: each is said, with a way back. */
import type { Tag } from '../../core/article.ts'
import type { UiWords } from '../../core/locale/ui/index.ts'
import { showArticles } from '../actions.ts'
import { act, acting, sayAct } from '../acts/acts.ts'
import { call } from '../bridge.ts'
import { showPane } from '../layout.ts'
import { place } from '../place.ts'
import type { MenuPart } from '../ui/Menu.tsx'
import { attempt, say } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'

type Named = Pick<Tag, 'id' | 'name'>

/** Shows the articles that have a tag. */
export function showTag({ id }: Pick<Tag, 'id'>): void {
  windowState.closeDialog()
  showPane('list')
  showArticles({ tagId: id })
}

/** Has tags be one; gives whether it was done. */
export async function mergeTags(words: UiWords, gone: readonly Named[], stays: Named): Promise<boolean> {
  const ids = gone.map(({ id }) => id)
  const done = await act(() => call('tag.merge', { ids, into: stays.id }))
  if (done === undefined) return false
  const { tagId } = place.get().filter
  if (tagId !== undefined && ids.includes(tagId)) showArticles({ tagId: stays.id })
  sayAct(words, words.acts.tagsMerged(ids.length, done.name), done)
  return true
}

/** Gives a tag another name; it becomes one with the tag that has the name already. @throws BridgeFailure */
export async function renameTag(words: UiWords, id: number, name: string): Promise<void> {
  const done = await acting(() => call('tag.rename', { id, name }))
  if (done.actId === null) return
  if (place.get().filter.tagId === id && done.id !== id) showArticles({ tagId: done.id })
  sayAct(words, words.acts.tagRenamed(done.name), done)
}

/** Takes a tag off every article, without asking first: one key takes it back. */
export async function deleteTag(words: UiWords, { id, name }: Named): Promise<void> {
  const gone = await act(() => call('tag.delete', { id }))
  if (gone === undefined) return
  if (place.get().filter.tagId === id) showArticles({})
  sayAct(words, words.acts.tagDeleted(name), gone)
}

/** Says of tags that they only look alike; gives whether it was done. */
export async function keepApart(words: UiWords, tags: readonly Named[]): Promise<boolean> {
  const ids = tags.map(({ id }) => id)
  if ((await attempt(call('tag.apart', { ids, apart: true }))) === undefined) return false
  const names = tags.map(({ name }) => name).join(', ')
  say(words.tags.keptApart(names), () => void attempt(call('tag.apart', { ids, apart: false })))
  return true
}

/** What can be done with a tag, for its context menu; `rename` where its name can be typed in its place. */
export function tagMenu(words: UiWords, tag: Named, rename?: () => void): readonly MenuPart[] {
  const { id } = tag
  const details = () => windowState.open({ name: 'tagDetails', id })
  return [
    { id: 'show', lines: [{ id: 'show', label: words.tags.show, run: () => showTag(tag) }] },
    {
      id: 'name',
      lines: [
        ...(rename ? [{ id: 'rename', label: words.sidebar.rename, keys: 'F2', run: rename }] : []),
        { id: 'details', label: words.tags.details, run: details },
        {
          id: 'merge',
          label: words.tags.mergeLine,
          run: () => windowState.open({ name: 'mergeTags', id }),
        },
        { id: 'alike', label: words.tags.alikeLine, run: () => windowState.open({ name: 'alikeTags' }) },
      ],
    },
    {
      id: 'loss',
      lines: [
        {
          id: 'delete',
          label: words.common.delete,
          keys: 'Delete',
          danger: true,
          run: () => void deleteTag(words, tag),
        },
      ],
    },
  ]
}
