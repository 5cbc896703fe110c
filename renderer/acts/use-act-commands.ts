import { useEffect, useEffectEvent } from 'react'
import { call } from '../bridge.ts'
import { useCommand } from '../commands.ts'
import { hasMod } from '../keys.ts'
import { windowState } from '../window.ts'
import { useWords } from '../words.tsx'
import { forgetUndone, redoLast, undoLast, useNextActs } from './acts.ts'

/** Undo and redo of acts by menu, palette and keys, and the list of all of them. */
export function useActCommands(): void {
  const words = useWords()
  const { undo, redo } = useNextActs(words)
  useEffect(() => forgetUndone, [])
  useEffect(() => {
    // A menu that says less than it could is no reason to stop a writer.
    call('app.nameActs', { undo: short(undo), redo: short(redo) }).catch(() => {})
  }, [undo, redo])
  useCommand('act.undo', () => void undoLast(words), undo === null ? null : words.acts.undoNamed(undo))
  useCommand('act.redo', () => void redoLast(words), redo === null ? null : words.acts.redoNamed(redo))
  useCommand('act.list', () => windowState.open({ name: 'recentChanges' }))

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const step = actKey(event)
    if (step === null || event.defaultPrevented || !inLists(event.target)) return
    event.preventDefault()
    void (step === 'undo' ? undoLast : redoLast)(words)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}

/** The longest name that a menu item takes. */
const LONGEST = 80

function short(name: string | null): string | null {
  return name === null || name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1)}…`
}

/** What a key asks for: Ctrl+Z, Ctrl+Shift+Z or Ctrl+Y, with Cmd on macOS. */
function actKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!hasMod(event) || event.altKey) return null
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' && event.ctrlKey && !event.shiftKey ? 'redo' : null
}

/** Where undo is about acts: lists, sidebar, trash, pictures and related articles, but not a field that words are typed in. */
function inLists(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target.closest('input, textarea, [contenteditable="true"]') !== null)
    return false
  return (
    target === document.body ||
    target.closest(
      '[data-pane="list"], [data-pane="sidebar"], [data-pane="pictures"], [data-pane="overview"], [data-acts]',
    ) !== null
  )
}
