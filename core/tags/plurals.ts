/** Which word a word may be the plural of, by the rules of Dutch and English spelling. */

/** Plurals that no rule makes, and their singulars. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['children', 'child'],
  ['men', 'man'],
  ['women', 'woman'],
  ['people', 'person'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
  ['mice', 'mouse'],
  ['geese', 'goose'],
  ['musea', 'museum'],
  ['steden', 'stad'],
  ['schepen', 'schip'],
  ['leden', 'lid'],
])

/** End as plurals do, and are none. */
const NO_PLURALS: ReadonlySet<string> = new Set(['news', 'physics', 'politics', 'ethics', 'sports'])

/** Endings and what stands in their place, each with the letters that must come before. Signs on letters are gone. */
const RULES: readonly (readonly [plural: RegExp, singular: string])[] = [
  // English: cities, knives and leaves, boxes and heroes, quizzes, books; Dutch: foto's, tafels.
  [/([^aeiou])ies$/u, '$1y'],
  [/ves$/u, 'f'],
  [/ves$/u, 'fe'],
  [/(s|x|z|ch|sh|o)es$/u, '$1'],
  [/([sz])\1es$/u, '$1'],
  [/([^s])s$/u, '$1'],
  // Dutch: mogelijkheden, kinderen, katten, bomen and dozen, huizen, brieven, boeken, ziekten.
  [/heden$/u, 'heid'],
  [/eren$/u, ''],
  [/([bdfgklmnprst])\1en$/u, '$1'],
  [/([^aeiou])([aeou])([bdfgklmnprst])en$/u, '$1$2$2$3'],
  [/([^aeiou])([aeou])zen$/u, '$1$2$2s'],
  [/([^aeiou])([aeou])ven$/u, '$1$2$2f'],
  [/zen$/u, 's'],
  [/ven$/u, 'f'],
  [/en$/u, ''],
  [/en$/u, 'e'],
]

/** A word of fewer letters is no singular that is worth a guess. */
const SHORTEST = 3

/** Every word that `word`, in lower case and without signs on its letters, may be the plural of; made-up ones among them. */
export function singularsOf(word: string): readonly string[] {
  if (!/^\p{L}+$/u.test(word) || NO_PLURALS.has(word)) return []
  const irregular = IRREGULAR.get(word)
  const found = new Set(irregular === undefined ? [] : [irregular])
  for (const [plural, singular] of RULES) {
    if (plural.test(word)) found.add(word.replace(plural, singular))
  }
  return [...found].filter((one) => one.length >= SHORTEST && one !== word)
}
