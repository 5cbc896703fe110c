// Covers of the category Bewegen: clay, ochre and pine.

import { Scene, box, curve, land, leaf, oval, poly } from './kit.mjs'

const C = {
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

function firstFive() {
  const s = new Scene({ paper: C.paper, seed: 11 })
  s.fill(box(0, 0, 1200, 420), '#f6dcb4', { shade: C.clay, strength: 0.28, start: 0.3 })
  s.glow(770, 300, 420, C.chalk, 0.8)
  s.fill(oval(770, 292, 112), C.clay, { shade: C.rust, strength: 0.6, start: 0.3 })
  s.fill(land([[-20, 340], [180, 268], [390, 318], [600, 290], [820, 330], [1010, 262], [1220, 310]]), '#c9bd98', { shade: C.moss })
  s.fill(land([[-20, 405], [220, 372], [470, 336], [700, 372], [930, 338], [1220, 386]]), C.sage, { shade: C.pine, strength: 0.5 })
  s.fill(land([[-20, 430], [200, 470], [480, 432], [760, 410], [1000, 446], [1220, 420]]), C.moss, { shade: C.deep, strength: 0.6, start: 0.05 })
  const path = 'M640 422C600 446 470 452 486 486C506 528 770 520 752 572C742 604 560 616 372 690H812C864 640 900 606 880 562C856 510 588 520 566 484C554 462 640 448 668 421Z'
  s.fill(path, C.paper, { shade: C.ochre, strength: 0.55, start: 0 })
  s.fill(land([[-20, 560], [140, 520], [310, 580], [420, 690]]), C.pine, { shade: C.night, strength: 0.7 })
  s.fill(land([[930, 700], [1010, 585], [1120, 545], [1220, 560]]), C.pine, { shade: C.night, strength: 0.7 })
  for (const [x, y, h] of [[92, 540, 190], [160, 548, 240], [222, 560, 160], [1092, 560, 220], [1150, 556, 150]]) {
    s.stroke(`M${x} ${y}V${y - 40}`, C.night, 5)
    s.fill(oval(x, y - 30 - h / 2, h / 6.4, h / 2), C.deep, { shade: C.moss, to: 'left', strength: 0.75, start: 0.4 })
  }
  return s
}

function forestPath() {
  const s = new Scene({ paper: '#dfe0bd', seed: 5 })
  s.glow(610, 300, 520, '#fff6d8', 0.95)
  const trunk = (x, w, top, floor, colour, shade) => {
    const lean = s.between(-14, 14)
    s.fill(poly([[x - w / 2 + lean, top], [x + w / 2 + lean, top], [x + w * 0.62, floor], [x - w * 0.62, floor]]), colour, { shade, to: 'left', strength: 0.7, start: 0.2 })
  }
  for (let x = 20; x < 1200; x += 62) if (Math.abs(x - 610) > 46) trunk(x + s.between(-14, 14), s.between(10, 18), -10, 430, '#b9c3a0', C.moss)
  s.fill(land([[-20, 420], [260, 404], [600, 416], [930, 400], [1220, 424]]), '#b7bf92', { shade: C.moss })
  for (const x of [60, 172, 268, 395, 470, 760, 838, 960, 1044, 1150]) trunk(x, s.between(24, 36), -10, 470 + s.between(-14, 20), C.moss, C.deep)
  s.fill(land([[-20, 500], [300, 462], [600, 478], [900, 458], [1220, 500]]), '#8fa070', { shade: C.pine, strength: 0.7 })
  s.fill('M602 470C588 494 650 520 604 556C556 592 420 622 380 700H850C830 640 700 590 690 552C682 520 632 496 614 470Z', '#f1dfb2', { shade: C.clay, strength: 0.6, start: 0 })
  for (const [d, w] of [['M470 640C560 618 640 650 760 624', 9], ['M560 566C610 556 650 574 692 560', 6]]) s.stroke(d, '#a9744a', w)
  for (const [x, w, floor] of [[-10, 120, 690], [214, 84, 640], [986, 96, 652], [1168, 74, 690]]) trunk(x, w, -10, floor, C.pine, C.night)
  s.fill(land([[-20, 650], [150, 612], [290, 650], [420, 700]], 700), C.deep)
  s.fill(land([[840, 700], [960, 640], [1090, 622], [1220, 660]], 700), C.deep)
  for (const [x, y, tilt] of [[120, 640, 0], [330, 668, 8], [1060, 640, -6], [925, 676, -4]])
    for (let i = -4; i <= 4; i++) s.fill(leaf(x, y, 92 - Math.abs(i) * 6, 9, -90 + tilt + i * 19), i % 2 ? C.pine : C.moss)
  return s
}

function inTheDark() {
  const s = new Scene({ paper: '#17303d', seed: 21 })
  s.fill(box(0, 0, 1200, 470), '#142a38', { shade: '#3f6470', strength: 0.6, start: 0.35 })
  for (let i = 0; i < 70; i++) s.fill(oval(s.between(0, 1200), s.between(0, 330), s.between(0.8, 2.4)), '#f3e6c4', { opacity: 0.8 })
  s.fill('M0 470V392L70 352L140 392V372L220 330L300 372V404L372 366L444 404V470Z', '#0f212b')
  s.fill('M1200 470V384L1130 344L1060 384V402L988 364L916 402V470Z', '#0f212b')
  for (const [x, y] of [[206, 392], [84, 410], [1118, 404]]) s.fill(box(x, y, 22, 30, 2), C.ochre)
  s.fill(box(0, 462, 1200, 220), '#1d3a42', { shade: C.night, strength: 0.9, to: 'down' })
  s.fill('M640 462L250 690H1090L716 462Z', '#2b4a50', { shade: C.night, strength: 0.7, start: 0.3 })
  for (const [y, h] of [[478, 12], [504, 22], [544, 34], [602, 60]]) s.fill(poly([[677 - h / 9, y], [679 + h / 9, y], [676 + h / 5, y + h], [672 - h / 5, y + h]]), '#c9c3a0', { opacity: 0.8 })
  s.fill('M478 138L238 588H786Z', '#f3c66a', { opacity: 0.16 })
  s.fill(oval(512, 588, 276, 54), '#f0c067', { opacity: 0.85, shade: C.clay, strength: 0.45 })
  s.glow(478, 140, 170, '#ffe9b0', 0.9)
  s.stroke('M372 592V170C372 122 420 108 470 126', '#0b181d', 12)
  s.fill('M440 138Q478 96 516 138Z', '#0b181d')
  s.fill('M452 138Q478 166 504 138Z', '#fff1c9')
  return s
}

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
  const roofs = [[0, 318], [60, 318], [60, 286], [130, 286], [130, 306], [176, 306], [176, 228], [190, 190], [204, 228], [204, 306], [286, 306], [286, 264], [352, 264], [352, 312], [470, 312], [470, 292], [540, 292], [540, 318], [640, 318], [640, 276], [668, 250], [696, 276], [696, 318], [800, 318], [800, 345], [0, 345]]
  s.fill(poly(roofs), '#cf9e74', { shade: C.rust, strength: 0.4 })
  s.fill(box(0, 330, 1200, 130), '#9dbab0', { shade: C.pine, strength: 0.5 })
  for (let i = 0; i < 26; i++) {
    const [x, y] = [s.between(0, 1200), s.between(345, 450)]
    s.stroke(`M${x} ${y}h${s.between(30, 110)}`, C.chalk, 2.5, { opacity: 0.55 })
  }
  s.fill(land([[-20, 452], [300, 438], [700, 446], [1220, 428]]), C.moss, { shade: C.deep, strength: 0.6 })
  s.fill(land([[-20, 634], [400, 618], [800, 622], [1220, 606]]), '#e9cf9f', { shade: C.clay, strength: 0.5 })
  s.fill(oval(596, 634, 340, 11), C.deep, { opacity: 0.3 })
  bicycle(s, C.night, C.clay)
  s.fill(box(296, 392, 124, 112, 16), C.ochre, { shade: C.rust, strength: 0.65, to: 'downleft' })
  s.fill('M296 408q0 -16 16 -16h92q16 0 16 16v26q-62 22 -124 0Z', '#c98a2f')
  s.fill(box(350, 430, 16, 26, 4), C.night)
  for (const [x, y, h] of [[60, 640, 120], [96, 640, 160], [1118, 622, 170], [1152, 622, 120], [1086, 622, 100]]) {
    s.stroke(`M${x} ${y}Q${x + 6} ${y - h / 2} ${x + 22} ${y - h}`, C.deep, 3.5)
    s.fill(leaf(x + 15, y - h * 0.72, 62, 8, -78), C.deep)
  }
  return s
}

