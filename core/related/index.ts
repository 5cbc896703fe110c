export { analyse } from './analyse.ts'
export {
  type Fresh,
  type Freshness,
  FRESHNESS,
  freshBy,
  MOST_RELATED,
  type RelatedRules,
  USUAL_RULES,
} from './rules.ts'
export { RelatedIndex } from './related-index.ts'
export type { Reason, RelatedMeta, RelatedSource, Scored, Suggestion } from './source.ts'
export { decodeVector, encodeVector } from './vector-bytes.ts'
export { VECTOR_VERSION, type TermVector } from './vector.ts'
