// Covers of the category Rust in je hoofd.
// @ts-nocheck: lists of coordinates, taken apart by position

import { Scene, box, curve, land, leaf, oval, poly } from './kit.mjs'
import { resting as C } from './palettes.mjs'

function breakAtWork() {
  const s = new Scene({ paper: C.peach, seed: 19 })
  s.fill(box(0, 0, 1200, 520), '#f0cdb2', { shade: C.clay, to: 'right', strength: 0.4 })
  const view = box(330, 50, 480, 370)
  s.inside(view, () => {
    s.fill(view, '#dceadf', { shade: C.honey, strength: 0.35 })
    s.fill(oval(700, 130, 40), C.shell)
    s.fill(land('320 330, 480 300, 640 326, 820 296'), '#a9c2ac', { shade: C.sea })
    for (const [x, y, r] of [
      [408, 300, 84],
      [520, 330, 62],
      [742, 306, 92],
      [640, 348, 52],
    ]) {
      s.stroke(`M${x} ${y}V430`, C.deep, 8)
      s.fill(oval(x, y - 20, r * 0.82, r), C.sea, { shade: C.deep, to: 'downright', strength: 0.75 })
    }
  })
  s.stroke('M330 50H810V420H330ZM570 50V420', C.shell, 18)
  s.fill(poly('810 42, 952 92, 952 452, 810 428'), '#e6efe4', { opacity: 0.55 })
  s.stroke('M810 44L952 92V452L810 428', C.shell, 14)
  s.fill('M318 36C300 170 316 330 260 440H330C352 320 350 150 352 36Z', C.shell, {
    shade: C.clay,
    to: 'left',
    strength: 0.4,
  })
  s.fill(box(0, 508, 1200, 30), C.clay, { shade: C.wine, to: 'right', strength: 0.5 })
  s.fill(box(0, 538, 1200, 140), '#94503f', { shade: C.wine, strength: 0.8 })
  s.fill(box(0, 536, 1200, 12), C.wine, { opacity: 0.5 })
  s.fill(box(96, 492, 330, 17, 8), C.deep, { shade: C.ink, to: 'right' })
  s.fill(box(110, 480, 302, 14, 7), '#7fa09b', { shade: C.deep, to: 'right' })
  s.stroke('M566 400C548 376 586 352 566 322M606 400C590 380 622 360 606 336', C.shell, 8, { opacity: 0.75 })
  s.fill('M514 420H658C658 470 640 506 616 508H556C532 506 514 470 514 420Z', C.honey, {
    shade: C.clay,
    to: 'downright',
    strength: 0.7,
  })
  s.stroke('M656 434q42 -4 36 30q-6 26 -48 22', C.honey, 11)
  s.fill(box(1006, 410, 92, 98, 10), C.deep, { shade: C.ink, to: 'right', strength: 0.8 })
  for (const [x, l, a] of [
    [1040, 176, -100],
    [1052, 200, -84],
    [1066, 168, -66],
    [1030, 120, -124],
  ])
    s.fill(leaf(x, 414, l, 19, a), a % 4 ? C.sea : '#7ea592', { shade: C.deep, to: 'left', strength: 0.7 })
  s.fill(box(770, 484, 156, 24, 3), C.shell, { shade: C.clay, to: 'right' })
  s.fill(box(784, 462, 132, 22, 3), C.sea, { shade: C.deep, to: 'right' })
  return s
}

