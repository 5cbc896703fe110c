// Covers of the category Slapen.
// @ts-nocheck: lists of coordinates, taken apart by position

import { Scene, box, curve, land, leaf, oval, poly } from './kit.mjs'
import { resting as C } from './palettes.mjs'

/** A pillow with drawn-out corners, lying w wide and h high around the origin. */
const pillow = (w, h) =>
  `M${-w} ${-h}Q0 ${-h * 1.5} ${w} ${-h}Q${w * 0.9} 0 ${w} ${h}Q0 ${h * 1.28} ${-w} ${h}Q${-w * 0.9} 0 ${-w} ${-h}Z`

function anchor() {
  const s = new Scene({ paper: '#3c4f78', seed: 2 })
  s.fill(box(0, 0, 1200, 675), '#40547d', { shade: C.night, to: 'left', strength: 0.7 })
  const view = box(470, 64, 500, 416)
  s.fill(box(446, 40, 548, 464, 4), '#dfe0dc')
  s.inside(view, () => {
    s.fill(view, '#f5c9a4', { shade: '#d98a80', to: 'up', strength: 0.6 })
    s.glow(640, 372, 300, '#fff2c9', 0.95)
    s.fill(oval(640, 366, 62), '#fff1c4')
    s.fill(land('460 380, 560 362, 700 376, 840 350, 980 372'), '#c39aa4', { shade: C.dusk })
    s.fill(land('460 420, 620 404, 800 424, 980 400'), C.dusk, { shade: C.blue })
    for (const [x, h] of [
      [838, 88],
      [872, 120],
      [904, 76],
    ])
      s.fill(oval(x, 412 - h / 2, h / 6, h / 2), C.blue)
  })
  s.fill(box(713, 64, 14, 416), '#e8e7e0')
  s.fill(box(470, 250, 500, 12), '#e8e7e0')
  s.fill(box(424, 494, 592, 26, 4), '#efece3', { shade: C.dusk, strength: 0.5 })
  s.fill(poly('424 520, 1016 520, 1180 675, 360 675'), '#f3d3ab', { opacity: 0.16 })
  s.stroke('M356 26H1084', C.moon, 8)
  s.fill('M372 24C396 180 384 360 340 560H560C572 380 574 160 556 24Z', C.blush, {
    shade: C.wine,
    to: 'left',
    strength: 0.65,
  })
  for (const x of [404, 452, 500])
    s.stroke(`M${x} 34C${x + 8} 210 ${x - 4} 380 ${x - 30} 552`, '#b9776f', 4, { opacity: 0.7 })
  s.fill('M990 24C1002 180 1004 380 1000 560H1084C1088 380 1084 160 1072 24Z', C.blush, {
    shade: C.wine,
    to: 'right',
    strength: 0.65,
  })
  s.within('translate(150 566) rotate(-5)', () =>
    s.fill(pillow(158, 62), C.shell, { shade: C.dusk, to: 'downleft', strength: 0.7 }),
  )
  s.fill(land('-20 620, 180 586, 420 612, 700 572, 980 604, 1220 580'), C.mist, {
    shade: C.blue,
    strength: 0.75,
    start: 0,
  })
  s.stroke(curve('420 640, 600 612, 760 622, 960 644'), C.shell, 4, { opacity: 0.5 })
  return s
}

