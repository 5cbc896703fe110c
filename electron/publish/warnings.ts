import type { ExportWarning } from '../../core/bridge.ts'
import { type ArticleHead, articlePath, destination } from '../../core/page/index.ts'
import type { Made, Reference } from './manifest.ts'
import type { PictureReport } from './pictures.ts'
import { isElsewhere } from './references.ts'
import type { DressedTheme } from './theme-dress.ts'

/** What a reference can be checked against. */
export interface Reachable {
  /** Every file of the site but its pictures. */
  readonly files: ReadonlyMap<string, unknown>
  /** Pictures of the library. */
  readonly media: ReadonlySet<string>
}

/** What a writer may want to mend: links and pictures that lead nowhere, in the order of articles and lines. */
export function warningsOf(
  articles: readonly ArticleHead[],
  made: ReadonlyMap<string, Made>,
  reachable: Reachable,
): readonly ExportWarning[] {
  return articles.flatMap((article) => {
    const page = made.get(articlePath(article.slug))
    const warning = (kind: ExportWarning['kind'], target: string, line: number): ExportWarning => ({
      kind,
      slug: article.slug,
      title: article.title,
      target,
      line,
    })
    const broken = (references: readonly Reference[] = []): readonly Reference[] =>
      references.filter(([target]) => !leadsSomewhere(target, reachable))
    return [
      ...(article.cover !== null && !leadsSomewhere(article.cover, reachable)
        ? [warning('missingCover', article.cover, 0)]
        : []),
      ...[
        ...broken(page?.links).map(([target, line]) => warning('brokenLink', target, line)),
        ...broken(page?.images).map(([target, line]) => warning('missingImage', target, line)),
        ...(page?.images ?? [])
          .filter(([target]) => isElsewhere(target))
          .map(([target, line]) => warning('farImage', target, line)),
      ].sort((a, b) => a.line - b.line),
    ]
  })
}

/** What was chosen of the theme and pages have otherwise. */
export function optionWarnings({ problems }: Pick<DressedTheme, 'problems'>): readonly ExportWarning[] {
  return problems.map(({ option, value, used }) => ({
    kind: 'themeOption',
    slug: '',
    title: '',
    target: `${option}: ${value.slice(0, 100)}${used === '' ? '' : ` → ${used}`}`,
    line: 0,
  }))
}

/** Pictures that no leaner copies could be made of: readers get them as they are. */
export function pictureWarnings({ unfit }: Pick<PictureReport, 'unfit'>): readonly ExportWarning[] {
  return unfit.map(({ path, unfit: why }) => ({
    kind: why === 'tooLarge' ? 'hugePicture' : 'oddPicture',
    slug: '',
    title: '',
    target: path,
    line: 0,
  }))
}

/** Addresses of the library's pictures (and other media) that these references use. */
export function mediaIn(targets: Iterable<string>, media: ReadonlySet<string>): ReadonlySet<string> {
  const used = new Set<string>()
  for (const target of targets) {
    const to = destination(target)
    if (to.kind === 'inside' && media.has(to.path)) used.add(to.path)
  }
  return used
}

function leadsSomewhere(target: string, { files, media }: Reachable): boolean {
  const to = destination(target)
  if (to.kind === 'outside') return true
  return to.kind === 'inside' && (files.has(to.path) || media.has(to.path))
}
