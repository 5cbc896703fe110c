// Covers of the categories Fietsen and Kracht & lenigheid.
// @ts-nocheck: lists of coordinates, taken apart by position

import { Scene, box, land, leaf, oval, poly } from './kit.mjs'
import { moving as C } from './palettes.mjs'

function bicycle(s, ink, accent) {
  const [rear, front, y, r] = [[392, 506], [800, 506], 506, 118]
  for (const [x] of [rear, front]) {
    for (let i = 0; i < 18; i++) {
      const a = (i * Math.PI) / 9
      s.stroke(`M${x} ${y}L${x + Math.cos(a) * r} ${y + Math.sin(a) * r}`, ink, 1.4, { opacity: 0.55 })
    }
    s.stroke(oval(x, y, r), ink, 11)
    s.stroke(oval(x, y, r - 12), accent, 3)
    s.fill(oval(x, y, 11), ink)
  }
  s.stroke('M392 506L560 512L508 330M560 512L742 336M514 352L734 352M392 506L510 346', accent, 13)
  s.stroke('M800 506C780 450 756 390 734 312', accent, 11)
  s.stroke('M734 312C726 286 690 276 652 288', ink, 10)
  s.stroke('M508 332L502 302', ink, 8)
  s.fill('M452 300C470 284 530 290 552 300C546 312 480 318 456 312Z', ink)
  s.stroke(oval(560, 512, 30), ink, 7)
  s.stroke('M560 512L586 566M572 568H604', ink, 8)
  s.stroke('M296 384C330 366 452 366 492 384', ink, 7)
}

function toWork() {
  const s = new Scene({ paper: '#f3dfbd', seed: 31 })
  s.fill(box(0, 0, 1200, 330), '#f5e0b8', { shade: C.ochre, strength: 0.4 })
  s.fill(oval(960, 160, 78), C.chalk)
  const roofs = [
    [0, 318],
    [60, 318],
    [60, 286],
    [130, 286],
    [130, 306],
    [176, 306],
    [176, 228],
    [190, 190],
    [204, 228],
    [204, 306],
    [286, 306],
    [286, 264],
    [352, 264],
    [352, 312],
    [470, 312],
    [470, 292],
    [540, 292],
    [540, 318],
    [640, 318],
    [640, 276],
    [668, 250],
    [696, 276],
    [696, 318],
    [800, 318],
    [800, 345],
    [0, 345],
  ]
  s.fill(poly(roofs), '#cf9e74', { shade: C.rust, strength: 0.4 })
  s.fill(box(0, 330, 1200, 130), '#9dbab0', { shade: C.pine, strength: 0.5 })
  for (let i = 0; i < 26; i++) {
    const [x, y] = [s.between(0, 1200), s.between(345, 450)]
    s.stroke(`M${x} ${y}h${s.between(30, 110)}`, C.chalk, 2.5, { opacity: 0.55 })
  }
  s.fill(land('-20 452, 300 438, 700 446, 1220 428'), C.moss, { shade: C.deep, strength: 0.6 })
  s.fill(land('-20 634, 400 618, 800 622, 1220 606'), '#e9cf9f', { shade: C.clay, strength: 0.5 })
  s.fill(oval(596, 634, 340, 11), C.deep, { opacity: 0.3 })
  bicycle(s, C.night, C.clay)
  s.fill(box(296, 392, 124, 112, 16), C.ochre, { shade: C.rust, strength: 0.65, to: 'downleft' })
  s.fill('M296 408q0 -16 16 -16h92q16 0 16 16v26q-62 22 -124 0Z', '#c98a2f')
  s.fill(box(350, 430, 16, 26, 4), C.night)
  for (const [x, y, h] of [
    [60, 640, 120],
    [96, 640, 160],
    [1118, 622, 170],
    [1152, 622, 120],
    [1086, 622, 100],
  ]) {
    s.stroke(`M${x} ${y}Q${x + 6} ${y - h / 2} ${x + 22} ${y - h}`, C.deep, 3.5)
    s.fill(leaf(x + 15, y - h * 0.72, 62, 8, -78), C.deep)
  }
  return s
}

