import type { Code, CodeKind } from '../../../../src/model/inline.ts'
import { type Markers, piecesOf } from '../../../text/editable.ts'

/** What stands beside a code's letter, so that its kind is seen at once. */
const signs: Readonly<Record<CodeKind, string>> = {
  bold: 'B',
  italic: 'I',
  underline: 'U',
  strike: 'S',
  superscript: 'x²',
  subscript: 'x₂',
  format: 'A',
  link: '↗',
  footnote: '[ ]',
  field: '{ }',
  picture: '▣',
  break: '↵',
  symbol: '§',
  ruby: '文',
  formula: '∑',
  control: '◇',
  other: '·',
}

export function signOf({ kind }: Code): string {
  return kind === undefined ? '' : signs[kind]
}

/**
 * A code as a small sign: its letter, and what kind it is. For the eye only, since it stands within words that are read
 * out. Its text is the code as it is written in the editor, so that places in both are the same.
 */
export function CodeChip({ code, marker }: { code: Code; marker: string }) {
  const sign = signOf(code)
  return (
    <span className={`code-chip ${code.type}`} data-sign={sign} title={code.data} aria-hidden="true">
      <span className="bracket">{marker.slice(0, marker.indexOf('/') === 1 ? 2 : 1)}</span>
      {marker.replace(/[‹›/]/g, '')}
      <span className="bracket">{marker.slice(marker.endsWith('/›') ? -2 : -1)}</span>
    </span>
  )
}

/** Text as it stands in the editor, with its codes as signs. */
export function CodedText({ text, markers }: { text: string; markers: Markers }) {
  return piecesOf(text, markers).map(({ from, text, code }) =>
    code === undefined ? text : <CodeChip key={from} code={code} marker={text} />,
  )
}
