/** What the writer can ask for by menu, key or palette, and who answers. */
import { useEffect, useEffectEvent } from 'react'
import type { Command } from '../core/bridge.ts'
import { listen } from './bridge.ts'

const handlers = new Map<Command, Set<() => void>>()
/** What commands are called right now, where that tells more than their names. */
const labels = new Map<Command, string>()

/** Does what `command` asks for: the one asked last to answer it does. */
export function runCommand(command: Command): void {
  const known = [...(handlers.get(command) ?? [])]
  known.at(-1)?.()
}

/** Whether anything answers `command` right now, and has something to do. */
export function canRun(command: Command): boolean {
  return (handlers.get(command)?.size ?? 0) > 0 && labels.get(command) !== ''
}

/** What `command` is called right now; undefined when its name says it all. */
export function commandLabel(command: Command): string | undefined {
  return labels.get(command)
}

/**
 * Answers `command` as long as the component is there. `label` is what it is called right now; null: there is
 * nothing for it to do, so the palette leaves it out.
 */
export function useCommand(command: Command, handler: () => void, label?: string | null): void {
  const latest = useEffectEvent(handler)
  useEffect(() => {
    const answer = () => latest()
    const known = handlers.get(command) ?? new Set()
    handlers.set(command, known.add(answer))
    return () => {
      known.delete(answer)
    }
  }, [command])
  useEffect(() => {
    if (label === undefined) return
    labels.set(command, label ?? '')
    return () => {
      labels.delete(command)
    }
  }, [command, label])
}

/** Runs the commands that the menu bar sends, until the returned function is called. */
export function connectCommands(): () => void {
  return listen('app.command', ({ command }) => runCommand(command))
}

/** The keys of the menu bar's commands, as `Mod+Shift+F`; `Mod` is Cmd on macOS and Ctrl elsewhere. */
export const COMMAND_KEYS: Readonly<Partial<Record<Command, string>>> = {
  'article.new': 'Mod+N',
  'article.duplicate': 'Mod+Shift+D',
  'article.keep': 'Mod+Shift+S',
  'article.history': 'Mod+Shift+H',
  'category.new': 'Mod+Shift+N',
  'search.focus': 'Mod+Shift+F',
  'site.show': 'Mod+4',
  'site.export': 'Mod+Shift+E',
  'intake.open': 'Mod+Shift+I',
  'library.choose': 'Mod+O',
  'window.new': 'Mod+Alt+N',
  'app.settings': 'Mod+,',
  'app.shortcuts': 'Mod+/',
  'view.write': 'Mod+1',
  'view.split': 'Mod+2',
  'view.preview': 'Mod+3',
  'view.focus': 'Mod+Shift+Enter',
  'pane.sidebar': 'Mod+Alt+S',
  'pane.list': 'Mod+Alt+L',
  'pane.inspector': 'Mod+Alt+I',
  'edit.find': 'Mod+F',
  'edit.undo': 'Mod+Z',
  'edit.redo': 'Mod+Shift+Z',
  'media.show': 'Mod+Alt+P',
}
