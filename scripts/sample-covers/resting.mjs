// Covers of the categories Slapen (night blues and moonlight) and Rust in je hoofd (clay pink and sea green).

import { Scene, box, curve, land, leaf, oval, poly } from './kit.mjs'

const C = {
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

function anchor() {
  const s = new Scene({ paper: '#3c4f78', seed: 2 })
  s.fill(box(0, 0, 1200, 675), '#40547d', { shade: C.night, to: 'left', strength: 0.7 })
  const view = box(470, 64, 500, 416)
  s.fill(box(446, 40, 548, 464, 4), '#dfe0dc')
  s.inside(view, () => {
    s.fill(view, '#f5c9a4', { shade: '#d98a80', to: 'up', strength: 0.6 })
    s.glow(640, 372, 300, '#fff2c9', 0.95)
    s.fill(oval(640, 366, 62), '#fff1c4')
    s.fill(land([[460, 380], [560, 362], [700, 376], [840, 350], [980, 372]]), '#c39aa4', { shade: C.dusk })
    s.fill(land([[460, 420], [620, 404], [800, 424], [980, 400]]), C.dusk, { shade: C.blue })
    for (const [x, h] of [[838, 88], [872, 120], [904, 76]]) s.fill(oval(x, 412 - h / 2, h / 6, h / 2), C.blue)
  })
  s.fill(box(713, 64, 14, 416), '#e8e7e0')
  s.fill(box(470, 250, 500, 12), '#e8e7e0')
  s.fill(box(424, 494, 592, 26, 4), '#efece3', { shade: C.dusk, strength: 0.5 })
  s.fill(poly([[424, 520], [1016, 520], [1180, 675], [360, 675]]), '#f3d3ab', { opacity: 0.16 })
  s.stroke('M356 26H1084', C.moon, 8)
  s.fill('M372 24C396 180 384 360 340 560H560C572 380 574 160 556 24Z', C.blush, { shade: C.wine, to: 'left', strength: 0.65 })
  for (const x of [404, 452, 500]) s.stroke(`M${x} 34C${x + 8} 210 ${x - 4} 380 ${x - 30} 552`, '#b9776f', 4, { opacity: 0.7 })
  s.fill('M990 24C1002 180 1004 380 1000 560H1084C1088 380 1084 160 1072 24Z', C.blush, { shade: C.wine, to: 'right', strength: 0.65 })
  s.fill('M-20 566C60 506 220 500 300 548C330 566 330 610 300 640H-20Z', C.shell, { shade: C.mist, to: 'downleft', strength: 0.75 })
  s.fill(land([[-20, 620], [180, 586], [420, 612], [700, 572], [980, 604], [1220, 580]]), C.mist, { shade: C.blue, strength: 0.75, start: 0 })
  s.stroke(curve([[420, 640], [600, 612], [760, 622], [960, 644]]), C.shell, 4, { opacity: 0.5 })
  return s
}

function hammock() {
  const s = new Scene({ paper: '#dfe3cf', seed: 8 })
  s.fill(box(0, 0, 1200, 675), '#d9e2d2', { shade: C.mist, to: 'up', strength: 0.6 })
  s.glow(610, 190, 380, '#fff4cf', 0.95)
  s.fill(oval(610, 176, 70), '#fff4cf')
  s.fill(land([[-20, 430], [250, 396], [520, 424], [860, 388], [1220, 424]]), '#b5c6b0', { shade: C.sea, strength: 0.5 })
  s.fill(land([[-20, 520], [300, 490], [640, 510], [940, 486], [1220, 516]]), '#88a694', { shade: C.deep, strength: 0.6 })
  s.fill(oval(600, 596, 300, 20), C.deep, { opacity: 0.35 })
  for (const [x, w] of [[206, 46], [990, 50]]) s.fill(poly([[x - w / 2, 0], [x + w / 2, 0], [x + w * 0.7, 606], [x - w * 0.7, 606]]), '#4b4a4f', { shade: C.night, to: 'left', strength: 0.7 })
  for (const [x, y, r, colour] of [[80, 40, 190, C.sea], [300, 30, 160, '#75998c'], [210, 150, 120, C.sea], [1110, 50, 200, C.sea], [900, 10, 150, '#75998c'], [1000, 150, 116, C.sea]]) s.fill(oval(x, y, r, r * 0.84), colour, { shade: C.deep, strength: 0.75 })
  s.stroke('M206 300L340 372M990 290L862 368', C.shell, 5)
  const cloth = 'M336 368C430 620 770 620 866 364C800 470 720 520 600 520S400 474 336 368Z'
  s.fill(cloth, C.blush)
  s.inside(cloth, () => {
    for (let x = 350; x < 880; x += 74) s.fill(poly([[x, 330], [x + 34, 330], [x + 26 - (x - 600) * 0.1, 640], [x - 8 - (x - 600) * 0.1, 640]]), C.shell)
    s.fill(box(336, 360, 530, 250), '#ffffff00', { shade: C.wine, strength: 0.6, start: 0.35 })
  })
  s.fill('M420 470C430 430 500 424 530 452C548 470 530 512 500 514C460 512 428 500 420 470Z', C.moon, { shade: C.clay, strength: 0.4 })
  s.stroke('M336 368C430 620 770 620 866 364', C.clay, 5)
  s.within('translate(722 610)', () => {
    s.fill(box(-34, -34, 56, 42, 10), C.shell, { shade: C.mist, to: 'right' })
    s.stroke('M22 -26q26 2 18 18q-6 10 -20 6', C.shell, 6)
  })
  for (const [x, y] of [[70, 640], [130, 660], [1080, 640], [1150, 656]]) for (let i = -2; i <= 2; i++) s.fill(leaf(x, y, 76 - Math.abs(i) * 10, 7, -90 + i * 18), C.deep)
  return s
}

function threeOClock() {
  const s = new Scene({ paper: C.night, seed: 13 })
  s.fill(box(0, 0, 1200, 560), '#16213f', { shade: '#5a6f9a', strength: 0.6, start: 0.2 })
  for (let i = 0; i < 90; i++) s.fill(oval(s.between(0, 1200), s.between(0, 360), s.between(0.8, 2.6)), C.moon, { opacity: s.between(0.3, 0.9) })
  s.glow(868, 168, 250, '#f6e3b4', 0.35)
  s.fill('M868 78A90 90 0 1 0 950 206A76 76 0 1 1 868 78Z', C.moon)
  s.fill(land([[-20, 410], [130, 372], [300, 400], [480, 330], [700, 366], [930, 330], [1220, 380]]), '#3a4f7d', { shade: C.night, strength: 0.6 })
  s.fill('M60 470C70 396 150 372 240 382C330 374 400 400 396 470C392 520 320 530 230 526C130 530 56 526 60 470Z', C.shell, { shade: C.dusk, to: 'downright', strength: 0.85 })
  s.stroke('M96 470C140 440 200 452 236 484', C.mist, 4)
  s.fill('M-20 540C120 500 260 520 380 486C500 420 560 404 660 430C760 456 800 410 900 400C1010 392 1080 440 1220 430V700H-20Z', C.dusk, { shade: C.night, strength: 0.75, start: 0.1 })
  s.fill('M-20 570C140 540 280 560 420 528C540 500 600 470 720 496C860 522 960 470 1220 486V700H-20Z', C.blue, { shade: C.night, strength: 0.9 })
  s.fill('M-20 548C120 508 262 528 382 494L392 530C270 566 120 546 -20 580Z', C.mist, { shade: C.dusk, strength: 0.6 })
  for (const d of [[[470, 560], [640, 520], [800, 548], [980, 516], [1220, 530]], [[300, 620], [520, 588], [760, 612], [1220, 578]]]) s.stroke(curve(d), C.dusk, 4, { opacity: 0.8 })
  return s
}

function breakAtWork() {
  const s = new Scene({ paper: C.peach, seed: 19 })
  s.fill(box(0, 0, 1200, 520), '#f0cdb2', { shade: C.clay, to: 'right', strength: 0.4 })
  const view = box(330, 50, 480, 370)
  s.inside(view, () => {
    s.fill(view, '#dceadf', { shade: C.honey, strength: 0.35 })
    s.fill(oval(700, 130, 40), C.shell)
    s.fill(land([[320, 330], [480, 300], [640, 326], [820, 296]]), '#a9c2ac', { shade: C.sea })
    for (const [x, y, r] of [[408, 300, 84], [520, 330, 62], [742, 306, 92], [640, 348, 52]]) {
      s.stroke(`M${x} ${y}V430`, C.deep, 8)
      s.fill(oval(x, y - 20, r * 0.82, r), C.sea, { shade: C.deep, to: 'downright', strength: 0.75 })
    }
  })
  s.stroke('M330 50H810V420H330ZM570 50V420', C.shell, 18)
  s.fill(poly([[810, 42], [952, 92], [952, 452], [810, 428]]), '#e6efe4', { opacity: 0.55 })
  s.stroke('M810 44L952 92V452L810 428', C.shell, 14)
  s.fill('M318 36C300 170 316 330 260 440H330C352 320 350 150 352 36Z', C.shell, { shade: C.clay, to: 'left', strength: 0.4 })
  s.fill(box(0, 508, 1200, 30), C.clay, { shade: C.wine, to: 'right', strength: 0.5 })
  s.fill(box(0, 538, 1200, 140), '#94503f', { shade: C.wine, strength: 0.8 })
  s.fill(box(0, 536, 1200, 12), C.wine, { opacity: 0.5 })
  s.fill(box(96, 492, 330, 17, 8), C.deep, { shade: C.ink, to: 'right' })
  s.fill(box(110, 480, 302, 14, 7), '#7fa09b', { shade: C.deep, to: 'right' })
  s.stroke('M566 400C548 376 586 352 566 322M606 400C590 380 622 360 606 336', C.shell, 8, { opacity: 0.75 })
  s.fill('M514 420H658C658 470 640 506 616 508H556C532 506 514 470 514 420Z', C.shell, { shade: C.clay, to: 'downright', strength: 0.6 })
  s.stroke('M656 434q42 -4 36 30q-6 26 -48 22', C.shell, 11)
  s.fill(box(1006, 410, 92, 98, 10), C.deep, { shade: C.ink, to: 'right', strength: 0.8 })
  for (const [x, l, a] of [[1040, 176, -100], [1052, 200, -84], [1066, 168, -66], [1030, 120, -124]]) s.fill(leaf(x, 414, l, 19, a), a % 4 ? C.sea : '#7ea592', { shade: C.deep, to: 'left', strength: 0.7 })
  s.fill(box(770, 484, 156, 24, 3), C.honey, { shade: C.clay, to: 'right' })
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
  const lines = [[520, 300], [600, 236], [668, 210], [730, 226], [790, 214], [850, 229], [910, 219], [966, 233], [1000, 250], [1000, 282], [950, 296], [860, 290], [760, 285], [706, 300], [700, 334], [740, 352], [830, 354], [920, 360], [986, 366]]
  s.stroke(curve([...knot, ...lines]), C.deep, 7)
  s.fill(oval(986, 366, 9), C.deep)
  s.within('translate(1000 352) rotate(-48)', () => {
    s.fill(box(30, -17, 210, 34, 3), C.honey, { shade: C.clay, strength: 0.6 })
    s.fill(poly([[30, -17], [-14, 0], [30, 17]]), C.peach)
    s.fill(poly([[2, -6], [-16, 0], [2, 6]]), C.deep)
    s.fill(box(236, -17, 30, 34, 8), C.clay)
  })
  return s
}

function january() {
  const s = new Scene({ paper: '#dfe3e2', seed: 37 })
  s.fill(box(0, 0, 1200, 430), '#e8ddd3', { shade: C.mist, to: 'up', strength: 0.75 })
  s.glow(330, 250, 330, '#fff3da', 0.95)
  s.fill(oval(330, 252, 58), '#fdf0d6')
  s.fill(land([[-20, 392], [260, 366], [520, 384], [820, 350], [1220, 382]]), '#b9c3c8', { shade: C.dusk, strength: 0.35 })
  for (let x = 20; x < 560; x += 26) s.fill(oval(x + s.between(-8, 8), 380, s.between(6, 12), s.between(14, 30)), '#8e9faa')
  s.fill(land([[-20, 430], [300, 404], [640, 436], [920, 408], [1220, 430]]), '#edeae4', { shade: C.mist, strength: 0.65 })
  const branch = (x, y, angle, length, width) => {
    const [a, b] = [x + Math.cos(angle) * length, y + Math.sin(angle) * length]
    s.stroke(`M${Math.round(x)} ${Math.round(y)}Q${Math.round((x + a) / 2 + s.between(-6, 6))} ${Math.round((y + b) / 2)} ${Math.round(a)} ${Math.round(b)}`, C.ink, Math.round(width * 10) / 10)
    if (width < 1.3) return
    branch(a, b, angle - s.between(0.24, 0.5), length * s.between(0.7, 0.84), width * 0.68)
    branch(a, b, angle + s.between(0.24, 0.5), length * s.between(0.7, 0.84), width * 0.68)
    if (s.random() > 0.6) branch(a, b, angle + s.between(-0.12, 0.12), length * 0.74, width * 0.6)
  }
  s.fill(poly([[800, 516], [842, 516], [1130, 600], [1060, 604]]), C.mist, { opacity: 0.45 })
  branch(820, 520, -Math.PI / 2, 104, 22)
  s.fill(land([[-20, 560], [280, 520], [600, 540], [900, 508], [1220, 548]]), '#f7f4ee', { shade: C.mist, strength: 0.6, start: 0.3 })
  for (const [x, h] of [[96, 84], [226, 78], [356, 74], [486, 70]]) s.fill(box(x, 536 - h + (x < 300 ? 16 : 6), 12, h), C.clay, { shade: C.wine, to: 'right' })
  s.stroke('M60 484C180 474 360 474 530 478M60 516C180 506 360 502 530 504', C.clay, 5)
  return s
}

export const resting = {
  'opstaan-als-anker': anchor,
  'twintig-minuten-is-genoeg': hammock,
  'wakker-om-drie-uur': threeOClock,
  'de-pauze-als-gereedschap': breakAtWork,
  'piekeren-op-papier': worry,
  'januari-zonder-voornemens': january,
}
