/** `1 word`, `3 words`: Dutch and English share the rule that only one is singular. The number is not included. */
export function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many
}
