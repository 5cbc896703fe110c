// Covers of the category Eten.
// @ts-nocheck: lists of coordinates, taken apart by position

import { Scene, box, curve, leaf, oval, poly } from './kit.mjs'
import { eating as C } from './palettes.mjs'

const dish = (s, x, y, r, rim, inside) => {
  s.fill(oval(x + 10, y + 18, r), C.plum, { opacity: 0.2 })
  s.fill(oval(x, y, r), rim, { shade: C.bark, to: 'downright', strength: 0.4, start: 0.4 })
  s.fill(oval(x, y, r * 0.87), inside, { shade: C.bark, to: 'left', strength: 0.5, start: 0.35 })
}

function beforeTheRun() {
  const s = new Scene({ paper: C.cream, seed: 3 })
  for (let x = -40; x < 1240; x += 116) s.fill(box(x, 0, 44, 675), '#c9d0ae', { opacity: 0.75 })
  s.fill(box(0, 0, 1200, 675), '#f6ecdb00', { shade: C.mustard, to: 'downright', strength: 0.35 })
  dish(s, 470, 340, 226, C.chalk, C.oat)
  for (let i = 0; i < 120; i++) {
    const [a, r] = [s.between(0, 7), Math.sqrt(s.random()) * 172]
    s.within(
      `translate(${Math.round(470 + Math.cos(a) * r)} ${Math.round(340 + Math.sin(a) * r)}) rotate(${Math.round(s.between(0, 180))})`,
      () => s.fill(oval(0, 0, 10, 6), s.random() > 0.5 ? '#e9d2a8' : '#cba877'),
    )
  }
  for (const [x, y] of [
    [382, 300],
    [430, 258],
    [492, 248],
    [548, 276],
  ]) {
    s.fill(oval(x, y, 37), '#f7e3a4', { shade: C.mustard, strength: 0.6, to: 'downright' })
    s.stroke(oval(x, y, 35), C.mustard, 4, { opacity: 0.8 })
    for (let i = 0; i < 3; i++)
      s.fill(oval(x + Math.cos(i * 2.1) * 8, y + Math.sin(i * 2.1) * 8, 3.4), C.bark)
  }
  s.fill(
    'M806 172C930 218 1016 330 1012 470C1010 486 990 488 986 474C960 372 884 288 800 236C782 214 786 176 806 172Z',
    C.mustard,
    { shade: C.bark, to: 'downleft', strength: 0.55, start: 0.3 },
  )
  s.stroke('M818 196C916 246 986 340 1000 460', '#c48925', 4)
  s.fill('M806 172C800 160 786 150 778 156C774 168 786 180 800 182Z', C.plum)
  s.fill(oval(1002, 478, 12, 9), C.plum)
  s.fill(oval(1016, 158, 86), C.plum, { opacity: 0.18 })
  s.fill(oval(1008, 146, 86), '#f3f0df')
  s.fill(oval(1008, 146, 74), '#eab654', { shade: C.tomato, to: 'downright', strength: 0.5 })
  s.fill(oval(984, 120, 18, 10), C.chalk, { opacity: 0.6 })
  for (const [x, y, a] of [
    [792, 508, -24],
    [880, 556, 18],
  ])
    s.within(`translate(${x} ${y}) rotate(${a})`, () => {
      s.fill(oval(5, 9, 52, 25), C.plum, { opacity: 0.2 })
      s.fill(oval(0, 0, 52, 25), '#7a3f24', { shade: C.plum, strength: 0.8 })
      for (const dy of [-10, 0, 9]) s.stroke(`M-34 ${dy}Q0 ${dy - 7} 34 ${dy}`, '#a8653c', 3)
    })
  s.within('translate(158 350) rotate(6)', () => {
    s.fill(box(-9, -30, 18, 270, 9), C.olive, { shade: C.bottle, strength: 0.6 })
    s.fill(oval(0, -96, 43, 72), C.olive, { shade: C.bottle, to: 'downright', strength: 0.7 })
  })
  return s
}

