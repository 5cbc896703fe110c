// Covers of the category Staying a while.
// @ts-nocheck: lists of coordinates, taken apart by position

import { Scene, box, curve, land, leaf, oval, poly } from './kit.mjs'
import { travelling as C } from './palettes.mjs'

function roofs() {
  const s = new Scene({ paper: '#f3d6b2', seed: 22 })
  s.fill(box(0, 0, 1200, 675), '#f4d9b6', { shade: C.red, to: 'up', strength: 0.35 })
  s.fill(oval(900, 140, 66), C.cream)
  s.fill(land('-20 250, 300 190, 700 236, 1220 180'), '#d9b3a4', { shade: C.plum, strength: 0.35 })
  s.fill(box(560, 108, 70, 240), '#d9a27e', { shade: C.plum, to: 'right', strength: 0.5 })
  s.fill(poly('550 110, 595 20, 640 110'), C.teal, { shade: C.ink, to: 'right', strength: 0.7 })
  s.fill(box(585, 150, 20, 40, 10), C.plum)
  const walls = ['#f2dcc0', '#e8b98f', '#dd9a74', C.plaster, '#cf8160', '#f6e6cf']
  const tops = [C.red, '#a8442f', C.oxblood, '#d97b4f']
  let count = 0
  for (const [base, height] of [
    [360, 120],
    [470, 150],
    [590, 170],
    [720, 190],
  ]) {
    for (let x = -60 + (base % 90); x < 1220;) {
      const w = s.between(128, 220)
      const top = base - height * s.between(0.62, 1)
      const wall = walls[count % walls.length]
      s.fill(box(x, top, w, base - top + 40), wall, {
        shade: C.plum,
        to: 'right',
        strength: 0.38,
        start: 0.3,
      })
      for (let wx = x + 24; wx < x + w - 40; wx += 52)
        s.fill(box(wx, top + 30, 22, 38, 3), base === 590 && count === 17 ? C.gold : '#6a4656', {
          opacity: 0.85,
        })
      if (count % 4 === 1)
        s.fill(box(x + w * 0.66, top - 74, 24, 60), '#b66f52', { shade: C.plum, to: 'right' })
      s.fill(
        poly([
          [x - 12, top + 4],
          [x + w * 0.5, top - 54],
          [x + w + 12, top + 4],
        ]),
        tops[count % 4],
        { shade: C.plum, to: 'downright', strength: 0.5 },
      )
      x += w + 2
      count += 1
    }
  }
  s.glow(610, 560, 110, '#ffe5a3', 0.7)
  s.fill(box(588, 534, 42, 60, 4), '#ffe19a')
  s.stroke('M609 534V594M588 562H630', C.oxblood, 4)
  return s
}

function windowsill() {
  const s = new Scene({ paper: '#dbe0cf', seed: 25 })
  s.fill(box(0, 0, 1200, 520), '#f0d3b0', { shade: C.red, to: 'left', strength: 0.4 })
  const view = box(300, -20, 640, 440)
  s.inside(view, () => {
    s.fill(view, '#cfe0da', { shade: C.cream, strength: 0.6 })
    s.fill(land('290 330, 460 280, 640 310, 940 260'), '#a9bfa6', { shade: C.teal })
    for (const [x, colour] of [
      [340, C.red],
      [520, C.gold],
      [700, C.teal],
    ]) {
      s.fill(
        poly([
          [x, 330],
          [x + 70, 290],
          [x + 140, 330],
        ]),
        colour,
        { shade: C.plum, to: 'right', strength: 0.4 },
      )
      s.fill(box(x + 10, 330, 120, 90), C.cream, { shade: C.slate, strength: 0.4 })
    }
  })
  s.stroke('M300 -20V420H940V-20M620 -20V420', C.cream, 22)
  s.fill(box(0, 486, 1200, 190), C.cream, { shade: C.gold, strength: 0.5 })
  s.fill(box(0, 478, 1200, 22), '#d7b488', { opacity: 0.8 })
  for (const [x, rx] of [
    [404, 170],
    [684, 96],
    [960, 190],
  ])
    s.fill(oval(x, 596, rx, 16), C.plum, { opacity: 0.22 })
  s.fill(
    'M330 206H470C466 270 520 330 520 440C520 540 480 592 400 592S280 540 280 440C280 330 334 270 330 206Z',
    C.teal,
    { shade: C.ink, to: 'downright', strength: 0.75 },
  )
  s.fill('M330 206L300 176Q324 190 360 188H464Q476 192 470 206Z', '#5b9497')
  s.stroke('M472 240C566 236 572 380 508 400', C.teal, 22)
  s.stroke('M296 400C360 428 450 428 510 398', C.cream, 9, { opacity: 0.8 })
  for (const [x, l, a] of [
    [392, 170, -104],
    [408, 196, -82],
    [420, 150, -60],
  ])
    s.fill(leaf(x, 196, l, 24, a), C.fern, { shade: C.peat, to: 'left' })
  s.within('translate(-14 6)', () => {
    s.fill(
      'M606 548C606 512 650 492 692 494C728 496 752 512 768 526C788 530 794 544 784 558C768 582 728 600 688 598C640 596 606 580 606 548Z',
      '#efc850',
      { shade: C.red, to: 'downright', strength: 0.4 },
    )
    s.fill(oval(664, 520, 20, 9), '#fbeab0', { opacity: 0.85 })
  })
  const aubergine = (transform) =>
    s.within(transform, () => {
      s.fill(
        'M-150 0C-150 -66 -80 -82 -10 -66C50 -52 100 -40 128 -22C146 -8 146 16 128 28C90 52 30 62 -20 70C-90 80 -150 62 -150 0Z',
        C.plum,
        { shade: '#1f1126', to: 'downright', strength: 0.85 },
      )
      s.fill('M-96 -42C-50 -58 0 -46 40 -34C0 -34 -50 -40 -90 -28Z', '#a07a96', { opacity: 0.7 })
      s.fill(
        'M92 -38C120 -34 150 -20 160 0C150 24 124 36 96 44C112 22 104 12 84 4C106 -6 110 -20 92 -38Z',
        C.moss,
        { shade: C.peat, to: 'right' },
      )
      s.stroke('M156 0C176 -2 190 -10 200 -24', C.fern, 13)
    })
  aubergine('translate(1010 474) rotate(-16) scale(0.86)')
  aubergine('translate(950 542) rotate(5)')
  return s
}

