import type { XmlIndex } from '../../xml/scan/index.ts'
import { attributeIn } from '../../xml/scan/nodes.ts'

/** The languages a file names (BCP 47), '' where it names none. */
export interface Languages {
  readonly sourceLanguage: string
  readonly targetLanguage: string
}

export const noLanguages: Languages = { sourceLanguage: '', targetLanguage: '' }

/** The languages that a root of XLIFF 2 or a file of XLIFF 1 names, else those named before. */
export function languagesAt(index: XmlIndex, node: number, before: Languages): Languages {
  const source = attributeIn(index, node, 'srcLang') || attributeIn(index, node, 'source-language')
  if (source === undefined || source === '') return before
  const target = attributeIn(index, node, 'trgLang') ?? attributeIn(index, node, 'target-language')
  return { sourceLanguage: source, targetLanguage: target ?? '' }
}
