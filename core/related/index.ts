export { analyse } from './analyse.ts'
export { RelatedIndex, type RankOptions } from './related-index.ts'
export type { Reason, RelatedMeta, RelatedSource, Suggestion } from './source.ts'
export { VECTOR_VERSION, type TermVector, decodeVector, encodeVector } from './vector.ts'