function bicycleCare() {
  const s = new Scene({ paper: '#7d9a8c', seed: 41 })
  for (let x = 0; x < 1200; x += 120) s.fill(box(x, 0, 118, 560), x % 240 ? '#86a293' : '#7c998b', { shade: C.pine, strength: 0.4 })
  for (let x = 119; x < 1200; x += 120) s.stroke(`M${x} 0V560`, C.pine, 3, { opacity: 0.6 })
  s.fill(poly([[640, 0], [1010, 0], [700, 560], [260, 560]]), '#fff0c4', { opacity: 0.2 })
  s.fill(box(0, 556, 1200, 130), '#c79a6c', { shade: C.rust, strength: 0.55 })
  s.fill(oval(440, 606, 330, 16), C.night, { opacity: 0.3 })
  const [x, y, r] = [440, 318, 278]
  for (let i = 0; i < 32; i++) {
    const a = (i * Math.PI) / 16
    const hub = a + (i % 2 ? 1.25 : -1.25)
    s.stroke(`M${x + Math.cos(hub) * 24} ${y + Math.sin(hub) * 24}L${x + Math.cos(a) * (r - 14)} ${y + Math.sin(a) * (r - 14)}`, C.chalk, 2.2, { opacity: 0.85 })
  }
  s.stroke(oval(x, y, r), C.night, 24)
  s.stroke(oval(x, y, r - 19), '#e9dcc0', 8)
  s.stroke(oval(x, y, 27), C.clay, 11)
  s.fill(oval(x, y, 9), C.night)
  s.fill('M824 446H1016L990 618H850Z', C.clay, { shade: C.rust, strength: 0.7, to: 'downright' })
  s.fill(oval(920, 446, 96, 20), '#7d3324')
  s.fill(oval(920, 450, 82, 14), '#e6ecdf')
  for (const [bx, by, br] of [[870, 440, 20], [902, 430, 28], [944, 434, 23], [972, 444, 15]]) s.fill(oval(bx, by, br), C.chalk, { shade: C.sage, strength: 0.5 })
  s.stroke('M826 448C836 330 1004 330 1014 448', C.night, 5)
  s.fill('M1068 542q0 -26 26 -30v-16h20v16q26 4 26 30v78h-72Z', C.deep, { shade: C.night, to: 'right', strength: 0.8 })
  s.stroke('M1104 498L1104 482L1158 424', C.deep, 7)
  return s
}

