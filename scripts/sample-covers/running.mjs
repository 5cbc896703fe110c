// Covers of the category Hardlopen.
// @ts-nocheck: lists of coordinates, taken apart by position

import { Scene, box, land, leaf, oval, poly } from './kit.mjs'
import { moving as C } from './palettes.mjs'

function firstFive() {
  const s = new Scene({ paper: C.paper, seed: 11 })
  s.fill(box(0, 0, 1200, 420), '#f6dcb4', { shade: C.clay, strength: 0.28, start: 0.3 })
  s.glow(770, 300, 420, C.chalk, 0.8)
  s.fill(oval(770, 292, 112), C.clay, { shade: C.rust, strength: 0.6, start: 0.3 })
  s.fill(land('-20 340, 180 268, 390 318, 600 290, 820 330, 1010 262, 1220 310'), '#c9bd98', {
    shade: C.moss,
  })
  s.fill(land('-20 405, 220 372, 470 336, 700 372, 930 338, 1220 386'), C.sage, {
    shade: C.pine,
    strength: 0.5,
  })
  s.fill(land('-20 430, 200 470, 480 432, 760 410, 1000 446, 1220 420'), C.moss, {
    shade: C.deep,
    strength: 0.6,
    start: 0.05,
  })
  const path =
    'M640 422C600 446 470 452 486 486C506 528 770 520 752 572C742 604 560 616 372 690H812C864 640 900 606 880 562C856 510 588 520 566 484C554 462 640 448 668 421Z'
  s.fill(path, C.paper, { shade: C.ochre, strength: 0.55, start: 0 })
  s.fill(land('-20 560, 140 520, 310 580, 420 690'), C.pine, { shade: C.night, strength: 0.7 })
  s.fill(land('930 700, 1010 585, 1120 545, 1220 560'), C.pine, { shade: C.night, strength: 0.7 })
  for (const [x, y, h] of [
    [92, 540, 190],
    [160, 548, 240],
    [222, 560, 160],
    [1092, 560, 220],
    [1150, 556, 150],
  ]) {
    s.stroke(`M${x} ${y}V${y - 40}`, C.night, 5)
    s.fill(oval(x, y - 30 - h / 2, h / 6.4, h / 2), C.deep, {
      shade: C.moss,
      to: 'left',
      strength: 0.75,
      start: 0.4,
    })
  }
  return s
}

function forestPath() {
  const s = new Scene({ paper: '#dfe0bd', seed: 5 })
  s.glow(610, 300, 520, '#fff6d8', 0.95)
  const trunk = (x, w, top, floor, colour, shade) => {
    const lean = s.between(-14, 14)
    s.fill(
      poly([
        [x - w / 2 + lean, top],
        [x + w / 2 + lean, top],
        [x + w * 0.62, floor],
        [x - w * 0.62, floor],
      ]),
      colour,
      { shade, to: 'left', strength: 0.7, start: 0.2 },
    )
  }
  for (let x = 20; x < 1200; x += 62)
    if (Math.abs(x - 610) > 46) trunk(x + s.between(-14, 14), s.between(10, 18), -10, 430, '#b9c3a0', C.moss)
  s.fill(land('-20 420, 260 404, 600 416, 930 400, 1220 424'), '#b7bf92', { shade: C.moss })
  for (const x of [60, 172, 268, 395, 470, 760, 838, 960, 1044, 1150])
    trunk(x, s.between(24, 36), -10, 470 + s.between(-14, 20), C.moss, C.deep)
  s.fill(land('-20 500, 300 462, 600 478, 900 458, 1220 500'), '#8fa070', { shade: C.pine, strength: 0.7 })
  s.fill(
    'M602 470C588 494 650 520 604 556C556 592 420 622 380 700H850C830 640 700 590 690 552C682 520 632 496 614 470Z',
    '#f1dfb2',
    { shade: C.clay, strength: 0.6, start: 0 },
  )
  for (const [d, w] of [
    ['M470 640C560 618 640 650 760 624', 9],
    ['M560 566C610 556 650 574 692 560', 6],
  ])
    s.stroke(d, '#a9744a', w)
  for (const [x, w, floor] of [
    [-10, 120, 690],
    [214, 84, 640],
    [986, 96, 652],
    [1168, 74, 690],
  ])
    trunk(x, w, -10, floor, C.pine, C.night)
  s.fill(land('-20 650, 150 612, 290 650, 420 700', 700), C.deep)
  s.fill(land('840 700, 960 640, 1090 622, 1220 660', 700), C.deep)
  for (const [x, y, tilt] of [
    [120, 640, 0],
    [330, 668, 8],
    [1060, 640, -6],
    [925, 676, -4],
  ])
    for (let i = -4; i <= 4; i++)
      s.fill(leaf(x, y, 92 - Math.abs(i) * 6, 9, -90 + tilt + i * 19), i % 2 ? C.pine : C.moss)
  return s
}

