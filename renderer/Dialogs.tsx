import { useEffect } from 'react'
import type { AppState } from '../core/bridge.ts'
import { call } from './bridge.ts'
import { ChangeArticles } from './acts/ChangeArticles.tsx'
import { RecentChanges } from './acts/RecentChanges.tsx'
import { Archive, Unpack } from './care/Archive.tsx'
import { Backups } from './care/Backups.tsx'
import { Report } from './care/Report.tsx'
import { TurnTo } from './care/TurnTo.tsx'
import { useCommand } from './commands.ts'
import { Export } from './export/Export.tsx'
import { OnwardSettings } from './export/OnwardSettings.tsx'
import { Share } from './export/Share.tsx'
import { NameRevision } from './history/NameRevision.tsx'
import { Intake } from './intake/Intake.tsx'
import { SearchDialog } from './find/SearchDialog.tsx'
import { hasMod } from './keys.ts'
import { chooseLibrary } from './libraries.ts'
import { PictureDialog } from './media/PictureDialog.tsx'
import { Palette } from './palette/Palette.tsx'
import { SiteView } from './site/SiteView.tsx'
import { Settings } from './settings/Settings.tsx'
import { Shortcuts } from './settings/Shortcuts.tsx'
import { SiteSettings } from './settings/SiteSettings.tsx'
import { DeleteCategory } from './sidebar/DeleteCategory.tsx'
import { AuthorDetails, CategoryDetails } from './sidebar/Details.tsx'
import { MergeCategory } from './sidebar/MergeCategory.tsx'
import { ChooseCategory, MoveCategory } from './sidebar/MoveCategory.tsx'
import { SplitOff } from './sidebar/SplitOff.tsx'
import { AlikeTags } from './tags/AlikeTags.tsx'
import { MergeTags } from './tags/MergeTags.tsx'
import { TagDetails } from './tags/TagDetails.tsx'
import { NewLibrary } from './start/NewLibrary.tsx'
import { NameTheme } from './themes/NameTheme.tsx'
import { ThemeDialog } from './themes/ThemeDialog.tsx'
import { attempt } from './ui/toasts.tsx'
import { useWindow, windowState } from './window.ts'

/** The dialog that is open, and the commands that open one whether or not there is a library. */
export function Dialogs({ state }: { readonly state: AppState }) {
  const dialog = useWindow((value) => value.dialog)
  useCommand('app.settings', () => windowState.open({ name: 'settings' }))
  useCommand('app.shortcuts', () => windowState.open({ name: 'shortcuts' }))
  useCommand('library.new', () => windowState.open({ name: 'newLibrary', thenIntake: false }))
  useCommand('library.choose', () => void chooseLibrary())
  useCommand('library.unpack', () => windowState.open({ name: 'unpack' }))
  useCommand('window.new', () => void attempt(call('app.newWindow', {})))
  usePaletteKey()
  if (dialog === null) return null

  const { library } = state
  switch (dialog.name) {
    case 'settings':
      return <Settings state={state} />
    case 'shortcuts':
      return <Shortcuts />
    case 'palette':
      return <Palette hasLibrary={library !== null} />
    case 'newLibrary':
      return <NewLibrary key={String(dialog.thenIntake)} state={state} thenIntake={dialog.thenIntake} />
    case 'siteSettings':
      return library && <SiteSettings key={library.folder} site={library.site} />
    case 'theme':
      return library && <ThemeDialog key={library.folder} site={library.site} />
    case 'copyTheme':
      return library && <NameTheme how="copy" theme={dialog.theme} title={dialog.title} />
    case 'renameTheme':
      return library && <NameTheme how="rename" theme={dialog.theme} title={dialog.title} />
    case 'careReport':
      return <Report {...dialog} />
    case 'turnTo':
      return library && <TurnTo folder={dialog.folder} open={library.site.name} />
    case 'unpack':
      return <Unpack />
    case 'backups':
      return library && <Backups />
    case 'archive':
      return library && <Archive />
    case 'share':
      return library && <Share key={dialog.articleId} articleId={dialog.articleId} />
    case 'export':
      return library && <Export chosen={dialog.folder} />
    case 'onward':
      return library && <OnwardSettings back={dialog.back} folder={library.folder} />
    case 'site':
      return library && <SiteView key={state.opening} state={state} library={library} path={dialog.path} />
    case 'intake':
      return library && <Intake />
    case 'recentChanges':
      return library && <RecentChanges />
    case 'changeArticles':
      return library && <ChangeArticles />
    case 'search':
      return library && <SearchDialog key={dialog.id} id={dialog.id} query={dialog.query} />
    case 'picture':
      return library && <PictureDialog key={dialog.path} path={dialog.path} />
    case 'nameRevision':
      return (
        library && (
          <NameRevision key={dialog.revision?.id} articleId={dialog.articleId} revision={dialog.revision} />
        )
      )
    case 'categoryDetails':
      return library && <CategoryDetails key={dialog.id} id={dialog.id} />
    case 'authorDetails':
      return library && <AuthorDetails key={dialog.id} id={dialog.id} />
    case 'tagDetails':
      return library && <TagDetails key={dialog.id} id={dialog.id} />
    case 'mergeTags':
      return library && <MergeTags key={dialog.id} id={dialog.id} />
    case 'alikeTags':
      return library && <AlikeTags />
    case 'moveCategory':
      return library && <MoveCategory key={dialog.id} id={dialog.id} />
    case 'chooseCategory':
      return library && <ChooseCategory ids={dialog.ids} />
    case 'mergeCategory':
      return library && <MergeCategory key={dialog.id} id={dialog.id} />
    case 'splitOff':
      return library && <SplitOff ids={dialog.ids} />
    case 'deleteCategory':
      return library && <DeleteCategory key={dialog.id} id={dialog.id} />
  }
}

/**
 * Ctrl+K or Cmd+K, wherever the focus is: in the text too, so it is heard before the text hears it. On selected
 * words of the text it stays what it is there: a link.
 */
function usePaletteKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!hasMod(event) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'k') return
      if (selectsWords()) return
      event.preventDefault()
      event.stopPropagation()
      const { dialog } = windowState.get()
      if (dialog?.name === 'palette') windowState.closeDialog()
      else if (dialog === null) windowState.open({ name: 'palette' })
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
}

function selectsWords(): boolean {
  return (
    Boolean(document.activeElement?.closest('.cm-content')) && document.getSelection()?.isCollapsed === false
  )
}
