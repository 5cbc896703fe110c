import { plural } from './plural.ts'
import { numberEn, numberNl } from './numbers.ts'

/** Words of the sidebar: site menu, what to show, categories, tags, authors. */
const en = {
  sidebar: 'Sidebar',
  siteMenu: (name: string) => `${name}: libraries and site`,
  show: 'Show',
  all: 'All',
  draft: 'Drafts',
  ready: 'Ready',
  published: 'Published',
  scheduled: 'Scheduled',
  pictures: 'Pictures',
  overview: 'Overview',
  trash: 'Trash',
  categories: 'Categories',
  newCategory: 'New category',
  newInside: 'New category inside',
  newCategoryName: 'New category',
  uncategorised: 'No category',
  tags: 'Tags',
  authors: 'Authors',
  newAuthor: 'New author',
  newAuthorName: 'New author',
  noCategories: 'Categories order your site. Make the first one.',
  noTags: 'Tags that you give to articles come here.',
  name: 'Name',
  rename: 'Rename',
  details: 'Details…',
  address: 'Address',
  description: 'Description',
  descriptionHint: 'Under the name on its page.',
  cover: 'Cover of its page',
  picture: 'Picture',
  inIt: (count: string, one: boolean, below: string) =>
    `${count} ${one ? 'article' : 'articles'}${below === '0' ? '' : `, ${below} of them in categories below it`}`,
  showArticles: 'Show articles',
  role: 'Role',
  roleHint: 'Under the name on a page. Empty: “Author” in the site’s language.',
  bio: 'About',
  bioHint: 'A sentence or two on the author’s page.',
  delete: 'Delete…',
  merge: 'Merge',
  mergeLine: 'Merge into…',
  mergeTitle: (name: string) => `Merge “${name}”`,
  mergeInto: 'Into',
  mergeDetail: (into: string) =>
    `Its articles and the categories inside it go to “${into}”, and its address leads there.`,
  split: 'Make',
  splitLine: (count: string, one: boolean) =>
    one ? 'New category from this article…' : `New category from these ${count} articles…`,
  splitTitle: (count: string, one: boolean) =>
    one ? 'New category from this article' : `New category from these ${count} articles`,
  splitInside: 'Inside',
  filter: 'Filter',
  filterCategories: 'Filter categories',
  filterTags: 'Filter tags',
  filterAuthors: 'Filter authors',
  clearFilter: 'Clear filter',
  noneFiltered: 'No category has that in its name.',
  noneNamed: 'Nothing has that in its name.',
  moveTo: 'Move to',
  moveTitle: (name: string) => `Move “${name}” to`,
  topLevel: 'Top level',
  foldAll: 'Close all',
  unfoldAll: 'Open all',
  moveUp: 'Move up',
  moveDown: 'Move down',
  moveIn: 'Move into the one above',
  moveOut: 'Move out one level',
  newArticleHere: 'New article here',
  deleteCategory: (name: string) => `Delete “${name}”?`,
  deleteCategoryDetail: (articles: number, inside: number) =>
    [
      articles === 0
        ? 'There are no articles in it.'
        : `Its ${numberEn(articles)} ${plural(articles, 'article', 'articles')} will not be deleted.`,
      inside === 0 ? '' : `The ${plural(inside, 'category', 'categories')} inside it will move up one level.`,
    ]
      .filter(Boolean)
      .join(' '),
  moveArticlesTo: 'Where should its articles go?',
  count: (count: string, one: boolean) => `${count} ${one ? 'article' : 'articles'}`,
}

export type SidebarWords = typeof en

const nl: SidebarWords = {
  sidebar: 'Zijbalk',
  siteMenu: (name) => `${name}: bibliotheken en site`,
  show: 'Toon',
  all: 'Alle',
  draft: 'Concepten',
  ready: 'Klaar',
  published: 'Gepubliceerd',
  scheduled: 'Ingepland',
  pictures: 'Afbeeldingen',
  overview: 'Overzicht',
  trash: 'Prullenbak',
  categories: 'Categorieën',
  newCategory: 'Nieuwe categorie',
  newInside: 'Nieuwe categorie hierin',
  newCategoryName: 'Nieuwe categorie',
  uncategorised: 'Geen categorie',
  tags: 'Tags',
  authors: 'Auteurs',
  newAuthor: 'Nieuwe auteur',
  newAuthorName: 'Nieuwe auteur',
  noCategories: 'Categorieën ordenen je site. Maak de eerste.',
  noTags: 'Tags die je artikelen geeft, komen hier te staan.',
  name: 'Naam',
  rename: 'Hernoem',
  details: 'Gegevens…',
  address: 'Adres',
  description: 'Beschrijving',
  descriptionHint: 'Onder de naam op de eigen pagina.',
  cover: 'Omslag van de pagina',
  picture: 'Foto',
  inIt: (count, one, below) =>
    `${count} ${one ? 'artikel' : 'artikelen'}${below === '0' ? '' : `, waarvan ${below} in categorieën eronder`}`,
  showArticles: 'Toon artikelen',
  role: 'Rol',
  roleHint: 'Onder de naam op een pagina. Leeg: ‘Auteur’ in de taal van de site.',
  bio: 'Over',
  bioHint: 'Een of twee zinnen op de pagina van de auteur.',
  delete: 'Verwijder…',
  merge: 'Voeg samen',
  mergeLine: 'Voeg samen met…',
  mergeTitle: (name) => `Voeg ‘${name}’ samen`,
  mergeInto: 'Met',
  mergeDetail: (into) =>
    `De artikelen en de categorieën erin gaan naar ‘${into}’, en het adres leidt daarheen.`,
  split: 'Maak',
  splitLine: (count, one) =>
    one ? 'Nieuwe categorie van dit artikel…' : `Nieuwe categorie van deze ${count} artikelen…`,
  splitTitle: (count, one) =>
    one ? 'Nieuwe categorie van dit artikel' : `Nieuwe categorie van deze ${count} artikelen`,
  splitInside: 'In',
  filter: 'Filter',
  filterCategories: 'Filter categorieën',
  filterTags: 'Filter tags',
  filterAuthors: 'Filter auteurs',
  clearFilter: 'Wis filter',
  noneFiltered: 'Geen categorie heeft dat in de naam.',
  noneNamed: 'Niets heeft dat in de naam.',
  moveTo: 'Verplaats naar',
  moveTitle: (name) => `Verplaats ‘${name}’ naar`,
  topLevel: 'Bovenste niveau',
  foldAll: 'Sluit alle',
  unfoldAll: 'Open alle',
  moveUp: 'Zet hoger',
  moveDown: 'Zet lager',
  moveIn: 'Zet in die erboven',
  moveOut: 'Haal één niveau omhoog',
  newArticleHere: 'Nieuw artikel hierin',
  deleteCategory: (name) => `‘${name}’ verwijderen?`,
  deleteCategoryDetail: (articles, inside) =>
    [
      articles === 0
        ? 'Er staan geen artikelen in.'
        : plural(
            articles,
            'Het artikel erin wordt niet verwijderd.',
            `De ${numberNl(articles)} artikelen erin worden niet verwijderd.`,
          ),
      inside === 0
        ? ''
        : plural(
            inside,
            'De categorie erin gaat één niveau omhoog.',
            'De categorieën erin gaan één niveau omhoog.',
          ),
    ]
      .filter(Boolean)
      .join(' '),
  moveArticlesTo: 'Waar gaan de artikelen heen?',
  count: (count, one) => `${count} ${one ? 'artikel' : 'artikelen'}`,
}

export const sidebarWords = { en, nl }
