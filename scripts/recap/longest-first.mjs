import { BaseSequencer } from 'vitest/node'

/** Files that take ten seconds and more where nothing is known of earlier runs, as in a fresh clone. */
const LONG = [
  'publish/survives',
  'publish/pictures',
  'publish/determinism',
  'publish/sample-site',
  'publish/weight',
  'publish/icons',
  'library/rescue',
  'session/health',
  'publish/picture-colours',
  'model/words.property',
  'electron/kills',
  'publish/theme-copies',
  'ipc/care',
  'publish/hostile-site',
  'cli/care',
]

/** Starts the long files first, by which no core has one left to do at the end while the others rest. */
export default class LongestFirst extends BaseSequencer {
  /** @override @param {Parameters<BaseSequencer['sort']>[0]} files */
  async sort(files) {
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => rank(one.moduleId) - rank(other.moduleId))
  }
}

/** @param {string} file */
function rank(file) {
  const at = LONG.findIndex((name) => file.endsWith(`/${name}.test.ts`))
  return at < 0 ? LONG.length : at
}
