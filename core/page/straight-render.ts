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

/**
 * Renders LiquidJS's templates by plain calls. LiquidJS steps through generators, so that a value may be a promise;
 * a page has none, and steps are most of its time. What a template means stays LiquidJS's: every tag, filter,
 * operator and scope is its own, only text, output, conditions and the walk over a template are done here. `spend` is
 * told of every template and the characters that it writes, and may throw.
 */
export function renderStraight(liquid: Liquid, spend: (characters: number) => void = () => {}): void {
  const renderer = liquid.renderer as { renderTemplates(...args: unknown[]): unknown }
  // An emitter of LiquidJS's own, as it makes one for content that is kept before it is placed.
  const plain = class implements Emitter {
    buffer = ''
    write(html: unknown): void {
      this.buffer += textOf(html)
    }
  }
  renderer.renderTemplates = (...args) => {
    const [templates, context, emitter = new plain()] = args as [Template[], Context, Emitter | undefined]
    scopesOf(context).renderLimit.check(performance.now())
    for (const template of templates) {
      try {
        renderOne(template, context, emitter, liquid, spend)
      } catch (thrown) {
        throw LiquidError.is(thrown) ? thrown : new RenderError(thrown as Error, template)
      }
      if (context.breakCalled || context.continueCalled) break
    }
    return (emitter as { readonly buffer?: string }).buffer
  }
}

/** The arguments of a tag, by name. */
export function argumentsOf(hash: Hash, context: Context): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [name, token] of Object.entries(hash.hash)) {
    values[name] = token === undefined ? true : evaluate(token, context)
  }
  return values
}

function renderOne(
  template: Template,
  context: Context,
  emitter: Emitter,
  liquid: Liquid,
  spend: (characters: number) => void,
): void {
  if ('str' in template) {
    const { str } = template as Text
    spend(str.length)
    emitter.write(str)
  } else if (template instanceof Output) {
    const value = valueOf(template.value, context, liquid)
    spend(typeof value === 'string' ? value.length : 0)
    emitter.write(value)
  } else if (template instanceof IfTag) {
    const met = template.branches.find(({ value }) =>
      isTruthy(toValue(valueOf(value, context, liquid)), context),
    )
    liquid.renderer.renderTemplates(met?.templates ?? template.elseTemplates ?? [], context, emitter)
  } else if (template instanceof UnlessTag) {
    const met = template.branches.find(({ value, test }) =>
      test(toValue(valueOf(value, context, liquid)), context),
    )
    liquid.renderer.renderTemplates(met?.templates ?? template.elseTemplates, context, emitter)
  } else {
    spend(0)
    const html = toValueSync(template.render(context, emitter) as never)
    if (html) emitter.write(html)
  }
}

function valueOf(value: Value, context: Context, liquid: Liquid): unknown {
  let result = calculate(value.initial, context)
  for (const filter of value.filters as unknown as readonly FilterParts[]) {
    const values = filter.args.length === 0 ? NONE : argumentsFor(filter.args, context)
    result = toValueSync(filter.handler.call({ context, token: filter.token, liquid }, result, ...values))
  }
  return toValue(result)
}

const NONE: readonly unknown[] = []

function argumentsFor(all: FilterParts['args'], context: Context): readonly unknown[] {
  return all.map((argument) =>
    isNamed(argument) ? [argument[0], evaluate(argument[1], context)] : evaluate(argument, context),
  )
}

type Named = readonly [name: string, token: Token]

function isNamed(argument: Token | Named): argument is Named {
  return Array.isArray(argument)
}

interface FilterParts {
  readonly token: unknown
  readonly args: readonly (Token | Named)[]
  handler(this: unknown, value: unknown, ...values: readonly unknown[]): unknown
}

/** The tokens of an expression come in postfix order. */
function calculate({ postfix }: Expression, context: Context): unknown {
  if (postfix.length === 1) return evaluate(postfix[0], context)
  const operands: unknown[] = []
  for (const token of postfix as readonly (Token & Partial<Operator>)[]) {
    const operate = token?.operator === undefined ? undefined : context.opts.operators[token.operator]
    if (operate === undefined) operands.push(evaluate(token, context))
    else {
      const right = operands.pop()
      // `not` has one operand, and is handed the context in the second's place.
      const given = token?.operator === 'not' ? [right, context] : [operands.pop(), right, context]
      operands.push(toValueSync((operate as (...all: unknown[]) => unknown)(...given) as never))
    }
  }
  return operands[0]
}

function evaluate(token: Token, context: Context): unknown {
  if (token === undefined) return undefined
  if ('content' in token) return token.content
  if ('props' in token) {
    const { props, variable } = token as unknown as Access
    if (variable === undefined && props.every((prop) => 'content' in prop)) return lookUp(props, context)
  }
  return toValueSync(evalToken(token, context))
}

/** `article.category.name`, as LiquidJS looks it up: only own properties, `size` and the like computed. */
function lookUp(props: Access['props'], context: Context): unknown {
  let found: unknown = scopesOf(context).findScope(props[0]?.content)
  for (const { content } of props) found = ownOf(found, content) ?? propertyOf(found, content, context)
  return found
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
