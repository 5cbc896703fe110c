import type { Command } from '../../core/bridge.ts'
import type { UiWords } from '../../core/locale/ui/index.ts'
import { COMMAND_KEYS } from '../commands.ts'
import { keysOf, tools } from '../editor/tools.ts'
import { keyText } from '../keys.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { windowState } from '../window.ts'
import { useWords } from '../words.tsx'
import styles from './Settings.module.css'

const PALETTE_KEYS = 'Mod+K'

interface Group {
  readonly title: string
  readonly lines: readonly (readonly [name: string, keys: string])[]
}

/** Every key that does something, by where it does it. */
export function Shortcuts() {
  const words = useWords()
  return (
    <Dialog size="large" title={words.commands.shortcuts} onClose={windowState.closeDialog}>
      {/* Longer than a low window: the keys that scroll need something to be in. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles['columns']} tabIndex={0} aria-label={words.commands.shortcuts}>
        {groups(words).map(({ title, lines }) => (
          <section key={title} className={styles['keyGroup']}>
            <h3 className={styles['keyTitle']}>{title}</h3>
            <dl>
              {lines.map(([name, keys]) => (
                <div key={name} className={styles['keyLine']}>
                  <dt>{name}</dt>
                  <dd>
                    <kbd>{keyText(keys)}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </section>
    </Dialog>
  )
}

function groups({ commands, editor }: UiWords): readonly Group[] {
  const { groups: titles, keys, names } = commands
  const everywhere = Object.entries(COMMAND_KEYS) as readonly (readonly [Command, string])[]
  return [
    {
      title: titles.general,
      lines: [
        [keys.openPalette, PALETTE_KEYS],
        ...everywhere.map(([command, keysOf]) => [names[command], keysOf] as const),
        [keys.nextPane, 'F6'],
        [keys.previousPane, 'Shift+F6'],
      ],
    },
    {
      title: titles.list,
      lines: [
        [keys.open, 'Enter'],
        [keys.selectMore, 'Shift+Down'],
        [keys.selectAll, 'Mod+A'],
        [keys.typeAhead, keys.typeAheadKeys],
        [keys.trash, 'Delete'],
        [names['act.undo'], 'Mod+Z'],
        [names['act.redo'], 'Mod+Shift+Z'],
        [keys.contextMenu, 'Shift+F10'],
      ],
    },
    {
      title: titles.categories,
      lines: [
        [keys.rename, 'F2'],
        [keys.move, 'Alt+Down'],
        [keys.moveLevel, 'Alt+Right'],
      ],
    },
    {
      title: titles.writing,
      lines: tools.map((tool) => {
        const shortcut = keysOf(tool)
        // Without a selection the same keys open the palette.
        const label = shortcut === PALETTE_KEYS ? keys.onSelection(tool.label(editor)) : tool.label(editor)
        return [label, shortcut] as const
      }),
    },
  ]
}