function inTheDark() {
  const s = new Scene({ paper: '#17303d', seed: 21 })
  s.fill(box(0, 0, 1200, 470), '#142a38', { shade: '#3f6470', strength: 0.6, start: 0.35 })
  for (let i = 0; i < 70; i++)
    s.fill(oval(s.between(0, 1200), s.between(0, 330), s.between(0.8, 2.4)), '#f3e6c4', { opacity: 0.8 })
  s.fill('M0 470V392L70 352L140 392V372L220 330L300 372V404L372 366L444 404V470Z', '#0f212b')
  s.fill('M1200 470V384L1130 344L1060 384V402L988 364L916 402V470Z', '#0f212b')
  for (const [x, y] of [
    [206, 392],
    [84, 410],
    [1118, 404],
  ])
    s.fill(box(x, y, 22, 30, 2), C.ochre)
  s.fill(box(0, 462, 1200, 220), '#1d3a42', { shade: C.night, strength: 0.9, to: 'down' })
  s.fill('M640 462L250 690H1090L716 462Z', '#2b4a50', { shade: C.night, strength: 0.7, start: 0.3 })
  for (const [y, h] of [
    [478, 12],
    [504, 22],
    [544, 34],
    [602, 60],
  ])
    s.fill(
      poly([
        [677 - h / 9, y],
        [679 + h / 9, y],
        [676 + h / 5, y + h],
        [672 - h / 5, y + h],
      ]),
      '#c9c3a0',
      { opacity: 0.8 },
    )
  s.fill('M478 138L238 588H786Z', '#f3c66a', { opacity: 0.16 })
  s.fill(oval(512, 588, 276, 54), '#f0c067', { opacity: 0.85, shade: C.clay, strength: 0.45 })
  s.glow(478, 140, 170, '#ffe9b0', 0.9)
  s.stroke('M372 592V170C372 122 420 108 470 126', '#0b181d', 12)
  s.fill('M440 138Q478 96 516 138Z', '#0b181d')
  s.fill('M452 138Q478 166 504 138Z', '#fff1c9')
  // A runner small under the lamp, with bands that catch its light.
  s.fill('M560 596L760 640L744 652L548 602Z', C.night, { opacity: 0.5 })
  s.stroke('M556 520L524 552L484 556', '#0b181d', 17)
  s.stroke('M558 520L596 548L580 594', '#0b181d', 17)
  s.stroke('M568 456L556 514', C.clay, 32)
  s.stroke('M570 458L546 492L516 480', C.rust, 12)
  s.stroke('M572 460L602 486L630 466', C.clay, 12)
  s.fill(oval(582, 418, 19, 21), '#dd9268')
  s.fill('M562 418a20 22 0 0 1 40 -8l-40 8Z', C.night)
  s.stroke('M492 548v14M574 576l16 4M624 464l8 8', C.chalk, 6)
  s.stroke('M480 550l-2 16M576 594h22', C.chalk, 9)
  return s
}

export const running = {
  'je-eerste-vijf-kilometer': firstFive,
  'van-stoep-naar-bospad': forestPath,
  'lopen-als-het-donker-is': inTheDark,
}