function bicycleCare() {
  const s = new Scene({ paper: '#7d9a8c', seed: 41 })
  for (let x = 0; x < 1200; x += 120)
    s.fill(box(x, 0, 118, 560), x % 240 ? '#86a293' : '#7c998b', { shade: C.pine, strength: 0.4 })
  for (let x = 119; x < 1200; x += 120) s.stroke(`M${x} 0V560`, C.pine, 3, { opacity: 0.6 })
  s.fill(poly('640 0, 1010 0, 700 560, 260 560'), '#fff0c4', { opacity: 0.2 })
  s.fill(box(0, 556, 1200, 130), '#c79a6c', { shade: C.rust, strength: 0.55 })
  s.fill(oval(440, 606, 330, 16), C.night, { opacity: 0.3 })
  const [x, y, r] = [440, 318, 278]
  for (let i = 0; i < 32; i++) {
    const a = (i * Math.PI) / 16
    const hub = a + (i % 2 ? 1.25 : -1.25)
    s.stroke(
      `M${x + Math.cos(hub) * 24} ${y + Math.sin(hub) * 24}L${x + Math.cos(a) * (r - 14)} ${y + Math.sin(a) * (r - 14)}`,
      C.chalk,
      2.2,
      { opacity: 0.85 },
    )
  }
  s.stroke(oval(x, y, r), C.night, 24)
  s.stroke(oval(x, y, r - 19), '#e9dcc0', 8)
  s.stroke(oval(x, y, 27), C.clay, 11)
  s.fill(oval(x, y, 9), C.night)
  s.fill('M824 446H1016L990 618H850Z', C.clay, { shade: C.rust, strength: 0.7, to: 'downright' })
  s.fill(oval(920, 446, 96, 20), '#7d3324')
  s.fill(oval(920, 450, 82, 14), '#e6ecdf')
  for (const [bx, by, br] of [
    [870, 440, 20],
    [902, 430, 28],
    [944, 434, 23],
    [972, 444, 15],
  ])
    s.fill(oval(bx, by, br), C.chalk, { shade: C.sage, strength: 0.5 })
  s.stroke('M826 448C836 330 1004 330 1014 448', C.night, 5)
  s.fill('M1068 542q0 -26 26 -30v-16h20v16q26 4 26 30v78h-72Z', C.deep, {
    shade: C.night,
    to: 'right',
    strength: 0.8,
  })
  s.stroke('M1104 498L1104 482L1158 424', C.deep, 7)
  return s
}

