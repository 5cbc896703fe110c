import type { Feed, FeedItem } from './feed.ts'
import type { FeedFormat } from './feed-links.ts'
import { escapeMarkup } from './text.ts'

/** A feed as the text of its file. */
export function feedText(feed: Feed, format: FeedFormat): string {
  return format === 'atom' ? atomFeed(feed) : jsonFeed(feed)
}

// RFC 4287
function atomFeed(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom"${attribute('xml:lang', feed.language)}${attribute('xml:base', feed.base)}>`,
    `  <title>${escapeMarkup(feed.title)}</title>`,
    ...optional('subtitle', feed.description),
    `  <id>${escapeMarkup(feed.id)}</id>`,
    `  <updated>${feed.updated}</updated>`,
    `  <link rel="alternate" type="text/html"${attribute('href', feed.home)}/>`,
    `  <link rel="self" type="application/atom+xml"${attribute('href', feed.self.atom)}/>`,
    `  <author><name>${escapeMarkup(feed.publisher)}</name></author>`,
    '  <generator>Longhand</generator>',
    ...feed.items.map(entry),
    '</feed>',
    '',
  ].join('\n')
}

function entry(item: FeedItem): string {
  return [
    `  <entry${attribute('xml:lang', item.language)}>`,
    `    <title>${escapeMarkup(item.title)}</title>`,
    `    <id>${escapeMarkup(item.id)}</id>`,
    `    <link rel="alternate" type="text/html"${attribute('href', item.address)}/>`,
    `    <published>${item.published}</published>`,
    `    <updated>${item.updated}</updated>`,
    ...item.authors.map(
      ({ name, address }) =>
        `    <author><name>${escapeMarkup(name)}</name><uri>${escapeMarkup(address)}</uri></author>`,
    ),
    ...item.labels.map((label) => `    <category${attribute('term', label)}/>`),
    ...optional('summary', item.summary).map((text) => `  ${text}`),
    `    <content type="html">${escapeMarkup(item.content)}</content>`,
    '  </entry>',
  ].join('\n')
}

// https://www.jsonfeed.org/version/1.1/
function jsonFeed(feed: Feed): string {
  const absolute = feed.base !== null
  const made = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    ...(absolute && { home_page_url: feed.home, feed_url: feed.self.json }),
    ...(feed.description !== '' && { description: feed.description }),
    authors: [{ name: feed.publisher }],
    language: feed.language,
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.address,
      title: item.title,
      content_html: item.content,
      ...(item.summary !== '' && { summary: item.summary }),
      ...(item.image !== null && { image: item.image }),
      date_published: item.published,
      date_modified: item.updated,
      ...(item.authors.length > 0 && {
        authors: item.authors.map(({ name, address }) => ({ name, ...(absolute && { url: address }) })),
      }),
      ...(item.labels.length > 0 && { tags: item.labels }),
      language: item.language,
    })),
  }
  return `${JSON.stringify(made, null, 1)}\n`
}

function attribute(name: string, value: string | null): string {
  return value === null ? '' : ` ${name}="${escapeMarkup(value)}"`
}

function optional(element: string, text: string): readonly string[] {
  return text === '' ? [] : [`  <${element}>${escapeMarkup(text)}</${element}>`]
}
