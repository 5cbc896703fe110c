/** Articles of any number, the same at every run: words by Zipf's law, topics that make some of them related. */

export interface BenchArticle {
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly date: string
  readonly tags: readonly string[]
  readonly category: string
  readonly body: string
}

const SYLLABLES =
  'ba be bi bo bu da de di do du fa fe fi ga ge go ha he ho ja ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no pa pe po ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo wa we wi za ze zo'.split(
    ' ',
  )
const VOCABULARY = 20_000
const TOPICS = 60
const TOPIC_WORDS = 80

/** mulberry32: a small generator with a fixed seed, so that every run measures the same text. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The word of a rank: short for frequent ones, as in real text. */
function word(rank: number): string {
  let spelled = ''
  let rest = rank
  do {
    spelled += SYLLABLES[rest % SYLLABLES.length] ?? ''
    rest = Math.floor(rest / SYLLABLES.length)
  } while (rest > 0)
  return rank < 100 ? spelled : `${spelled}n`
}

/** A rank drawn by Zipf's law over the vocabulary (inverse of the harmonic distribution, approximated). */
function zipf(random: () => number): number {
  return Math.min(VOCABULARY - 1, Math.floor(Math.exp(random() * Math.log(VOCABULARY))) - 1)
}

function drawWord(random: () => number, topic: number): string {
  if (random() < 0.12) {
    const offset = Math.floor(random() * random() * TOPIC_WORDS)
    return word(2_000 + topic * TOPIC_WORDS + offset)
  }
  return word(zipf(random))
}

function sentence(random: () => number, topic: number, length: number): string {
  const words = Array.from({ length }, () => drawWord(random, topic))
  const text = words.join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** Markdown of about `words` words: paragraphs, headings every few of them, lists, emphasis, links. */
export function bodyOf(random: () => number, topic: number, words: number): string {
  const blocks: string[] = []
  let written = 0
  while (written < words) {
    const turn = blocks.length % 7
    if (turn === 0) {
      blocks.push(`## ${sentence(random, topic, 5).slice(0, -1)}`)
      written += 5
    } else if (turn === 4) {
      const items = Array.from(
        { length: 3 },
        () => `- **${drawWord(random, topic)}** ${sentence(random, topic, 9)}`,
      )
      blocks.push(items.join('\n'))
      written += 30
    } else {
      const sentences = Array.from({ length: 5 }, () =>
        sentence(random, topic, 8 + Math.floor(random() * 10)),
      )
      blocks.push(
        `${sentences.join(' ')} *${drawWord(random, topic)}* [${drawWord(random, topic)}](https://example.org/).`,
      )
      written += 65
    }
  }
  return `${blocks.join('\n\n')}\n`
}

/**
 * `count` articles of about `words` words each, in 12 categories, with three of 60 tags. All of ten years that have
 * passed: an article of a day to come is on nobody's site.
 */
export function* generateArticles(count: number, words: number): Generator<BenchArticle> {
  const random = randomFrom(20_261_122)
  const apart = Math.min(0.9, 3650 / count)
  for (let index = 0; index < count; index += 1) {
    const topic = Math.floor(random() * TOPICS)
    const day = new Date(Date.UTC(2015, 0, 1) + index * 86_400_000 * apart)
    yield {
      slug: `article-${String(index).padStart(6, '0')}`,
      title: sentence(random, topic, 6).slice(0, -1),
      summary: sentence(random, topic, 22),
      date: `${day.toISOString().slice(0, 10)}T09:00:00+00:00`,
      tags: [topic, (topic * 7 + 3) % TOPICS, Math.floor(random() * TOPICS)].map(
        (tag) => `tag ${word(300 + tag)}`,
      ),
      category: `category-${topic % 12}`,
      body: bodyOf(random, topic, words),
    }
  }
}

/** One article as a Markdown file with YAML front matter, as Longhand, Hugo and Eleventy read it. */
export function asMarkdownFile(article: BenchArticle): string {
  const quoted = (text: string): string => JSON.stringify(text)
  return `---
title: ${quoted(article.title)}
date: ${article.date}
description: ${quoted(article.summary)}
categories: [${quoted(article.category)}]
tags: [${[...new Set(article.tags)].map(quoted).join(', ')}]
slug: ${article.slug}
---

${article.body}`
}
