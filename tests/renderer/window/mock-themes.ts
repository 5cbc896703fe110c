/** The themes, for looking at: `?themes=copy`, `?themes=broken`, `?themes=newer`. */
import { THEMES } from '../../../core/article.ts'
import type { ThemeInfo, Themes } from '../../../core/bridge.ts'
import { Failure, failureData } from '../../../core/errors.ts'
import { coloursIn } from '../../../core/page/theme-colours.ts'
import { readThemeManifest } from '../../../core/page/theme-manifest.ts'

const asked = new URLSearchParams(location.search).get('themes')
const manifests = import.meta.glob<string>('../../../resources/themes/*/theme.json', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const sheets = import.meta.glob<string>('../../../resources/themes/*/style.css', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const broken = failureData(
  new Failure('theme.broken', {
    theme: 'mijn-essay',
    file: 'article.liquid',
    line: 12,
    problem: 'undefined filter: capitalise',
  }),
)
let removed: Themes['removed'] = []

function infoOf(name: string): ThemeInfo {
  const manifest = readThemeManifest(name, manifests[`../../../resources/themes/${name}/theme.json`] ?? '{}')
  const colours = coloursIn(sheets[`../../../resources/themes/${name}/style.css`] ?? '')
  return { ...manifest, name, title: '', description: '', isOwn: false, origin: null, colours, failure: null }
}

export const themeMocks = {
  'theme.list': (): Themes => {
    const copy = { ...infoOf('essay'), name: 'mijn-essay', title: 'Mijn essay', isOwn: true }
    const own = asked === null ? [] : [{ ...copy, origin: { theme: 'essay', isNewer: asked === 'newer' } }]
    return {
      themes: [...THEMES.map(infoOf), ...own.filter(({ name }) => removed.every((one) => one.name !== name))],
      removed,
      failure: asked === 'broken' ? broken : null,
    }
  },
  'theme.copy': () => ({ name: 'mijn-essay' }),
  'theme.rename': () => null,
  'theme.remove': ({ name }: { readonly name: string }) => {
    removed = [...removed, { name, title: 'Mijn essay' }]
    return null
  },
  'theme.putBack': ({ name }: { readonly name: string }) => {
    removed = removed.filter((one) => one.name !== name)
    return null
  },
  'theme.show': () => null,
}
