import { type Colour, colourFrom } from './colour.ts'
import type { Face } from './faces.ts'
import type { ThemeColours } from './theme-colours.ts'
import type { ThemeChoices } from './theme-options.ts'

/** How a site looks by light, for what is drawn of it: its icons and the card of its links. */
export interface SiteLook {
  readonly paper: Colour
  readonly ink: Colour
  readonly inkSoft: Colour
  /** As the writer chose it, whether or not text could be read in it; else the theme's own. */
  readonly accent: Colour
  /** Null: the theme brings its own. */
  readonly face: Face | null
  /** The logo's path in the library; null without one. */
  readonly logo: string | null
}

/** Of a site whose theme says nothing. */
export const PLAIN_LOOK: SiteLook = {
  paper: '#fbfaf7',
  ink: '#1f1d1a',
  inkSoft: '#57524a',
  accent: '#0f6b6b',
  face: null,
  logo: null,
}

/** The look of a theme of these colours with what a writer chose. */
export function lookOf(
  { light }: Pick<ThemeColours, 'light'>,
  { shown, face }: Pick<ThemeChoices, 'shown' | 'face'>,
  given: Readonly<Record<string, string>>,
): SiteLook {
  return {
    paper: light['--paper'] ?? PLAIN_LOOK.paper,
    ink: light['--ink'] ?? PLAIN_LOOK.ink,
    inkSoft: light['--ink-soft'] ?? light['--ink'] ?? PLAIN_LOOK.inkSoft,
    accent: colourFrom(given['accent'] ?? '') ?? light['--accent'] ?? PLAIN_LOOK.accent,
    face,
    logo: shown['logo'] ?? null,
  }
}
