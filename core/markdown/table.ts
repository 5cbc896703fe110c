/** One attribute of an element, as parse5 has it. */
export interface Attribute {
  readonly name: string
  readonly value: string
}

/**
 * The attributes of the frame around a table, which scrolls sideways by itself and can be reached by keyboard. It is
 * named by the heads of the columns, for a body holds no words but the writer's.
 */
export function tableFrame(heads: readonly string[]): Attribute[] {
  const label = heads
    .map((head) => head.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(', ')
  return [
    { name: 'class', value: 'table' },
    { name: 'role', value: 'group' },
    ...(label ? [{ name: 'aria-label', value: label }] : []),
    { name: 'tabindex', value: '0' },
  ]
}
