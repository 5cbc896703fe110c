/** Words of the site as the window shows it. */
const en = {
  title: 'The site',
  back: 'Back',
  forward: 'Forward',
  reload: 'Load again',
  address: 'Address on the site',
  drafts: 'With drafts',
  widths: 'Width',
  width: { phone: 'Phone', tablet: 'Tablet', desktop: 'Desktop', full: 'As wide as fits' },
  looks: 'Appearance',
  look: { light: 'Light', dark: 'Dark', print: 'Printed' },
  edit: 'Edit this article',
  page: (title: string) => `Page: ${title}`,
  loading: 'Loading the page…',
  notThere: 'Nothing of the site is here.',
  failed: 'This page could not be made. Load it again; if that does not help, look at the theme.',
  toPage: 'Between bar and page',
  showHere: 'Show this page on the site',
}

export type SiteWords = typeof en

const nl: SiteWords = {
  title: 'De site',
  back: 'Terug',
  forward: 'Vooruit',
  reload: 'Laad opnieuw',
  address: 'Adres op de site',
  drafts: 'Met concepten',
  widths: 'Breedte',
  width: { phone: 'Telefoon', tablet: 'Tablet', desktop: 'Computer', full: 'Zo breed als past' },
  looks: 'Weergave',
  look: { light: 'Licht', dark: 'Donker', print: 'Afgedrukt' },
  edit: 'Bewerk dit artikel',
  page: (title) => `Pagina: ${title}`,
  loading: 'Pagina laden…',
  notThere: 'Hier is niets van de site.',
  failed: 'Deze pagina kon niet worden gemaakt. Laad haar opnieuw; helpt dat niet, kijk dan naar het thema.',
  toPage: 'Tussen balk en pagina',
  showHere: 'Toon deze pagina op de site',
}

export const siteWords = { en, nl }
