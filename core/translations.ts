/** Articles that say the same in several languages: which belong together, and how languages are told apart. */

/** An article as one of several that are translations of each other. */
export interface Translated {
  readonly id: number
  /** BCP 47; null means: the site's. */
  readonly language: string | null
  readonly translationKey: string | null
}

/** The longest key that translations share, in characters. */
export const LONGEST_KEY = 200

const identities = new Map<string, string>()

/**
 * Stands for the language that a reader chooses: the same for `nl` and `nl-NL`, since that is what `nl` alone most
 * likely is (Unicode TR35, "likely subtags"), another for `nl-BE`. A text that is no tag stands for itself.
 */
export function languageIdentity(tag: string): string {
  let identity = identities.get(tag)
  if (identity === undefined) {
    try {
      identity = new Intl.Locale(tag.trim()).maximize().baseName
    } catch {
      identity = tag.trim().toLowerCase()
    }
    identities.set(tag, identity)
  }
  return identity
}

/**
 * The members of one group that stand for their language: of several in the same one, the oldest. In the order of
 * their languages, the site's first.
 */
export function oneOfEachLanguage<T extends Translated>(
  members: readonly T[],
  siteLanguage: string,
): readonly T[] {
  const own = languageIdentity(siteLanguage)
  const byLanguage = new Map<string, T>()
  for (const member of [...members].sort((a, b) => a.id - b.id)) {
    const identity = languageIdentity(member.language ?? siteLanguage)
    if (!byLanguage.has(identity)) byLanguage.set(identity, member)
  }
  return [...byLanguage]
    .sort(([a], [b]) => Number(b === own) - Number(a === own) || (a < b ? -1 : 1))
    .map(([, member]) => member)
}

/**
 * The name of a language in that language, as its readers write it: `Nederlands`; `whole` with its region, to tell it from
 * another of the same name. The tag itself where no name is known.
 */
export function ownNameOf(tag: string, whole = false): string {
  try {
    const named = whole ? tag : new Intl.Locale(tag).language
    const name = new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' }).of(named)
    return name === undefined ? tag : name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
  } catch {
    return tag
  }
}
