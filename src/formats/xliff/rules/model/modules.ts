import { type ElementModel, element, textElement } from './element-model.ts'
import type { ModulePrefix } from './namespaces.ts'
import {
  choice,
  decimal,
  languageOrNone,
  languageTag,
  nameToken,
  plainName,
  text,
  userDefined,
  type ValueType,
  whole,
  whole0,
  yesNo,
} from './values.ts'

const percent = decimal(0, 100)
const confidence = decimal(0, 1, true)
const normalization = choice('none', 'nfc', 'nfd')
const resource = { href: text, 'xml:lang': languageOrNone }

const issueTypes = [
  'terminology',
  'mistranslation',
  'omission',
  'untranslated',
  'addition',
  'duplication',
  'inconsistency',
  'grammar',
  'legal',
  'register',
  'locale-specific-content',
  'locale-violation',
  'style',
  'characters',
  'misspelling',
  'typographical',
  'formatting',
  'inconsistent-entities',
  'numbers',
  'markup',
  'pattern-problem',
  'whitespace',
  'internationalization',
  'length',
  'non-conformance',
  'uncategorized',
  'other',
]

/** Attributes of an issue and of a record: the same inline, with the prefix, and standing off, without. */
const issue: Readonly<Record<string, ValueType>> = {
  locQualityIssueType: choice(...issueTypes),
  locQualityIssueComment: text,
  locQualityIssueSeverity: percent,
  locQualityIssueProfileRef: text,
  locQualityIssueEnabled: yesNo,
}
export const provenance: Readonly<Record<string, ValueType>> = {
  org: text,
  orgRef: text,
  person: text,
  personRef: text,
  revOrg: text,
  revOrgRef: text,
  revPerson: text,
  revPersonRef: text,
  revTool: text,
  revToolRef: text,
  tool: text,
  toolRef: text,
}

const resourceItem22 = element({
  attributes: { mimeType: text, id: nameToken, context: yesNo },
  foreign: 'any',
  children: ['notes?', 'res:source?', 'res:target?', 'res:reference*'],
})

