import { readFileSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import {
  type Face,
  SYSTEM_FACES,
  type SiteLook,
  type ThemeChoices,
  type ThemeSource,
  chooseOptions,
  lookOf,
} from '../../core/page/index.ts'
import { leanCss } from './lean-css.ts'
import { RESOURCES } from './resources.ts'
import { type Asset, MAIN_SHEET, type ThemeFolder } from './theme-folder.ts'

/** A theme as a site has it: with what its writer chose. */
export interface DressedTheme extends ThemeSource {
  readonly assets: readonly Asset[]
  /** What templates are given of the options. */
  readonly options: ThemeChoices['shown']
  readonly problems: ThemeChoices['problems']
  readonly look: SiteLook
}

/**
 * Puts a writer's choices into a theme: the face before its main style sheet with the files it needs, colours and
 * widths after it. Style sheets are made lean.
 */
export function dressTheme(
  theme: ThemeFolder,
  given: Readonly<Record<string, string>>,
  hasPicture: (path: string) => boolean,
): DressedTheme {
  const choices = chooseOptions(theme.manifest, theme.colours, given, hasPicture)
  const { shown, css, face, problems } = choices
  const worn = face === null ? { css: '', assets: [] } : faceNamed(face)
  const own = new Set(theme.assets.map(({ path }) => path))
  return {
    name: theme.name,
    templates: theme.templates,
    options: shown,
    problems,
    look: lookOf(theme.colours, choices, given),
    assets: [
      ...theme.assets.map((asset) => {
        if (asset.text === undefined) return asset
        const isMain = asset.path === MAIN_SHEET
        return { ...asset, text: leanCss(isMain ? `${worn.css}\n${asset.text}\n${css}` : asset.text) }
      }),
      ...worn.assets.filter(({ path }) => !own.has(path)),
    ],
  }
}

interface WornFace {
  readonly css: string
  readonly assets: readonly Asset[]
}

const worn = new Map<Face, WornFace>()

function faceNamed(face: Face): WornFace {
  const known = worn.get(face) ?? readFace(face)
  worn.set(face, known)
  return known
}

function readFace(face: Face): WornFace {
  const css = SYSTEM_FACES[face]
  if (css !== undefined) return { css, assets: [] }
  const folder = join(RESOURCES, 'faces', face)
  const files = readdirSync(folder).filter((name) => extname(name) !== '.css')
  return {
    css: readFileSync(join(folder, 'face.css'), 'utf8'),
    assets: files.sort().map((name) => ({ path: `assets/fonts/${name}`, file: join(folder, name) })),
  }
}
