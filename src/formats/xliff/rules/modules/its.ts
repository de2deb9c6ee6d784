import { attributeOf } from '../../../xml/element.ts'
import type { PlacedElement } from '../../../xml/tree.ts'
import type { Ancestors, Context } from '../context.ts'
import { provenance } from '../model/modules.ts'
import { namespaceOf } from '../model/namespaces.ts'
import { attributeIn, childrenNamed, listOf, localOf, oncePer, xmlValueOf } from '../reading.ts'

const its = namespaceOf('its')
const itsm = namespaceOf('itsm')

/** Data categories of ITS 2.0, as `annotatorsRef` names them. */
const categories = new Set(
  'allowed-characters directionality domain elements-within-text external-resource id-value language-information locale-filter localization-note localization-quality-issue localization-quality-rating mt-confidence preserve-space provenance storage-size target-pointer terminology text-analysis translate'.split(
    ' ',
  ),
)

/** The ITS module came with XLIFF 2.1; in a file of 2.0 its attributes are an extension. */
export function isItsModule({ declared }: Context): boolean {
  return declared !== '2.0'
}

/** ITS attributes of an element (XLIFF 2.1 §5.9). `ancestors` are the elements it is in, outermost first. */
export function checkItsAttributes(element: PlacedElement, ancestors: Ancestors, context: Context): void {
  const values = new Map<string, string>()
  for (const { namespace, name, value } of element.attributes) {
    if (namespace === its || namespace === itsm) values.set(localOf(name), value)
  }
  if (values.size === 0) return
  const tell: Tell = (rule, local, params = {}) => {
    const attribute = attributeIn(element, its, local) ?? attributeIn(element, itsm, local)
    context.report({ rule, wording: rule, params, element, ...(attribute && { attribute: attribute.name }) })
  }
  const scope = [element, ...ancestors.toReversed()]
  const [first = ''] = values.keys()
  if (!scope.some(hasVersion)) tell('its_version-missing', first)
  const isMarker = element.local === 'mrk' || element.local === 'sm'
  if (isMarker) checkType(element, values, tell)
  checkAnnotators(values, scope, tell)
  checkIssues(values, scope, tell)
  checkRating(values, scope, tell)
  checkAnalysis(values, tell)
  checkProvenance(values, scope, tell)
}

type Rule =
  | 'its_version-missing'
  | 'its_type-not-generic'
  | 'its_invalid-annotatorsRef'
  | 'its_confidence-without-annotatorsRef'
  | 'its_locQualityIssuesRef-with-others'
  | 'its_locQualityIssuesRef-not-resolvable'
  | 'its_locQualityIssue-without-type-or-comment'
  | 'its_locQualityRating-with-score-and-vote'
  | 'its_locQualityRating-threshold-without-rating'
  | 'its_taIdentRef-with-taIdent'
  | 'its_taIdent-without-taSource'
  | 'its_provenanceRecordsRef-with-others'
  | 'its_provenanceRecordsRef-not-resolvable'
type Tell = (rule: Rule, local: string, params?: Readonly<Record<string, string>>) => void

function hasVersion(element: PlacedElement): boolean {
  return (
    attributeIn(element, its, 'version') !== undefined ||
    (element.namespace === its && attributeOf(element, 'version') !== undefined)
  )
}

/** A marker for ITS is of type `its:generic`, also by default; markers for other ends may carry ITS data besides. */
function checkType(element: PlacedElement, values: ReadonlyMap<string, string>, tell: Tell): void {
  const type = attributeOf(element, 'type')
  if (!type?.startsWith('its:') || type === 'its:generic' || type === 'its:term-no') return
  tell('its_type-not-generic', [...values.keys()][0] ?? '', { value: type })
}

function annotatedIn(value: string): readonly string[] {
  return listOf(value).map((item) => item.split('|', 1)[0] ?? '')
}

/** Confidence needs to be told whose it is. */
function checkAnnotators(values: ReadonlyMap<string, string>, scope: readonly PlacedElement[], tell: Tell): void {
  const value = values.get('annotatorsRef')
  if (value !== undefined) {
    const annotated = annotatedIn(value)
    const isForm = listOf(value).every((item) => /^[^|]+\|[^|]+$/.test(item))
    const isKnown = annotated.every((category) => categories.has(category))
    if (annotated.length === 0 || !isForm || !isKnown || new Set(annotated).size < annotated.length) {
      tell('its_invalid-annotatorsRef', 'annotatorsRef', { value })
    }
  }
  for (const [local, category] of [
    ['mtConfidence', 'mt-confidence'],
    ['termConfidence', 'terminology'],
    ['taConfidence', 'text-analysis'],
  ] as const) {
    if (!values.has(local)) continue
    const annotators = scope.flatMap((element) => annotatedIn(attributeIn(element, its, 'annotatorsRef')?.value ?? ''))
    if (!annotators.includes(category))
      tell('its_confidence-without-annotatorsRef', local, { attribute: local, category })
  }
}

