import { ClipboardCopy, GitCompare, GitCompareArrows, RotateCcw, Tag } from 'lucide-react'
import type { UiWords } from '../../core/locale/ui/index.ts'
import type { RevisionHead } from '../../core/revisions.ts'
import type { MenuPart } from '../ui/Menu.tsx'
import { windowState } from '../window.ts'
import { compareToNow, compareToPrevious, copyRevision, restoreRevision } from './actions.ts'

/** What can be done with a revision; `previous` is the one before it, if there is one. */
export function revisionMenu(
  words: UiWords,
  revision: RevisionHead,
  previous: RevisionHead | null,
): readonly MenuPart[] {
  const { history } = words
  const { id, articleId, name } = revision
  return [
    {
      id: 'compare',
      lines: [
        {
          id: 'now',
          label: history.open,
          icon: GitCompare,
          keys: 'Enter',
          run: () => compareToNow(articleId, id),
        },
        {
          id: 'previous',
          label: history.comparePrevious,
          icon: GitCompareArrows,
          disabled: previous === null,
          run: () => previous && compareToPrevious(revision, previous),
        },
      ],
    },
    {
      id: 'use',
      lines: [
        {
          id: 'restore',
          label: history.restore,
          icon: RotateCcw,
          run: () => void restoreRevision(words, articleId, id),
        },
        { id: 'copy', label: history.copyText, icon: ClipboardCopy, run: () => void copyRevision(words, id) },
      ],
    },
    {
      id: 'name',
      lines: [
        {
          id: 'rename',
          label: name === '' ? history.nameIt : history.rename,
          icon: Tag,
          keys: 'F2',
          run: () => windowState.open({ name: 'nameRevision', articleId, revision }),
        },
      ],
    },
  ]
}