function beanJars() {
  const s = new Scene({ paper: '#e8d3ae', seed: 17 })
  s.fill(box(0, 0, 1200, 560), '#e9d2a6', { shade: C.mustard, to: 'right', strength: 0.5 })
  s.fill(oval(160, 120, 360), '#f6e8c8', { opacity: 0.7 })
  s.fill(box(0, 552, 1200, 34), C.bark, { shade: C.plum, strength: 0.6 })
  s.fill(box(0, 586, 1200, 90), '#c89f69', { shade: C.bark, strength: 0.7, to: 'up' })
  const kinds = [
    { x: 170, w: 236, top: 226, level: 290, beans: ['#fbf3df', '#f2e4c4', '#e9d6b0'], lid: C.tomato },
    { x: 470, w: 264, top: 128, level: 214, beans: ['#8b5433', '#a4683f', '#734126'], lid: C.olive },
    { x: 800, w: 226, top: 264, level: 322, beans: ['#a23b2b', '#b94b36', '#7f2a22'], lid: C.mustard },
  ]
  for (const { x, w, top, level, beans, lid } of kinds) {
    const glass = box(x, top, w, 552 - top, 30)
    s.fill(box(x + 22, 542, w, 12, 6), C.plum, { opacity: 0.35 })
    s.fill(glass, '#f4efdc', { opacity: 0.75 })
    s.inside(glass, () => {
      s.fill(box(x, level, w, 560 - level), beans[2])
      for (let y = 560; y > level - 4; y -= 17)
        for (let bx = x - 8 + (y % 2) * 12; bx < x + w + 20; bx += 31)
          s.within(
            `translate(${Math.round(bx + s.between(-7, 7))} ${Math.round(y + s.between(-5, 5))}) rotate(${Math.round(s.between(-60, 60))})`,
            () => {
              s.fill(
                'M-16 2C-16 -12 14 -14 17 0C18 12 8 12 2 6C-3 3 -6 12 -11 10C-15 9 -16 6 -16 2Z',
                beans[Math.floor(s.random() * 3)],
              )
            },
          )
      s.fill(box(x, top, w, 560), '#fdf8ee00', { shade: C.plum, to: 'right', strength: 0.5, start: 0.45 })
    })
    s.fill(box(x + 18, top + 36, 14, 552 - top - 90, 7), C.chalk, { opacity: 0.55 })
    s.fill(box(x + 8, top - 44, w - 16, 50, 10), lid, { shade: C.plum, to: 'right', strength: 0.5 })
    s.fill(box(x + 8, top - 10, w - 16, 8), C.plum, { opacity: 0.25 })
  }
  s.fill(box(536, 350, 132, 92, 6), C.chalk, { shade: C.mustard, strength: 0.4 })
  s.stroke('M560 384H644M560 408H618', C.bark, 4)
  for (const [l, a] of [
    [150, -58],
    [176, -78],
    [140, -98],
    [116, -34],
  ])
    s.fill(leaf(1072, 548, l, 23, a), a % 4 ? C.leaf : C.olive, {
      shade: C.bottle,
      to: 'left',
      strength: 0.7,
    })
  s.stroke('M1066 552L1110 420', C.bottle, 4)
  return s
}

function soup() {
  const s = new Scene({ paper: '#9aa89c', seed: 23 })
  s.fill(box(0, 0, 1200, 480), '#8d9f98', { shade: C.bottle, strength: 0.5, to: 'up' })
  for (let i = 0; i < 85; i++) {
    const [x, y, l] = [s.between(0, 1240), s.between(-20, 440), s.between(24, 66)]
    s.stroke(`M${x} ${y}l${-l * 0.28} ${l}`, '#dfe6da', 2.4, { opacity: 0.5 })
  }
  for (const x of [-14, 592, 1186])
    s.fill(box(x, 0, 28, 480), C.chalk, { shade: C.olive, to: 'right', strength: 0.35 })
  s.fill(box(0, 470, 1200, 24), C.chalk)
  s.fill(box(0, 492, 1200, 190), '#d2a066', { shade: C.brick, strength: 0.5 })
  s.fill(oval(600, 604, 300, 26), C.plum, { opacity: 0.35 })
  for (const [x, h] of [
    [512, 200],
    [606, 240],
    [692, 190],
  ])
    s.stroke(
      `M${x} 250C${x - 34} ${250 - h * 0.3} ${x + 38} ${250 - h * 0.55} ${x} ${250 - h}`,
      C.chalk,
      12,
      { opacity: 0.5 },
    )
  s.fill('M262 318H938C932 474 820 574 704 588H496C380 574 268 474 262 318Z', C.bottle, {
    shade: '#14241c',
    to: 'downright',
    strength: 0.85,
  })
  s.stroke('M292 384C430 424 770 424 908 384', C.mustard, 6, { opacity: 0.85 })
  s.fill(box(506, 584, 188, 22, 8), '#20342a')
  s.fill(oval(600, 318, 338, 88), '#3d5947')
  s.fill(oval(600, 322, 310, 74), C.tomato)
  s.fill(oval(600, 326, 306, 69), '#e17c3a', { shade: C.brick, to: 'left', strength: 0.5 })
  s.stroke('M410 318C470 282 560 354 640 296S790 312 806 330', '#f0c067', 6, { opacity: 0.8 })
  s.within('translate(520 330) scale(1 0.5)', () => {
    s.fill(oval(0, 0, 92), '#f2cf57')
    s.fill(oval(0, 0, 80), '#fbf0c4')
    for (let i = 0; i < 8; i++) s.fill(leaf(0, 0, 72, 20, i * 45 + 12), '#f0c945')
  })
  for (const [x, y, l, a] of [
    [650, 338, 92, -22],
    [650, 338, 84, 22],
    [650, 338, 70, -64],
  ])
    s.fill(leaf(x, y, l, 20, a), C.leaf, { shade: C.bottle, strength: 0.6 })
  for (let i = 0; i < 22; i++)
    s.fill(oval(s.between(430, 800), s.between(290, 366), s.between(2, 5), 2.4), C.brick, { opacity: 0.8 })
  s.within('translate(1010 546) rotate(-4)', () => {
    s.fill(oval(0, 32, 120, 14), C.plum, { opacity: 0.35 })
    s.fill('M-104 26C-120 -44 -60 -64 0 -64S120 -44 104 26Z', '#b9743c', {
      shade: C.plum,
      to: 'downright',
      strength: 0.6,
    })
    for (const x of [-50, 0, 50]) s.stroke(`M${x - 12} -44l26 42`, '#f0d3a0', 7)
  })
  return s
}