function livingRoom() {
  const s = new Scene({ paper: '#e6c9a2', seed: 51 })
  s.fill(box(0, 0, 1200, 500), '#e3bd90', { shade: C.clay, strength: 0.4, to: 'right' })
  s.fill(poly([[120, 0], [470, 0], [740, 500], [390, 500]]), '#fbe9c5', { opacity: 0.75 })
  s.fill(poly([[560, 0], [740, 0], [1010, 500], [830, 500]]), '#fbe9c5', { opacity: 0.6 })
  s.fill(box(0, 496, 1200, 190), '#b9764c', { shade: C.rust, strength: 0.6 })
  s.fill(poly([[390, 496], [740, 496], [900, 680], [540, 680]]), '#e5ae78', { opacity: 0.6 })
  s.fill(box(0, 484, 1200, 14), '#f2e2c8')
  s.fill(oval(470, 622, 250, 15), C.rust, { opacity: 0.5 })
  const leg = (points) => s.fill(poly(points), C.pine, { shade: C.night, to: 'right', strength: 0.7 })
  leg([[330, 388], [356, 388], [346, 622], [326, 622]])
  leg([[566, 388], [592, 388], [604, 622], [582, 622]])
  s.stroke('M342 520H588', C.deep, 11)
  leg([[316, 120], [342, 112], [358, 392], [332, 392]])
  s.fill('M306 118Q328 92 352 112L356 176Q332 160 312 176Z', C.pine, { shade: C.night, strength: 0.5 })
  for (const y of [226, 286]) s.stroke(`M330 ${y}l16 -2`, C.chalk, 4, { opacity: 0.5 })
  s.fill('M318 372Q460 356 600 372Q614 390 600 402H320Q306 390 318 372Z', C.moss, { shade: C.deep, strength: 0.7 })
  for (const [x, y, l, a] of [[842, 372, 150, -104], [868, 372, 176, -84], [890, 372, 130, -66], [820, 376, 104, -122]]) s.fill(leaf(x, y, l, 20, a), a % 4 ? C.pine : C.moss, { shade: C.deep, to: 'left' })
  s.fill(box(900, 300, 30, 110, 12), '#e8c27d', { shade: C.clay, to: 'right' })
  s.fill(box(932, 322, 26, 90, 11), '#e8c27d', { shade: C.clay, to: 'right' })
  s.fill(oval(884, 630, 160, 13), C.rust, { opacity: 0.5 })
  s.fill('M760 374Q880 398 1002 374L1020 612Q886 640 746 612Z', C.chalk, { shade: C.clay, strength: 0.5, to: 'downright' })
  s.stroke('M812 386C806 264 946 252 950 386', C.clay, 9)
  s.fill(oval(884, 502, 58), C.clay)
  s.fill(leaf(884, 548, 92, 24, -90), C.chalk)
  s.stroke('M884 548V474', C.clay, 3)
  return s
}

