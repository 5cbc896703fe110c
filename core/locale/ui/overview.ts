import { plural } from './plural.ts'

/** Words of the overview of the whole library. */
const en = {
  overview: 'Overview',
  back: 'Back to the articles',
  again: 'Look again',
  changed: 'The library has changed since.',
  looking: 'Comparing all articles…',
  cancel: 'Cancel',
  cancelled: 'Stopped before all articles were compared.',
  start: 'Look over the library',
  intro: 'What a reader can’t find, what stands there twice, and what belongs together.',
  empty: 'Nothing to look over yet',
  unreached: {
    title: 'Nothing leads here',
    detail: 'On the site, but no text links to them and no page shows them as related.',
    none: 'A reader can come to every article from another.',
  },
  deadEnds: {
    title: 'Lead nowhere',
    detail: 'On the site, but they link to no other article and their page shows none.',
    none: 'Every article leads on to another.',
  },
  same: {
    title: 'Nearly the same',
    detail:
      'They share half or more of all their pairs of words. Keep one, or say that they are meant to differ.',
    none: 'No two articles are nearly the same.',
  },
  clusters: {
    title: 'Belong together, without a category',
    detail: 'Three or more that are each other’s most related.',
    none: 'No articles without a category belong together.',
  },
  likeness: (percent: number) => `${percent}% the same`,
  many: (count: string, one: boolean) => `${count} ${one ? 'article' : 'articles'}`,
  more: (count: string) => `And ${count} more.`,
  keepApart: 'They differ: keep apart',
  keptApart: (title: string) => `“${title}” is kept apart from the others.`,
  toCategory: 'Put in category',
  newCategory: 'Make a category…',
  suggested: (name: string) => `Put in ${name}`,
  leave: 'Leave as it is',
  leaveDone: (title: string) => `“${title}” is left as it is.`,
  left: (count: number, text: string) => `${text} left as ${plural(count, 'it is', 'they are')}`,
  noOthers: 'No others.',
  bringBack: 'Name it again',
  bringBackDone: (title: string) => `“${title}” is named again.`,
  compared: (count: number, text: string) => `${text} ${plural(count, 'article', 'articles')} compared`,
}

export type OverviewWords = typeof en

const nl: OverviewWords = {
  overview: 'Overzicht',
  back: 'Terug naar de artikelen',
  again: 'Kijk opnieuw',
  changed: 'De bibliotheek is sindsdien veranderd.',
  looking: 'Alle artikelen worden vergeleken…',
  cancel: 'Breek af',
  cancelled: 'Gestopt voordat alle artikelen vergeleken waren.',
  start: 'Kijk de bibliotheek na',
  intro: 'Wat een lezer niet vindt, wat er dubbel staat en wat bij elkaar hoort.',
  empty: 'Nog niets om te bekijken',
  unreached: {
    title: 'Niets leidt hierheen',
    detail: 'Op de site, maar geen tekst linkt ernaar en geen pagina toont ze als gerelateerd.',
    none: 'Een lezer kan elk artikel vanuit een ander bereiken.',
  },
  deadEnds: {
    title: 'Lopen dood',
    detail: 'Op de site, maar ze linken naar geen ander artikel en hun pagina toont er geen.',
    none: 'Elk artikel leidt verder naar een ander.',
  },
  same: {
    title: 'Bijna hetzelfde',
    detail:
      'Ze delen de helft of meer van al hun woordparen. Houd er een, of zeg dat ze horen te verschillen.',
    none: 'Geen twee artikelen zijn bijna hetzelfde.',
  },
  clusters: {
    title: 'Horen bij elkaar, zonder categorie',
    detail: 'Drie of meer die elkaars meest verwante zijn.',
    none: 'Geen artikelen zonder categorie horen bij elkaar.',
  },
  likeness: (percent) => `${percent}% hetzelfde`,
  many: (count, one) => `${count} ${one ? 'artikel' : 'artikelen'}`,
  more: (count) => `En nog ${count}.`,
  keepApart: 'Ze verschillen: houd gescheiden',
  keptApart: (title) => `‘${title}’ wordt gescheiden gehouden van de andere.`,
  toCategory: 'Zet in categorie',
  newCategory: 'Maak een categorie…',
  suggested: (name) => `Zet in ${name}`,
  leave: 'Laat zo',
  leaveDone: (title) => `‘${title}’ blijft zoals het is.`,
  left: (count, text) =>
    `${text} ${plural(count, 'blijft', 'blijven')} zoals ${plural(count, 'het is', 'ze zijn')}`,
  noOthers: 'Geen andere.',
  bringBack: 'Noem weer',
  bringBackDone: (title) => `‘${title}’ wordt weer genoemd.`,
  compared: (count, text) => `${text} ${plural(count, 'artikel', 'artikelen')} vergeleken`,
}

export const overviewWords = { en, nl }
