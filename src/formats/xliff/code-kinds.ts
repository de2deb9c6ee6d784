import type { CodeKind } from '../../model/inline.ts'
import { namesOf } from '../../model/names.ts'

/** What XLIFF calls the kind of a code (2.1 §4.3.1.36 `type`, §4.3.1.35 `subType`). */
export interface XliffKind {
  readonly type: 'fmt' | 'link' | 'image' | 'other'
  readonly subType: string
}

const kinds: Readonly<Record<CodeKind, XliffKind>> = {
  bold: { type: 'fmt', subType: 'xlf:b' },
  italic: { type: 'fmt', subType: 'xlf:i' },
  underline: { type: 'fmt', subType: 'xlf:u' },
  strike: { type: 'fmt', subType: 'duizhao:strike' },
  superscript: { type: 'fmt', subType: 'duizhao:superscript' },
  subscript: { type: 'fmt', subType: 'duizhao:subscript' },
  format: { type: 'fmt', subType: 'duizhao:format' },
  link: { type: 'link', subType: 'duizhao:link' },
  footnote: { type: 'other', subType: 'duizhao:footnote' },
  field: { type: 'other', subType: 'duizhao:field' },
  picture: { type: 'image', subType: 'duizhao:picture' },
  break: { type: 'fmt', subType: 'xlf:lb' },
  symbol: { type: 'other', subType: 'duizhao:symbol' },
  ruby: { type: 'fmt', subType: 'duizhao:ruby' },
  formula: { type: 'other', subType: 'duizhao:formula' },
  control: { type: 'other', subType: 'duizhao:control' },
  other: { type: 'other', subType: 'duizhao:other' },
}

/** The attributes for a kind; none where the format of the document knows no kinds. */
export function kindAttributes(kind: CodeKind | undefined): Partial<XliffKind> {
  return kind === undefined ? {} : kinds[kind]
}

/** The kind that `subType` names, as `kindAttributes` writes it. */
export function kindOf(subType: string | undefined): CodeKind | undefined {
  return namesOf(kinds).find((kind) => kinds[kind].subType === subType)
}
