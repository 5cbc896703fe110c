/** Another process writes to the same library, at the same time, in the same article or beside it. */
import { openArticle } from '../../renderer/actions.ts'
import { articles, patchArticle } from '../../renderer/article.ts'
import type { Act, Dice } from './acts.ts'
import { pass, passUntil } from './clock.ts'
import { type Content, type ModelArticle, normal } from './model.ts'
import type { World } from './world.ts'

type Part = 'title' | 'summary' | 'body'

const PARTS: readonly Part[] = ['title', 'summary', 'body']
/** Each of these signs stands at the start of one text of the other process: see `place`. */
const FIRST_MARK = 0x2460

export const othersActs: Readonly<Record<string, Act>> = {
  otherHolds: { weight: 2, run: (world, dice) => world.lockFor(dice.below(200) * 10) },

  otherWrites: {
    weight: 4,
    async run(world, dice) {
      await world.settle()
      const id = dice.one(world.ids())
      if (id === undefined) return
      const article = world.article(id)
      if (dice.below(4) > 0) openArticle(id)
      await pass(60)
      const edited = new Set<Part>()
      edit(world, article, dice, edited)
      await pass(dice.below(50) * 10)
      const field = dice.one(PARTS) ?? 'title'
      const theirs = writeElsewhere(world, article, field)
      if (dice.below(2) === 0) world.main.tellOfOthers()
      await pass(dice.below(3) * 30)
      const later = new Set<Part>()
      edit(world, article, dice, later)
      await pass(1000)
      if (edited.size + later.size === 0) world.main.tellOfOthers()
      await pass(60)
      await meet(article, { field, theirs, edited, later }, dice)
      await world.settle()
    },
  },
}

/** What the two of them did to one article. */
interface Meeting {
  readonly field: Part
  /** What the other process wrote in that field. */
  readonly theirs: string
  /** What was changed here before and after that. */
  readonly edited: ReadonlySet<Part>
  readonly later: ReadonlySet<Part>
}

/** Changes a part of an article here, or leaves it. */
function edit(world: World, article: ModelArticle, dice: Dice, edited: Set<Part>): void {
  const part = dice.one([...PARTS, null]) ?? null
  if (part === null || world.written !== article) return
  world.count += 1
  edited.add(part)
  const words = ` hier ${world.count}`
  if (part === 'body') {
    // What was put at the start elsewhere may be in the window already.
    const end = world.desk.text(article.id)?.length ?? 0
    article.edit(article.text + words)
    world.desk.change(end, end, words, true)
  } else {
    article.change({ [part]: words })
    patchArticle(article.id, { [part]: words })
  }
}

function writeElsewhere({ other, model }: World, { id }: ModelArticle, field: Part): string {
  const fresh = other.articles.get(id)
  const mark = String.fromCharCode(FIRST_MARK + [...model.articles.values()].length + fresh.version)
  const theirs = field === 'body' ? `${mark} van elders\n${fresh.body}` : `${mark} elders`
  other.articles.save(id, fresh.version, { [field]: theirs })
  return theirs
}

/** Works out what must come of it: both, or in a collision what the writer chooses. */
async function meet(article: ModelArticle, meeting: Meeting, dice: Dice): Promise<void> {
  const { field, theirs, edited, later } = meeting
  const { failure } = articles.snapshot(article.id)
  if (failure?.code === 'article.conflict') {
    if (!edited.has(field) && !later.has(field)) throw new Error(`a collision where nobody wrote: ${field}`)
    const choice = dice.one(['mine', 'theirs'] as const) ?? 'mine'
    await passUntil(articles.resolve(article.id, choice))
    await pass(60)
    if (choice === 'theirs') article.replace({ ...article.now, [field]: theirs })
    return
  }
  if (field === 'body') joinBodies(article, theirs, edited.has('body') || later.has('body'))
  else if (!later.has(field)) article.keep({ ...article.now, [field]: theirs })
}

/** What was put at the start elsewhere stands before what was typed here, now and after undo. */
function joinBodies(article: ModelArticle, theirs: string, isEdited: boolean): void {
  const added = theirs.slice(0, theirs.indexOf('\n') + 1)
  const body: Content['body'] = isEdited ? added + article.text : added + article.now.body
  article.keep({ ...article.now, body: isEdited ? normal(body) : body })
  article.undo = article.undo.map((text) => added + text)
  article.redo = article.redo.map((text) => added + text)
}
