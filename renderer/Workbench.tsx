import { PanelLeft, PanelRight, Rows3 } from 'lucide-react'
import { Suspense, useEffect, useLayoutEffect, useState, type ReactNode } from 'react'
import type { AppState, LibraryInfo, View } from '../core/bridge.ts'
import {
  duplicateArticle,
  focusSearch,
  newArticle,
  openArticle,
  showOverview,
  showPictures,
  showTrash,
} from './actions.ts'
import { useActCommands } from './acts/use-act-commands.ts'
import { useArticle } from './article.ts'
import { call } from './bridge.ts'
import { DamageBanner, damageIn } from './care/DamageBanner.tsx'
import { COMMAND_KEYS, runCommand, useCommand } from './commands.ts'
import { ComparePane } from './compare/ComparePane.tsx'
import { savePresent } from './copies.ts'
import { copyAsRichText } from './export/share.ts'
import { EditorPane } from './editor/EditorPane.tsx'
import { undoTyping } from './editor/undo-typing.ts'
import { FailureBanner } from './FailureBanner.tsx'
import { compareToLast, showHistory } from './history/actions.ts'
import { Inspector } from './inspector/Inspector.tsx'
import { toggleInspector, togglePane, useLayout } from './layout.ts'
import { followLibrary } from './library-view/looking.ts'
import { OverviewView } from './library-view/OverviewView.tsx'
import { ArticleList } from './list/ArticleList.tsx'
import { MediaView } from './media/MediaView.tsx'
import { Notices } from './notices/Notices.tsx'
import { PaneBoundary } from './PaneBoundary.tsx'
import { usePaneKeys } from './pane-keys.ts'
import { FIRST_PLACE, PANE_LIMITS, place, usePlace } from './place.ts'
import { newCategory } from './sidebar/new-category.ts'
import { Sidebar } from './sidebar/Sidebar.tsx'
import { ThemeFault } from './themes/ThemeFault.tsx'
import { trashArticles } from './trash/trash.ts'
import { IconButton } from './ui/Button.tsx'
import { PaneEdge } from './ui/PaneEdge.tsx'
import { useWindow, windowState } from './window.ts'
import { useWords } from './words.tsx'
import styles from './Workbench.module.css'

/** A library at work: sidebar, list, editor, inspector. */
export function Workbench({ state, library }: { readonly state: AppState; readonly library: LibraryInfo }) {
  useState(() => place.start(state.place, articleAsked()))
  const focusMode = useWindow((value) => value.focusMode)
  const articleId = usePlace((value) => value.articleId)
  const shows = useWindow((value) => value.shows)
  // Pictures and overview have room beside the sidebar where the list and the text would have too little.
  const wanted = usePlace((value) => value.sidebarOpen)
  const fits = useLayout((layout) => layout.sidebar)
  const sidebar = shows === 'articles' ? fits : wanted
  useCommands()
  useEffect(followLibrary, [])
  useFirstArticle(state.place === null)
  useLayoutEffect(
    () => () => windowState.set({ shows: 'articles', focusMode: false, selected: new Set(), renaming: null }),
    [],
  )

  return (
    <div className={styles['window']} data-focus={focusMode || undefined}>
      <DamageBanner state={state} />
      {damageIn(state) === null && <FailureBanner />}
      <ThemeFault opening={state.opening} />
      <Notices />
      {articleId !== null && <LeaveMissing key={articleId} id={articleId} />}
      <div className={styles['panes']}>
        {sidebar && (
          <Pane name="sidebar" edge="right">
            <Sidebar state={state} />
          </Pane>
        )}
        {shows === 'overview' ? (
          <main className={styles['editor']} data-pane="overview">
            <h1 className="spoken">{library.site.name}</h1>
            <PaneBoundary>
              <OverviewView sidebar={sidebar} />
            </PaneBoundary>
          </main>
        ) : shows === 'pictures' ? (
          <main className={styles['editor']} data-pane="pictures">
            <h1 className="spoken">{library.site.name}</h1>
            <PaneBoundary>
              <MediaView sidebar={sidebar} />
            </PaneBoundary>
          </main>
        ) : (
          <ArticlePanes library={library} sidebar={sidebar} />
        )}
      </div>
    </div>
  )
}