const issueDetails = ['locQualityIssueSeverity', 'locQualityIssueProfileRef', 'locQualityIssueEnabled']

function checkIssues(values: ReadonlyMap<string, string>, scope: readonly PlacedElement[], tell: Tell): void {
  const names = ['locQualityIssueType', 'locQualityIssueComment']
  const reference = values.get('locQualityIssuesRef')
  if (reference !== undefined) {
    const local = [...names, ...issueDetails].find((name) => values.has(name))
    if (local !== undefined) tell('its_locQualityIssuesRef-with-others', local)
    const unit = scope.find(({ local: name }) => name === 'unit')
    if (!selects(reference, unit ? [unit] : [], 'locQualityIssues')) {
      tell('its_locQualityIssuesRef-not-resolvable', 'locQualityIssuesRef', { value: reference })
    }
    return
  }
  const detail = issueDetails.find((name) => values.has(name))
  if (detail !== undefined && !names.some((name) => values.has(name))) {
    tell('its_locQualityIssue-without-type-or-comment', detail)
  }
}

/** The standoff data directly in an element, by name and id. */
const standoffIn = oncePer((parent: PlacedElement): ReadonlySet<string> => {
  const lists = [...childrenNamed(parent, its, 'locQualityIssues'), ...childrenNamed(parent, its, 'provenanceRecords')]
  return new Set(lists.map((element) => `${element.local} ${xmlValueOf(element, 'id')}`))
})

/** Whether a reference selects standoff data directly in one of some elements. */
function selects(reference: string, parents: readonly PlacedElement[], local: string): boolean {
  const id = /^#(?:.*\/)?its=([^/=]+)$/.exec(reference)?.[1]
  return id !== undefined && parents.some((parent) => standoffIn(parent).has(`${local} ${id}`))
}

function checkRating(values: ReadonlyMap<string, string>, scope: readonly PlacedElement[], tell: Tell): void {
  if (values.has('locQualityRatingScore') && values.has('locQualityRatingVote')) {
    tell('its_locQualityRating-with-score-and-vote', 'locQualityRatingVote')
  }
  for (const rating of ['locQualityRatingScore', 'locQualityRatingVote']) {
    const threshold = `${rating}Threshold`
    if (!values.has(threshold) || scope.some((element) => attributeIn(element, its, rating))) continue
    tell('its_locQualityRating-threshold-without-rating', threshold, { attribute: rating })
  }
}

function checkAnalysis(values: ReadonlyMap<string, string>, tell: Tell): void {
  const [source, ident] = [values.has('taSource'), values.has('taIdent')]
  if (values.has('taIdentRef') && (source || ident)) tell('its_taIdentRef-with-taIdent', 'taIdentRef')
  if (source !== ident) tell('its_taIdent-without-taSource', source ? 'taSource' : 'taIdent')
}

function checkProvenance(values: ReadonlyMap<string, string>, scope: readonly PlacedElement[], tell: Tell): void {
  const value = values.get('provenanceRecordsRef')
  if (value === undefined) return
  const local = Object.keys(provenance).find((name) => values.has(name))
  if (local !== undefined) tell('its_provenanceRecordsRef-with-others', local)
  const parents = scope.filter(({ local: name }) => name === 'unit' || name === 'group' || name === 'file')
  if (!selects(value, parents, 'provenanceRecords')) {
    tell('its_provenanceRecordsRef-not-resolvable', 'provenanceRecordsRef', { value })
  }
}

/** Standoff issues and records: ids differ in the whole document, each issue and each record says something. */
export function checkStandoff(list: PlacedElement, { reported, report }: Context): void {
  const id = xmlValueOf(list, 'id')
  if (id !== undefined) {
    const key = `its ${id}`
    if (reported.has(key)) {
      const rule = 'its_id-not-unique'
      report({ rule, wording: 'id-not-unique', params: { id }, element: list, attribute: 'xml:id' })
    }
    reported.add(key)
  }
  for (const element of childrenNamed(list, its, 'locQualityIssue')) {
    if (attributeOf(element, 'locQualityIssueType') ?? attributeOf(element, 'locQualityIssueComment')) continue
    const rule = 'its_locQualityIssue-without-type-or-comment'
    report({ rule, wording: rule, element })
  }
  for (const element of childrenNamed(list, its, 'provenanceRecord')) {
    if (Object.keys(provenance).some((name) => attributeOf(element, name) !== undefined)) continue
    const rule = 'its_provenanceRecord-empty'
    report({ rule, wording: rule, element })
  }
}
