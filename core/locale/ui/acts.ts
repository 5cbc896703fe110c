import type { Act } from '../../bridge.ts'
import { numberEn, numberNl } from './numbers.ts'
import { plural } from './plural.ts'

/** What an act is told by. */
export type ToldAct = Pick<Act, 'kind' | 'count' | 'name' | 'change'>

type Teller = (act: ToldAct) => string

const articlesEn = ({ count, name }: ToldAct) =>
  count === 1 && name !== '' ? `“${name}”` : `${numberEn(count)} ${plural(count, 'article', 'articles')}`
const picturesEn = ({ count, name }: ToldAct) =>
  count === 1 && name !== '' ? `“${name}”` : `${numberEn(count)} ${plural(count, 'picture', 'pictures')}`

/** Words of acts that touch much at once: what they are called, undoing them, changing many articles. */
const en = {
  /** What an act does, to stand after “Undo:”; the first letter is small. */
  kinds: {
    'article.change': (act: ToldAct) => `change ${articlesEn(act)}`,
    'article.trash': (act: ToldAct) => `move ${articlesEn(act)} to the trash`,
    'article.restore': (act: ToldAct) => `put back ${articlesEn(act)}`,
    'category.move': ({ name }: ToldAct) => `move the category “${name}”`,
    'category.trash': ({ name }: ToldAct) => `delete the category “${name}”`,
    'category.restore': ({ name, count }: ToldAct) =>
      count === 1 ? `put back the category “${name}”` : `put back ${numberEn(count)} categories`,
    'category.merge': ({ name }: ToldAct) => `merge the category “${name}”`,
    'category.split': ({ name, count }: ToldAct) =>
      `make the category “${name}” of ${numberEn(count)} ${plural(count, 'article', 'articles')}`,
    'tag.rename': ({ name }: ToldAct) => `rename the tag “${name}”`,
    'tag.merge': ({ name, count }: ToldAct) =>
      count === 1 ? `merge the tag “${name}”` : `merge ${numberEn(count)} tags into “${name}”`,
    'tag.delete': ({ name }: ToldAct) => `delete the tag “${name}”`,
    'author.delete': ({ name }: ToldAct) => `delete the author “${name}”`,
    'media.trash': (act: ToldAct) => `move ${picturesEn(act)} to the trash`,
    'media.restore': (act: ToldAct) => `put back ${picturesEn(act)}`,
    'related.pin': ({ name }: ToldAct) => `order what is related to “${name}”`,
    'related.hide': ({ name }: ToldAct) => `hide or show what is related to “${name}”`,
    'related.never': ({ name }: ToldAct) => `keep an article apart from “${name}”, or no longer`,
    'related.count': ({ name }: ToldAct) => `change how many articles “${name}” shows`,
    'related.leave': ({ name }: ToldAct) => `set “${name}” aside in the overview, or no longer`,
    'related.rules': () => 'change the rules of related articles',
    'translation.add': ({ name }: ToldAct) => `make “${name}” a translation`,
    'translation.remove': ({ name }: ToldAct) => `take “${name}” from its translations`,
    'search.delete': ({ name }: ToldAct) => `delete the search “${name}”`,
    intake: ({ count }: ToldAct) => `bring in ${numberEn(count)} ${plural(count, 'article', 'articles')}`,
  } satisfies Record<Act['kind'], Teller>,
  changes: {
    status: (act: ToldAct, to: string) => `make ${articlesEn(act)} ${to.toLowerCase()}`,
    category: (act: ToldAct, to: string) => `move ${articlesEn(act)} to ${to}`,
    noCategory: (act: ToldAct) => `take ${articlesEn(act)} out of the category`,
    addTags: (act: ToldAct) => `give tags to ${articlesEn(act)}`,
    removeTags: (act: ToldAct) => `take tags off ${articlesEn(act)}`,
    authors: (act: ToldAct) => `change the authors of ${articlesEn(act)}`,
    date: (act: ToldAct) => `change the date of ${articlesEn(act)}`,
    language: (act: ToldAct) => `change the language of ${articlesEn(act)}`,
  },
  working: 'Changing articles…',
  undoNamed: (what: string) => `Undo: ${what}`,
  redoNamed: (what: string) => `Redo: ${what}`,
  undone: (what: string) => `Undone: ${what}.`,
  redone: (what: string) => `Done again: ${what}.`,
  kept: (count: number) =>
    count === 1
      ? 'One was changed since, and stays as it is.'
      : `${numberEn(count)} were changed since, and stay as they are.`,
  nothingToUndo: 'There is nothing to undo.',
  nothingToRedo: 'There is nothing to do again.',
  undo: 'Undo',
  redo: 'Do again',
  recent: 'Recent changes',
  recentIntro:
    'What changed many things at once can be taken back here, in any order, for 30 days. What was changed again since stays as it is.',
  recentEmpty: 'Nothing yet. When you move, delete or change several things at once, it comes here.',
  wasUndone: 'Undone',
  selected: (count: string) => `${count} selected`,
  selectedLabel: 'Selected articles',
  clearSelection: 'Select one',
  changeMore: 'Tags, authors, date, language…',
  changeTitle: (count: number) => `Change ${numberEn(count)} ${plural(count, 'article', 'articles')}`,
  changeDetail:
    'What you leave alone stays as it is in each article. It is one change, and can be undone as one.',
  leave: 'Leave as it is',
  addTags: 'Add tags',
  removeTags: 'Remove tags',
  setAuthors: 'Authors instead of those there are',
  date: 'Publication date',
  clearDate: 'No date',
  setDate: 'This date',
  apply: (count: number) => `Change ${numberEn(count)} ${plural(count, 'article', 'articles')}`,
  changed: (count: number) => `${numberEn(count)} ${plural(count, 'article', 'articles')} changed.`,
  unchanged: 'Nothing changed: it was so already.',
  categoryTrashed: (name: string) => `Category “${name}” moved to the trash.`,
  categoryMerged: (name: string, into: string) => `Category “${name}” is now part of “${into}”.`,
  categorySplit: (name: string) => `Category “${name}” made.`,
  categoryMoved: (name: string) => `Category “${name}” moved.`,
  tagDeleted: (name: string) => `Tag “${name}” deleted.`,
  tagRenamed: (name: string) => `Tag renamed to “${name}”.`,
  tagsMerged: (count: number, into: string) =>
    `${numberEn(count)} ${plural(count, 'tag is', 'tags are')} now part of “${into}”.`,
  authorDeleted: (name: string) => `Author “${name}” deleted.`,
}

