// Covers of the category On foot.
// @ts-nocheck: lists of coordinates, taken apart by position

import { Scene, box, curve, land, leaf, oval, poly } from './kit.mjs'
import { travelling as C } from './palettes.mjs'

function rucksack() {
  const s = new Scene({ paper: '#e4e2c8', seed: 12 })
  s.fill(box(0, 0, 1200, 460), '#e9e3c6', { shade: C.gold, strength: 0.35 })
  s.fill(oval(980, 148, 60), C.cream)
  s.fill(land('-20 350, 200 236, 420 330, 640 226, 880 320, 1060 250, 1220 310'), '#bccab0', {
    shade: C.slate,
    strength: 0.45,
  })
  s.fill(land('-20 440, 260 364, 560 430, 860 360, 1220 420'), '#94a97c', { shade: C.moss, strength: 0.7 })
  s.fill(land('-20 560, 320 520, 700 548, 1220 510'), C.moss, { shade: C.fern, strength: 0.7 })
  s.fill(oval(610, 626, 290, 24), C.peat, { opacity: 0.4 })
  s.stroke('M488 172C500 104 700 104 712 172', C.oxblood, 16)
  s.fill(box(416, 128, 368, 92, 46), C.gold, { shade: C.oxblood, strength: 0.5 })
  s.stroke(oval(438, 174, 16, 30), '#b57c2e', 7)
  for (const x of [500, 686]) s.fill(box(x, 120, 22, 128, 6), C.oxblood)
  s.fill('M430 300Q420 214 520 208H680Q780 214 770 300L792 570Q794 622 740 624H460Q406 622 408 570Z', C.red, {
    shade: C.oxblood,
    to: 'downright',
    strength: 0.75,
  })
  s.fill('M424 296Q418 206 520 200H680Q782 206 776 296Q772 396 740 404H460Q428 396 424 296Z', '#d6644a', {
    shade: C.oxblood,
    strength: 0.55,
  })
  for (const x of [500, 678]) {
    s.fill(box(x, 356, 26, 130, 5), C.oxblood)
    s.fill(box(x - 6, 430, 38, 30, 6), C.sand, { shade: C.gold })
  }
  s.fill(box(458, 482, 284, 118, 26), '#b6452f', { shade: C.oxblood, strength: 0.7 })
  s.stroke('M480 508H720', C.sand, 4, { dash: '10 9' })
  s.fill('M782 420H838Q850 420 850 436V580Q850 604 826 604H796Z', '#a53f2d', { shade: C.plum, to: 'right' })
  s.fill(box(806, 346, 38, 96, 10), C.teal, { shade: C.ink, to: 'right' })
  s.fill(box(812, 326, 26, 26, 5), C.ink)
  s.stroke('M330 624L424 150', '#7a5a3c', 12)
  s.stroke('M412 168q22 -18 26 8', '#7a5a3c', 8)
  for (const [x, y] of [
    [120, 640],
    [240, 662],
    [980, 636],
    [1090, 656],
  ])
    for (let i = -2; i <= 2; i++)
      s.fill(leaf(x, y, 92 - Math.abs(i) * 13, 8, -90 + i * 16), i % 2 ? C.fern : C.peat)
  return s
}

/** One closed contour around (x, y); the seeded wobble is shared by a whole hill, so that its rings nest. */
const ring = (x, y, r, wobble) =>
  curve(
    wobble.map((w, i) => {
      const a = (i / wobble.length) * Math.PI * 2
      return [x + Math.cos(a) * r * w * 1.35, y + Math.sin(a) * r * w]
    }),
    { closed: true },
  )

