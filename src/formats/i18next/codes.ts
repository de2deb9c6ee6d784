import { type Code, type CodeKind, compact, type Inline } from '../../model/inline.ts'

/**
 * What is filled in or goes round words when a text is shown: `{{count, number}}`, `{{- html}}`, `$t(key, {"a": 1})`, and
 * the elements of `Trans`: `<1>`, `</bold>`, `<br/>`.
 */
const special = /\{\{[^{}]*\}\}|\$t\([^()]*(?:\([^()]*\)[^()]*){0,50}\)|<(\/?)([A-Za-z0-9]+)\s*(\/?)>/g

interface Found {
  readonly at: number
  readonly raw: string
  readonly type: Code['type']
  readonly name: string
}

/** A text of i18next with what is filled in as codes, so that a translator moves it and cannot lose it. */
export function inlineOfWords(text: string): Inline {
  const found = pairedIn(text)
  const out: Inline[number][] = []
  const open: string[] = []
  let [at, count] = [0, 0]
  for (const { at: from, raw, type, name } of found) {
    out.push(text.slice(at, from))
    at = from + raw.length
    const id = type === 'close' ? (open.pop() ?? '') : `c${++count}`
    if (type === 'open') open.push(id)
    const kind: CodeKind = name === '' ? 'field' : name === 'br' ? 'break' : 'format'
    out.push({ type, id, data: raw.slice(0, 200), kind })
  }
  return compact([...out, text.slice(at)])
}

/** What is written for each code of a text, in the order of its codes. */
export function rawCodes(text: string): readonly string[] {
  return pairedIn(text).map(({ raw }) => raw)
}

/** The codes of a text. An element that is not closed, or not opened, is text. */
function pairedIn(text: string): readonly Found[] {
  const all = [...text.matchAll(special)].map(([raw, closes, name = '', alone], at): Found & { index: number } => {
    const type = name === '' || alone === '/' ? 'alone' : closes === '/' ? 'close' : 'open'
    return { at: 0, raw, type, name, index: at }
  })
  const places = [...text.matchAll(special)].map(({ index }) => index)
  const open: number[] = []
  const kept = new Set<number>()
  for (const { type, name, index } of all) {
    if (type === 'alone') kept.add(index)
    else if (type === 'open') open.push(index)
    else if (all[open.at(-1) ?? -1]?.name === name) {
      kept.add(open.pop() ?? -1)
      kept.add(index)
    }
  }
  return all.flatMap((one) => (kept.has(one.index) ? [{ ...one, at: places[one.index] ?? 0 }] : []))
}
