import type { ArticleSort } from '../../bridge.ts'
import { plural } from './plural.ts'
import { numberEn, numberNl } from './numbers.ts'

/** What a list that holds nothing says, and the one next step that it offers. */
interface EmptyList {
  readonly title: string
  readonly detail: string
}

type EmptyKind =
  | 'all'
  | 'draft'
  | 'ready'
  | 'published'
  | 'scheduled'
  | 'trash'
  | 'category'
  | 'uncategorised'
  | 'tag'
  | 'author'
  | 'search'

/** Words of the article list. */
const en = {
  list: 'Articles',
  search: 'Search',
  searchLabel: 'Search articles',
  clearSearch: 'Clear search',
  sort: 'Order',
  sortBy: {
    updated: 'Last changed',
    published: 'Publication date',
    title: 'Title',
    words: 'Length',
  } satisfies Record<ArticleSort['by'], string>,
  ascending: 'Ascending',
  descending: 'Descending',
  bestFirst: 'Best match first',
  newArticle: 'New article',
  found: (count: string) => `${count} found`,
  articles: (count: string, one: boolean) => `${count} ${one ? 'article' : 'articles'}`,
  words: (count: string, one: boolean) => `${count} ${one ? 'word' : 'words'}`,
  /** Short, in a row. */
  wordsShort: (count: string) => `${count} w`,
  noSummary: 'No summary yet',
  open: 'Open',
  openInWindow: 'Open in new window',
  duplicate: 'Duplicate',
  status: 'Status',
  category: 'Category',
  noCategory: 'No category',
  trash: 'Move to trash',
  restore: 'Put back',
  deleteForGood: 'Delete for good…',
  emptyTrash: 'Empty trash…',
  deleteTitle: (count: number) =>
    `Delete ${count === 1 ? 'this article' : `these ${numberEn(count)} articles`} for good?`,
  deleteDetail: 'This can’t be undone.',
  deleteConfirm: 'Delete for good',
  trashed: (count: number) =>
    `${numberEn(count)} ${plural(count, 'article', 'articles')} moved to the trash.`,
  restored: (count: number) => `${numberEn(count)} ${plural(count, 'article', 'articles')} put back.`,
  statusSet: (count: number, status: string) =>
    `${numberEn(count)} ${plural(count, 'article', 'articles')}: ${status.toLowerCase()}.`,
  categorySet: (count: number, category: string) =>
    `${numberEn(count)} ${plural(count, 'article', 'articles')} moved to ${category}.`,
  backToAll: 'Show all articles',
  searchAll: 'Search in all articles',
  empty: {
    all: { title: 'Nothing written yet', detail: 'Articles that you write come here. Start with the first.' },
    draft: { title: 'No drafts', detail: 'What you are working on comes here.' },
    ready: { title: 'Nothing is ready', detail: 'Mark an article as ready when it can be read over.' },
    published: { title: 'Nothing published', detail: 'What readers get with the next export comes here.' },
    scheduled: { title: 'Nothing scheduled', detail: 'A published article with a date ahead waits here.' },
    trash: { title: 'The trash is empty', detail: 'Articles that you delete wait here until you empty it.' },
    category: { title: 'Nothing in this category', detail: 'Drag articles here, or write a new one.' },
    uncategorised: { title: 'Everything has its place', detail: 'Articles without a category come here.' },
    tag: { title: 'No articles with this tag', detail: 'Give the tag to an article in the inspector.' },
    author: {
      title: 'No articles by this author',
      detail: 'Choose the author of an article in the inspector.',
    },
    search: { title: 'Nothing found', detail: 'Try fewer words, or other ones.' },
  } satisfies Record<EmptyKind, EmptyList>,
  dragged: (count: number) => `${numberEn(count)} ${plural(count, 'article', 'articles')}`,
}

export type ListWords = typeof en

const nl: ListWords = {
  list: 'Artikelen',
  search: 'Zoek',
  searchLabel: 'Zoek artikelen',
  clearSearch: 'Wis zoekopdracht',
  sort: 'Volgorde',
  sortBy: {
    updated: 'Laatst gewijzigd',
    published: 'Publicatiedatum',
    title: 'Titel',
    words: 'Lengte',
  },
  ascending: 'Oplopend',
  descending: 'Aflopend',
  bestFirst: 'Beste treffer eerst',
  newArticle: 'Nieuw artikel',
  found: (count) => `${count} gevonden`,
  articles: (count, one) => `${count} ${one ? 'artikel' : 'artikelen'}`,
  words: (count, one) => `${count} ${one ? 'woord' : 'woorden'}`,
  wordsShort: (count) => `${count} w`,
  noSummary: 'Nog geen samenvatting',
  open: 'Open',
  openInWindow: 'Open in nieuw venster',
  duplicate: 'Dupliceer',
  status: 'Status',
  category: 'Categorie',
  noCategory: 'Geen categorie',
  trash: 'Naar de prullenbak',
  restore: 'Zet terug',
  deleteForGood: 'Verwijder voorgoed…',
  emptyTrash: 'Leeg prullenbak…',
  deleteTitle: (count) =>
    count === 1
      ? 'Dit artikel voorgoed verwijderen?'
      : `Deze ${numberNl(count)} artikelen voorgoed verwijderen?`,
  deleteDetail: 'Dit kan niet ongedaan worden gemaakt.',
  deleteConfirm: 'Verwijder voorgoed',
  trashed: (count) => `${numberNl(count)} ${plural(count, 'artikel', 'artikelen')} in de prullenbak gelegd.`,
  restored: (count) => `${numberNl(count)} ${plural(count, 'artikel', 'artikelen')} teruggezet.`,
  statusSet: (count, status) =>
    `${numberNl(count)} ${plural(count, 'artikel', 'artikelen')}: ${status.toLowerCase()}.`,
  categorySet: (count, category) =>
    `${numberNl(count)} ${plural(count, 'artikel', 'artikelen')} verplaatst naar ${category}.`,
  backToAll: 'Toon alle artikelen',
  searchAll: 'Zoek in alle artikelen',
  empty: {
    all: {
      title: 'Nog niets geschreven',
      detail: 'Wat je schrijft komt hier te staan. Begin met het eerste artikel.',
    },
    draft: { title: 'Geen concepten', detail: 'Waar je aan werkt, komt hier te staan.' },
    ready: { title: 'Niets is klaar', detail: 'Zet een artikel op ‘klaar’ als het nagelezen kan worden.' },
    published: {
      title: 'Niets gepubliceerd',
      detail: 'Wat lezers bij de volgende export krijgen, komt hier te staan.',
    },
    scheduled: {
      title: 'Niets ingepland',
      detail: 'Een gepubliceerd artikel met een datum die nog komt, wacht hier.',
    },
    trash: { title: 'De prullenbak is leeg', detail: 'Wat je weggooit, wacht hier tot je hem leegt.' },
    category: { title: 'Niets in deze categorie', detail: 'Sleep artikelen hierheen of schrijf een nieuw.' },
    uncategorised: {
      title: 'Alles heeft zijn plek',
      detail: 'Artikelen zonder categorie komen hier te staan.',
    },
    tag: { title: 'Geen artikelen met deze tag', detail: 'Geef een artikel de tag bij de kenmerken.' },
    author: {
      title: 'Geen artikelen van deze auteur',
      detail: 'Kies de auteur van een artikel bij de kenmerken.',
    },
    search: { title: 'Niets gevonden', detail: 'Probeer minder woorden, of andere.' },
  },
  dragged: (count) => `${numberNl(count)} ${plural(count, 'artikel', 'artikelen')}`,
}

export const listWords = { en, nl }