function paperMap() {
  const s = new Scene({ paper: '#eee6cc', seed: 15 })
  s.fill('M-20 470C160 420 260 560 430 560S700 640 760 700H-20Z', '#c5d3a8', {
    shade: C.moss,
    strength: 0.35,
  })
  const hill = (x, y, rings, step, tints) => {
    const wobble = Array.from({ length: 14 }, () => s.between(0.82, 1.18))
    for (let i = rings; i > 0; i--) {
      const d = ring(
        x + i * 3,
        y - i * 2,
        i * step,
        wobble.map((w) => 1 + (w - 1) * (0.5 + i / rings)),
      )
      s.fill(d, tints[Math.min(tints.length - 1, rings - i)], { opacity: 0.55 })
      s.stroke(d, '#b3764a', i % 4 === 0 ? 4.5 : 2, { opacity: 0.9 })
    }
  }
  hill(800, 290, 9, 38, ['#e9dcae', '#e6d29c', '#e3c688', '#dfb873'])
  hill(258, 200, 6, 34, ['#e9dcae', '#e6d29c', '#e3c688'])
  s.stroke('M-10 430C120 400 190 470 320 452S470 372 520 400S560 560 700 590S980 560 1220 640', C.slate, 11)
  s.stroke('M700 590C760 640 770 660 776 690', C.slate, 7)
  for (const x of [300, 600, 900]) s.stroke(`M${x} 0V675`, C.teal, 1.6, { opacity: 0.5 })
  for (const y of [112, 337, 562]) s.stroke(`M0 ${y}H1200`, C.teal, 1.6, { opacity: 0.5 })
  s.stroke('M110 640C190 560 240 540 330 500S430 300 520 270S640 330 690 320S770 290 812 282', C.red, 8, {
    dash: '2 19',
  })
  s.fill(oval(110, 640, 15), C.red)
  s.stroke('M812 282V208', C.ink, 6)
  s.fill('M814 206L872 226L814 248Z', C.red)
  for (const [x, y] of [
    [1040, 560],
    [1076, 548],
    [1060, 590],
    [1110, 580],
    [1012, 596],
    [1140, 552],
    [980, 562],
  ])
    s.fill(leaf(x, y, 44, 14, -90), C.fern, { shade: C.peat, to: 'right' })
  s.fill(box(400, 0, 400, 675), '#eee6cc00', { shade: C.plum, to: 'right', strength: 0.22, start: 0.5 })
  s.fill(box(0, 0, 400, 675), '#eee6cc00', { shade: C.plum, to: 'right', strength: 0.22, start: 0.6 })
  s.fill(box(800, 0, 400, 675), '#eee6cc00', { shade: C.plum, to: 'right', strength: 0.25, start: 0.4 })
  s.fill(oval(1060, 130, 86), C.ink, { opacity: 0.25 })
  s.fill(oval(1052, 120, 86), C.gold, { shade: C.oxblood, to: 'downright', strength: 0.6 })
  s.fill(oval(1052, 120, 70), C.cream)
  s.within('rotate(28 1052 120)', () => {
    s.fill(poly('1040 120, 1052 60, 1064 120'), C.red)
    s.fill(poly('1040 120, 1052 180, 1064 120'), C.navy)
  })
  s.fill(oval(1052, 120, 6), C.gold)
  return s
}

function river() {
  const s = new Scene({ paper: '#e9e0c4', seed: 18 })
  s.fill(box(0, 0, 1200, 300), '#efe3c4', { shade: C.gold, strength: 0.4 })
  s.fill(land('-20 250, 180 176, 340 226, 560 120, 700 190, 880 140, 1220 230'), '#9db2b8', {
    shade: C.slate,
    strength: 0.6,
  })
  s.fill(land('-20 300, 240 232, 470 290, 720 226, 1000 280, 1220 236'), '#9fb49a', {
    shade: C.moss,
    strength: 0.6,
  })
  s.fill(land('-20 340, 200 310, 520 336, 820 296, 1220 330'), '#8ba474', {
    shade: C.fern,
    strength: 0.6,
    start: 0,
  })
  const water =
    'M628 318C600 330 560 336 566 350C574 368 690 366 694 392C698 424 470 424 452 470C434 520 760 516 786 566C806 610 640 640 560 690H1010C1060 640 1060 580 1000 536C920 480 600 492 604 462C608 436 770 430 764 390C758 356 620 362 616 346C614 334 636 328 644 318Z'
  s.fill(water, '#cfe0d8', { shade: C.teal, strength: 0.75, start: 0.05 })
  s.inside(water, () => {
    for (let i = 0; i < 40; i++)
      s.stroke(`M${s.between(450, 980)} ${s.between(380, 670)}h${s.between(20, 90)}`, C.cream, 2.6, {
        opacity: 0.65,
      })
  })
  for (const [x, y, r] of [
    [90, 372, 40],
    [150, 384, 54],
    [230, 366, 34],
    [860, 372, 44],
    [930, 386, 60],
    [1010, 366, 40],
    [1120, 392, 66],
  ]) {
    s.stroke(`M${x} ${y}v${r}`, C.peat, 6)
    s.fill(oval(x, y - r * 0.3, r * 0.78, r), C.fern, { shade: C.peat, to: 'downright', strength: 0.75 })
  }
  s.fill(land('-20 560, 160 524, 330 580, 520 690'), C.fern, { shade: C.peat, strength: 0.8 })
  s.fill(land('1020 700, 1100 610, 1220 570'), C.fern, { shade: C.peat, strength: 0.8 })
  for (let i = 0; i < 13; i++) {
    const x = 30 + i * 27
    const h = s.between(90, 170)
    s.stroke(`M${x} 660Q${x + 4} ${660 - h / 2} ${x + 16} ${660 - h}`, C.peat, 4)
    if (i % 3 === 0) s.fill(box(x + 9, 640 - h, 12, 46, 6), '#7d5638')
  }
  return s
}

export const onFoot = {
  'one-small-rucksack': rucksack,
  'reading-a-paper-map': paperMap,
  'walking-a-river-to-its-source': river,
}
