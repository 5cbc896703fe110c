import type { ICommand } from '@uiw/react-md-editor/nohighlight'
import { Columns2, Ellipsis, Eye, Heading, PenLine } from 'lucide-react'
import type { EditorWords } from '../../core/locale/ui/editor.ts'
import type { View } from '../../core/bridge.ts'
import { COMMAND_KEYS } from '../commands.ts'
import { IconButton } from '../ui/Button.tsx'
import { MenuButton } from '../ui/Menu.tsx'
import type { Desk } from './desk.ts'
import { headingTools, keysOf, toolGroups } from './tools.ts'
import type { Tool } from './tools.ts'

/**
 * The tools as the editor's commands. Its own way of inserting text works on a textarea only; these act on the
 * CodeMirror view, each in one transaction. `fit` groups get buttons, the rest a menu.
 */
export function toolbarCommands(desk: Desk, words: EditorWords, fit: number): ICommand[] {
  const [shown, rest] = [toolGroups.slice(0, fit), toolGroups.slice(fit)]
  const groups = shown.map((group) => group.map((tool) => toolCommand(desk, words, tool)))
  const headings = menuCommand('headings', words.tools.heading, Heading, [headingTools], desk, words)
  const more = menuCommand('more', words.tools.more, Ellipsis, rest, desk, words)
  const bars = [...(groups[0] === undefined ? [] : [groups[0]]), [headings], ...groups.slice(1)]
  return [
    ...bars.flatMap((bar, index) => (index < 2 ? bar : [divider, ...bar])),
    ...(rest.length > 0 ? [more] : []),
  ]
}

const divider: ICommand = { keyCommand: 'divider' }

function toolCommand(desk: Desk, words: EditorWords, tool: Tool): ICommand {
  return {
    name: tool.name,
    keyCommand: tool.name,
    liProps: { role: 'none' },
    execute: () => desk.run(tool),
    render: (command, disabled, execute) => (
      <IconButton
        icon={tool.icon}
        label={tool.label(words)}
        keys={keysOf(tool)}
        isDisabled={disabled}
        preventFocusOnPress
        onPress={() => execute(command)}
      />
    ),
  }
}

function menuCommand(
  name: string,
  label: string,
  icon: Tool['icon'],
  groups: readonly (readonly Tool[])[],
  desk: Desk,
  words: EditorWords,
): ICommand {
  return {
    name,
    keyCommand: name,
    liProps: { role: 'none' },
    render: (_command, disabled) => (
      <MenuButton
        label={label}
        parts={groups.map((group, index) => ({
          id: String(index),
          lines: group.map((tool) => ({
            id: tool.name,
            label: tool.label(words),
            keys: keysOf(tool),
            ...(name === 'headings' ? {} : { icon: tool.icon }),
            run: () => whenFocusIsBack(() => desk.run(tool)),
          })),
        }))}
      >
        <IconButton icon={icon} label={label} isDisabled={disabled} />
      </MenuButton>
    ),
  }
}

/** How long a menu may take to close, in milliseconds. */
const MENU_CLOSES = 250

/** A menu gives the focus back to its button when it has closed; only then can the text have it. */
function whenFocusIsBack(work: () => void): void {
  const done = (): void => {
    document.removeEventListener('focusin', done)
    clearTimeout(timer)
    work()
  }
  document.addEventListener('focusin', done)
  const timer = setTimeout(done, MENU_CLOSES)
}

const VIEWS = [
  { view: 'write', icon: PenLine, command: 'view.write' },
  { view: 'split', icon: Columns2, command: 'view.split' },
  { view: 'preview', icon: Eye, command: 'view.preview' },
] as const

/** Write, split, preview: three buttons at the toolbar's end. */
export function viewCommands(words: EditorWords, current: View, onChange: (view: View) => void): ICommand[] {
  return VIEWS.map(({ view, icon, command }) => ({
    name: view,
    // The editor keeps buttons of this name enabled while only the preview is shown.
    keyCommand: 'preview',
    value: view,
    liProps: { role: 'none' },
    render: () => (
      <IconButton
        icon={icon}
        label={words.views[view]}
        keys={COMMAND_KEYS[command]}
        pressed={view === current}
        preventFocusOnPress
        onPress={() => onChange(view)}
      />
    ),
  }))
}