/** The elements of the modules, by prefix and local name. */
const models: Readonly<Partial<Record<ModulePrefix, Readonly<Record<string, ElementModel>>>>> = {
  mtc: {
    matches: element({ children: ['mtc:match+'] }),
    match: element({
      attributes: {
        id: nameToken,
        matchQuality: percent,
        matchSuitability: percent,
        origin: text,
        'ref!': text,
        reference: yesNo,
        similarity: percent,
        subType: userDefined,
        type: choice('am', 'mt', 'icm', 'idm', 'tb', 'tm', 'other'),
      },
      foreign: 'any',
      children: ['mda:metadata?', 'originalData?', 'source', 'target', '*'],
    }),
  },
  gls: {
    glossary: element({ children: ['gls:glossEntry+'] }),
    glossEntry: element({
      attributes: { id: nameToken, ref: text },
      foreign: 'any',
      children: ['gls:term', 'gls:translation*', 'gls:definition?', '*'],
      modules: { 'mda:metadata': 1 },
    }),
    term: textElement({ source: text }, 'any'),
    translation: textElement({ id: nameToken, ref: text, source: text }, 'any'),
    definition: textElement({ source: text }, 'any'),
  },
  mda: {
    metadata: element({ attributes: { id: nameToken }, children: ['mda:metaGroup+'] }),
    metaGroup: element({
      attributes: { id: nameToken, category: text, appliesTo: choice('source', 'target', 'ignorable') },
      children: ['mda:metaGroup|mda:meta+'],
    }),
    meta: textElement({ 'type!': text }),
  },
  res: {
    resourceData: element({ children: ['res:resourceItemRef*', 'res:resourceItem*'] }),
    resourceItemRef: element({ attributes: { id: nameToken, 'ref!': nameToken }, foreign: 'any' }),
    resourceItem: element({
      attributes: { mimeType: text, id: nameToken, context: yesNo },
      foreign: 'any',
      children: ['res:source?', 'res:target?', 'res:reference*'],
    }),
    source: element({ attributes: resource, foreign: 'any', children: ['*'] }),
    target: element({ attributes: resource, foreign: 'any', children: ['*'] }),
    reference: element({ attributes: { 'href!': text, 'xml:lang': languageOrNone }, foreign: 'any' }),
  },
  ctr: {
    changeTrack: element({ children: ['ctr:revisions+'] }),
    revisions: element({
      attributes: { 'appliesTo!': nameToken, ref: nameToken, currentVersion: nameToken },
      foreign: 'any',
      children: ['ctr:revision+'],
    }),
    revision: element({
      attributes: { author: text, datetime: text, version: nameToken },
      foreign: 'any',
      children: ['ctr:item+'],
    }),
    item: textElement({ 'property!': text }, 'any'),
  },
  slr: {
    profiles: element({
      attributes: { generalProfile: text, storageProfile: text },
      children: ['slr:normalization?', '*'],
    }),
    normalization: element({ attributes: { general: normalization, storage: normalization } }),
    data: element({ attributes: { 'profile!': text }, foreign: 'any', children: ['*'] }),
  },
  val: {
    validation: element({ foreign: 'any', children: ['val:rule+'] }),
    rule: element({
      attributes: {
        isPresent: text,
        occurs: whole(1),
        isNotPresent: text,
        startsWith: text,
        endsWith: text,
        existsInSource: yesNo,
        caseSensitive: yesNo,
        normalization,
        disabled: yesNo,
      },
      foreign: 'any',
    }),
  },
  its: {
    locQualityIssues: element({
      attributes: { 'xml:id!': plainName, version: text },
      foreign: 'any',
      children: ['its:locQualityIssue+'],
    }),
    locQualityIssue: element({ attributes: { version: text, ...issue }, foreign: 'any' }),
    provenanceRecords: element({
      attributes: { 'xml:id!': plainName, version: text },
      foreign: 'any',
      children: ['its:provenanceRecord+'],
    }),
    provenanceRecord: element({ attributes: { version: text, annotatorsRef: text, ...provenance }, foreign: 'any' }),
  },
}

/** The model of a module's element; in 2.2 a resource may have notes. */
export function moduleModel(
  prefix: ModulePrefix,
  local: string,
  version: '1.2' | '2.0' | '2.2',
): ElementModel | undefined {
  if (version === '2.2' && prefix === 'res' && local === 'resourceItem') return resourceItem22
  const ofModule = models[prefix]
  return ofModule && Object.hasOwn(ofModule, local) ? ofModule[local] : undefined
}

const htmlElements =
  'a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em h1 h2 h3 h4 h5 h6 head hr html i img label legend li ol p pre q s samp select small span strike strong sub sup table tbody td tfoot th thead title tr tt u ul'

/** Attributes of modules that stand on elements of the core and of other modules, by prefix and local name. */
export const moduleAttributes: Readonly<Partial<Record<ModulePrefix, Readonly<Record<string, ValueType>>>>> = {
  fs: { fs: choice(...htmlElements.split(' ')), subFs: text },
  slr: {
    equivStorage: text,
    sizeInfo: text,
    sizeInfoRef: nameToken,
    sizeRestriction: text,
    storageRestriction: text,
  },
  its: {
    version: choice('2.0'),
    allowedCharacters: text,
    annotatorsRef: text,
    localeFilterList: text,
    localeFilterType: choice('include', 'exclude'),
    locQualityIssuesRef: text,
    ...issue,
    locQualityRatingProfileRef: text,
    locQualityRatingScore: percent,
    locQualityRatingScoreThreshold: percent,
    locQualityRatingVote: whole0,
    locQualityRatingVoteThreshold: whole0,
    mtConfidence: confidence,
    provenanceRecordsRef: text,
    ...provenance,
    taClassRef: text,
    taConfidence: confidence,
    taIdent: text,
    taIdentRef: text,
    taSource: text,
    termConfidence: confidence,
  },
  itsm: { domains: text, lang: languageTag },
  pgs: { switch: text, case: text },
}
