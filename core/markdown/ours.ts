/**
 * Starts the names of attributes that only our own renderer can have written: the source is free of control characters
 * before it is parsed, and attribute names know no character references. `…line` carries a source line, `…at` that of a raw tag, `…keep` an
 * element that raw HTML may not have, `…set-NAME` an attribute that raw HTML may not have.
 */
export const OURS = '\u0001'
