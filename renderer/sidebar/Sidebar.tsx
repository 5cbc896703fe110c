import {
  BookOpen,
  ChevronDown,
  DatabaseBackup,
  FolderOpen,
  Import,
  Keyboard,
  LibraryBig,
  PanelLeft,
  Plus,
  Settings,
  SlidersHorizontal,
  Upload,
} from 'lucide-react'
import { useRef } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { AppState } from '../../core/bridge.ts'
import { COMMAND_KEYS, runCommand } from '../commands.ts'
import { openRecent, openSample } from '../libraries.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { MenuButton, type MenuLine, type MenuPart } from '../ui/Menu.tsx'
import { useLanguage, useWords } from '../words.tsx'
import { Categories } from './Categories.tsx'
import { Authors, Tags } from './Names.tsx'
import { Searches } from './Searches.tsx'
import row from './Row.module.css'
import styles from './Sidebar.module.css'
import { Statuses } from './Statuses.tsx'

/** What there is in the library, to choose what the list shows. */
export function Sidebar({ state }: { readonly state: AppState }) {
  const words = useWords()
  const scroll = useRef<HTMLDivElement>(null)
  const name = state.library?.site.name ?? ''
  return (
    <div className={styles['sidebar']}>
      <div className={styles['bar']}>
        <MenuButton label={words.sidebar.siteMenu(name)} parts={useSiteMenu(state)}>
          <AriaButton className={styles['site'] ?? ''} aria-label={words.sidebar.siteMenu(name)}>
            <span className={styles['siteName']}>{name}</span>
            <ChevronDown aria-hidden />
          </AriaButton>
        </MenuButton>
        <IconButton
          icon={PanelLeft}
          label={words.commands.names['pane.sidebar']}
          keys={COMMAND_KEYS['pane.sidebar']}
          onPress={() => runCommand('pane.sidebar')}
        />
      </div>
      <div className={styles['scroll']} ref={scroll}>
        <section className={row['section']}>
          <Statuses />
        </section>
        <Searches pane={scroll} />
        <Categories pane={scroll} />
        <Tags pane={scroll} />
        <Authors pane={scroll} />
      </div>
      <div className={styles['foot']}>
        <Button className={styles['export'] ?? ''} icon={Upload} onPress={() => runCommand('site.export')}>
          {words.export.title}
        </Button>
      </div>
    </div>
  )
}

function useSiteMenu(state: AppState): readonly MenuPart[] {
  const words = useWords()
  const language = useLanguage()
  const { names } = words.commands
  const command = (id: keyof typeof names, icon: NonNullable<MenuLine['icon']>): MenuLine => ({
    id,
    label: names[id],
    icon,
    keys: COMMAND_KEYS[id],
    run: () => runCommand(id),
  })
  const others = state.recent.filter(({ folder }) => folder !== state.library?.folder)
  return [
    {
      id: 'site',
      lines: [
        command('site.settings', SlidersHorizontal),
        command('intake.open', Import),
        command('site.export', Upload),
        command('library.backups', DatabaseBackup),
      ],
    },
    {
      id: 'recent',
      heading: words.commands.switchLibrary,
      lines: others.map(({ folder, name }) => ({
        id: folder,
        label: name,
        detail: folder,
        icon: LibraryBig,
        run: () => void openRecent(folder),
      })),
    },
    {
      id: 'libraries',
      lines: [
        command('library.new', Plus),
        command('library.choose', FolderOpen),
        {
          id: 'sample',
          label: words.commands.openSample,
          icon: BookOpen,
          run: () => void openSample(language),
        },
      ],
    },
    { id: 'app', lines: [command('app.settings', Settings), command('app.shortcuts', Keyboard)] },
  ]
}
