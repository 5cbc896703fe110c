import { describe, expect, it } from 'vitest'
import type { Act } from '../../core/bridge.ts'
import { uiWords } from '../../core/locale/ui/index.ts'
import { nextRedo, nextUndo } from '../../renderer/acts/act-order.ts'
import { actInWords, sentenceCase } from '../../renderer/acts/act-words.ts'
import { changeOf, UNTOUCHED } from '../../renderer/acts/draft.ts'

const made = (id: number, patch: Partial<Act> = {}): Act => ({
  id,
  kind: 'article.trash',
  at: '2026-03-01T10:00:00+01:00',
  count: 3,
  name: '',
  change: null,
  undone: false,
  ...patch,
})

describe('what undo and redo are about', () => {
  it('is the newest act that was not undone', () => {
    expect(nextUndo([made(3, { undone: true }), made(2), made(1)])?.id).toBe(2)
    expect(nextUndo([made(1, { undone: true })])).toBeNull()
  })

  it('is what was undone last, one after another', () => {
    const acts = [made(3, { undone: true }), made(2, { undone: true }), made(1)]
    const undone = [
      { id: 3, newest: 3 },
      { id: 2, newest: 3 },
    ]
    expect(nextRedo(acts, undone)?.id).toBe(2)
    expect(nextRedo([made(3, { undone: true }), made(2), made(1)], undone)?.id).toBe(3)
  })

  it('is nothing to redo once something new was done', () => {
    const acts = [made(4), made(3, { undone: true })]
    expect(nextRedo(acts, [{ id: 3, newest: 3 }])).toBeNull()
    expect(nextRedo([made(3, { undone: true })], [])).toBeNull()
  })
})

describe('an act in words', () => {
  const sport = (id: number) => (id === 7 ? 'Sport' : null)
  const change = (given: Act['change'], patch: Partial<Act> = {}) =>
    made(1, { kind: 'article.change', change: given, ...patch })

  it('names the category that articles went to, as long as there is one', () => {
    const { en, nl } = uiWords
    expect(actInWords(en, change({ categoryId: 7 }), sport)).toBe('move 3 articles to Sport')
    expect(actInWords(nl, change({ categoryId: 7 }), sport)).toBe('3 artikelen naar Sport verplaatsen')
    expect(actInWords(en, change({ categoryId: 8 }), sport)).toBe('change 3 articles')
    expect(actInWords(en, change({ categoryId: null }), sport)).toBe('take 3 articles out of the category')
  })

  it('names the one article by its title, and a change of several fields as a change', () => {
    const { en } = uiWords
    expect(actInWords(en, change({ status: 'ready' }, { count: 1, name: 'Bread' }), sport)).toBe(
      'make “Bread” ready',
    )
    expect(actInWords(en, change({ status: 'ready', language: null }), sport)).toBe('change 3 articles')
  })

  it('begins with a capital where it stands alone', () => {
    expect(sentenceCase('move 3 articles')).toBe('Move 3 articles')
    expect(sentenceCase('‘brood’ terugzetten')).toBe('‘brood’ terugzetten')
  })
})

describe('what a writer gives to several articles', () => {
  it('is nothing until a field is touched', () => {
    expect(changeOf(UNTOUCHED)).toEqual({})
  })

  it('is only the fields that were touched, an emptied one included', () => {
    expect(changeOf({ ...UNTOUCHED, category: 'none', addTags: ['rust'], date: 'none' })).toEqual({
      categoryId: null,
      addTags: ['rust'],
      publishedAt: null,
    })
    expect(
      changeOf({ ...UNTOUCHED, category: '4', language: 'en-GB', authors: [{ id: '2', name: 'Noor' }] }),
    ).toEqual({
      categoryId: 4,
      language: 'en-GB',
      authorIds: [2],
    })
  })

  it('leaves the date alone while none is filled in', () => {
    expect(changeOf({ ...UNTOUCHED, date: 'this', publishedAt: null })).toEqual({})
  })
})
