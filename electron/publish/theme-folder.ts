import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../core/errors.ts'
import { type ThemeSource, isSafePath } from '../../core/page/index.ts'
import { onFile } from './file-failure.ts'
import { RESOURCES } from './resources.ts'

/** A file that a theme brings along: its place on the site, and where it is read. */
export interface Asset {
  readonly path: string
  readonly file: string
}

/** A theme as read from its folder. */
export interface ThemeFolder extends ThemeSource {
  readonly assets: readonly Asset[]
}

/** Reads the theme `name` of the application. Throws `theme.broken` when there is none. */
export function readTheme(name: string, resources: string = RESOURCES): ThemeFolder {
  const folder = join(resources, 'themes', name)
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(join(folder, 'theme.json'))) {
    throw new Failure('theme.broken', {
      theme: name,
      file: 'theme.json',
      line: null,
      problem: 'no such theme',
    })
  }
  return onFile(folder, () => {
    const templates = readdirSync(join(folder, 'templates'))
      .filter((file) => file.endsWith('.liquid'))
      .sort()
    return {
      name,
      templates: Object.fromEntries(
        templates.map((file) => [file, readFileSync(join(folder, 'templates', file), 'utf8')]),
      ),
      assets: assetsIn(folder),
    }
  })
}

// Everything but the templates and the theme's own description goes along, under assets/.
function assetsIn(folder: string): readonly Asset[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => path !== 'theme.json' && !path.startsWith('templates/') && isSafePath(path))
    .sort()
    .map((path) => ({ path: `assets/${path}`, file: join(folder, path) }))
}
