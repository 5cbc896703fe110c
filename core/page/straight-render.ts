import {
  type Context,
  type Emitter,
  type Expression,
  type Hash,
  IfTag,
  LiquidError,
  type Liquid,
  Output,
  RenderError,
  type Template,
  UnlessTag,
  type Value,
  evalToken,
  isTruthy,
  toValue,
  toValueSync,
} from 'liquidjs'

/** What LiquidJS's own classes have beyond their declared types. */
interface Text extends Template {
  readonly str: string
}
interface Access {
  readonly props: readonly { readonly content?: unknown }[]
  readonly variable?: unknown
}
interface Operator {
  readonly operator: string
}
type Token = Parameters<typeof evalToken>[0]
interface Scopes {
  findScope(name: unknown): object
  /** Ends what has taken too long. */
  readonly renderLimit: { check(time: number): void }
}
/** Writes one piece of a template. */
type Step = (context: Context, emitter: Emitter) => void
/** Gives the value that a piece of a template stands for. */
type Read = (context: Context) => unknown

/** So many walks over a template go by before the clock is looked at again. */
const WALKS = 64

/**
 * Renders LiquidJS's templates by plain calls. LiquidJS steps through generators, so that a value may be a promise;
 * a page has none, and steps are most of its time. What a template means stays LiquidJS's: every tag, filter,
 * operator and scope is its own, only text, output, conditions and the walk over a template are done here, by functions
 * that are made of each template once. `spend` is told of every template and the characters that it writes, and may throw.
 */
export function renderStraight(liquid: Liquid, spend: (characters: number) => void = () => {}): void {
  const renderer = liquid.renderer as { renderTemplates(...args: unknown[]): unknown }
  // An emitter of LiquidJS's own, as it makes one for content that is kept before it is placed.
  const plain = class implements Emitter {
    buffer = ''
    write(html: unknown): void {
      this.buffer += typeof html === 'string' ? html : textOf(html)
    }
  }
  const made = new WeakMap<readonly Template[], readonly Step[]>()
  const stepsOf = (templates: readonly Template[]): readonly Step[] => {
    let steps = made.get(templates)
    if (!steps) made.set(templates, (steps = templates.map((one) => stepOf(one, walk, liquid, spend))))
    return steps
  }
  let walks = 0
  const walk = (templates: readonly Template[], context: Context, emitter: Emitter): void => {
    walks += 1
    if (walks % WALKS === 0) scopesOf(context).renderLimit.check(performance.now())
    const steps = stepsOf(templates)
    let at = 0
    try {
      for (; at < steps.length; at += 1) {
        steps[at]!(context, emitter)
        if (context.breakCalled || context.continueCalled) return
      }
    } catch (thrown) {
      throw LiquidError.is(thrown) ? thrown : new RenderError(thrown as Error, templates[at]!)
    }
  }
  renderer.renderTemplates = (...args) => {
    const [templates, context, emitter = new plain()] = args as [Template[], Context, Emitter | undefined]
    walk(templates, context, emitter)
    return (emitter as { readonly buffer?: string }).buffer
  }
}

/** The arguments of a tag, by name. */
export function argumentsOf(hash: Hash): (context: Context) => Record<string, unknown> {
  const reads = Object.entries(hash.hash).map(
    ([name, token]) => [name, token === undefined ? () => true : readOf(token)] as const,
  )
  return (context) => {
    const values: Record<string, unknown> = {}
    for (const [name, read] of reads) values[name] = read(context)
    return values
  }
}

type Walk = (templates: readonly Template[], context: Context, emitter: Emitter) => void

function stepOf(template: Template, walk: Walk, liquid: Liquid, spend: (characters: number) => void): Step {
  if ('str' in template) {
    const { str } = template as Text
    return (_, emitter) => {
      spend(str.length)
      emitter.write(str)
    }
  }
  if (template instanceof Output) {
    const read = valueOf(template.value, liquid)
    return (context, emitter) => {
      const value = read(context)
      spend(typeof value === 'string' ? value.length : 0)
      emitter.write(value)
    }
  }
  if (template instanceof IfTag) {
    const branches = template.branches.map(({ value, templates }) => ({
      read: valueOf(value, liquid),
      test: isTruthy,
      templates,
    }))
    return choice(branches, template.elseTemplates, walk)
  }
  if (template instanceof UnlessTag) {
    const branches = template.branches.map(({ value, test, templates }) => ({
      read: valueOf(value, liquid),
      test,
      templates,
    }))
    return choice(branches, template.elseTemplates, walk)
  }
  return (context, emitter) => {
    spend(0)
    const html = toValueSync(template.render(context, emitter) as never)
    if (html) emitter.write(html)
  }
}