/** The article that this window was opened on, once: it is the address's. */
function articleAsked(): number | null {
  const asked = /^#article=(\d{1,15})$/.exec(location.hash)?.[1]
  if (asked !== undefined) history.replaceState(null, '', location.pathname)
  return asked === undefined ? null : Number(asked)
}

/** The list of articles, the one that is open, and what is known of it. */
function ArticlePanes({ library, sidebar }: { readonly library: LibraryInfo; readonly sidebar: boolean }) {
  const focusMode = useWindow((value) => value.focusMode)
  const articleId = usePlace((value) => value.articleId)
  const view = usePlace((value) => value.view)
  const comparing = useWindow((value) => value.comparing !== null && value.comparing.articleId === articleId)
  const list = useLayout((layout) => layout.list)
  const inspector = useLayout((layout) => layout.inspector)
  return (
    <>
      {list && (
        <Pane name="list" edge="right">
          <ArticleList />
        </Pane>
      )}
      <main
        className={styles['editor']}
        data-pane="editor"
        data-leading={focusMode || list ? undefined : sidebar ? 'one' : 'two'}
        data-trailing={focusMode || inspector !== 'hidden' ? undefined : 'one'}
      >
        <h1 className="spoken">{library.site.name}</h1>
        {!list && !focusMode && (
          <div className={styles['leading']}>
            <PaneButtons sidebar={!sidebar} />
          </div>
        )}
        {!focusMode && inspector === 'hidden' && (
          <div className={styles['trailing']}>
            <InspectorButton />
          </div>
        )}
        <PaneBoundary>
          <Suspense>
            <div className={styles['page']} data-behind={comparing || undefined}>
              <EditorPane
                articleId={articleId}
                view={view}
                onViewChange={showView}
                focusMode={focusMode}
                onLeaveFocusMode={() => windowState.set({ focusMode: false })}
                onOpenArticle={openArticle}
              />
            </div>
          </Suspense>
          <ComparePane articleId={articleId} siteLanguage={library.site.language} />
        </PaneBoundary>
      </main>
      {inspector !== 'hidden' && (
        <Pane name="inspector" edge="left" over={inspector === 'over'}>
          <Inspector articleId={articleId} site={library.site} />
        </Pane>
      )}
    </>
  )
}

/** What each pane is to assistive technology. */
const LANDMARKS = { sidebar: 'nav', list: 'section', inspector: 'aside' } as const

interface PaneProps {
  readonly name: 'sidebar' | 'list' | 'inspector'
  readonly edge: 'left' | 'right'
  readonly over?: boolean
  readonly children: ReactNode
}

/** A pane beside the text, with an edge to drag. */
function Pane({ name, edge, over = false, children }: PaneProps) {
  const words = useWords()
  const field = `${name}Width` as const
  const width = usePlace((value) => value[field])
  const Landmark = LANDMARKS[name]
  const label = {
    sidebar: words.sidebar.sidebar,
    list: words.list.list,
    inspector: words.inspector.inspector,
  }[name]
  return (
    <Landmark
      aria-label={label}
      className={styles[name]}
      data-pane={name}
      data-over={over || undefined}
      style={{ width }}
    >
      <PaneBoundary>{children}</PaneBoundary>
      <PaneEdge
        label={words.common.resize[name]}
        side={edge}
        width={width}
        limits={PANE_LIMITS[field]}
        onResize={(to) => place.set({ [field]: to })}
        onReset={() => place.set({ [field]: FIRST_PLACE[field] })}
      />
    </Landmark>
  )
}

/** The way back to panes that are hidden, at the start of the editor's bar. */
function PaneButtons({ sidebar }: { readonly sidebar: boolean }) {
  const { names } = useWords().commands
  return (
    <>
      {sidebar && (
        <IconButton
          icon={PanelLeft}
          label={names['pane.sidebar']}
          keys={COMMAND_KEYS['pane.sidebar']}
          onPress={() => runCommand('pane.sidebar')}
        />
      )}
      <IconButton
        icon={Rows3}
        label={names['pane.list']}
        keys={COMMAND_KEYS['pane.list']}
        onPress={() => runCommand('pane.list')}
      />
    </>
  )
}