export type ActWords = typeof en

const articlesNl = ({ count, name }: ToldAct) =>
  count === 1 && name !== '' ? `‘${name}’` : `${numberNl(count)} ${plural(count, 'artikel', 'artikelen')}`
const picturesNl = ({ count, name }: ToldAct) =>
  count === 1 && name !== ''
    ? `‘${name}’`
    : `${numberNl(count)} ${plural(count, 'afbeelding', 'afbeeldingen')}`

const nl: ActWords = {
  kinds: {
    'article.change': (act) => `${articlesNl(act)} wijzigen`,
    'article.trash': (act) => `${articlesNl(act)} in de prullenbak leggen`,
    'article.restore': (act) => `${articlesNl(act)} terugzetten`,
    'category.move': ({ name }) => `de categorie ‘${name}’ verplaatsen`,
    'category.trash': ({ name }) => `de categorie ‘${name}’ verwijderen`,
    'category.restore': ({ name, count }) =>
      count === 1 ? `de categorie ‘${name}’ terugzetten` : `${numberNl(count)} categorieën terugzetten`,
    'category.merge': ({ name }) => `de categorie ‘${name}’ samenvoegen`,
    'category.split': ({ name, count }) =>
      `van ${numberNl(count)} ${plural(count, 'artikel', 'artikelen')} de categorie ‘${name}’ maken`,
    'tag.rename': ({ name }) => `de tag ‘${name}’ hernoemen`,
    'tag.merge': ({ name, count }) =>
      count === 1 ? `de tag ‘${name}’ samenvoegen` : `${numberNl(count)} tags samenvoegen met ‘${name}’`,
    'tag.delete': ({ name }) => `de tag ‘${name}’ verwijderen`,
    'author.delete': ({ name }) => `de auteur ‘${name}’ verwijderen`,
    'media.trash': (act) => `${picturesNl(act)} in de prullenbak leggen`,
    'media.restore': (act) => `${picturesNl(act)} terugzetten`,
    'related.pin': ({ name }) => `volgorde van wat bij ‘${name}’ hoort wijzigen`,
    'related.hide': ({ name }) => `verbergen of tonen wat bij ‘${name}’ hoort`,
    'related.never': ({ name }) => `een artikel wel of niet gescheiden houden van ‘${name}’`,
    'related.count': ({ name }) => `aantal gerelateerde artikelen bij ‘${name}’ wijzigen`,
    'related.leave': ({ name }) => `‘${name}’ in het overzicht wel of niet opzijzetten`,
    'related.rules': () => 'regels van gerelateerde artikelen wijzigen',
    'translation.add': ({ name }) => `‘${name}’ een vertaling maken`,
    'translation.remove': ({ name }) => `‘${name}’ van de vertalingen losmaken`,
    'search.delete': ({ name }) => `de zoekopdracht ‘${name}’ verwijderen`,
    intake: ({ count }) => `${numberNl(count)} ${plural(count, 'artikel', 'artikelen')} binnenhalen`,
  },
  changes: {
    status: (act, to) => `${articlesNl(act)} op ‘${to.toLowerCase()}’ zetten`,
    category: (act, to) => `${articlesNl(act)} naar ${to} verplaatsen`,
    noCategory: (act) => `${articlesNl(act)} uit de categorie halen`,
    addTags: (act) => `${articlesNl(act)} tags geven`,
    removeTags: (act) => `tags van ${articlesNl(act)} halen`,
    authors: (act) => `de auteurs van ${articlesNl(act)} wijzigen`,
    date: (act) => `de datum van ${articlesNl(act)} wijzigen`,
    language: (act) => `de taal van ${articlesNl(act)} wijzigen`,
  },
  working: 'Artikelen wijzigen…',
  undoNamed: (what) => `Maak ongedaan: ${what}`,
  redoNamed: (what) => `Doe opnieuw: ${what}`,
  undone: (what) => `Ongedaan gemaakt: ${what}.`,
  redone: (what) => `Opnieuw gedaan: ${what}.`,
  kept: (count) =>
    count === 1
      ? 'Eén is sindsdien gewijzigd en blijft zoals het is.'
      : `${numberNl(count)} zijn sindsdien gewijzigd en blijven zoals ze zijn.`,
  nothingToUndo: 'Er is niets om ongedaan te maken.',
  nothingToRedo: 'Er is niets om opnieuw te doen.',
  undo: 'Maak ongedaan',
  redo: 'Doe opnieuw',
  recent: 'Recente wijzigingen',
  recentIntro:
    'Wat veel tegelijk veranderde, kun je hier 30 dagen lang terugnemen, in elke volgorde. Wat sindsdien weer is gewijzigd, blijft zoals het is.',
  recentEmpty:
    'Nog niets. Als je meer dingen tegelijk verplaatst, verwijdert of wijzigt, komt dat hier te staan.',
  wasUndone: 'Ongedaan gemaakt',
  selected: (count) => `${count} geselecteerd`,
  selectedLabel: 'Geselecteerde artikelen',
  clearSelection: 'Selecteer één',
  changeMore: 'Tags, auteurs, datum, taal…',
  changeTitle: (count) => `Wijzig ${numberNl(count)} ${plural(count, 'artikel', 'artikelen')}`,
  changeDetail:
    'Wat je met rust laat, blijft in elk artikel zoals het is. Het is één wijziging, die als één geheel ongedaan kan worden gemaakt.',
  leave: 'Laat zoals het is',
  addTags: 'Voeg tags toe',
  removeTags: 'Haal tags weg',
  setAuthors: 'Auteurs in plaats van wie er staan',
  date: 'Publicatiedatum',
  clearDate: 'Geen datum',
  setDate: 'Deze datum',
  apply: (count) => `Wijzig ${numberNl(count)} ${plural(count, 'artikel', 'artikelen')}`,
  changed: (count) => `${numberNl(count)} ${plural(count, 'artikel', 'artikelen')} gewijzigd.`,
  unchanged: 'Niets gewijzigd: het was al zo.',
  categoryTrashed: (name) => `Categorie ‘${name}’ in de prullenbak gelegd.`,
  categoryMerged: (name, into) => `Categorie ‘${name}’ hoort nu bij ‘${into}’.`,
  categorySplit: (name) => `Categorie ‘${name}’ gemaakt.`,
  categoryMoved: (name) => `Categorie ‘${name}’ verplaatst.`,
  tagDeleted: (name) => `Tag ‘${name}’ verwijderd.`,
  tagRenamed: (name) => `Tag hernoemd tot ‘${name}’.`,
  tagsMerged: (count, into) =>
    `${numberNl(count)} ${plural(count, 'tag hoort', 'tags horen')} nu bij ‘${into}’.`,
  authorDeleted: (name) => `Auteur ‘${name}’ verwijderd.`,
}

export const actWords = { en, nl }