interface Branch {
  readonly read: Read
  readonly templates: readonly Template[]
  test(value: unknown, context: Context): boolean
}

function choice(branches: readonly Branch[], otherwise: readonly Template[] | undefined, walk: Walk): Step {
  return (context, emitter) => {
    for (const { read, test, templates } of branches) {
      if (test(toValue(read(context)), context)) return walk(templates, context, emitter)
    }
    if (otherwise) walk(otherwise, context, emitter)
  }
}

interface FilterParts {
  readonly token: unknown
  readonly args: readonly (Token | Named)[]
  handler(this: unknown, value: unknown, ...values: readonly unknown[]): unknown
}

type Named = readonly [name: string, token: Token]

function valueOf({ initial, filters }: Value, liquid: Liquid): Read {
  const first = calculated(initial)
  const rest = (filters as unknown as readonly FilterParts[]).map(({ token, args, handler }) => {
    const reads = args.map(argumentOf)
    return (context: Context, value: unknown): unknown => {
      const values = reads.map((read) => read(context))
      const result = handler.call({ context, token, liquid }, value, ...values)
      return typeof result === 'string' ? result : toValueSync(result)
    }
  })
  return (context) => {
    let value = first(context)
    for (const filter of rest) value = filter(context, value)
    return toValue(value)
  }
}

function argumentOf(argument: Token | Named): Read {
  if (!isNamed(argument)) return readOf(argument)
  const [name, token] = argument
  const read = readOf(token)
  return (context) => [name, read(context)]
}

function isNamed(argument: Token | Named): argument is Named {
  return Array.isArray(argument)
}

/** The tokens of an expression come in postfix order. */
function calculated({ postfix }: Expression): Read {
  if (postfix.length === 1) return readOf(postfix[0])
  const parts = (postfix as readonly (Token & Partial<Operator>)[]).map((token) => ({
    name: token?.operator,
    read: readOf(token),
  }))
  return (context) => {
    const operands: unknown[] = []
    for (const { name, read } of parts) {
      const operate = name === undefined ? undefined : context.opts.operators[name]
      if (operate === undefined) operands.push(read(context))
      else {
        const right = operands.pop()
        // `not` has one operand, and is handed the context in the second's place.
        const given = name === 'not' ? [right, context] : [operands.pop(), right, context]
        operands.push(toValueSync((operate as (...all: unknown[]) => unknown)(...given) as never))
      }
    }
    return operands[0]
  }
}

function readOf(token: Token): Read {
  if (token === undefined) return () => undefined
  if ('content' in token) {
    const { content } = token
    return () => content
  }
  if ('props' in token) {
    const { props, variable } = token as unknown as Access
    if (variable === undefined && props.every((prop) => 'content' in prop)) {
      return lookUp(props.map(({ content }) => content))
    }
  }
  return (context) => toValueSync(evalToken(token, context))
}

/** `article.category.name`, as LiquidJS looks it up: only own properties, `size` and the like computed. */
function lookUp(names: readonly unknown[]): Read {
  const [first] = names
  return (context) => {
    let found: unknown = scopesOf(context).findScope(first)
    for (const name of names) found = ownOf(found, name) ?? propertyOf(found, name, context)
    return found
  }
}

function propertyOf(found: unknown, name: unknown, context: Context): unknown {
  return toValueSync(context.readProperty(found as never, name as never))
}

/** What plain data has under a name, which LiquidJS would give as it is; undefined where it may see more in it. */
function ownOf(found: unknown, name: unknown): unknown {
  if (typeof found !== 'object' || found === null || typeof name !== 'string') return undefined
  if (Object.getPrototypeOf(found) !== Object.prototype || !Object.hasOwn(found, name)) return undefined
  if ('toLiquid' in found) return undefined
  const value = (found as Readonly<Record<string, unknown>>)[name]
  return typeof value === 'object' && value !== null && !isPlain(value) ? undefined : notCalled(value)
}

const isPlain = (value: object): boolean =>
  Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype

// LiquidJS calls a function for its value.
const notCalled = (value: unknown): unknown => (typeof value === 'function' ? undefined : value)

const scopesOf = (context: Context): Scopes => context as unknown as Scopes

function textOf(value: unknown): string {
  const plain = toValue(value)
  if (typeof plain === 'string') return plain
  if (plain === undefined || plain === null) return ''
  return Array.isArray(plain) ? plain.map(textOf).join('') : String(plain)
}
