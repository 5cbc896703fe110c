/** Typing, deleting, pasting, undo and redo, and the passing of time. */
import type { Act, Dice } from './acts.ts'
import { pass } from './clock.ts'
import type { ModelArticle } from './model.ts'
import type { World } from './world.ts'

const WORDS = ['pezen', 'bospad', 'één', 'naïef', '👩‍🚀', '𝔘nie', '*op*', '`x`', '[[een]]', '\n\n', '  ', '’s']

export const writingActs: Readonly<Record<string, Act>> = {
  type: {
    weight: 14,
    async run(world, dice) {
      const { written } = world
      if (!written) return
      world.count += 1
      const words = `${dice.one(WORDS)} ${world.count} `
      const at = place(written.text, dice.below(4) === 0 ? dice.below(100_000) : written.text.length)
      const before = written.text
      // Key by key, as fingers are: within what undo takes for one step.
      let typed = ''
      for (const key of words) {
        const body = before.slice(0, at) + typed + key + before.slice(at)
        if (typed === '') written.edit(body)
        else written.change({ body })
        world.desk.change(at + typed.length, at + typed.length, key, typed === '')
        typed += key
        await pass(dice.below(4) * 10)
      }
    },
  },
  erase: {
    weight: 5,
    run(world, dice) {
      const { written } = world
      if (!written) return
      const { text } = written
      const from = place(text, dice.below(100_000))
      const much = dice.below(6) === 0 ? text.length : 1 + dice.below(12)
      const to = between(text, Math.min(text.length, from + much))
      if (to > from) replace(world, written, from, to, '')
    },
  },
  paste: {
    weight: 4,
    run(world, dice) {
      const { written } = world
      if (!written) return
      world.count += 1
      const pieces = dice.below(5) === 0 ? 400 : 1 + dice.below(5)
      const pasted = Array.from({ length: pieces }, () => `${world.count} ${WORDS.join(' ')}\n`).join('')
      const { text } = written
      const at = place(text, dice.below(100_000))
      replace(world, written, at, between(text, Math.min(text.length, at + dice.below(8))), pasted)
    },
  },
  undo: { weight: 6, run: (world, dice) => step(world, 'undo', dice) },
  redo: { weight: 4, run: (world, dice) => step(world, 'redo', dice) },
  wait: { weight: 8, run: (_world, dice) => pass(dice.below(70) * 10) },
  waitLong: { weight: 1, run: (_world, dice) => pass(60_000 * (1 + dice.below(15))) },
}

/** One change at a time, a step of undo by itself. */
function replace(world: World, article: ModelArticle, from: number, to: number, insert: string): void {
  const { text } = article
  article.edit(text.slice(0, from) + insert + text.slice(to))
  world.desk.change(from, to, insert, true)
}

function step(world: World, kind: 'undo' | 'redo', dice: Dice): void {
  const { written, desk } = world
  if (!written) return
  for (let times = 1 + dice.below(3); times > 0; times--) {
    const done = desk[kind]()
    if (!written.isUndoKnown) {
      if (done) written.change({ body: desk.text(written.id) ?? '' })
      continue
    }
    const text = written[kind].pop()
    if (done !== (text !== undefined)) {
      throw new Error(`${kind} did ${done ? 'something' : 'nothing'}, where there is ${JSON.stringify(text)}`)
    }
    if (text === undefined) return
    written[kind === 'undo' ? 'redo' : 'undo'].push(written.text)
    written.change({ body: text })
    if (desk.text(written.id) !== text) {
      throw new Error(`${kind} gave ${JSON.stringify(desk.text(written.id))}, not ${JSON.stringify(text)}`)
    }
  }
}

/** A place for the caret: behind the first sign, so that what others put before that stays apart from what is typed. */
function place(text: string, wanted: number): number {
  return between(text, text.length <= 1 ? text.length : 1 + (wanted % text.length))
}

/** Never in the middle of a sign. */
function between(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at
}
