import { grown } from './feature-table.ts'
import type { ReasonSubject } from './reasons.ts'
import { dayOf } from './signals.ts'
import {
  type SnapshotSink,
  type SnapshotSource,
  isCount,
  readJson,
  requireThat,
  spareFor,
} from './snapshot.ts'
import type { RelatedMeta } from './source.ts'

/** Where no article is. */
const NO_ID = -1
/** The day of what has no date: before all that a calendar knows. */
const NO_DAY = -0x8000_0000
const LINE = '\n'

/** What the ranking knows of articles beside their features, by slot. What few ask for is kept as text. */
export class Metas {
  #slots = 0
  #ids = new Float64Array(64).fill(NO_ID)
  #days = new Int32Array(64)
  #dates: (string | null)[] = []
  /** Tags as written, category path and links, as JSON. */
  #others: string[] = []

  /** One more than the highest slot that was ever used. */
  get slots(): number {
    return this.#slots
  }

  set(slot: number, id: number, { tags, categoryPath, links, date }: RelatedMeta): void {
    while (slot >= this.#ids.length) this.#ids = grown(this.#ids).fill(NO_ID, this.#ids.length)
    while (slot >= this.#days.length) this.#days = grown(this.#days)
    this.#slots = Math.max(this.#slots, slot + 1)
    this.#ids[slot] = id
    this.#days[slot] = dayOf(date) ?? NO_DAY
    this.#dates[slot] = date
    this.#others[slot] = JSON.stringify([tags, categoryPath, links])
  }

  clear(slot: number): void {
    this.#ids[slot] = NO_ID
    this.#days[slot] = NO_DAY
    this.#dates[slot] = null
    this.#others[slot] = ''
  }

  /** Whether there is an article in a slot. */
  has(slot: number): boolean {
    return slot < this.#slots && this.#ids[slot]! !== NO_ID
  }

  /** The article's id; below 0 where there is none. */
  id(slot: number): number {
    return this.#ids[slot]!
  }

  /** See `dayOf`. */
  day(slot: number): number | null {
    const day = this.#days[slot]!
    return day === NO_DAY ? null : day
  }

  date(slot: number): string | null {
    return this.#dates[slot] ?? null
  }

  /** What reasons are read from. */
  subject(slot: number): ReasonSubject {
    const { tags, categoryPath, links } = othersOf(this.#others[slot] ?? '')
    const byKey = new Map(tags.map((tag) => [tagKey(tag), tag]))
    return { id: this.id(slot), tags: byKey, categoryPath, links: new Set(links), date: this.date(slot) }
  }

  save(to: SnapshotSink): void {
    const slots = this.#slots
    to.text(JSON.stringify(slots))
    to.numbers(this.#ids.subarray(0, slots))
    to.numbers(this.#days.subarray(0, slots))
    to.text(JSON.stringify(this.#dates))
    to.text(this.#others.join(LINE))
  }

  /** Reads what was saved in the place of what was here. @throws BadSnapshot */
  load(from: SnapshotSource): void {
    const slots = readJson(from)
    requireThat(isCount(slots) && slots > 0)
    this.#slots = slots
    this.#ids = from.doubles(slots, spareFor(slots)).fill(NO_ID, slots)
    this.#days = from.ints(slots, spareFor(slots))
    const dates = readJson(from)
    requireThat(Array.isArray(dates) && dates.length === slots)
    requireThat(dates.every((date) => date === null || typeof date === 'string'))
    this.#dates = dates
    this.#others = from.text().split(LINE)
    requireThat(this.#others.length === slots)
    for (const id of this.#ids.subarray(0, slots)) requireThat(id === NO_ID || isCount(id))
  }
}

/** Tags are the same whatever their case. */
export function tagKey(tag: string): string {
  return tag.normalize('NFC').toLowerCase()
}

type Others = Pick<RelatedMeta, 'tags' | 'categoryPath' | 'links'>

const NOTHING: Others = { tags: [], categoryPath: [], links: [] }

/** What a snapshot holds may be anything: of what is not as it should be, nothing is known. */
function othersOf(text: string): Others {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return NOTHING
    throw thrown
  }
  if (!Array.isArray(read)) return NOTHING
  const [tags, categoryPath, links] = read as readonly unknown[]
  const areTexts = (all: unknown): all is readonly string[] =>
    Array.isArray(all) && all.every((one) => typeof one === 'string')
  if (!areTexts(tags) || !areTexts(categoryPath) || !Array.isArray(links) || !links.every(isCount))
    return NOTHING
  return { tags, categoryPath, links }
}