function notebook() {
  const s = new Scene({ paper: '#c98a66', seed: 28 })
  s.fill(box(0, 0, 1200, 675), '#cf9270', { shade: C.oxblood, to: 'downright', strength: 0.65 })
  s.fill(poly('0 0, 520 0, 180 675, 0 675'), C.cream, { opacity: 0.16 })
  s.within('rotate(-4 600 340)', () => {
    s.fill(box(232, 108, 770, 496, 16), C.plum, { opacity: 0.35 })
    s.fill(box(206, 82, 784, 500, 18), C.ink)
    s.fill('M220 96H592Q600 100 600 112V568Q598 572 584 570H234Q220 568 220 556Z', C.cream, {
      shade: C.gold,
      to: 'right',
      strength: 0.5,
      start: 0.55,
    })
    s.fill(
      'M608 96H964Q978 98 978 112V556Q976 570 962 570H616Q600 572 600 560V112Q600 100 608 96Z',
      '#f8efdd',
      { shade: C.gold, to: 'left', strength: 0.5, start: 0.6 },
    )
    s.inside(box(258, 140, 300, 250), () => {
      s.fill(box(258, 140, 300, 250), '#f3dcb4')
      s.fill(oval(466, 262, 44), C.red, { shade: C.gold, to: 'up', strength: 0.5 })
      s.fill(land('250 280, 340 246, 440 280, 570 254', 400), C.foam, { shade: C.teal, strength: 0.6 })
      s.fill(land('250 330, 380 310, 480 340, 570 316', 400), C.teal, { shade: C.ink, strength: 0.6 })
    })
    for (const [y, w] of [
      [430, 290],
      [466, 250],
      [502, 272],
      [538, 130],
    ])
      s.stroke(
        curve(
          Array.from({ length: Math.round(w / 13) }, (_, i) => [
            262 + i * 13,
            y + (i % 2 ? -4 : 4) * s.between(0.3, 1),
          ]),
        ),
        C.navy,
        3.5,
        { opacity: 0.8 },
      )
    for (let i = 0; i < 10; i++) {
      const w = [300, 286, 310, 180, 0, 296, 304, 270, 308, 120][i]
      if (w)
        s.stroke(
          curve(
            Array.from({ length: Math.round(w / 13) }, (_, k) => [
              640 + k * 13,
              156 + i * 40 + (k % 2 ? -4 : 4) * s.between(0.3, 1),
            ]),
          ),
          C.navy,
          3.5,
          { opacity: 0.8 },
        )
    }
    s.fill(box(838, 82, 18, 520), C.red, { shade: C.oxblood, strength: 0.6 })
    s.fill(poly('838 600, 856 600, 856 640, 847 628, 838 640'), C.oxblood)
  })
  s.within('translate(1010 250) rotate(64)', () => {
    s.fill(box(-120, 6, 380, 30, 3), C.plum, { opacity: 0.35 })
    s.fill(box(-130, -15, 380, 30, 3), C.gold, { shade: C.oxblood, strength: 0.6 })
    s.fill(poly('250 -15, 296 0, 250 15'), C.cream)
    s.fill(poly('282 -5, 298 0, 282 5'), C.ink)
    s.fill(box(-166, -15, 40, 30, 8), C.red)
  })
  s.fill(oval(92, 560, 128), C.plum, { opacity: 0.3 })
  s.fill(oval(80, 548, 128), C.cream, { shade: C.slate, to: 'downright', strength: 0.4 })
  s.fill(oval(80, 548, 84), '#f8efdd')
  s.fill(oval(80, 548, 72), '#6b3f2c', { shade: '#2e1a18', to: 'downright' })
  s.stroke('M34 530A52 52 0 0 1 84 496', '#b58361', 5)
  return s
}

export const staying = {
  'a-week-in-one-place': roofs,
  'market-day-suppers': windowsill,
  'keeping-a-travel-notebook': notebook,
}