function hammock() {
  const s = new Scene({ paper: '#dfe3cf', seed: 8 })
  s.fill(box(0, 0, 1200, 675), '#d9e2d2', { shade: C.mist, to: 'up', strength: 0.6 })
  s.glow(610, 190, 380, '#fff4cf', 0.95)
  s.fill(oval(610, 176, 70), '#fff4cf')
  s.fill(land('-20 430, 250 396, 520 424, 860 388, 1220 424'), '#b5c6b0', { shade: C.sea, strength: 0.5 })
  s.fill(land('-20 520, 300 490, 640 510, 940 486, 1220 516'), '#88a694', { shade: C.deep, strength: 0.6 })
  s.fill(oval(600, 596, 300, 20), C.deep, { opacity: 0.35 })
  for (const [x, w] of [
    [206, 46],
    [990, 50],
  ])
    s.fill(
      poly([
        [x - w / 2, 0],
        [x + w / 2, 0],
        [x + w * 0.7, 606],
        [x - w * 0.7, 606],
      ]),
      '#4b4a4f',
      { shade: C.night, to: 'left', strength: 0.7 },
    )
  for (const [x, y, r, colour] of [
    [80, 40, 190, C.sea],
    [300, 30, 160, '#75998c'],
    [210, 150, 120, C.sea],
    [1110, 50, 200, C.sea],
    [900, 10, 150, '#75998c'],
    [1000, 150, 116, C.sea],
  ])
    s.fill(oval(x, y, r, r * 0.84), colour, { shade: C.deep, strength: 0.75 })
  s.stroke('M206 300L340 372M990 290L862 368', C.shell, 5)
  const cloth = 'M336 368C430 620 770 620 866 364C800 470 720 520 600 520S400 474 336 368Z'
  s.fill(cloth, C.blush)
  s.inside(cloth, () => {
    for (let x = 350; x < 880; x += 74)
      s.fill(
        poly([
          [x, 330],
          [x + 34, 330],
          [x + 26 - (x - 600) * 0.1, 640],
          [x - 8 - (x - 600) * 0.1, 640],
        ]),
        C.shell,
      )
    s.fill(box(336, 360, 530, 250), '#ffffff00', { shade: C.wine, strength: 0.6, start: 0.35 })
  })
  s.fill('M420 470C430 430 500 424 530 452C548 470 530 512 500 514C460 512 428 500 420 470Z', C.moon, {
    shade: C.clay,
    strength: 0.4,
  })
  s.stroke('M336 368C430 620 770 620 866 364', C.clay, 5)
  s.within('translate(722 610)', () => {
    s.fill(box(-34, -34, 56, 42, 10), C.shell, { shade: C.mist, to: 'right' })
    s.stroke('M22 -26q26 2 18 18q-6 10 -20 6', C.shell, 6)
  })
  for (const [x, y] of [
    [70, 640],
    [130, 660],
    [1080, 640],
    [1150, 656],
  ])
    for (let i = -2; i <= 2; i++) s.fill(leaf(x, y, 76 - Math.abs(i) * 10, 7, -90 + i * 18), C.deep)
  return s
}

function threeOClock() {
  const s = new Scene({ paper: C.night, seed: 13 })
  s.fill(box(0, 0, 1200, 560), '#16213f', { shade: '#5a6f9a', strength: 0.6, start: 0.2 })
  for (let i = 0; i < 90; i++)
    s.fill(oval(s.between(0, 1200), s.between(0, 360), s.between(0.8, 2.6)), C.moon, {
      opacity: s.between(0.3, 0.9),
    })
  s.glow(868, 168, 250, '#f6e3b4', 0.35)
  s.fill('M868 78A90 90 0 1 0 950 206A76 76 0 1 1 868 78Z', C.moon)
  s.fill(land('-20 410, 130 372, 300 400, 480 330, 700 366, 930 330, 1220 380'), '#3a4f7d', {
    shade: C.night,
    strength: 0.6,
  })
  s.within('translate(214 452) rotate(-7)', () => {
    s.fill(pillow(178, 66), C.shell, { shade: C.dusk, to: 'downright', strength: 0.85 })
    s.stroke('M-120 -20Q-20 26 92 -6', C.mist, 4)
  })
  s.fill(
    'M-20 540C120 500 260 520 380 486C500 420 560 404 660 430C760 456 800 410 900 400C1010 392 1080 440 1220 430V700H-20Z',
    C.dusk,
    { shade: C.night, strength: 0.75, start: 0.1 },
  )
  s.fill(
    'M-20 570C140 540 280 560 420 528C540 500 600 470 720 496C860 522 960 470 1220 486V700H-20Z',
    C.blue,
    { shade: C.night, strength: 0.9 },
  )
  s.fill('M-20 548C120 508 262 528 382 494L392 530C270 566 120 546 -20 580Z', C.mist, {
    shade: C.dusk,
    strength: 0.6,
  })
  for (const d of [
    [
      [470, 560],
      [640, 520],
      [800, 548],
      [980, 516],
      [1220, 530],
    ],
    [
      [300, 620],
      [520, 588],
      [760, 612],
      [1220, 578],
    ],
  ])
    s.stroke(curve(d), C.dusk, 4, { opacity: 0.8 })
  return s
}

export const sleeping = {
  'opstaan-als-anker': anchor,
  'twintig-minuten-is-genoeg': hammock,
  'wakker-om-drie-uur': threeOClock,
}
