// Searches a site without a server. Reads the index that lies beside it, a part at a time, as the words ask for it.
'use strict'
;(() => {
  const SHOWN = 20
  const MOST_WORDS = 8
  const MOST_PARTS = 60
  const WAIT = 120
  const LETTERS = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i' }

  const form = document.getElementById('search')
  const list = document.getElementById('search-results')
  const field = document.getElementById('search-words')
  if (!form || !list || !field) return
  const status = form.querySelector('[role=status]')
  const base = document.currentScript.src.replace(/[^/]*$/, '')

  let start = null
  const parts = new Map()
  const blocks = new Map()

  // What the files of the index call.
  window.longhandSearch = {
    start: (value) => void (start = value),
    words: (prefix, words) => void parts.set(prefix, words),
    articles: (number, articles) => void blocks.set(number, new Map(articles.map((one) => [one[0], one]))),
  }

  const loading = new Map()

  function load(file) {
    let promise = loading.get(file)
    if (!promise) {
      promise = new Promise((resolve, reject) => {
        const script = document.createElement('script')
        script.src = `${base}index/${file}.js`
        script.onload = () => resolve()
        script.onerror = () => {
          loading.delete(file)
          reject(new Error(file))
        }
        document.head.append(script)
      })
      loading.set(file, promise)
    }
    return promise
  }

  const partName = (prefix) =>
    ['words', ...Array.from(prefix, (letter) => letter.codePointAt(0).toString(16))].join('-')

  const fold = (text) =>
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replace(/[ßæœøđðþłı]/g, (letter) => LETTERS[letter])

  function wordsOf(text) {
    const words = (fold(text).match(/[\p{L}\p{N}]+/gu) || []).filter((word) => !/^[a-z]$/.test(word))
    return [...new Set(words)].slice(0, MOST_WORDS)
  }

  // The parts in which words that begin with `word` can be.
  const partsFor = (word) =>
    start.parts.filter((prefix) => prefix.startsWith(word) || word.startsWith(prefix)).slice(0, MOST_PARTS)

  // What one word of the query says of each article: most when it stands there whole and is rare.
  function scoresOf(word) {
    const scores = new Map()
    for (const prefix of partsFor(word)) {
      for (const [found, articles] of parts.get(prefix) || []) {
        if (!found.startsWith(word)) continue
        const rarity = Math.log(1 + start.articles / articles.length)
        const likeness = found === word ? 1 : (0.7 * word.length) / found.length
        let entry = 0
        for (const difference of articles) {
          entry += difference
          const id = Math.floor(entry / 16)
          const score = (entry % 16) * rarity * likeness
          if (score > (scores.get(id) || 0)) scores.set(id, score)
        }
      }
    }
    return scores
  }

  // Articles that have more of the words come first, then those where they weigh more, then the younger.
  function ranked(words) {
    const all = new Map()
    for (const word of words) {
      for (const [id, score] of scoresOf(word)) {
        const sum = all.get(id) || { id, hits: 0, score: 0 }
        sum.hits += 1
        sum.score += score
        all.set(id, sum)
      }
    }
    const most = Math.max(0, ...Array.from(all.values(), ({ hits }) => hits))
    return [...all.values()]
      .filter(({ hits }) => hits === most)
      .sort((a, b) => b.score - a.score || b.id - a.id)
  }

  async function search(words) {
    if (start === null) await load('start')
    const needed = new Set(words.flatMap(partsFor))
    await Promise.all(Array.from(needed, (prefix) => load(partName(prefix))))
    const all = ranked(words)
    const best = all.slice(0, SHOWN)
    const numbers = new Set(best.map(({ id }) => Math.floor(id / start.block)))
    await Promise.all(Array.from(numbers, (number) => load(`articles-${number}`)))
    return {
      count: all.length,
      articles: best.map(({ id }) => blocks.get(Math.floor(id / start.block)).get(id)),
    }
  }

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties)
    made.append(...children)
    return made
  }

  // The text with the words that were asked for marked in it.
  function marked(text, words) {
    return text.split(/([\p{L}\p{N}\p{M}]+)/u).map((piece, index) => {
      const isHit = index % 2 === 1 && words.some((word) => fold(piece).startsWith(word))
      return isHit ? element('mark', {}, piece) : piece
    })
  }

  function item([, title, path, summary, date, dateText, language], words) {
    const href = form.dataset.root + path.split('/').map(encodeURIComponent).join('/')
    const heading = element('h2', {}, element('a', { href }, ...marked(title, words)))
    const parts = [heading]
    if (summary) parts.push(element('p', {}, ...marked(summary, words)))
    if (language) for (const part of parts) part.lang = language
    if (date) parts.unshift(element('time', { dateTime: date }, dateText))
    return element('li', { className: 'search-result' }, ...parts)
  }

  function told(count) {
    const { none, one, many, best } = form.dataset
    if (count === 0) return none
    if (count === 1) return one
    return count > SHOWN ? best.replace('{count}', SHOWN) : many.replace('{count}', count)
  }

  let asked = ''

  async function show(query) {
    asked = query
    const words = wordsOf(query)
    if (words.length === 0) {
      list.replaceChildren()
      status.textContent = ''
      return
    }
    let result
    try {
      result = await search(words)
    } catch {
      if (asked === query) status.textContent = form.dataset.failed
      return
    }
    // What was typed meanwhile has its own answer.
    if (asked !== query) return
    list.replaceChildren(...result.articles.map((article) => item(article, words)))
    status.textContent = told(result.count)
  }

  function remember(query) {
    // Only an address on a server is one that a page may change.
    if (!/^https?:$/.test(location.protocol)) return
    const url = new URL(location.href)
    if (query) url.searchParams.set('q', query)
    else url.searchParams.delete('q')
    history.replaceState(null, '', url)
  }

  let timer = 0
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      remember(field.value)
      void show(field.value)
    }, WAIT)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    clearTimeout(timer)
    remember(field.value)
    void show(field.value)
  })

  form.hidden = false
  list.hidden = false
  field.value = new URLSearchParams(location.search).get('q') || ''
  field.focus({ preventScroll: true })
  if (field.value) void show(field.value)
})()