function InspectorButton() {
  return (
    <IconButton
      icon={PanelRight}
      label={useWords().commands.names['pane.inspector']}
      keys={COMMAND_KEYS['pane.inspector']}
      onPress={() => runCommand('pane.inspector')}
    />
  )
}

/** A library that was never open here shows its first article, so that the first sight of it is writing. */
function useFirstArticle(unseen: boolean): void {
  useEffect(() => {
    if (!unseen || place.get().articleId !== null) return
    const { filter, sort } = place.get()
    const first = call('article.list', { filter, sort, offset: 0, limit: 1 })
    // The list itself says what fails when its rows cannot be read.
    first.then(
      ({ rows: [row] }) => row && place.get().articleId === null && openArticle(row.id),
      () => {},
    )
  }, [unseen])
}

/** An article that was deleted for good is no longer where the writer is. */
function LeaveMissing({ id }: { readonly id: number }) {
  const { article, failure } = useArticle(id)
  const missing = article === null && failure?.code === 'notFound'
  useEffect(() => {
    if (missing) place.set({ articleId: null })
  }, [missing])
  return null
}

/** Shows text, page or both, with the panes that leave them room. */
function showView(view: View): void {
  windowState.set({ shows: 'articles', inspectorOver: false, kept: new Set() })
  place.set({ view })
}

function useCommands(): void {
  const words = useWords()
  const current = () => place.get().articleId
  useCommand('article.new', () => void newArticle())
  useCommand('category.new', () => void newCategory(words, null))
  useCommand('search.focus', focusSearch)
  useCommand('media.show', showPictures)
  useCommand('overview.show', showOverview)
  useCommand('tag.alike', () => windowState.open({ name: 'alikeTags' }))
  useCommand('tag.merge', () => windowState.open({ name: 'mergeTags', id: null }))
  useCommand('trash.show', () => showTrash())
  useActCommands()
  useCommand('article.duplicate', () => {
    const id = current()
    if (id !== null) void duplicateArticle(id)
  })
  useCommand('article.saveCopy', () => void savePresent(words))
  useCommand('article.share', () => {
    const id = current()
    if (id !== null) windowState.open({ name: 'share', articleId: id })
  })
  useCommand('article.copyRich', () => {
    const id = current()
    if (id !== null) void copyAsRichText(words, id)
  })
  useCommand('article.keep', () => {
    const id = current()
    if (id !== null) windowState.open({ name: 'nameRevision', articleId: id, revision: null })
  })
  useCommand('article.history', showHistory)
  useCommand('edit.undo', () => undoTyping('historyUndo'))
  useCommand('edit.redo', () => undoTyping('historyRedo'))
  useCommand('article.compare', () => {
    const id = current()
    if (id !== null) void compareToLast(words, id)
  })
  useCommand('article.trash', () => {
    const { selected, shows } = windowState.get()
    // What is not in sight is not thrown away.
    if (shows !== 'articles') return
    const id = current()
    void trashArticles(words, selected.size > 1 ? [...selected] : id === null ? [] : [id])
  })
  useCommand('view.write', () => showView('write'))
  useCommand('view.split', () => showView('split'))
  useCommand('view.preview', () => showView('preview'))
  useCommand('view.focus', () => windowState.set(({ focusMode }) => ({ focusMode: !focusMode })))
  useCommand('pane.sidebar', () => {
    if (windowState.get().shows === 'articles') togglePane('sidebar')
    else place.set({ sidebarOpen: !place.get().sidebarOpen })
  })
  useCommand('pane.list', () => togglePane('list'))
  useCommand('pane.inspector', toggleInspector)
  useCommand('site.show', () => windowState.open({ name: 'site', path: null }))
  useCommand('site.onward', () => windowState.open({ name: 'onward', back: null }))
  useCommand('site.export', () => windowState.open({ name: 'export', folder: null }))
  useCommand('library.backups', () => windowState.open({ name: 'backups' }))
  useCommand('library.archive', () => windowState.open({ name: 'archive' }))
  useCommand('site.settings', () => windowState.open({ name: 'siteSettings' }))
  useCommand('site.theme', () => windowState.open({ name: 'theme' }))
  useCommand('intake.open', () => windowState.open({ name: 'intake' }))
  usePaneKeys()
}
