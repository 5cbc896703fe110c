import { FIELDS, type FieldName } from '../../find/fields.ts'
import type { Problem } from '../../find/query.ts'

/** Words of searching by fields, and of searches that are kept. */
const en = {
  fields: {
    category: 'Category',
    tag: 'Tag',
    author: 'Author',
    status: 'Status',
    after: 'From',
    before: 'Before',
    date: 'Date',
    changed: 'Changed',
    has: 'Has',
    no: 'Without',
    words: 'Words',
    language: 'Language',
    title: 'Title',
    summary: 'Summary',
    slug: 'Address',
  } satisfies Record<FieldName, string>,
  hints: {
    category: 'with what is below it',
    tag: 'with this tag',
    author: 'by this author',
    status: 'draft, ready, published …',
    after: 'published on or after a day',
    before: 'published before a day',
    date: 'published in a day, month or year',
    changed: 'last changed',
    has: 'has a cover, summary, tags …',
    no: 'lacks a cover, summary, tags …',
    words: 'longer or shorter',
    language: 'in this language',
    title: 'words in the title',
    summary: 'words in the summary',
    slug: 'part of the address',
  } satisfies Record<FieldName, string>,
  offers: 'Completions',
  offered: (count: number) =>
    count === 0 ? '' : `${count} ${count === 1 ? 'completion' : 'completions'}. Arrow down to choose.`,
  parts: 'Parts of the search',
  not: (part: string) => `Not ${part}`,
  remove: (part: string) => `Remove: ${part}`,
  /** What a piece that means nothing wants. */
  problem: (problem: Problem): string => {
    switch (problem.code) {
      case 'tooMany':
        return 'The search is too long: its end is left out.'
      case 'unknownField':
        return problem.near === null
          ? `There is no “${problem.word}:”. Searched for as text.`
          : `There is no “${problem.word}:”. Did you mean “${FIELDS[problem.near].en[0]}:”?`
      case 'noValue':
      case 'badValue':
        return ended(`“${FIELDS[problem.field].en[0]}:” wants ${en.wants[problem.field]}`)
    }
  },
  useField: (field: string) => `Use “${field}:”`,
  wants: {
    category: 'the name of a category',
    tag: 'the name of a tag',
    author: 'the name of an author',
    status: 'draft, ready, published, scheduled or trash',
    after: 'a day: 2025, 2025-12-31, yesterday, 7d',
    before: 'a day: 2025, 2025-12-31, yesterday, 7d',
    date: 'a day: 2025, 2025-12, yesterday, 2024..2025',
    changed: 'a day: today, 7d, 2025-12, 2024..2025',
    has: 'cover, summary, text, tags, category, author, date …',
    no: 'cover, summary, text, tags, category, author, date …',
    words: 'a number: 500, >1000, 300..600',
    language: 'a language, such as nl or en-GB',
    title: 'words',
    summary: 'words',
    slug: 'part of an address',
  } satisfies Record<FieldName, string>,
  nobody: {
    category: (name: string) => `There is no category “${name}”.`,
    tag: (name: string) => `There is no tag “${name}”.`,
    author: (name: string) => `There is no author “${name}”.`,
  },
  keep: 'Keep this search…',
  searches: 'Searches',
  keepTitle: 'Keep this search',
  editTitle: 'Change search',
  edit: 'Change…',
  name: 'Name',
  query: 'Search',
  queryHint: 'Words, “phrases”, and fields such as category:, tag:, before:, has:, words:>1000.',
  keepIt: 'Keep',
  change: 'Change',
  deleted: (name: string) => `Search “${name}” deleted.`,
}

export type FindWords = typeof en

