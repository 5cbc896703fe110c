import type { z } from 'zod'

/** One schema a request, of the very type that the contract names: neither can change without the other. */
export type SchemasOf<Area> = {
  readonly [R in keyof Area]: Area[R] extends { readonly args: infer A } ? z.ZodType<A> : never
}
