import { attributeOf } from '../../../xml/element.ts'
import type { PlacedElement } from '../../../xml/tree.ts'
import { selectsSpan } from '../annotations.ts'
import { checkCodes, collectSubFlows } from '../codes.ts'
import type { FileContext } from '../context.ts'
import { checkInlineIds, checkUnique } from '../ids.ts'
import { isSameLanguage } from '../languages.ts'
import { namespaceOf } from '../model/namespaces.ts'
import { checkPairs } from '../pairs.ts'
import { childrenNamed, xmlValueOf } from '../reading.ts'
import { type UnitView, viewMatch } from '../unit-view.ts'

/** Translation candidates of a unit (XLIFF 2.1 §5.1). What a match reuses of the core has its scope in the match. */
export function checkMatches(matches: PlacedElement, unit: UnitView, context: FileContext): void {
  const list = childrenNamed(matches, namespaceOf('mtc'), 'match')
  checkUnique(list, 'mtc_match-ID-not-unique', context)
  for (const match of list) {
    checkMatch(match, context)
    checkReference(match, unit, context)
    const view = viewMatch(match, context.core)
    if (view.data) checkUnique(view.data, 'DataIdNotUnique', context)
    checkInlineIds(view, context)
    checkCodes(view, context)
    checkPairs(view, context)
    collectSubFlows(view, context)
  }
}

function checkMatch(match: PlacedElement, { trgLang, core, report }: FileContext): void {
  if (xmlValueOf(match, 'lang') !== undefined) {
    const rule = 'mtc_match-has-xml_lang'
    report({ rule, wording: rule, element: match, attribute: 'xml:lang' })
  }
  if (attributeOf(match, 'subType') !== undefined && attributeOf(match, 'type') === undefined) {
    const rule = 'mtc_subType-w-o-type-match'
    report({ rule, wording: 'SubTypeWithoutType', element: match, attribute: 'subType' })
  }
  if (attributeOf(match, 'reference') === 'yes' || trgLang === undefined) return
  for (const target of childrenNamed(match, core, 'target')) {
    const language = xmlValueOf(target, 'lang')
    if (!language || isSameLanguage(language, trgLang)) continue
    const rule = 'mtc_reference-lang'
    const params = { language, expected: trgLang }
    report({ rule, wording: 'language-differs', params, element: target, attribute: 'xml:lang' })
  }
}

function checkReference(match: PlacedElement, unit: UnitView, context: FileContext): void {
  const value = attributeOf(match, 'ref')
  if (value === undefined) return
  const breach = { params: { value }, element: match, attribute: 'ref' } as const
  if (!value.startsWith('#')) {
    context.report({ rule: 'mtc_wrong-ref-syntax', wording: 'reference-not-within', ...breach })
  } else if (!selectsSpan({ element: match, value }, unit, context)) {
    context.report({ rule: 'mtc_wrong-ref-value', wording: 'reference-no-span', ...breach })
  }
}
