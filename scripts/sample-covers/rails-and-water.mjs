// Covers of the category Rails & water.
// @ts-nocheck: lists of coordinates, taken apart by position

import { Scene, box, curve, land, oval, poly } from './kit.mjs'
import { travelling as C } from './palettes.mjs'

function nightTrain() {
  const s = new Scene({ paper: C.ink, seed: 4 })
  s.fill(box(0, 0, 1200, 520), '#17354a', { shade: '#4c8389', strength: 0.65, start: 0.25 })
  for (let i = 0; i < 60; i++)
    s.fill(oval(s.between(0, 1200), s.between(0, 280), s.between(0.8, 2.3)), C.cream, { opacity: 0.8 })
  s.glow(850, 196, 330, '#f6e4b5', 0.4)
  s.fill(oval(850, 196, 128), '#f5e2b4', { shade: C.gold, strength: 0.5, to: 'downleft' })
  s.fill(land('-20 470, 160 396, 360 440, 560 380, 780 436, 1000 378, 1220 420'), '#2d5c69', {
    shade: C.ink,
    strength: 0.6,
  })
  s.fill(land('-20 560, 220 500, 480 560, 760 510, 1220 560'), C.navy, { shade: C.ink, strength: 0.7 })
  const arches = []
  for (let x = 30; x < 1200; x += 190) arches.push(`M${x} 690V470a70 70 0 0 1 140 0V690Z`)
  s.body.push(`<path fill-rule="evenodd" fill="#0d1f2d" d="M0 352H1200V690H0Z${arches.join('')}"/>`)
  s.fill(box(0, 344, 1200, 12), '#22485a')
  for (const x of [-150, 196, 542]) {
    s.fill(box(x, 264, 334, 76, 12), C.red, { shade: C.oxblood, strength: 0.75 })
    s.fill(box(x, 264, 334, 10, 5), C.oxblood)
    for (let w = x + 22; w < x + 300; w += 50)
      s.fill(box(w, 284, 36, 26, 4), w % 3 === 0 ? '#5a3436' : '#ffe2a0')
    for (const w of [x + 50, x + 90, x + 244, x + 284]) s.fill(oval(w, 342, 10), '#08151f')
  }
  s.fill('M888 264H1010C1060 264 1090 300 1096 340H888Z', C.red, { shade: C.oxblood, strength: 0.75 })
  s.fill('M1010 278h12q26 4 40 32h-52Z', '#ffe2a0')
  for (const w of [930, 974, 1050]) s.fill(oval(w, 342, 10), '#08151f')
  s.fill(poly('1094 322, 1200 296, 1200 356, 1094 332'), '#ffe2a0', { opacity: 0.35 })
  s.fill(land('-20 652, 300 630, 700 656, 1220 626'), '#0a1924')
  return s
}

function stoppingTrain() {
  const s = new Scene({ paper: '#d5dfd0', seed: 6 })
  s.fill(box(0, 0, 1200, 380), '#dbe4d4', { shade: C.foam, strength: 0.6, to: 'up' })
  for (const [x, y, w] of [
    [180, 96, 190],
    [560, 60, 240],
    [260, 124, 130],
  ])
    s.fill(box(x, y, w, 32, 16), C.cream, { opacity: 0.85 })
  s.fill(land('-20 360, 150 250, 330 330, 520 220, 740 330, 940 236, 1220 340'), '#a9bf9d', {
    shade: C.moss,
    strength: 0.6,
  })
  s.fill(land('-20 420, 220 350, 460 404, 700 330, 980 400, 1220 350'), C.moss, {
    shade: C.fern,
    strength: 0.7,
  })
  for (const [x, y] of [
    [90, 392],
    [120, 384],
    [560, 372],
    [596, 362],
    [622, 370],
    [1130, 380],
  ])
    s.fill(oval(x, y, 18, 26), C.fern, { shade: C.peat, to: 'right' })
  s.fill(box(0, 430, 1200, 120), '#b9a27a', { shade: C.peat, strength: 0.4 })
  for (let x = -10; x < 1220; x += 46) s.fill(box(x, 470, 26, 9), '#6a5747')
  s.fill(box(0, 460, 1200, 6), C.ink)
  s.fill(box(0, 486, 1200, 7), C.ink)
  for (const x of [-250, 112]) {
    s.fill(box(x, 318, 350, 142, 18), C.cream, { shade: C.sand, strength: 0.6 })
    s.fill(box(x, 400, 350, 42), C.red, { shade: C.oxblood, to: 'right', strength: 0.5 })
    for (let w = x + 24; w < x + 300; w += 78)
      s.fill(box(w, 340, 56, 44, 6), C.navy, { shade: C.foam, to: 'downright', strength: 0.7 })
    for (const w of [x + 64, x + 110, x + 250, x + 296]) s.fill(oval(w, 462, 17), C.ink)
  }
  s.fill(box(0, 540, 1200, 140), '#dccaa4', { shade: C.gold, strength: 0.35 })
  s.fill(box(0, 534, 1200, 16), C.cream)
  s.fill(box(0, 562, 1200, 6), C.gold, { opacity: 0.7 })
  s.fill(oval(960, 622, 180, 9), C.peat, { opacity: 0.25 })
  s.fill(box(806, 560, 300, 14, 6), C.fern, { shade: C.peat, strength: 0.6 })
  for (const y of [496, 522])
    s.fill(box(812, y, 288, 13, 6), C.fern, { shade: C.peat, to: 'right', strength: 0.6 })
  s.stroke('M846 492V620M1066 492V620', C.peat, 10)
  s.fill(box(676, 164, 15, 460), C.ink)
  s.fill(box(656, 614, 56, 18, 6), C.ink)
  s.stroke('M684 250H640M684 250H728', C.ink, 8)
  s.fill(oval(684, 164, 84), C.ink)
  s.fill(oval(684, 164, 70), C.cream, { shade: C.gold, to: 'downright', strength: 0.4 })
  for (let i = 0; i < 12; i++) {
    const a = (i * Math.PI) / 6
    s.stroke(
      `M${684 + Math.cos(a) * 58} ${164 + Math.sin(a) * 58}L${684 + Math.cos(a) * 64} ${164 + Math.sin(a) * 64}`,
      C.ink,
      4,
    )
  }
  s.stroke('M684 164L654 138M684 164L702 118', C.red, 8)
  s.fill('M986 510q0 -14 14 -14h34q14 0 14 14v48h-62Z', C.gold, {
    shade: C.oxblood,
    to: 'right',
    strength: 0.6,
  })
  s.stroke('M1004 496q0 -18 14 -18q13 0 13 18', C.oxblood, 6)
  return s
}