function livingRoom() {
  const s = new Scene({ paper: '#e6c9a2', seed: 51 })
  s.fill(box(0, 0, 1200, 500), '#e3bd90', { shade: C.clay, strength: 0.4, to: 'right' })
  s.fill(poly('120 0, 470 0, 740 500, 390 500'), '#fbe9c5', { opacity: 0.75 })
  s.fill(poly('560 0, 740 0, 1010 500, 830 500'), '#fbe9c5', { opacity: 0.6 })
  s.fill(box(0, 496, 1200, 190), '#b9764c', { shade: C.rust, strength: 0.6 })
  s.fill(poly('390 496, 740 496, 900 680, 540 680'), '#e5ae78', { opacity: 0.6 })
  s.fill(box(0, 484, 1200, 14), '#f2e2c8')
  s.fill(oval(470, 622, 250, 15), C.rust, { opacity: 0.5 })
  const leg = (points) => s.fill(poly(points), C.pine, { shade: C.night, to: 'right', strength: 0.7 })
  leg([
    [330, 388],
    [356, 388],
    [346, 622],
    [326, 622],
  ])
  leg([
    [566, 388],
    [592, 388],
    [604, 622],
    [582, 622],
  ])
  s.stroke('M342 520H588', C.deep, 11)
  leg([
    [316, 120],
    [342, 112],
    [358, 392],
    [332, 392],
  ])
  s.fill('M306 118Q328 92 352 112L356 176Q332 160 312 176Z', C.pine, { shade: C.night, strength: 0.5 })
  for (const y of [226, 286]) s.stroke(`M330 ${y}l16 -2`, C.chalk, 4, { opacity: 0.5 })
  s.fill('M318 372Q460 356 600 372Q614 390 600 402H320Q306 390 318 372Z', C.moss, {
    shade: C.deep,
    strength: 0.7,
  })
  for (const [x, y, l, a] of [
    [842, 372, 150, -104],
    [868, 372, 176, -84],
    [890, 372, 130, -66],
    [820, 376, 104, -122],
  ])
    s.fill(leaf(x, y, l, 20, a), a % 4 ? C.pine : C.moss, { shade: C.deep, to: 'left' })
  s.fill(box(900, 300, 30, 110, 12), '#e8c27d', { shade: C.clay, to: 'right' })
  s.fill(box(932, 322, 26, 90, 11), '#e8c27d', { shade: C.clay, to: 'right' })
  s.fill(oval(884, 630, 160, 13), C.rust, { opacity: 0.5 })
  s.fill('M760 374Q880 398 1002 374L1020 612Q886 640 746 612Z', C.chalk, {
    shade: C.clay,
    strength: 0.5,
    to: 'downright',
  })
  s.stroke('M812 386C806 264 946 252 950 386', C.clay, 9)
  s.fill(oval(884, 502, 58), C.clay)
  s.fill(leaf(884, 548, 92, 24, -90), C.chalk)
  s.stroke('M884 548V474', C.clay, 3)
  return s
}

function hips() {
  const s = new Scene({ paper: C.sand, seed: 61 })
  s.fill(box(0, 0, 1200, 560), '#efdab6', { shade: C.ochre, strength: 0.35, to: 'right' })
  for (const [r, colour] of [
    [460, '#ecd09c'],
    [370, '#e6b777'],
    [280, '#e0a05f'],
  ])
    s.fill(oval(640, 556, r), colour, { shade: C.clay, strength: 0.35, to: 'up', start: 0.4 })
  s.fill(box(0, 548, 1200, 140), '#b9c2a4', { shade: C.moss, strength: 0.6 })
  s.fill(box(220, 548, 800, 26, 13), C.pine, { shade: C.night, strength: 0.6, to: 'right' })
  // The low lunge, made of limbs alone.
  s.stroke('M352 530L500 524', '#7d3324', 44)
  s.stroke('M500 520L598 372', '#7d3324', 60)
  s.fill('M318 508q-26 2 -34 22q-2 16 12 18h40Z', C.night)
  s.stroke('M612 222L604 366', C.chalk, 84)
  s.stroke('M606 372L800 366L806 516', C.rust, 58)
  s.fill('M780 518h52q48 6 56 32h-108Z', C.night)
  s.stroke('M614 214L682 318L776 338', '#dd9268', 32)
  s.stroke('M614 210L634 244', '#e9dcc0', 50)
  s.stroke('M616 178V150', '#dd9268', 32)
  s.fill(oval(622, 116, 46, 50), '#dd9268', { shade: C.rust, to: 'downleft', strength: 0.5 })
  s.fill('M660 92C640 46 566 56 570 124C574 150 590 160 598 156C594 126 606 98 660 92Z', C.night)
  s.fill(oval(562, 76, 24), C.night)
  for (const [l, a] of [
    [190, -98],
    [220, -80],
    [170, -62],
    [150, -118],
  ])
    s.fill(leaf(138, 512, l, 24, a), a % 4 ? C.pine : C.moss, { shade: C.deep, to: 'left' })
  s.fill('M96 500H180L168 572H108Z', C.clay, { shade: C.rust, to: 'right' })
  return s
}

export const cyclingAndStrength = {
  'fietsen-naar-je-werk': toWork,
  'een-uur-voor-je-fiets': bicycleCare,
  'kracht-zonder-sportschool': livingRoom,
  'stramme-heupen': hips,
}
