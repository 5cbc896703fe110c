import { describe, expect, it } from 'vitest'
import type { Place } from '../../core/bridge.ts'
import { layoutOf } from '../../renderer/layout.ts'
import { FIRST_PLACE } from '../../renderer/place.ts'
import type { Comparing } from '../../renderer/window.ts'

const NOTHING_ASKED = {
  focusMode: false,
  inspectorOver: false,
  kept: new Set<'sidebar' | 'list'>(),
  comparing: null as Comparing | null,
}

function panes(width: number, wanted: Partial<Place> = {}, asked: Partial<typeof NOTHING_ASKED> = {}) {
  const { sidebar, list, inspector } = layoutOf(
    { ...FIRST_PLACE, ...wanted },
    { ...NOTHING_ASKED, ...asked },
    width,
  )
  return { sidebar, list, inspector }
}

describe('the layout of the window', () => {
  it('shows every pane beside the text in a window of usual width', () => {
    expect(panes(1440)).toEqual({ sidebar: true, list: true, inspector: 'beside' })
  })

  it('sends the inspector away first when text and page share the room', () => {
    expect(panes(1440, { view: 'split' })).toEqual({ sidebar: true, list: true, inspector: 'hidden' })
    expect(panes(1920, { view: 'split' })).toEqual({ sidebar: true, list: true, inspector: 'beside' })
  })

  it('sends the sidebar away next, and the list last', () => {
    expect(panes(1024, { view: 'split' })).toEqual({ sidebar: false, list: true, inspector: 'hidden' })
    expect(panes(800, { view: 'split' })).toEqual({ sidebar: false, list: false, inspector: 'hidden' })
    expect(panes(800)).toEqual({ sidebar: false, list: true, inspector: 'hidden' })
  })

  it('keeps the inspector beside the text when other panes are closed', () => {
    expect(panes(1024, { listOpen: false }).inspector).toBe('beside')
  })

  it('lays the inspector over the text when it is asked for and has no room', () => {
    expect(panes(1440, { view: 'split' }, { inspectorOver: true }).inspector).toBe('over')
    expect(panes(1440, { inspectorOpen: false }, { inspectorOver: true }).inspector).toBe('hidden')
  })

  it('keeps a pane that the writer asked for, and with the sidebar the list that it leads to', () => {
    const asked = { kept: new Set(['sidebar'] as const) }
    expect(panes(1024, { view: 'split' }, asked)).toEqual({ sidebar: true, list: true, inspector: 'hidden' })
  })

  it('never shows a pane that the writer closed', () => {
    const closed = { sidebarOpen: false, listOpen: false, inspectorOpen: false }
    expect(panes(1920, closed)).toEqual({ sidebar: false, list: false, inspector: 'hidden' })
  })

  it('gives a comparison room for two columns, and keeps the history beside it', () => {
    const asked = { comparing: { kind: 'conflict', articleId: 1 } as const }
    expect(panes(1920, {}, asked)).toEqual({ sidebar: true, list: true, inspector: 'beside' })
    expect(panes(1440, {}, asked)).toEqual({ sidebar: false, list: true, inspector: 'beside' })
    expect(panes(1024, {}, asked)).toEqual({ sidebar: false, list: false, inspector: 'beside' })
    expect(panes(820, {}, asked).inspector).toBe('hidden')
  })

  it('shows the text alone in focus mode', () => {
    expect(panes(1920, {}, { focusMode: true })).toEqual({ sidebar: false, list: false, inspector: 'hidden' })
  })
})
