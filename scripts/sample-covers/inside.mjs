// Pictures inside articles: they explain rather than set a mood.
// @ts-nocheck: lists of coordinates, taken apart by position

import { Scene, box, curve, land, leaf, oval, poly } from './kit.mjs'

const SIZE = { width: 1200, height: 600 }

function pathInLayers() {
  const s = new Scene({ ...SIZE, paper: '#eceacb', seed: 33 })
  s.glow(600, 40, 520, '#fff7dc', 0.9)
  for (const [x, w] of [
    [70, 70],
    [300, 34],
    [930, 40],
    [1120, 84],
  ])
    s.fill(box(x, -10, w, 240), '#6d8f78', { shade: '#193a3a', to: 'right', strength: 0.6 })
  const top = [
    [-20, 196],
    [260, 208],
    [600, 188],
    [900, 210],
    [1220, 194],
  ]
  const layers = [
    ['#b5764a', '#7c4530', 0],
    ['#54392f', '#2b1e1c', 62],
    ['#e2bf85', '#b9834c', 182],
    ['#a98a68', '#5d4636', 330],
  ]
  for (const [colour, shade, down] of layers) {
    const ridge = top.map(([x, y], i) => [x, y + down + (down ? Math.sin(i * 2.3 + down) * 12 : 0)])
    s.fill(land(ridge), colour, { shade, strength: 0.55 })
  }
  for (let i = 0; i < 330; i++) {
    const [x, y] = [s.between(0, 1200), s.between(198, 262)]
    s.stroke(
      `M${x} ${y}l${s.between(-26, 26)} ${s.between(-9, 9)}`,
      ['#d9a066', '#8d5236', '#e8bf88'][i % 3],
      2.6,
    )
  }
  for (let i = 0; i < 70; i++)
    s.fill(oval(s.between(0, 1200), s.between(286, 360), s.between(2, 6), s.between(2, 4)), '#7d5a49')
  for (let i = 0; i < 120; i++)
    s.fill(oval(s.between(0, 1200), s.between(400, 510), s.between(1.5, 4)), '#c49a5f')
  for (const [x, y, rx] of [
    [160, 560, 56],
    [420, 574, 74],
    [720, 560, 50],
    [940, 576, 80],
    [1120, 556, 44],
  ])
    s.fill(oval(x, y, rx, rx * 0.5), '#cbb193', { shade: '#5d4636', to: 'downright', strength: 0.7 })
  s.stroke('M110 214C150 300 110 370 190 420S260 500 250 560', '#3a2620', 20)
  s.stroke('M150 320C230 330 270 370 350 372S430 410 470 402', '#3a2620', 11)
  s.stroke('M1160 214C1110 290 1150 360 1080 410S1040 480 1050 540', '#3a2620', 24)
  s.stroke('M1120 320C1030 320 990 370 900 366S790 400 740 388', '#3a2620', 12)
  s.fill(
    'M520 196C512 168 540 160 548 120H600C602 146 640 152 676 164C704 172 708 190 700 200Q610 186 520 196Z',
    '#c8653f',
    { shade: '#93402c', to: 'downright', strength: 0.6 },
  )
  s.fill('M514 190Q610 178 704 194L702 210Q610 196 516 206Z', '#f4e9d6')
  s.stroke('M604 146l22 -10M620 154l22 -10M640 160l20 -10', '#f4e9d6', 5)
  s.fill(poly('546 0, 608 0, 602 126, 546 126'), '#e0a27c', { shade: '#93402c', to: 'right', strength: 0.4 })
  s.fill(box(542, 92, 64, 32, 8), '#f4e9d6')
  for (const x of [420, 820])
    for (let i = -3; i <= 3; i++)
      s.fill(leaf(x, 206, 74 - Math.abs(i) * 6, 8, -90 + i * 21), i % 2 ? '#2f5f56' : '#6d8f78')
  return s
}

