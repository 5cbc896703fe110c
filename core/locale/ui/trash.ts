import { plural } from './plural.ts'
import { numberEn, numberNl } from './numbers.ts'

/** How many of each lie in the trash. */
interface Trashed {
  readonly articles: number
  readonly categories: number
  readonly media: number
}

/** `2 articles, 1 category and 3 pictures`: what there is none of is left out. */
function listEn({ articles, categories, media }: Trashed): string {
  return joined(
    [
      [articles, plural(articles, 'article', 'articles')],
      [categories, plural(categories, 'category', 'categories')],
      [media, plural(media, 'picture', 'pictures')],
    ],
    'and',
  )
}

function listNl({ articles, categories, media }: Trashed): string {
  return joined(
    [
      [articles, plural(articles, 'artikel', 'artikelen')],
      [categories, plural(categories, 'categorie', 'categorieën')],
      [media, plural(media, 'afbeelding', 'afbeeldingen')],
    ],
    'en',
  )
}

function joined(counts: readonly (readonly [count: number, what: string])[], and: string): string {
  const parts = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  const last = parts.pop() ?? ''
  return parts.length === 0 ? last : `${parts.join(', ')} ${and} ${last}`
}

function isOne({ articles, categories, media }: Trashed): boolean {
  return articles + categories + media === 1
}

/** Words of the trash: what lies in it, putting back, emptying. */
const en = {
  shows: 'What the trash shows',
  articles: 'Articles',
  categories: 'Categories',
  media: 'Pictures',
  goesBack: (articles: number, inside: number) =>
    [
      articles === 0 ? '' : `${numberEn(articles)} ${plural(articles, 'article goes', 'articles go')} back`,
      inside === 0 ? '' : `${numberEn(inside)} ${plural(inside, 'category', 'categories')} inside`,
    ]
      .filter(Boolean)
      .join(', '),
  goesBackNone: 'No articles go back',
  uses: (count: number) => `still shown in ${numberEn(count)} ${plural(count, 'place', 'places')}`,
  restore: 'Put back',
  deleteForGood: 'Delete for good…',
  deleteConfirm: 'Delete for good',
  deleteCategories: (count: number, name: string) =>
    count === 1
      ? `Delete the category “${name}” for good?`
      : `Delete these ${numberEn(count)} categories for good?`,
  deleteCategoriesDetail: 'The articles stay where they are now. This can’t be undone.',
  deleteMedia: (count: number, name: string) =>
    count === 1
      ? `Delete the picture “${name}” for good?`
      : `Delete these ${numberEn(count)} pictures for good?`,
  deleteMediaDetail: (uses: number) =>
    uses === 0
      ? 'The files are deleted too. This can’t be undone.'
      : `The files are deleted too. ${numberEn(uses)} ${plural(uses, 'place still shows', 'places still show')} them and will be left without. This can’t be undone.`,
  emptyTitle: 'Empty the trash?',
  emptyDetail: (gone: Trashed) => `${listEn(gone)} will be deleted for good. This can’t be undone.`,
  emptied: (gone: Trashed) => `${listEn(gone)} deleted for good.`,
  categoryRestored: (name: string) => `Category “${name}” put back.`,
  categoriesRestored: (count: number) => `${numberEn(count)} categories put back.`,
  mediaRestored: (count: number) => `${numberEn(count)} ${plural(count, 'picture', 'pictures')} put back.`,
  emptiesItself: (days: number) => `Empties itself after ${days} days`,
  emptiesNever: 'Never empties itself',
  change: 'Change',
  changeRule: 'Change when the trash empties itself',
  selectedLabel: 'Selected in the trash',
  nothing: {
    categories: {
      title: 'No categories here',
      detail: 'Categories that you delete wait here, with their articles’ place in them.',
    },
    media: {
      title: 'No pictures here',
      detail: 'Pictures that you delete wait here until you empty the trash.',
    },
  },
  days: 'Empty the trash by itself',
  never: 'Never',
  afterDays: (days: number) => `After ${days} days`,
}

export type TrashWords = typeof en

const nl: TrashWords = {
  shows: 'Wat de prullenbak toont',
  articles: 'Artikelen',
  categories: 'Categorieën',
  media: 'Afbeeldingen',
  goesBack: (articles, inside) =>
    [
      articles === 0
        ? ''
        : `${numberNl(articles)} ${plural(articles, 'artikel gaat', 'artikelen gaan')} terug`,
      inside === 0 ? '' : `${numberNl(inside)} ${plural(inside, 'categorie', 'categorieën')} erin`,
    ]
      .filter(Boolean)
      .join(', '),
  goesBackNone: 'Er gaan geen artikelen terug',
  uses: (count) => `nog op ${numberNl(count)} ${plural(count, 'plek', 'plekken')} te zien`,
  restore: 'Zet terug',
  deleteForGood: 'Verwijder voorgoed…',
  deleteConfirm: 'Verwijder voorgoed',
  deleteCategories: (count, name) =>
    count === 1
      ? `De categorie ‘${name}’ voorgoed verwijderen?`
      : `Deze ${numberNl(count)} categorieën voorgoed verwijderen?`,
  deleteCategoriesDetail: 'De artikelen blijven waar ze nu zijn. Dit kan niet ongedaan worden gemaakt.',
  deleteMedia: (count, name) =>
    count === 1
      ? `De afbeelding ‘${name}’ voorgoed verwijderen?`
      : `Deze ${numberNl(count)} afbeeldingen voorgoed verwijderen?`,
  deleteMediaDetail: (uses) =>
    uses === 0
      ? 'Ook de bestanden worden verwijderd. Dit kan niet ongedaan worden gemaakt.'
      : `Ook de bestanden worden verwijderd. ${numberNl(uses)} ${plural(uses, 'plek toont', 'plekken tonen')} ze nog en ${plural(uses, 'raakt', 'raken')} ze kwijt. Dit kan niet ongedaan worden gemaakt.`,
  emptyTitle: 'De prullenbak legen?',
  emptyDetail: (gone) =>
    `${listNl(gone)} ${isOne(gone) ? 'wordt' : 'worden'} voorgoed verwijderd. Dit kan niet ongedaan worden gemaakt.`,
  emptied: (gone) => `${listNl(gone)} voorgoed verwijderd.`,
  categoryRestored: (name) => `Categorie ‘${name}’ teruggezet.`,
  categoriesRestored: (count) => `${numberNl(count)} categorieën teruggezet.`,
  mediaRestored: (count) => `${numberNl(count)} ${plural(count, 'afbeelding', 'afbeeldingen')} teruggezet.`,
  emptiesItself: (days) => `Leegt zichzelf na ${days} dagen`,
  emptiesNever: 'Leegt zichzelf nooit',
  change: 'Wijzig',
  changeRule: 'Wijzig wanneer de prullenbak zichzelf leegt',
  selectedLabel: 'Geselecteerd in de prullenbak',
  nothing: {
    categories: {
      title: 'Geen categorieën hier',
      detail: 'Categorieën die je verwijdert, wachten hier, met de plek die hun artikelen erin hadden.',
    },
    media: {
      title: 'Geen afbeeldingen hier',
      detail: 'Afbeeldingen die je weggooit, wachten hier tot je de prullenbak leegt.',
    },
  },
  days: 'Leeg de prullenbak vanzelf',
  never: 'Nooit',
  afterDays: (days) => `Na ${days} dagen`,
}

export const trashWords = { en, nl }
