export { analyse } from './analyse.ts'
export { type Freshness, FRESHNESS, freshBy, MOST_RELATED, type RelatedRules, USUAL_RULES } from './rules.ts'
export type { Hold } from './hold.ts'
export type { Mark } from './partition.ts'
export { RelatedIndex, type Told } from './related-index.ts'
export { mostMore, SIGNALS, toScore } from './signals.ts'
export type { Reason, RelatedMeta, RelatedSource, Scored, Suggestion } from './source.ts'
export { decodeNumbers, decodeVector, encodeVector } from './vector-bytes.ts'
export { numberOf, VECTOR_VERSION, type TermVector } from './vector.ts'
export {
  BadSnapshot,
  isCount,
  type Numbers,
  readJson,
  type SnapshotSink,
  type SnapshotSource,
} from './snapshot.ts'
