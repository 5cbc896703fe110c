import type { KeeperOptions } from '../library/keeper.ts'
import type { ArticleCopy, Events, EventName, Settings, UiLanguage } from '../../core/bridge.ts'
import type { FailureData } from '../../core/errors.ts'

export interface FileKind {
  readonly name: string
  /** Endings without the dot. */
  readonly extensions: readonly string[]
}

/** What undo and redo of an act are about, in the window's language; null: nothing. */
export interface NamedActs {
  readonly undo: string | null
  readonly redo: string | null
}

/** What a session needs of the desktop around it. The shell gives Electron's; tests give their own. */
export interface Host {
  readonly version: string
  readonly platform: 'darwin' | 'win32' | 'linux'
  /** Folder for settings and logs. */
  readonly userData: string
  /** The writer's own documents folder. */
  readonly documents: string
  /** The application's `resources/`. */
  readonly resources: string
  systemLanguage(): UiLanguage
  /** Each returns what the writer chose, or null / nothing when they changed their mind. */
  chooseFolder(options: {
    readonly title: string
    readonly button: string
    readonly from: string
  }): Promise<string | null>
  chooseFiles(options: {
    readonly title: string
    readonly button: string
    readonly kinds: readonly FileKind[]
    readonly many: boolean
  }): Promise<readonly string[]>
  /** Where a file is to be written, by a name that the writer may change; `from` is the path that is offered. */
  chooseTarget(options: {
    readonly title: string
    readonly button: string
    readonly from: string
    readonly kinds: readonly FileKind[]
  }): Promise<string | null>
  /** Opens an address in the system's browser after the writer, asked in `language`, agreed; false when not. */
  openLink(url: string, language: UiLanguage): Promise<boolean>
  /** Whether the writer agrees to what the system's own dialog says, once they have read it. */
  agree(question: {
    readonly message: string
    readonly detail: string
    readonly button: string
    readonly cancel: string
  }): Promise<boolean>
  /** Opens a file with the system's application for it; a refusal comes as its words. */
  openFile(path: string): Promise<string | null>
  showInFolder(path: string): void
  emit<E extends EventName>(name: E, event: Events[E]): void
  /** Told after the application's settings changed, for the menu and the appearance of the frame. */
  settingsChanged(settings: Settings): void
  /** What undo and redo of an act are about now, for the menu; null: nothing. */
  nameActs(names: NamedActs): void
  /** Has every window save what was typed; null when all is saved, or why not. */
  flush(): Promise<FailureData | null>
  /** Opens a further window, on an article when one is given. */
  newWindow(articleId: number | null): void
  /** The window's answer to `app.flush`. */
  flushed(token: number, failure: FailureData | null, unsaved: readonly ArticleCopy[]): void
  log(problem: string): void
  /** Starts the module at a path as a process of its own; Node's own way when it is not given. */
  readonly startKeeper?: KeeperOptions['start']
}
