import type { AlikeWhy } from '../../tags/alike.ts'
import { numberEn, numberNl } from './numbers.ts'
import { plural } from './plural.ts'

/** Words of tags: merging them, those that look alike, and what an article could be given. */
const en = {
  show: 'Show its articles',
  details: 'Details…',
  mergeLine: 'Merge with…',
  mergeTitle: 'Merge tags',
  tooFew: 'Articles need at least two different tags before there is something to merge.',
  mergeThese: 'Tags',
  addTag: 'Add tag',
  removeTag: (name: string) => `Leave out ${name}`,
  stays: 'Name that stays',
  merge: 'Merge',
  mergeDetail: (into: string) =>
    `Every article with one of them has “${into}” once then, and the addresses of the others lead to it.`,
  alikeLine: 'Tags that look alike…',
  alike: 'Tags that look alike',
  alikeIntro: 'Choose the name that stays. Merging can be undone.',
  moreAlike: (count: number) =>
    `${numberEn(count)} more ${plural(count, 'group comes', 'groups come')} here once others are dealt with.`,
  comparing: 'Comparing tags…',
  noneAlike: 'No two tags look alike',
  noneAlikeDetail: 'When two differ only in case, number or a letter, they come here.',
  why: {
    writing: 'written otherwise',
    plural: 'singular and plural',
    spelling: 'one letter',
  } satisfies Record<AlikeWhy, string>,
  articles: (count: number) => `${numberEn(count)} ${plural(count, 'article', 'articles')}`,
  showArticles: (name: string, count: number) =>
    `${name}: show ${numberEn(count)} ${plural(count, 'article', 'articles')}`,
  takesPart: (name: string) => `Merge ${name}`,
  mergeAll: (names: string) => `Merge ${names}`,
  notAlike: 'Not alike',
  keepApart: (names: string) => `Not alike: ${names}`,
  keptApart: (names: string) => `${names}: no longer proposed.`,
  apart: (count: number) => `${numberEn(count)} ${plural(count, 'pair is', 'pairs are')} no longer proposed.`,
  askAgain: 'Propose them again',
  used: 'Used by',
  suggested: 'Suggested tags',
  add: (name: string) => `Add tag ${name}`,
  inText: 'Stands in the text',
  related: (count: number) =>
    `${numberEn(count)} related ${plural(count, 'article has', 'articles have')} it`,
  category: (name: string) => `${name}?`,
  categoryWhy: (related: number, of: number) => `As ${numberEn(related)} of ${numberEn(of)} related articles`,
  takeCategory: (name: string) => `Put in ${name}`,
  declineCategory: 'Suggest no category here',
  declined: 'No category is suggested for this article any more.',
}

export type TagWords = typeof en

const nl: TagWords = {
  show: 'Toon de artikelen',
  details: 'Gegevens…',
  mergeLine: 'Voeg samen met…',
  mergeTitle: 'Voeg tags samen',
  tooFew: 'Pas als artikelen twee verschillende tags hebben, valt er iets samen te voegen.',
  mergeThese: 'Tags',
  addTag: 'Voeg tag toe',
  removeTag: (name) => `Laat ${name} weg`,
  stays: 'Naam die blijft',
  merge: 'Voeg samen',
  mergeDetail: (into) =>
    `Elk artikel met een van deze tags heeft dan één keer ‘${into}’, en de adressen van de andere leiden daarheen.`,
  alikeLine: 'Tags die op elkaar lijken…',
  alike: 'Tags die op elkaar lijken',
  alikeIntro: 'Kies de naam die blijft. Samenvoegen kan ongedaan worden gemaakt.',
  moreAlike: (count) =>
    `Nog ${numberNl(count)} ${plural(count, 'groep komt', 'groepen komen')} hier zodra er plaats is.`,
  comparing: 'Tags worden vergeleken…',
  noneAlike: 'Geen twee tags lijken op elkaar',
  noneAlikeDetail: 'Tags die alleen in hoofdletters, getal of één letter verschillen, komen hier te staan.',
  why: {
    writing: 'anders geschreven',
    plural: 'enkelvoud en meervoud',
    spelling: 'één letter',
  },
  articles: (count) => `${numberNl(count)} ${plural(count, 'artikel', 'artikelen')}`,
  showArticles: (name, count) => `${name}: toon ${numberNl(count)} ${plural(count, 'artikel', 'artikelen')}`,
  takesPart: (name) => `Voeg ${name} samen`,
  mergeAll: (names) => `Voeg ${names} samen`,
  notAlike: 'Niet hetzelfde',
  keepApart: (names) => `Niet hetzelfde: ${names}`,
  keptApart: (names) => `${names}: wordt niet meer voorgesteld.`,
  apart: (count) =>
    `${numberNl(count)} ${plural(count, 'paar wordt', 'paren worden')} niet meer voorgesteld.`,
  askAgain: 'Stel ze weer voor',
  used: 'Gebruikt door',
  suggested: 'Voorgestelde tags',
  add: (name) => `Voeg tag ${name} toe`,
  inText: 'Staat in de tekst',
  related: (count) =>
    `${numberNl(count)} ${plural(count, 'gerelateerd artikel heeft', 'gerelateerde artikelen hebben')} deze tag`,
  category: (name) => `${name}?`,
  categoryWhy: (related, of) => `Zoals ${numberNl(related)} van ${numberNl(of)} gerelateerde artikelen`,
  takeCategory: (name) => `Zet in ${name}`,
  declineCategory: 'Stel hier geen categorie voor',
  declined: 'Voor dit artikel wordt geen categorie meer voorgesteld.',
}

export const tagWords = { en, nl }
