import { core12 } from './core12.ts'
import { type ElementModel, element, textElement } from './element-model.ts'
import {
  choice,
  direction,
  languageOrNone,
  languageTag,
  nameToken,
  nameTokens,
  octets,
  text,
  userDefined,
  whole,
  yesNo,
} from './values.ts'

const space = choice('default', 'preserve')
const reorder = choice('yes', 'firstNo', 'no')
const codeType = choice('fmt', 'ui', 'quote', 'link', 'image', 'other')
const subType = { type: 'user-defined', accepts: (value: string) => /^[^\s:]+:[^\s:]+$/.test(value) } as const
/** The part behind the colon is any text here, unlike that of types. */
const subState = {
  type: 'user-defined',
  accepts: (value: string) => /^[^\s:]+:./s.test(value) && !value.startsWith('xlf:'),
} as const
const markerType = {
  type: 'user-defined',
  values: ['generic', 'comment', 'term'],
  accepts: (value: string) => /^(?:generic|comment|term|[^\s:]+:[^\s:]+)$/.test(value),
} as const

const inline = ['cp|ph|pc|sc|ec|mrk|sm|em*']
const hints = { canCopy: yesNo, canDelete: yesNo, canReorder: reorder }
const kind = { copyOf: nameToken, type: codeType, subType }
const single = { disp: text, equiv: text, dataRef: nameToken, subFlows: nameTokens }
const marker = { 'id!': nameToken, translate: yesNo, type: markerType, ref: text, value: text }
const resegment = { canResegment: yesNo, translate: yesNo, srcDir: direction, trgDir: direction }
const named = { 'id!': nameToken, name: text, type: userDefined, ...resegment, 'xml:space': space }
const inXliff = { 'srcLang!': languageTag, trgLang: languageTag, 'xml:space': space }
const part = ['source', 'target?']
const note = {
  id: nameToken,
  appliesTo: choice('source', 'target'),
  category: text,
  priority: whole(1, 10),
}

/** The core of XLIFF 2.0 and 2.1 (§4.2, and its schema). */
const core20: Readonly<Record<string, ElementModel>> = {
  xliff: element({ attributes: { 'version!': choice('2.0', '2.1'), ...inXliff }, foreign: 'any', children: ['file+'] }),
  file: element({
    attributes: { 'id!': nameToken, original: text, ...resegment, 'xml:space': space },
    foreign: 'any',
    children: ['skeleton?', '*', 'notes?', 'unit|group+'],
    modules: {
      'mda:metadata': 1,
      'res:resourceData': 1,
      'slr:profiles': 1,
      'slr:data': 1,
      'val:validation': 1,
      'ctr:changeTrack': 'many',
      'its:provenanceRecords': 'many',
    },
  }),
  skeleton: element({ attributes: { href: text }, text: true, children: ['*'] }),
  group: element({
    attributes: named,
    foreign: 'any',
    children: ['*', 'notes?', 'unit|group*'],
    modules: {
      'mda:metadata': 1,
      'slr:data': 1,
      'val:validation': 1,
      'ctr:changeTrack': 'many',
      'its:provenanceRecords': 'many',
    },
  }),
  unit: element({
    attributes: named,
    foreign: 'any',
    children: ['*', 'notes?', 'originalData?', 'segment|ignorable+'],
    modules: {
      'mtc:matches': 1,
      'gls:glossary': 1,
      'mda:metadata': 1,
      'res:resourceData': 1,
      'slr:data': 1,
      'val:validation': 1,
      'ctr:changeTrack': 'many',
      'its:locQualityIssues': 'many',
      'its:provenanceRecords': 'many',
    },
  }),
  segment: element({
    attributes: {
      id: nameToken,
      canResegment: yesNo,
      state: choice('initial', 'translated', 'reviewed', 'final'),
      subState,
    },
    children: part,
  }),
  ignorable: element({ attributes: { id: nameToken }, children: part }),
  notes: element({ children: ['note+'] }),
  note: textElement(note, 'any'),
  originalData: element({ children: ['data+'] }),
  data: element({
    attributes: { 'id!': nameToken, dir: direction, 'xml:space': choice('preserve') },
    text: true,
    children: ['cp*'],
  }),
  source: element({ attributes: { 'xml:lang': languageOrNone, 'xml:space': space }, text: true, children: inline }),
  target: element({
    attributes: { 'xml:lang': languageOrNone, 'xml:space': space, order: whole(1) },
    text: true,
    children: inline,
  }),
  cp: element({ attributes: { 'hex!': octets } }),
  ph: element({ attributes: { 'id!': nameToken, ...hints, ...kind, ...single }, foreign: 'codes' }),
  pc: element({
    attributes: {
      'id!': nameToken,
      ...hints,
      ...kind,
      canOverlap: yesNo,
      dir: direction,
      dispStart: text,
      dispEnd: text,
      equivStart: text,
      equivEnd: text,
      dataRefStart: nameToken,
      dataRefEnd: nameToken,
      subFlowsStart: nameTokens,
      subFlowsEnd: nameTokens,
    },
    foreign: 'codes',
    text: true,
    children: inline,
  }),
  sc: element({
    attributes: { 'id!': nameToken, isolated: yesNo, canOverlap: yesNo, dir: direction, ...hints, ...kind, ...single },
    foreign: 'codes',
  }),
  ec: element({
    attributes: {
      id: nameToken,
      startRef: nameToken,
      isolated: yesNo,
      canOverlap: yesNo,
      dir: direction,
      ...hints,
      ...kind,
      ...single,
    },
    foreign: 'codes',
  }),
  mrk: element({ attributes: marker, foreign: 'any-but-xml', text: true, children: inline }),
  sm: element({ attributes: marker, foreign: 'any-but-xml' }),
  em: element({ attributes: { 'startRef!': nameToken } }),
}

/** The core of XLIFF 2.2: notes and metadata of a whole document, `ref` of notes, cases of segments. */
const core22: Readonly<Record<string, ElementModel>> = {
  ...core20,
  xliff: element({
    attributes: { 'version!': choice('2.0', '2.1', '2.2'), ...inXliff },
    foreign: 'any',
    children: ['notes?', 'mda:metadata?', 'file+'],
  }),
  segment: { ...(core20.segment ?? element({})), foreign: 'pgs' },
  note: textElement({ ...note, ref: text }, 'any'),
}

export const coreModels = { '1.2': core12, '2.0': core20, '2.2': core22 } as const
