import {
  Liquid,
  type Context,
  type Emitter,
  Hash,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
} from 'liquidjs'
import { Failure } from '../errors.ts'
import { argumentsOf, renderStraight } from './straight-render.ts'
import { boundLists } from './theme-lists.ts'

/** A theme's templates by their file names (`article.liquid`), as read from its folder. */
export interface ThemeSource {
  readonly name: string
  readonly templates: Readonly<Record<string, string>>
}

/** A theme whose templates have all been parsed. */
export interface Theme {
  readonly name: string
  /** Renders one of its templates. Throws the failure `theme.broken`. */
  render(template: string, scope: object): string
}

/** What a template's file name ends in; templates name each other without it. */
const EXTENSION = '.liquid'
/** Most that one page may cost: far above what a theme needs, low enough that a wrong one cannot hang the export. */
const RENDER_MILLISECONDS = 5_000
const RENDER_MEMORY = 50_000_000
/** Most characters that a page may have, and most templates that may stand in one another. */
const PAGE_CHARACTERS = 20_000_000
const PARTS_DEEP = 50
const PARSE_CHARACTERS = 2_000_000
const KEPT_PARTS = 10_000
const KEPT_CHARACTERS = 10_000_000

/**
 * Parses a theme. Templates see only what they are given and each other: no files, no clock, no chance, so that the
 * same library gives the same bytes. Output is escaped unless a template says `raw`. A page that takes longer than
 * `milliseconds` is given up. Throws `theme.broken` with file and line for the first mistake.
 */
export function compileTheme(source: ThemeSource, { milliseconds = RENDER_MILLISECONDS } = {}): Theme {
  const budget = new Budget(milliseconds)
  const templates = withExtension(source.templates)
  const liquid = new Liquid({
    templates,
    extname: EXTENSION,
    outputEscape: 'escape',
    strictFilters: true,
    ownPropertyOnly: true,
    cache: true,
    timezoneOffset: 0,
    locale: 'en',
    parseLimit: PARSE_CHARACTERS,
    renderLimit: milliseconds,
    memoryLimit: RENDER_MEMORY,
  })
  for (const filter of [
    'date',
    'date_to_xmlschema',
    'date_to_rfc822',
    'date_to_string',
    'date_to_long_string',
  ]) {
    liquid.unregisterFilter(filter)
  }
  liquid.unregisterFilter('sample')
  boundLists(liquid, PAGE_CHARACTERS)
  liquid.registerTag('part', partTag(budget))
  renderStraight(liquid, (characters) => budget.spend(characters))

  const parsed = new Map<string, Template[]>()
  const guarded = <T>(work: () => T): T => {
    try {
      return work()
    } catch (thrown) {
      throw broken(source.name, thrown)
    }
  }
  for (const file of Object.keys(templates)) {
    const name = file.slice(0, -EXTENSION.length)
    guarded(() => parsed.set(name, liquid.parseFileSync(name)))
  }

  return {
    name: source.name,
    render: (template, scope) => {
      const parts = parsed.get(template)
      if (!parts) {
        const detail = {
          theme: source.name,
          file: template + EXTENSION,
          line: null,
          problem: 'there is no such template',
        }
        throw new Failure('theme.broken', detail)
      }
      return guarded(() => {
        budget.begin()
        return String(liquid.renderSync(parts, scope))
      })
    },
  }
}

/**
 * What one page may cost in all: LiquidJS counts anew for every part that is rendered for itself, so that parts which
 * hold parts could take for ever.
 */
class Budget {
  readonly #milliseconds: number
  #until = 0
  #left = 0
  #deep = 0
  #asked = 0

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds
  }

  begin(): void {
    this.#until = performance.now() + this.#milliseconds
    this.#left = PAGE_CHARACTERS
    this.#deep = 0
  }

  /** To be told of every piece of markup; the clock is looked at now and then. */
  spend(characters: number): void {
    this.#left -= characters
    if (this.#left < 0)
      throw new Error(`makes more than ${PAGE_CHARACTERS / 1_000_000} million characters of one page`)
    this.#asked += 1
    if (this.#asked % 64 === 0 && performance.now() > this.#until) throw new Error('takes too long')
  }

  within<T>(work: () => T): T {
    if (this.#deep >= PARTS_DEEP) throw new Error('holds itself, or parts in parts without end')
    if (performance.now() > this.#until) throw new Error('takes too long')
    this.#deep += 1
    try {
      return work()
    } finally {
      this.#deep -= 1
    }
  }
}

function withExtension(templates: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(templates).map(([file, text]) => [
      file.endsWith(EXTENSION) ? file : file + EXTENSION,
      text,
    ]),
  )
}

/**
 * `{% part 'card', card: card %}`: another template that sees nothing but what it is handed. The same arguments
 * therefore give the same markup, which is kept: a card that stands on many pages is rendered once.
 */
function partTag(budget: Budget) {
  const kept = new Map<string, string>()
  let characters = 0
  // By what an object spells, which no text or number is taken for.
  const spelled = new Map<string, number>()
  const plain = new Map<unknown, number>()
  // Whatever templates are given never changes, so an object is spelled out once.
  const numbered = new WeakMap<object, number>()
  let next = 0
  const numberIn = <K>(numbers: Map<K, number>, key: K): number => {
    let number = numbers.get(key)
    if (number === undefined) numbers.set(key, (number = next++))
    return number
  }
  const numberOf = (value: unknown): number => {
    if (typeof value !== 'object' || value === null) return numberIn(plain, value)
    let number = numbered.get(value)
    if (number === undefined) numbered.set(value, (number = numberIn(spelled, JSON.stringify(value))))
    return number
  }
  return class Part extends Tag {
    readonly #file: string
    readonly #argumentsIn: (context: Context) => Record<string, unknown>

    constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
      super(token, remaining, liquid)
      const name = this.tokenizer.readValue()?.getText() ?? ''
      const quoted = /^(['"])([\w-]+)\1$/.exec(name)
      if (!quoted) throw new Error(`part needs a template's name in quotes, not ${name || 'nothing'}`)
      this.#file = quoted[2] ?? ''
      this.#argumentsIn = argumentsOf(new Hash(this.tokenizer, liquid.options.keyValueSeparator))
    }

    render(context: Context, emitter: Emitter): void {
      const scope = this.#argumentsIn(context)
      let key = this.#file
      for (const name in scope) key += ` ${name} ${numberOf(scope[name])}`
      let html = kept.get(key)
      if (html === undefined) {
        html = budget.within(() => String(this.liquid.renderFileSync(this.#file, scope)))
        characters += html.length
        if (kept.size >= KEPT_PARTS || characters > KEPT_CHARACTERS) {
          for (const full of [kept, spelled, plain]) full.clear()
          characters = html.length
        }
        kept.set(key, html)
      }
      emitter.write(html)
    }
  }
}

function broken(theme: string, thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  const token = 'token' in error ? (error.token as Partial<TagToken> | undefined) : undefined
  const [at] = token?.getPosition?.() ?? [null]
  const detail = {
    theme,
    file: String(token?.file ?? ''),
    line: at ?? null,
    problem: error.message.replace(/, file:.*$/s, ''),
  }
  return new Failure('theme.broken', detail, { cause: thrown })
}