const pear = (s, transform, colour = '#c3bd54') =>
  s.within(transform, () => {
    s.fill(
      'M0 -150C44 -150 52 -104 58 -62C66 -18 112 12 112 76C112 142 58 172 0 172S-112 142 -112 76C-112 12 -66 -18 -58 -62C-52 -104 -44 -150 0 -150Z',
      colour,
      { shade: C.leaf, to: 'downright', strength: 0.75, start: 0.3 },
    )
    s.fill('M-70 60C-72 20 -40 10 -34 -30C-30 -60 -26 -100 -10 -118', '#e3d97b', { opacity: 0.35 })
    s.stroke('M0 -148C2 -178 14 -194 26 -204', C.bark, 10)
    s.fill(leaf(8, -172, 92, 22, -18), C.leaf, { shade: C.bottle })
  })

function bakedOats() {
  const s = new Scene({ paper: '#cfd3b0', seed: 29 })
  s.fill(box(0, 0, 1200, 675), '#cdd2ad', { shade: C.olive, to: 'downright', strength: 0.6 })
  s.fill(poly('0 0, 430 0, 250 675, 0 675'), C.chalk, { opacity: 0.45 })
  s.fill(poly('36 0, 62 0, 0 240, 0 140'), C.tomato, { opacity: 0.6 })
  s.fill(poly('372 0, 394 0, 214 675, 192 675'), C.tomato, { opacity: 0.6 })
  s.within('rotate(-5 520 340)', () => {
    s.fill(box(206, 112, 660, 470, 70), C.plum, { opacity: 0.25 })
    s.fill(box(130, 276, 800, 110, 46), C.brick)
    s.fill(box(190, 94, 660, 470, 70), C.tomato, { shade: C.brick, to: 'downright', strength: 0.7 })
    s.fill(box(220, 122, 600, 414, 52), C.oat, { shade: C.bark, to: 'left', strength: 0.5 })
    for (let i = 0; i < 330; i++) {
      const [x, y] = [s.between(236, 804), s.between(138, 520)]
      s.within(`translate(${Math.round(x)} ${Math.round(y)}) rotate(${Math.round(s.between(0, 180))})`, () =>
        s.fill(oval(0, 0, 11, 6), ['#ecd6ac', '#cfa871', '#b98a54'][i % 3]),
      )
    }
    for (let row = 0; row < 2; row++)
      for (let i = 0; i < 6; i++)
        s.within(`translate(${300 + i * 88} ${232 + row * 190}) rotate(${row ? 162 : -18})`, () => {
          s.fill('M-4 -76C26 -50 40 40 8 78C-2 90 -20 84 -22 66C-30 20 -26 -40 -4 -76Z', '#f4e8bb', {
            shade: C.mustard,
            to: 'right',
            strength: 0.6,
          })
          s.stroke('M-2 -72C26 -46 38 40 8 76', C.olive, 5)
        })
    for (let i = 0; i < 26; i++) {
      const [x, y] = [s.between(250, 790), i % 2 ? s.between(310, 346) : s.between(146, 520)]
      s.fill(oval(x, y, 13, 12), '#a5683a', { shade: C.plum, strength: 0.6 })
      s.fill(oval(x - 3, y - 4, 5, 3), '#d3a06c')
    }
  })
  s.fill(oval(1040, 508, 120, 40), C.plum, { opacity: 0.22 })
  pear(s, 'translate(1012 350) rotate(14) scale(0.96)')
  for (const [x, y] of [
    [880, 610],
    [936, 584],
    [1120, 118],
    [1076, 96],
  ]) {
    s.fill(oval(x + 4, y + 8, 22, 18), C.plum, { opacity: 0.25 })
    s.fill(oval(x, y, 22, 20), '#a5683a', { shade: C.plum, to: 'downright', strength: 0.7 })
    s.fill(
      curve(
        [
          [x - 14, y - 9],
          [x, y - 18],
          [x + 14, y - 9],
          [x, y - 5],
        ],
        { closed: true },
      ),
      '#d9b384',
    )
  }
  return s
}

export const eating = {
  'eten-voor-een-lange-loop': beforeTheRun,
  'bonen-in-het-weekritme': beanJars,
  linzensoep: soup,
  'gebakken-havermout': bakedOats,
}
