import type { MemoryPair } from '../../model/match.ts'
import { escapeText, splitImpossible } from '../xml/escape.ts'
import { afterProp, beforeProp, originProp } from './props.ts'

/**
 * Writes TMX 1.4b that `readTmx` reads back to the same pairs, except for their origin. Neighbours are written as
 * properties, and so is the origin, for information. A control character that XML cannot write becomes U+FFFD, since TMX
 * has no other notation for it.
 */
export function writeTmx(pairs: readonly MemoryPair[]): string {
  const inContext = pairs.some((pair) => pair.before !== undefined || pair.after !== undefined)
  const units = pairs.map(({ source, target, before, after, origin }) => {
    const props = [prop(originProp, origin), prop(beforeProp, before), prop(afterProp, after)].join('')
    return `    <tu>${props}${variantOf('zh-CN', source)}${variantOf('en', target)}</tu>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header creationtool="duizhao" creationtoolversion="1" segtype="${inContext ? 'sentence' : 'block'}" o-tmf="duizhao" adminlang="en" srclang="zh-CN" datatype="plaintext"/>
  <body>
${units.join('')}  </body>
</tmx>
`
}

function prop(type: string, value: string | undefined): string {
  return value === undefined ? '' : `<prop type="${type}">${writable(value)}</prop>`
}

function variantOf(language: string, text: string): string {
  return `<tuv xml:lang="${language}"><seg>${writable(text)}</seg></tuv>`
}

function writable(text: string): string {
  return splitImpossible(text)
    .map((part) => (typeof part === 'string' ? escapeText(part) : '\ufffd'))
    .join('')
}
