/**
 * Compares two versions by major, minor and patch; a leading `v` and a pre-release tag are ignored.
 * @param {string} a
 * @param {string} b
 * @returns {number} below 0 when a is older, 0 when they are alike, above 0 when a is newer
 */
export function compareVersions(a, b) {
  const [left, right] = [numbers(a), numbers(b)]
  for (let index = 0; index < 3; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** @param {string} version */
function numbers(version) {
  const match = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(version)
  if (!match) throw new TypeError(`"${version}" is no version`)
  return match.slice(1).map((part) => Number(part ?? 0))
}
