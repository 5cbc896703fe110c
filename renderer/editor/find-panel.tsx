import {
  SearchQuery,
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  replaceAll,
  replaceNext,
  setSearchQuery,
} from '@codemirror/search'
import type { EditorState } from '@codemirror/state'
import { runScopeHandlers } from '@codemirror/view'
import type { EditorView, Panel, ViewUpdate } from '@codemirror/view'
import { ArrowDown, ArrowUp, CaseSensitive, Regex, WholeWord, X } from 'lucide-react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import styles from './find-panel.module.css'
import { FindButton, FindField, FindToggle } from './find-controls.tsx'
import { surfaceWords } from './words-facet.ts'

/** Matches beyond this are not counted. */
const MOST_COUNTED = 9999

/** How long after a change of the text the matches are counted again, in milliseconds. */
const COUNT_AFTER = 200

interface Found {
  /** Which match is selected, from 1; 0 when none is. */
  readonly at: number
  readonly count: number
}

/** The panel to find and replace in, in the window's own look. */
export function findPanel(view: EditorView): Panel {
  const dom = document.createElement('div')
  dom.className = styles['panel'] ?? ''
  dom.addEventListener('keydown', (event) => {
    if (runScopeHandlers(view, event, 'search-panel')) event.preventDefault()
  })
  const root = createRoot(dom)
  let timer: ReturnType<typeof setTimeout> | undefined
  let found = foundIn(view.state)
  const draw = (): void => root.render(<FindPanel view={view} found={found} />)
  const recount = (): void => {
    found = foundIn(view.state)
    draw()
  }
  // CodeMirror looks for the field to put the caret in as soon as the panel is made.
  flushSync(draw)
  return {
    dom,
    top: true,
    mount: () => dom.querySelector('input')?.select(),
    update(update: ViewUpdate) {
      const asked = !getSearchQuery(update.state).eq(getSearchQuery(update.startState))
      if (asked || update.selectionSet) recount()
      if (!update.docChanged) return
      clearTimeout(timer)
      timer = setTimeout(recount, COUNT_AFTER)
    },
    destroy() {
      clearTimeout(timer)
      // React may be drawing this very panel.
      queueMicrotask(() => root.unmount())
    },
  }
}

function FindPanel({ view, found }: { view: EditorView; found: Found }) {
  const words = view.state.facet(surfaceWords).find
  const query = getSearchQuery(view.state)
  const ask = (change: Partial<QueryParts>): void =>
    view.dispatch({ effects: setSearchQuery.of(new SearchQuery({ ...parts(query), ...change })) })
  return (
    <search className={styles['rows']}>
      <div className={styles['row']}>
        <FindField
          label={words.find}
          value={query.search}
          main
          onChange={(search) => ask({ search })}
          onEnter={(back) => (back ? findPrevious(view) : findNext(view))}
        />
        <output className={styles['count']}>
          {query.search === '' ? '' : words.matches(found.at, found.count)}
        </output>
        <FindToggle
          label={words.matchCase}
          icon={CaseSensitive}
          on={query.caseSensitive}
          onChange={(caseSensitive) => ask({ caseSensitive })}
        />
        <FindToggle
          label={words.wholeWord}
          icon={WholeWord}
          on={query.wholeWord}
          onChange={(wholeWord) => ask({ wholeWord })}
        />
        <FindToggle
          label={words.regularExpression}
          icon={Regex}
          on={query.regexp}
          onChange={(regexp) => ask({ regexp })}
        />
        <FindButton label={words.previous} icon={ArrowUp} onPress={() => findPrevious(view)} />
        <FindButton label={words.next} icon={ArrowDown} onPress={() => findNext(view)} />
        <FindButton label={words.close} icon={X} onPress={() => closeSearchPanel(view)} />
      </div>
      {!view.state.readOnly && (
        <div className={styles['row']}>
          <FindField
            label={words.replaceWith}
            value={query.replace}
            onChange={(replace) => ask({ replace })}
            onEnter={() => replaceNext(view)}
          />
          <FindButton label={words.replace} onPress={() => replaceNext(view)} />
          <FindButton label={words.replaceAll} onPress={() => replaceAll(view)} />
        </div>
      )}
    </search>
  )
}

type QueryParts = Pick<SearchQuery, 'search' | 'replace' | 'caseSensitive' | 'wholeWord' | 'regexp'>

function parts({ search, replace, caseSensitive, wholeWord, regexp }: SearchQuery): QueryParts {
  return { search, replace, caseSensitive, wholeWord, regexp }
}

function foundIn(state: EditorState): Found {
  const query = getSearchQuery(state)
  if (query.search === '' || !query.valid) return { at: 0, count: 0 }
  const { from, to } = state.selection.main
  const cursor = query.getCursor(state)
  let [at, count] = [0, 0]
  for (let match = cursor.next(); !match.done && count < MOST_COUNTED; match = cursor.next()) {
    count++
    if (match.value.from === from && match.value.to === to) at = count
  }
  return { at, count }
}
