// The colours of the sample covers: one small set for each group of categories.

/** Bewegen: clay, ochre and pine. */
export const moving = {
  paper: '#f4e9d6',
  sand: '#ead3ad',
  ochre: '#e2a946',
  clay: '#c8653f',
  rust: '#93402c',
  sage: '#9fb39a',
  moss: '#6d8f78',
  pine: '#2f5f56',
  deep: '#193a3a',
  night: '#12282f',
  chalk: '#fbf5e9',
}

/** Eten: tomato, mustard and olive on cream. */
export const eating = {
  cream: '#f6ecdb',
  linen: '#ead9bd',
  mustard: '#e3a83c',
  tomato: '#d4573a',
  brick: '#963626',
  olive: '#84904c',
  leaf: '#4f6b3f',
  bottle: '#2e4636',
  plum: '#4f2b3c',
  oat: '#dcbd8d',
  bark: '#8a5a36',
  chalk: '#fdf8ee',
}

/** Slapen and Rust in je hoofd: night blues and moonlight, clay pink and sea green. */
export const resting = {
  night: '#141d38',
  blue: '#22345c',
  dusk: '#46608c',
  mist: '#93a9c4',
  moon: '#f6e3b4',
  blush: '#e3a899',
  peach: '#f3cdb0',
  shell: '#f6e7d8',
  clay: '#b9694f',
  wine: '#6e3340',
  sea: '#5e8783',
  deep: '#27464c',
  ink: '#14282e',
  honey: '#ecb967',
}

/** The English site: ink and signal red, moss, and plaster. */
export const travelling = {
  ink: '#132a3c',
  navy: '#1e4259',
  teal: '#3f7a80',
  foam: '#a9c9c0',
  cream: '#f5ead6',
  sand: '#e6cfa6',
  gold: '#e3ad50',
  red: '#c9523a',
  oxblood: '#7c2f2c',
  moss: '#78905f',
  fern: '#456644',
  peat: '#263d33',
  slate: '#6b8490',
  plaster: '#efc9a8',
  plum: '#553047',
}
