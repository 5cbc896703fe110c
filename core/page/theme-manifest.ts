import { Failure } from '../errors.ts'
import { FACES, type Face } from './faces.ts'

/** What a theme says of itself in its `theme.json`. */
export interface ThemeManifest {
  readonly title: string
  readonly version: string
  readonly description: string
  /** The theme that it is a copy of, and the version that was copied. */
  readonly origin: { readonly theme: string; readonly version: string } | null
  readonly options: readonly ThemeOption[]
}

/** Something that a writer may choose of a theme. */
export type ThemeOption = {
  /** Under what name it is kept; themes that mean the same by it share it. */
  readonly id: string
  /** What it is called where Longhand has no words for it, by language of the window. */
  readonly label: Readonly<Record<string, string>>
} & (
  | { readonly type: 'colour'; readonly mode: 'light' | 'dark' }
  | { readonly type: 'face'; readonly values: readonly Face[]; readonly fallback: Face }
  | {
      readonly type: 'choice'
      readonly values: readonly string[]
      readonly fallback: string
      /** What a value makes of a custom property; null: templates look at the value themselves. */
      readonly property: { readonly name: string; readonly of: Readonly<Record<string, string>> } | null
    }
  | { readonly type: 'text' }
  | { readonly type: 'picture' }
)

/** Far above what anyone would want to choose from. */
const MOST_OPTIONS = 40
const MOST_VALUES = 20
const ID = /^[a-z][a-zA-Z0-9]{0,39}$/
/** What a value may put into a style sheet: a number with a unit, a word, a colour. */
const CSS_VALUE = /^[\w.%#-]{1,40}$/

/**
 * Reads a `theme.json`. @throws Failure `theme.broken` with the line, for what is no JSON, and the name of what is wrong
 */
export function readThemeManifest(theme: string, text: string): ThemeManifest {
  const refuse = (problem: string, line: number | null = null): Failure =>
    new Failure('theme.broken', { theme, file: 'theme.json', line, problem })
  const parsed = parse(text, refuse)
  if (!isObject(parsed)) throw refuse('has to be an object: { "name": … }')
  const word = (name: string, most = 300): string => {
    const value = parsed[name] ?? ''
    if (typeof value !== 'string' || value.length > most) throw refuse(`"${name}" has to be a short text`)
    return value.trim()
  }
  const options = parsed['options'] ?? {}
  if (!isObject(options)) throw refuse('"options" has to be an object')
  const ids = Object.keys(options)
  if (ids.length > MOST_OPTIONS) throw refuse(`has at most ${MOST_OPTIONS} options`)
  return {
    title: word('name', 80) || theme,
    version: word('version', 40),
    description: word('description'),
    origin: originIn(parsed['origin'], refuse),
    options: ids.map((id) => optionFrom(id, options[id], refuse)),
  }
}

type Refuse = (problem: string, line?: number | null) => Failure
type Fields = Readonly<Record<string, unknown>>

function parse(text: string, refuse: Refuse): unknown {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    const { message } = thrown as SyntaxError
    const at = /position (\d+)/.exec(message)?.[1]
    const line = at === undefined ? text.split('\n').length : text.slice(0, Number(at)).split('\n').length
    throw refuse(message.replace(/ in JSON at position.*$/s, ''), line)
  }
}

function originIn(value: unknown, refuse: Refuse): ThemeManifest['origin'] {
  if (value === undefined) return null
  const { theme, version } = isObject(value) ? value : {}
  if (typeof theme !== 'string' || typeof version !== 'string')
    throw refuse('"origin" has to name a theme and a version')
  return { theme, version }
}

function optionFrom(id: string, value: unknown, refuse: Refuse): ThemeOption {
  if (!ID.test(id)) throw refuse(`the option "${id.slice(0, 40)}" needs a name of letters and digits`)
  if (!isObject(value)) throw refuse(`the option "${id}" has to be an object`)
  const label = labelIn(value['label'])
  switch (value['type']) {
    case 'colour':
      return { id, label, type: 'colour', mode: value['mode'] === 'dark' ? 'dark' : 'light' }
    case 'text':
    case 'picture':
      return { id, label, type: value['type'] }
    case 'face': {
      const values = listIn(value['values']).filter((one) => FACES.includes(one as Face)) as Face[]
      const fallback = values.find((one) => one === value['default'])
      if (!fallback) throw refuse(`the option "${id}" needs a "default" among: ${FACES.join(', ')}`)
      return { id, label, type: 'face', values, fallback }
    }
    case 'choice':
      return choiceFrom(id, label, value, refuse)
    default:
      throw refuse(`the option "${id}" needs a "type": colour, face, choice, text or picture`)
  }
}

function choiceFrom(id: string, label: ThemeOption['label'], value: Fields, refuse: Refuse): ThemeOption {
  const named = isObject(value['values']) ? value['values'] : null
  const values = named ? Object.keys(named) : listIn(value['values'])
  const fallback = values.find((one) => one === value['default'])
  if (values.length > MOST_VALUES || !values.every((one) => ID.test(one)) || fallback === undefined) {
    throw refuse(`the option "${id}" needs "values" and a "default" among them`)
  }
  if (!named) return { id, label, type: 'choice', values, fallback, property: null }
  const { property: name } = value
  const of = Object.entries(named).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && CSS_VALUE.test(entry[1]),
  )
  if (typeof name !== 'string' || !/^--[\w-]{1,60}$/.test(name) || of.length !== values.length) {
    throw refuse(`the option "${id}" needs a "property" such as --measure, and a plain value for each choice`)
  }
  return { id, label, type: 'choice', values, fallback, property: { name, of: Object.fromEntries(of) } }
}

function labelIn(value: unknown): Readonly<Record<string, string>> {
  if (!isObject(value)) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([language, text]) =>
      typeof text === 'string' ? [[language, text.slice(0, 80)]] : [],
    ),
  )
}

function listIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