function ferry() {
  const s = new Scene({ paper: '#f0dcb8', seed: 9 })
  s.fill(box(0, 0, 1200, 330), '#f3e0bd', { shade: C.red, strength: 0.32, to: 'down', start: 0.4 })
  s.fill(oval(236, 232, 72), C.red, { shade: C.gold, strength: 0.7 })
  s.fill(land('-20 316, 140 282, 300 300, 440 322', 340), '#a59aa0')
  s.fill(land('-20 322, 300 318, 700 324, 1220 316'), C.foam, { shade: C.teal, strength: 0.6 })
  for (let i = 0; i < 9; i++)
    s.stroke(`M${236 - 70 + s.between(0, 40)} ${336 + i * 11}h${s.between(40, 110)}`, '#f3c796', 5, {
      opacity: 0.75,
    })
  s.fill('M330 352H1010C1000 412 970 446 930 456H404C364 440 340 400 330 352Z', C.navy, {
    shade: C.ink,
    strength: 0.8,
    to: 'downright',
  })
  s.fill('M338 380H1000L996 394H344Z', C.red)
  s.fill(box(400, 292, 520, 62, 8), C.cream, { shade: C.slate, to: 'downright', strength: 0.5 })
  s.fill(box(440, 240, 410, 56, 8), C.cream, { shade: C.slate, to: 'downright', strength: 0.5 })
  s.fill('M736 194H816Q840 194 844 244H736Z', C.cream, { shade: C.slate, to: 'downright', strength: 0.5 })
  s.fill('M778 206h36q12 2 16 20h-52Z', C.navy)
  for (let x = 424; x < 900; x += 46) s.fill(box(x, 312, 26, 20, 10), C.navy)
  for (let x = 464; x < 820; x += 46) s.fill(box(x, 258, 28, 18, 4), C.teal)
  s.fill(poly('530 240, 540 132, 616 132, 626 240'), C.red, { shade: C.oxblood, to: 'right', strength: 0.7 })
  s.fill(poly('536 172, 539 146, 617 146, 620 172'), C.cream)
  s.stroke('M690 240V150M690 166L846 240M690 166L440 284', C.ink, 3)
  for (const [x, y, r] of [
    [566, 104, 22],
    [530, 82, 30],
    [478, 68, 36],
    [410, 62, 28],
  ])
    s.fill(oval(x, y, r * 1.3, r), C.cream, { opacity: 0.6 })
  for (const [y, colour, shade, lift] of [
    [440, C.teal, C.navy, 16],
    [508, '#31676f', C.ink, 20],
    [584, C.navy, C.ink, 22],
  ]) {
    const ridge = []
    for (let i = -1; i <= 14; i++) ridge.push([i * 92 + (y % 70), y + (i % 2 ? -lift : lift * 0.4)])
    s.fill(land([[-120, y], ...ridge, [1320, y]]), colour, { shade, strength: 0.6 })
    s.stroke(curve([[-120, y], ...ridge, [1320, y]]), C.foam, 3, { opacity: 0.6 })
  }
  for (const [x, y, w] of [
    [966, 150, 44],
    [1066, 96, 34],
    [1020, 226, 28],
    [130, 120, 30],
  ])
    s.stroke(
      `M${x - w} ${y - w * 0.2}Q${x - w * 0.5} ${y - w * 0.6} ${x} ${y}Q${x + w * 0.5} ${y - w * 0.6} ${x + w} ${y - w * 0.2}`,
      C.ink,
      5,
    )
  return s
}

export const railsAndWater = {
  'the-night-train-habit': nightTrain,
  'in-praise-of-the-stopping-train': stoppingTrain,
  'as-a-foot-passenger': ferry,
}