function hips() {
  const s = new Scene({ paper: C.sand, seed: 61 })
  s.fill(box(0, 0, 1200, 560), '#efdab6', { shade: C.ochre, strength: 0.35, to: 'right' })
  for (const [r, colour] of [[430, '#e9c68e'], [350, '#e3ac68'], [270, '#f3e2c2']]) s.fill(oval(690, 556, r), colour, { shade: C.clay, strength: 0.35, to: 'up', start: 0.4 })
  s.fill(box(0, 548, 1200, 140), '#b9c2a4', { shade: C.moss, strength: 0.6 })
  s.fill(box(220, 548, 800, 26, 13), C.pine, { shade: C.night, strength: 0.6, to: 'right' })
  // A body that stretches, as nothing but arcs that lean on the mat.
  for (const [left, right, top, width, colour] of [[316, 846, 176, 62, C.rust], [384, 792, 268, 54, C.clay], [446, 736, 352, 44, '#e2a072'], [500, 688, 428, 32, C.chalk]]) {
    const reach = (right - left) / 2
    s.stroke(`M${left} 556C${left} ${top - 40} ${left + reach * 0.5} ${top} ${left + reach} ${top}S${right} ${top + 90} ${right} 556`, colour, width, { cap: 'butt' })
  }
  s.stroke('M988 548a40 40 0 1 1 40 -40a30 30 0 1 1 -30 -30', C.pine, 15)
  for (const [l, a] of [[190, -98], [220, -80], [170, -62], [150, -118]]) s.fill(leaf(138, 512, l, 24, a), a % 4 ? C.pine : C.moss, { shade: C.deep, to: 'left' })
  s.fill('M96 500H180L168 572H108Z', C.clay, { shade: C.rust, to: 'right' })
  return s
}

export const moving = {
  'je-eerste-vijf-kilometer': firstFive,
  'van-stoep-naar-bospad': forestPath,
  'lopen-als-het-donker-is': inTheDark,
  'fietsen-naar-je-werk': toWork,
  'een-uur-voor-je-fiets': bicycleCare,
  'kracht-zonder-sportschool': livingRoom,
  'stramme-heupen': hips,
}
