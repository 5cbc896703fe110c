import { beforeEach, describe, expect, it } from 'vitest'
import { enter, go, keepScroll, moved, scrollOf, stopOf, tour, visit } from '../../../renderer/site/tour.ts'

const at = () => stopOf(tour.get()).address
let opening = 0

beforeEach(() => enter(++opening, 'light'))

describe('a tour of the site', () => {
  it('goes back and on, and no further than it went', () => {
    visit('brood.html')
    visit('soep.html')
    go(-1)
    expect(at()).toBe('brood.html')
    go(-1)
    go(-1)
    expect(at()).toBe('index.html')
    go(1)
    go(1)
    go(1)
    expect(at()).toBe('soep.html')
  })

  it('forgets what lay ahead when it goes elsewhere', () => {
    visit('brood.html')
    go(-1)
    visit('soep.html')
    go(1)
    expect(at()).toBe('soep.html')
    go(-1)
    expect(at()).toBe('index.html')
  })

  it('makes no stop of the page that it is at', () => {
    visit('brood.html')
    visit('brood.html')
    go(-1)
    expect(at()).toBe('index.html')
  })

  it('puts the page that another stands for in its place', () => {
    visit('oud.html')
    moved('nieuw.html')
    expect(at()).toBe('nieuw.html')
    go(-1)
    expect(at()).toBe('index.html')
  })

  it('knows how far a page was scrolled, each time it was visited', () => {
    visit('brood.html')
    keepScroll(stopOf(tour.get()), 400)
    visit('soep.html')
    visit('brood.html')
    expect(scrollOf(stopOf(tour.get()))).toBe(0)
    go(-1)
    go(-1)
    expect(scrollOf(stopOf(tour.get()))).toBe(400)
  })

  it('is bounded', () => {
    for (let index = 0; index < 1000; index++) visit(`a${index}.html`)
    expect(tour.get().stops.length).toBeLessThanOrEqual(200)
    expect(at()).toBe('a999.html')
  })

  it('goes on where it was in the same library, and begins anew in another', () => {
    visit('brood.html')
    enter(opening, 'dark')
    expect(at()).toBe('brood.html')
    enter(++opening, 'dark')
    expect(at()).toBe('index.html')
    expect(tour.get().look).toBe('dark')
  })
})