function worry() {
  const s = new Scene({ paper: C.blush, seed: 23 })
  s.fill(box(0, 0, 1200, 675), '#e7b5a2', { shade: C.clay, to: 'left', strength: 0.6 })
  s.within('rotate(4 860 350)', () => {
    s.fill(box(640, 92, 430, 540, 4), C.wine, { opacity: 0.25 })
    s.fill(box(620, 70, 430, 540, 4), C.shell, { shade: C.blush, to: 'downright', strength: 0.6 })
    for (let y = 160; y < 590; y += 62) s.stroke(`M652 ${y}H1018`, C.mist, 2.4, { opacity: 0.75 })
    s.stroke('M700 70V610', C.blush, 3)
  })
  const knot = []
  for (let i = 0; i <= 150; i++) {
    const t = i / 150
    const a = t * Math.PI * 15
    const r = (118 + 62 * Math.sin(a * 0.37 + 1)) * (1 - t * 0.15)
    knot.push([296 + Math.cos(a) * r * 1.08 + 26 * Math.sin(a * 0.61), 330 + Math.sin(a * 1.09) * r])
  }
  const lines = [
    [520, 300],
    [600, 236],
    [668, 210],
    [730, 226],
    [790, 214],
    [850, 229],
    [910, 219],
    [966, 233],
    [1000, 250],
    [1000, 282],
    [950, 296],
    [860, 290],
    [760, 285],
    [706, 300],
    [700, 334],
    [740, 352],
    [830, 354],
    [920, 360],
    [986, 366],
  ]
  s.stroke(curve([...knot, ...lines]), C.deep, 7)
  s.fill(oval(986, 366, 9), C.deep)
  s.within('translate(1000 352) rotate(-48)', () => {
    s.fill(box(30, -17, 210, 34, 3), C.honey, { shade: C.clay, strength: 0.6 })
    s.fill(poly('30 -17, -14 0, 30 17'), C.peach)
    s.fill(poly('2 -6, -16 0, 2 6'), C.deep)
    s.fill(box(236, -17, 30, 34, 8), C.clay)
  })
  return s
}

function january() {
  const s = new Scene({ paper: '#dfe3e2', seed: 37 })
  s.fill(box(0, 0, 1200, 430), '#e8ddd3', { shade: C.mist, to: 'up', strength: 0.75 })
  s.glow(330, 250, 330, '#fff3da', 0.95)
  s.fill(oval(330, 252, 58), '#fdf0d6')
  s.fill(land('-20 392, 260 366, 520 384, 820 350, 1220 382'), '#b9c3c8', { shade: C.dusk, strength: 0.35 })
  for (let x = 20; x < 560; x += 26)
    s.fill(oval(x + s.between(-8, 8), 380, s.between(6, 12), s.between(14, 30)), '#8e9faa')
  s.fill(land('-20 430, 300 404, 640 436, 920 408, 1220 430'), '#edeae4', { shade: C.mist, strength: 0.65 })
  const branch = (x, y, angle, length, width) => {
    const [a, b] = [x + Math.cos(angle) * length, y + Math.sin(angle) * length]
    s.stroke(
      `M${Math.round(x)} ${Math.round(y)}Q${Math.round((x + a) / 2 + s.between(-6, 6))} ${Math.round((y + b) / 2)} ${Math.round(a)} ${Math.round(b)}`,
      C.ink,
      Math.round(width * 10) / 10,
    )
    if (width < 1.3) return
    branch(a, b, angle - s.between(0.24, 0.5), length * s.between(0.7, 0.84), width * 0.68)
    branch(a, b, angle + s.between(0.24, 0.5), length * s.between(0.7, 0.84), width * 0.68)
    if (s.random() > 0.6) branch(a, b, angle + s.between(-0.12, 0.12), length * 0.74, width * 0.6)
  }
  s.fill(poly('800 516, 842 516, 1130 600, 1060 604'), C.mist, { opacity: 0.45 })
  branch(820, 520, -Math.PI / 2, 104, 22)
  s.fill(land('-20 560, 280 520, 600 540, 900 508, 1220 548'), '#f7f4ee', {
    shade: C.mist,
    strength: 0.6,
    start: 0.3,
  })
  for (const [x, h] of [
    [96, 84],
    [226, 78],
    [356, 74],
    [486, 70],
  ])
    s.fill(box(x, 536 - h + (x < 300 ? 16 : 6), 12, h), C.clay, { shade: C.wine, to: 'right' })
  s.stroke('M60 484C180 474 360 474 530 478M60 516C180 506 360 502 530 504', C.clay, 5)
  return s
}

export const calm = {
  'de-pauze-als-gereedschap': breakAtWork,
  'piekeren-op-papier': worry,
  'januari-zonder-voornemens': january,
}
