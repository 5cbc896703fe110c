import { toScore } from '../../core/related/index.ts'
import type { Library } from './library.ts'
import type { KeptList, KeptLists } from './related-cache.ts'
import type { ArticleMark, Drifting, RelatedService } from './related-service.ts'

/** What stands for an article and for what the writer said of its list. */
export type Marked = ArticleMark & Pick<KeptList, 'said'>

/** When more of all articles than this are others, making every list anew is no more work. */
const MOST_OTHERS = 1 / 8
/** An article whose row of words became longer or shorter by more than this may be as good as another one … */
const MUCH_STRETCHED = 3e-4
/** … but not more than so many or this part of all, by which the most is known of all the rest. */
const MOST_STRETCHED = 32
const PART_STRETCHED = 0.01
/** Sums of numbers that are rounded differ by less. */
const MARGIN = 1 + 1e-9

/**
 * The lists that are what they were, by the id of their article; null when that is next to none. An article that has its
 * sign is as related as before to every other that has: its list is another one only where the writer says something else of
 * it, where an article with a new sign was in it, is pinned to it, or now comes before its last, or where it hangs on what
 * is usual. An article that came to the site has a new sign, and one that left it too. But for one thing: nearly every edit
 * makes some words a little more or less rare, and with that all articles that have them a little more or less alike. By how
 * much at most is known, and of each list how much it bears; where that is not enough, those in it are compared once more.
 */
export function heldLists(
  library: Library,
  service: RelatedService,
  before: KeptLists,
  now: ReadonlyMap<number, Marked>,
  date: string,
): Map<number, KeptList> | null {
  const earlier = new Map(before.lists.map((list) => [list.id, list]))
  const drifting = service.drifting(before.base, before.told, date)
  const here = othersIn(earlier, now, drifting !== null)
  const gone = [...earlier.keys()].filter((id) => !now.has(id))
  if (here.length + gone.length > now.size * MOST_OTHERS) return null
  const others = new Set([...here, ...gone])
  const bears = bearing(earlier, now, others, drifting)
  const hands = library.related.hands()
  const held = new Map<number, KeptList>()
  for (const [id, mark] of now) {
    const list = earlier.get(id)
    if (!list || others.has(id) || list.least === null || list.said !== mark.said) continue
    const pins = hands.get(id)?.pins ?? []
    if ([...list.shown, ...pins].some((other) => others.has(other))) continue
    const same = bears(list)
    if (same) held.set(id, same)
  }
  // Not only in the list, but in what is known of those after it.
  const floorOf = (other: number): number | null => {
    const list = held.get(other)
    return list ? toScore(list.next) : null
  }
  for (const id of here) service.eachReached(id, date, floorOf, (other) => held.delete(other))
  return held
}

/** The articles that are others than before, in more than in what some of their words tell if that is known of them. */
function othersIn(
  earlier: ReadonlyMap<number, KeptList>,
  now: ReadonlyMap<number, Marked>,
  isKnown: boolean,
): number[] {
  const others: number[] = []
  const stretched: { readonly id: number; readonly by: number }[] = []
  for (const [id, mark] of now) {
    const list = earlier.get(id)
    if (!list || list.sign !== mark.sign || (!isKnown && list.words !== mark.words)) {
      others.push(id)
    } else if (list.words !== mark.words) {
      const by = Math.abs(stretchOf(list, mark) - 1)
      if (!(by <= MUCH_STRETCHED)) stretched.push({ id, by })
    }
  }
  const count = Math.max(MOST_STRETCHED, now.size * PART_STRETCHED)
  const most = stretched.sort((a, b) => b.by - a.by).slice(0, count)
  return [...others, ...most.map(({ id }) => id)]
}

/** By how much all that its words have in common with others counts for more, since its row is shorter. */
const stretchOf = (list: KeptList, mark: Marked): number =>
  list.square === mark.square ? 1 : Math.sqrt(list.square / mark.square)

/** Asks of a list what it is now that words tell something else: null where that is not known without making it. */
function bearing(
  earlier: ReadonlyMap<number, KeptList>,
  now: ReadonlyMap<number, Marked>,
  others: ReadonlySet<number>,
  drifting: Drifting | null,
): (list: KeptList) => KeptList | null {
  const moved = new Set<number>()
  let [most, least] = [1, 1]
  for (const [id, mark] of now) {
    const list = earlier.get(id)
    if (!list || others.has(id) || list.words === mark.words) continue
    moved.add(id)
    const stretch = stretchOf(list, mark)
    most = Math.max(most, stretch)
    least = Math.min(least, stretch)
  }
  if (drifting === null || moved.size === 0) return (list) => list
  return (list) => {
    const { id } = list
    const stretch = stretchOf(list, now.get(id)!)
    const stretched = Math.max(stretch * most - 1, 1 - stretch * least)
    // Likeness is 1 at most, so that it changes by no more than by what it is stretched.
    const change = drifting.most * (stretched + drifting.drift(id)) * MARGIN
    // Words that came later are only in articles that did: between those, nothing is known of what they told.
    if (moved.has(id) && drifting.isOther(id)) return null
    const next = list.next + change
    const slack = Math.max(0, list.slack - change)
    const isTouched = [id, ...list.shown, ...list.reserve].some((one) => moved.has(one))
    if (!isTouched) return toScore(next) < list.least! ? { ...list, next, slack } : null
    // A score grows by no more than four times what it is made of, and is rounded.
    if (change <= list.slack) return { ...list, next, slack, least: list.least! - 4 * change - 0.0001 }
    // Which of it the writer pinned, and what he hid, is another matter.
    if (list.said !== '') return null
    const reserve = list.reserve.filter((other) => now.has(other) && !others.has(other))
    const again = drifting.rescored(id, [...list.shown, ...reserve], list.shown.length, next)
    if (again === null) return null
    const { ids: shown, ...hold } = again
    return { ...list, ...hold, shown }
  }
}
