import temml from 'temml'
import { annotated } from './dressing.ts'
import { cleanMath, formulaIn } from './mathml.ts'
import { serialise } from './serialise.ts'
import { element, isElement, readHtml } from './tree.ts'

/** Longer formulas are left as they were written. */
const MOST_CHARACTERS = 10_000

/** The largest that a formula may ask for, in em: first widths, then heights. */
const LARGEST: [number, number] = [60, 20]

/**
 * A formula in TeX as the content of a `math` element in MathML Core with the TeX as its annotation; null when it can't
 * be read. No style, no script, no address: what the converter writes passes an allow-list. A pure function of the TeX.
 */
export function mathMl(tex: string, isDisplay: boolean): string | null {
  if (tex.length > MOST_CHARACTERS) return null
  let written: string
  try {
    written = temml.renderToString(tex, {
      displayMode: isDisplay,
      annotate: true,
      throwOnError: true,
      trust: false,
      maxExpand: 500,
      maxSize: LARGEST,
    })
  } catch {
    // What a writer is still typing can't be read yet, nor what is no TeX: the page shows the source.
    return null
  }
  const formula = formulaIn(readHtml(written).childNodes)
  if (!formula || !cleanMath(formula)) return null
  const [semantics] = formula.childNodes.filter(isElement)
  const [shown] = semantics?.childNodes ?? []
  return shown === undefined ? null : annotated(serialise(element('', [], [shown])), tex)
}
