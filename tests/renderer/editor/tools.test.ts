import { describe, expect, it } from 'vitest'
import { editorWords } from '../../../core/locale/ui/editor.ts'
import { toolsThatFit } from '../../../renderer/editor/toolbar-fit.ts'
import { keysOf, toolGroups, tools } from '../../../renderer/editor/tools.ts'
import { COMMAND_KEYS } from '../../../renderer/commands.ts'
import { wordsOfName } from '../../../renderer/editor/pictures.ts'

describe('the tools', () => {
  it('have a name in both languages and a shortcut of their own', () => {
    for (const words of [editorWords.en, editorWords.nl])
      expect(tools.every((tool) => tool.label(words).length > 0)).toBe(true)
    const keys = [...tools.map(keysOf), ...Object.values(COMMAND_KEYS)]
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('all stand in a wide toolbar, and whole groups go into the menu of a narrow one', () => {
    expect(toolsThatFit(900)).toBe(toolGroups.length)
    expect(toolsThatFit(400)).toBeLessThan(toolGroups.length)
    expect(toolsThatFit(0)).toBe(0)
  })
})

describe('the words of a picture', () => {
  it('are its file’s name when that says something', () => {
    expect(wordsOfName('bospad-in_mei.jpg')).toBe('bospad in mei')
    expect(wordsOfName('IMG_2041.JPG')).toBe('')
    expect(wordsOfName('Schermafbeelding 2025-12-10.png')).toBe('')
  })
})
