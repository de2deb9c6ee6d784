import { type ElementModel, element } from './element-model.ts'
import { languageTag, text } from './values.ts'

const inline = ['g|x|bx|ex|ph|it|bpt|ept|mrk*']
const native = ['sub*']
const units = 'group|trans-unit|bin-unit*'
const about = 'context-group|count-group|prop-group|note|alt-trans|*'

/** Elements of which only what must be there is told; attributes that are not told may be any. */
function loose(parts: Parameters<typeof element>[0]): ElementModel {
  return { ...element({ ...parts, foreign: 'any' }), loose: true }
}

const code = { attributes: { 'id!': text }, text: true, children: native }

/** The structure of XLIFF 1.2 (§2.2): which elements must and may stand where, and attributes that must be there. */
export const core12: Readonly<Record<string, ElementModel>> = {
  xliff: loose({ attributes: { 'version!': text }, children: ['*', 'file+'] }),
  file: loose({
    attributes: {
      'original!': text,
      'source-language!': languageTag,
      'datatype!': text,
      'target-language': languageTag,
    },
    children: ['header?', 'body'],
  }),
  header: loose({ children: ['skl?', 'phase-group?', 'glossary|reference|count-group|prop-group|note|tool|**'] }),
  skl: loose({ children: ['internal-file|external-file'] }),
  body: loose({ children: [units] }),
  group: loose({ children: ['context-group|count-group|prop-group|note|**', units] }),
  'trans-unit': loose({ attributes: { 'id!': text }, children: ['source', 'seg-source?', 'target?', `${about}*`] }),
  'bin-unit': loose({
    attributes: { 'id!': text, 'mime-type!': text },
    children: ['bin-source', 'bin-target?', 'context-group|count-group|prop-group|note|trans-unit|**'],
  }),
  'alt-trans': loose({ children: ['source?', 'seg-source?', 'target+', 'context-group|prop-group|note|**'] }),
  source: loose({ text: true, children: inline }),
  'seg-source': loose({ text: true, children: inline }),
  target: loose({ text: true, children: inline }),
  g: loose({ attributes: { 'id!': text }, text: true, children: inline }),
  x: loose({ attributes: { 'id!': text } }),
  bx: loose({ attributes: { 'id!': text } }),
  ex: loose({ attributes: { 'id!': text } }),
  ph: loose(code),
  bpt: loose(code),
  ept: loose(code),
  it: loose({ attributes: { 'id!': text, 'pos!': text }, text: true, children: native }),
  sub: loose({ text: true, children: inline }),
  mrk: loose({ attributes: { 'mtype!': text }, text: true, children: inline }),
}
