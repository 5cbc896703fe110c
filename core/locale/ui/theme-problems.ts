/** What can be wrong with a theme, as it is found and in Dutch. The first that fits is said. */
const DUTCH: readonly (readonly [RegExp, string])[] = [
  [/^undefined filter: (.+)$/, 'er is geen filter ‘$1’'],
  [/^tag "?(.+?)"? not found$/, 'er is geen tag ‘$1’'],
  [/^tag (.+) not closed$/, '$1 is niet afgesloten'],
  [/^output (.+) not closed$/, '$1 is niet afgesloten'],
  [/^ENOENT: Failed to lookup "?([^"]+?)"? in .*$/, 'er is geen sjabloon ‘$1’'],
  [/^ENOENT: .*?"([^"]+)".*$/, 'er is geen sjabloon ‘$1’'],
  [/^there is no such template$/, 'dat sjabloon is er niet'],
  [/^unexpected token (.+)$/, 'onverwacht: $1'],
  [/^no such theme$/, 'er is geen thema met die naam'],
  [/^a theme needs this file$/, 'een thema kan niet zonder dit bestand'],
  [/^takes too long$/, 'het duurt te lang'],
  [/^template render limit exceeded$/, 'het duurt te lang'],
  [/^memory alloc limit exceeded$/, 'het vraagt te veel geheugen'],
  [/^takes too much memory$/, 'het vraagt te veel geheugen'],
  [/^template limit exceeded$/, 'de sjablonen zijn samen te lang'],
  [/^holds itself, or parts in parts without end$/, 'het sjabloon houdt zichzelf in, zonder einde'],
  [/^makes more than (\d+) million characters of one page$/, 'een pagina krijgt meer dan $1 miljoen tekens'],
  [/^a link leads out of the theme$/, 'een koppeling leidt het thema uit'],
  [/^a theme has to be a folder, not a link$/, 'een thema is een map, geen koppeling'],
  [/^a theme brings no (.+)$/, 'een thema mag geen $1 meebrengen'],
  [/^a theme has at most (\d+) files$/, 'een thema heeft ten hoogste $1 bestanden'],
  [/^a theme weighs at most (\d+) MB$/, 'een thema weegt ten hoogste $1 MB'],
  [/^larger than (\d+) kB$/, 'groter dan $1 kB'],
  [/^has to be an object.*$/, 'hier hoort { … } te staan'],
  [/^"(.+)" has to be a short text$/, '‘$1’ moet een korte tekst zijn'],
  [/^"options" has to be an object$/, '‘options’ moet { … } zijn'],
  [/^"origin" has to name a theme and a version$/, '‘origin’ moet een thema en een versie noemen'],
  [
    /^the option "(.+)" needs a "type".*$/,
    'de optie ‘$1’ mist een ‘type’: colour, face, choice, text of picture',
  ],
  [/^the option "(.+)" needs a "default" among: (.+)$/, 'de optie ‘$1’ mist een ‘default’ uit: $2'],
  [/^the option "(.+)" needs "values" .*$/, 'de optie ‘$1’ mist ‘values’ en een ‘default’ daaruit'],
  [
    /^the option "(.+)" needs a "property" .*$/,
    'de optie ‘$1’ mist een ‘property’ zoals --measure, en een gewone waarde voor elke keuze',
  ],
  [/^the option "(.+)" needs a name .*$/, 'de optie ‘$1’ heeft een naam van letters en cijfers nodig'],
  [/^the option "(.+)" has to be an object$/, 'de optie ‘$1’ moet { … } zijn'],
]

/** A mistake in a theme in Dutch, as far as there are words for it: what a template engine says stays its own. */
export function themeProblemNl(problem: string): string {
  for (const [found, dutch] of DUTCH) if (found.test(problem)) return problem.replace(found, dutch)
  return problem
}
