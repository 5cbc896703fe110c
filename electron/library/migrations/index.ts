import { articles } from './0001-articles.ts'
import { search } from './0002-search.ts'
import { related } from './0003-related.ts'
import { revisions } from './0004-revisions.ts'
import { searchPending } from './0005-search-pending.ts'
import { actsAndTrash } from './0006-acts-and-trash.ts'
import { relatedRules } from './0007-related-rules.ts'
import { finding } from './0008-finding.ts'
import { footerPlace } from './0009-footer-place.ts'
import { tagsApart } from './0010-tags-apart.ts'
import { overviewLeft } from './0011-overview-left.ts'
import { translations } from './0012-translations.ts'
import { vectorIndex } from './0013-vector-index.ts'
import type { Migration } from './migration.ts'

/** Every step, in order. New ones are added at the end; none is ever changed or taken out. */
export const MIGRATIONS: readonly Migration[] = [
  articles,
  search,
  related,
  revisions,
  searchPending,
  actsAndTrash,
  relatedRules,
  finding,
  footerPlace,
  tagsApart,
  overviewLeft,
  translations,
  vectorIndex,
]
