import type { Status } from '../../article.ts'
import type { Freshness } from '../../related/index.ts'
import { plural } from './plural.ts'

/** Words of the panel of related articles: the writer's hand in them, and the rules. */
const en = {
  inText: 'Linked in the text, so not repeated on the page',
  inTextPinned: 'Linked in the text too; on the page because you pinned it',
  inTextFills: 'Linked in the text too; on the page for want of others',
  /** Why the page does not show it, whatever its rank. */
  waits: {
    draft: 'A draft, so not on the page yet',
    ready: 'Not published, so not on the page yet',
    scheduled: 'Scheduled, so not on the page yet',
  },
  intro: (count: number) =>
    `The page shows ${count === 0 ? 'none of these' : `the numbered ${plural(count, 'one', 'ones')}, in this order`}.`,
  never: 'Never these two',
  neverDetail: 'Neither is suggested with the other',
  kept: (count: number) => `${count} kept apart`,
  unkeep: 'No longer keep apart',
  saidPin: (title: string) => `“${title}” pinned.`,
  saidUnpin: (title: string) => `“${title}” no longer pinned.`,
  saidMove: (title: string) => `“${title}” moved.`,
  saidHide: (title: string) => `“${title}” hidden here.`,
  saidShow: (title: string) => `“${title}” shown again.`,
  saidNever: (title: string) => `“${title}” and this article are kept apart.`,
  saidUnkeep: (title: string) => `“${title}” may be suggested again.`,
  saidCount: 'Number changed.',
  saidRules: 'Rules changed.',
  count: 'Number on this page',
  asSite: (count: number) => `As the site: ${count}`,
  rules: 'Rules of this site',
  freshness: 'Newer articles',
  wishes: { none: 'As they come', gentle: 'A bit first', strong: 'First' } satisfies Record<
    Freshness,
    string
  >,
  wishDetail: {
    none: 'Only what articles have in common counts, and how near they are in time.',
    gentle: 'An article of today counts 25% more, one of a year ago 12.5%, and so on.',
    strong: 'An article of today counts twice, one of a year ago one and a half times, and so on.',
  } satisfies Record<Freshness, string>,
  sameLanguage: 'Only the article’s own language',
  sameLanguageDetail: 'Off: the page also shows what you pin in another language.',
  statuses: 'Suggest',
  status: { draft: 'Drafts', ready: 'Ready', published: 'Published' } satisfies Record<Status, string>,
}

export type RelatedWords = typeof en

const nl: RelatedWords = {
  inText: 'Staat als link in de tekst, dus niet nog eens op de pagina',
  inTextPinned: 'Staat ook als link in de tekst; op de pagina omdat je het vastzette',
  inTextFills: 'Staat ook als link in de tekst; op de pagina bij gebrek aan andere',
  waits: {
    draft: 'Concept, dus nog niet op de pagina',
    ready: 'Nog niet gepubliceerd, dus nog niet op de pagina',
    scheduled: 'Ingepland, dus nog niet op de pagina',
  },
  intro: (count) =>
    count === 0
      ? 'De pagina toont hier niets van.'
      : `De pagina toont ${plural(count, 'het genummerde artikel', 'de genummerde artikelen, in deze volgorde')}.`,
  never: 'Nooit deze twee samen',
  neverDetail: 'Geen van beide wordt bij de ander voorgesteld',
  kept: (count) => `${count} gescheiden gehouden`,
  unkeep: 'Houd niet meer gescheiden',
  saidPin: (title) => `‘${title}’ vastgezet.`,
  saidUnpin: (title) => `‘${title}’ losgemaakt.`,
  saidMove: (title) => `‘${title}’ verplaatst.`,
  saidHide: (title) => `‘${title}’ hier verborgen.`,
  saidShow: (title) => `‘${title}’ weer getoond.`,
  saidNever: (title) => `‘${title}’ en dit artikel worden gescheiden gehouden.`,
  saidUnkeep: (title) => `‘${title}’ kan weer voorgesteld worden.`,
  saidCount: 'Aantal gewijzigd.',
  saidRules: 'Regels gewijzigd.',
  count: 'Aantal op deze pagina',
  asSite: (count) => `Als de site: ${count}`,
  rules: 'Regels van deze site',
  freshness: 'Nieuwere artikelen',
  wishes: { none: 'Zoals ze komen', gentle: 'Iets eerder', strong: 'Eerst' },
  wishDetail: {
    none: 'Alleen wat artikelen gemeen hebben telt, en hoe dicht ze in de tijd bij elkaar liggen.',
    gentle: 'Een artikel van vandaag telt 25% meer, een van een jaar terug 12,5%, enzovoort.',
    strong: 'Een artikel van vandaag telt dubbel, een van een jaar terug anderhalf keer, enzovoort.',
  },
  sameLanguage: 'Alleen de taal van het artikel',
  sameLanguageDetail: 'Uit: de pagina toont ook wat je in een andere taal vastzet.',
  statuses: 'Stel voor',
  status: { draft: 'Concepten', ready: 'Klaar', published: 'Gepubliceerd' },
}

export const relatedWords = { en, nl }
