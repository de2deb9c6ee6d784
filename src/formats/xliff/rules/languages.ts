import type { PlacedElement } from '../../xml/tree.ts'
import type { Ancestors, Context } from './context.ts'
import { capital } from './names.ts'
import { xmlValueOf } from './reading.ts'
import type { UnitView } from './unit-view.ts'

/**
 * Sources are in the language of the file's `srcLang`, targets in that of `trgLang`, whether `xml:lang` stands on them or
 * further up (XLIFF 2.1 §4.2.2.12, §4.2.2.13); white space counts in both or in neither.
 */
export function checkLanguages(view: UnitView, ancestors: Ancestors, context: Context): void {
  const inherited = nearest(ancestors, 'lang')
  const space = nearest(ancestors, 'space')
  for (const { source, target } of view.parts) {
    if (source) checkLanguage(source, context.srcLang, inherited, context)
    if (target) checkLanguage(target, context.trgLang, inherited, context)
    if (source && target) checkSpace(source, target, space?.value ?? 'default', context)
  }
}

interface Inherited {
  readonly element: PlacedElement
  readonly value: string
}

function nearest(ancestors: Ancestors, local: 'lang' | 'space'): Inherited | undefined {
  for (const element of ancestors.toReversed()) {
    const value = xmlValueOf(element, local)
    if (value !== undefined) return value === '' ? undefined : { element, value }
  }
  return undefined
}

/** Language tags are compared without regard to case (RFC 5646 §2.1.1). */
export function isSameLanguage(first: string, second: string): boolean {
  return first.toLowerCase() === second.toLowerCase()
}

function checkLanguage(
  element: PlacedElement,
  expected: string | undefined,
  inherited: Inherited | undefined,
  context: Context,
): void {
  if (expected === undefined) return
  const explicit = xmlValueOf(element, 'lang')
  if (explicit === '' || (explicit === undefined && !inherited)) return
  if (explicit !== undefined) {
    if (isSameLanguage(explicit, expected)) return
    const rule = element.local === 'source' ? 'WrongSourceLang' : 'WrongTargetLang'
    const params = { language: explicit, expected }
    context.report({ rule, wording: 'language-differs', params, element, attribute: 'xml:lang' })
  } else if (inherited && !isSameLanguage(inherited.value, expected)) {
    reportInherited(element, expected, inherited, context)
  }
}

/** Told once for each element that hands its language down, there and at the first that gets it. */
function reportInherited(
  text: PlacedElement,
  expected: string,
  { element, value }: Inherited,
  { reported, report }: Context,
): void {
  const once = `${text.local} ${element.start}`
  if (reported.has(once)) return
  reported.add(once)
  const params = { language: value, expected, element: element.local, text: text.local }
  if (element.local === 'xliff') {
    const rule = text.local === 'source' ? 'WrongLangOnSource' : 'WrongLangOnTarget'
    report({ rule, wording: 'language-inherited', params, element: text })
    return
  }
  const name = capital(element.local)
  report({ rule: `InvalidXmlLangInheritedFrom${name}`, wording: 'language-inherited', params, element: text })
  if (reported.has(element)) return
  reported.add(element)
  const rule = `InvalidXmlLangOn${name}`
  report({ rule, wording: 'language-handed-down', params, element, attribute: 'xml:lang' })
}

function checkSpace(source: PlacedElement, target: PlacedElement, inherited: string, { report }: Context): void {
  const [first, second] = [xmlValueOf(source, 'space') ?? inherited, xmlValueOf(target, 'space') ?? inherited]
  if (first === second) return
  const rule = 'DifferentXmlSpace'
  report({ rule, wording: rule, params: { source: first, target: second }, element: target })
}
