import { nameOf } from '../../xml/scan/index.ts'
import { type Languages, languagesAt, noLanguages } from '../view/languages.ts'
import type { XliffView } from '../view/view.ts'
import { childrenOf } from './segments.ts'

/** A `file` in an XLIFF, with the languages that hold in it. */
export interface FileInside extends Languages {
  readonly node: number
}

/** The files in an XLIFF, in order. */
export function filesOf({ index, flavour }: XliffView): readonly FileInside[] {
  const around = languagesAt(index, 0, noLanguages)
  return [...childrenOf(index, 0)].flatMap((node) => {
    const { local, namespace } = nameOf(index, node)
    if (local !== 'file' || namespace !== flavour.namespace) return []
    return [{ node, ...languagesAt(index, node, around) }]
  })
}
