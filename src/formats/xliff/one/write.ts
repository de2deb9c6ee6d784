import { type Block, isSegment, type Segment } from '../../../model/document.ts'
import type { SegmentState } from '../../../model/state.ts'
import { escapeAttribute, escapeText, splitImpossible } from '../../xml/escape.ts'
import type { XmlNode } from '../../xml/tree.ts'
import type { XliffExport } from '../contents.ts'
import { asId } from '../ids.ts'
import { statesOfOne } from '../incoming/dialects.ts'
import { collectData } from '../original-data.ts'
import { type InlineElement, isCore } from '../tree.ts'
import { writeInline } from '../write-inline.ts'
import { whenceNote } from './whence.ts'

/**
 * A document as XLIFF 1.2, for tools that read no other: a group a block, a unit a segment. A segment without English has
 * its Chinese in the target, in the state `needs-translation`, since OmegaT offers targets alone. Comments are notes,
 * the draft and the memory's offers are `alt-trans`. Terms and metadata have no place in it.
 */
export function toXliffOne(from: XliffExport): string {
  const { document, sequence, head } = from.state
  const attributes = [
    ['original', document.origin.filename],
    ['source-language', document.sourceLanguage],
    ['target-language', document.targetLanguage],
    ['datatype', 'plaintext'],
    ['xml:space', 'preserve'],
  ] as const
  const groups = document.blocks.map((block) => groupOf(block, from)).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file${attributes.map(([name, value]) => ` ${name}="${attribute(value)}"`).join('')}>
    <header>
      ${whenceNote({ document: document.id, sequence, head })}
    </header>
    <body>
${groups}    </body>
  </file>
</xliff>
`
}

function groupOf({ id, kind, parts }: Block, from: XliffExport): string {
  const units = parts.filter(isSegment).map((segment) => unitOf(segment, from))
  return `      <group id="${asId(id)}" restype="x-${kind}">
${units.join('')}      </group>
`
}

function unitOf({ id, source }: Segment, from: XliffExport): string {
  const state = from.state.segments.get(id)
  const data = collectData()
  const { content, ids } = writeInline(source, id, data)
  const hasEnglish = state !== undefined && state.target.length > 0
  const target = hasEnglish ? writeInline(state.target, id, data, { source: ids }).content : content
  const name = hasEnglish ? statesOfOne[state.state] : 'needs-translation'
  const approved = state?.state === 'reviewed' || state?.state === 'final' ? ' approved="yes"' : ''
  const lines = [
    `<source>${markup(content)}</source>`,
    `<target state="${name}">${markup(target)}</target>`,
    ...notesOf(state, from.names),
    ...matchesOf(id, from),
  ]
  return `        <trans-unit id="${asId(id)}" xml:space="preserve"${approved}>
${lines.map((line) => `          ${line}\n`).join('')}        </trans-unit>
`
}

function notesOf(state: SegmentState | undefined, names: ReadonlyMap<string, string>): readonly string[] {
  return (state?.comments ?? []).map(
    ({ by, text: words }) => `<note from="${attribute(names.get(by) ?? by)}">${text(words)}</note>`,
  )
}

function matchesOf(segment: string, { matches }: XliffExport): readonly string[] {
  return (matches.get(segment) ?? []).map(
    ({ score, pair: { source, target, origin } }) =>
      `<alt-trans match-quality="${score}" origin="${attribute(origin)}"><source>${text(source)}</source><target>${text(target)}</target></alt-trans>`,
  )
}

/** Inline elements of XLIFF 2 as those of 1.2 (§2.3). A character that XML cannot write is U+FFFD: 1.2 has no other way. */
function markup(content: readonly (string | InlineElement)[]): string {
  return content
    .map((node) => {
      if (typeof node === 'string') return text(node)
      switch (node.type) {
        case 'cp':
          return '\ufffd'
        case 'ph':
          return `<x id="${attribute(node.attributes.id ?? '')}"/>`
        case 'pc':
          return `<g id="${attribute(node.attributes.id ?? '')}">${markup(inside(node.content))}</g>`
        case 'sc':
          return `<bx id="${attribute(node.attributes.id ?? '')}"/>`
        case 'ec': {
          const id = attribute(node.attributes.startRef ?? node.attributes.id ?? '')
          return `<ex id="${id}-end" rid="${id}"/>`
        }
        default:
          return ''
      }
    })
    .join('')
}

/** Inside a pair of ours stands nothing but text and inline elements. */
function inside(content: readonly (InlineElement | XmlNode)[]): readonly (string | InlineElement)[] {
  return content.filter((node) => typeof node === 'string' || isCore(node))
}

function text(value: string): string {
  return escapeText(possible(value))
}

function attribute(value: string): string {
  return escapeAttribute(possible(value))
}

function possible(value: string): string {
  return splitImpossible(value)
    .map((part) => (typeof part === 'string' ? part : '\ufffd'))
    .join('')
}