const nl: FindWords = {
  fields: {
    category: 'Categorie',
    tag: 'Tag',
    author: 'Auteur',
    status: 'Status',
    after: 'Vanaf',
    before: 'Vóór',
    date: 'Datum',
    changed: 'Gewijzigd',
    has: 'Heeft',
    no: 'Zonder',
    words: 'Woorden',
    language: 'Taal',
    title: 'Titel',
    summary: 'Samenvatting',
    slug: 'Adres',
  },
  hints: {
    category: 'met wat eronder valt',
    tag: 'met deze tag',
    author: 'van deze auteur',
    status: 'concept, klaar, gepubliceerd …',
    after: 'gepubliceerd op of na een dag',
    before: 'gepubliceerd vóór een dag',
    date: 'gepubliceerd in een dag, maand of jaar',
    changed: 'laatst gewijzigd',
    has: 'heeft een omslag, samenvatting, tags …',
    no: 'mist een omslag, samenvatting, tags …',
    words: 'langer of korter',
    language: 'in deze taal',
    title: 'woorden in de titel',
    summary: 'woorden in de samenvatting',
    slug: 'deel van het adres',
  },
  offers: 'Aanvullingen',
  offered: (count) =>
    count === 0 ? '' : `${count} ${count === 1 ? 'aanvulling' : 'aanvullingen'}. Kies met pijl omlaag.`,
  parts: 'Delen van de zoekopdracht',
  not: (part) => `Niet ${part}`,
  remove: (part) => `Haal weg: ${part}`,
  problem: (problem) => {
    switch (problem.code) {
      case 'tooMany':
        return 'De zoekopdracht is te lang: het einde telt niet mee.'
      case 'unknownField':
        return problem.near === null
          ? `‘${problem.word}:’ bestaat niet. Er is als tekst naar gezocht.`
          : `‘${problem.word}:’ bestaat niet. Bedoel je ‘${FIELDS[problem.near].nl[0]}:’?`
      case 'noValue':
      case 'badValue':
        return ended(`‘${FIELDS[problem.field].nl[0]}:’ vraagt om ${nl.wants[problem.field]}`)
    }
  },
  useField: (field) => `Gebruik ‘${field}:’`,
  wants: {
    category: 'de naam van een categorie',
    tag: 'de naam van een tag',
    author: 'de naam van een auteur',
    status: 'concept, klaar, gepubliceerd, ingepland of prullenbak',
    after: 'een dag: 2025, 2025-12-31, gisteren, 7d',
    before: 'een dag: 2025, 2025-12-31, gisteren, 7d',
    date: 'een dag: 2025, 2025-12, gisteren, 2024..2025',
    changed: 'een dag: vandaag, 7d, 2025-12, 2024..2025',
    has: 'omslag, samenvatting, tekst, tags, categorie, auteur, datum …',
    no: 'omslag, samenvatting, tekst, tags, categorie, auteur, datum …',
    words: 'een aantal: 500, >1000, 300..600',
    language: 'een taal, zoals nl of en-GB',
    title: 'woorden',
    summary: 'woorden',
    slug: 'een deel van een adres',
  },
  nobody: {
    category: (name) => `Er is geen categorie ‘${name}’.`,
    tag: (name) => `Er is geen tag ‘${name}’.`,
    author: (name) => `Er is geen auteur ‘${name}’.`,
  },
  keep: 'Bewaar deze zoekopdracht…',
  searches: 'Zoekopdrachten',
  keepTitle: 'Bewaar deze zoekopdracht',
  editTitle: 'Wijzig zoekopdracht',
  edit: 'Wijzig…',
  name: 'Naam',
  query: 'Zoekopdracht',
  queryHint:
    'Woorden, ‘woordgroepen’ tussen dubbele aanhalingstekens, en velden als categorie:, tag:, voor:, heeft:, woorden:>1000.',
  keepIt: 'Bewaar',
  change: 'Wijzig',
  deleted: (name) => `Zoekopdracht ‘${name}’ verwijderd.`,
}

/** Dots that leave something open end a sentence too. */
function ended(sentence: string): string {
  return sentence.endsWith('…') ? sentence : `${sentence}.`
}

export const findWords = { en, nl }