function sleepWaves() {
  const s = new Scene({ ...SIZE, paper: '#16213f', seed: 34 })
  s.fill(box(0, 0, 1200, 600), '#18244a', { shade: '#e3a899', to: 'right', strength: 0.75, start: 0.62 })
  for (let i = 0; i < 60; i++)
    s.fill(oval(s.between(0, 780), s.between(0, 150), s.between(0.8, 2.3)), '#f6e3b4', { opacity: 0.8 })
  s.fill('M300 40A46 46 0 1 0 340 106A38 38 0 1 1 300 40Z', '#f6e3b4')
  s.glow(1150, 190, 220, '#fff0c8', 0.9)
  s.fill(oval(1150, 196, 44), '#fff0c8')
  const depths = [510, 470, 380, 330, 296]
  const line = [
    [-30, 176],
    [40, 182],
  ]
  depths.forEach((depth, i) =>
    line.push([140 + i * 212, depth], [246 + i * 212, i === 4 ? 178 : 208 + (i % 2) * 10]),
  )
  line.push([1230, 172])
  s.fill(land(line), '#33497a', { shade: '#0d1530', strength: 0.85, start: 0.1 })
  s.fill(land(line.map(([x, y]) => [x, y + (600 - y) * 0.42])), '#22345c', {
    shade: '#0d1530',
    strength: 0.8,
  })
  s.stroke('M0 200H1200', '#93a9c4', 2.5, { dash: '3 13' })
  s.stroke(curve(line), '#f6e3b4', 6)
  for (let i = 0; i < 5; i++) {
    const [x, y] = line[3 + i * 2]
    s.fill(oval(x, y, i === 2 ? 17 : 9), i === 2 ? '#e3a899' : '#f6e3b4')
    if (i === 2) s.stroke(oval(x, y, 30), '#e3a899', 3)
  }
  return s
}

function contourShapes() {
  const s = new Scene({ ...SIZE, paper: '#eee6cc', seed: 35 })
  const brown = '#b3764a'
  for (const x of [60, 430, 800]) {
    s.fill(box(x, 36, 340, 250, 10), '#f8f3e2')
    s.fill(box(x, 316, 340, 250, 10), '#dbe5da', { shade: '#a9c9c0', strength: 0.5 })
  }
  for (let i = 5; i > 0; i--)
    s.fill(
      oval(230 - i * 2, 162 + i, i * 27, i * 20),
      ['#dfb873', '#e3c688', '#e6d29c', '#e9dcae', '#efe6c4'][i - 1],
    ).stroke(oval(230 - i * 2, 162 + i, i * 27, i * 20), brown, i === 5 ? 4 : 2.4)
  s.inside(box(430, 36, 340, 250, 10), () => {
    for (let i = 0; i < 6; i++) {
      const y = 250 - i * 42
      s.stroke(
        `M${430} ${y + 34}C520 ${y + 24} 574 ${y - 4} 600 ${y - 34}C626 ${y - 4} 680 ${y + 24} 770 ${y + 34}`,
        brown,
        i % 5 === 0 ? 4 : 2.4,
      )
    }
    s.stroke('M600 20C592 90 608 150 600 300', '#6b8490', 6)
  })
  s.inside(box(800, 36, 340, 250, 10), () => {
    for (const x of [884, 1056])
      for (let i = 3; i > 0; i--)
        s.fill(oval(x, 161, i * 22, i * 26), ['#dfb873', '#e3c688', '#e6d29c'][i - 1]).stroke(
          oval(x, 161, i * 22, i * 26),
          brown,
          2.4,
        )
    s.stroke(
      'M800 60C860 50 920 74 970 118C1020 74 1080 50 1140 60M800 262C860 272 920 248 970 204C1020 248 1080 272 1140 262',
      brown,
      4,
    )
  })
  s.inside(box(60, 316, 340, 250, 10), () => {
    s.fill(land('50 520, 130 480, 230 364, 320 478, 410 524'), '#94a97c', {
      shade: '#456644',
      to: 'right',
      strength: 0.8,
    })
  })
  s.inside(box(430, 316, 340, 250, 10), () => {
    s.fill(land('420 400, 600 352, 780 400'), '#b4c3a2')
    s.fill('M420 376C500 400 560 470 594 580H420Z', '#94a97c', {
      shade: '#456644',
      to: 'right',
      strength: 0.7,
    })
    s.fill('M780 376C700 400 640 470 606 580H780Z', '#78905f', {
      shade: '#263d33',
      to: 'right',
      strength: 0.7,
    })
    s.fill('M598 424C586 460 612 500 570 580H634C620 500 594 460 602 424Z', '#cfe0d8', {
      shade: '#3f7a80',
      strength: 0.6,
    })
  })
  s.inside(box(800, 316, 340, 250, 10), () => {
    s.fill(
      land('790 500, 836 440, 884 368, 930 426, 970 448, 1010 426, 1056 368, 1104 440, 1150 500'),
      '#94a97c',
      { shade: '#456644', to: 'right', strength: 0.8 },
    )
    s.stroke('M970 590C976 540 962 500 970 450', '#c9523a', 6, { dash: '2 15' })
  })
  return s
}

export const insideDutch = { 'bospad-lagen': pathInLayers, slaapgolven: sleepWaves }
export const insideEnglish = { contours: contourShapes }
