import { marianFile, type Tensor } from './marian-file.ts'
import { specialPieces, vocabularyFile } from './vocabulary-file.ts'

/** One vocabulary for both languages, or one for each. */
export type Vocabularies = 'joint' | 'separate'

/** The files of a model as the offline engine loads them. */
export interface TinyModel {
  readonly model: Buffer
  readonly sourceVocabulary: Buffer
  readonly targetVocabulary: Buffer
}

type Floats = Float32Array<ArrayBuffer>

/** Numbers of one embedding, and of a piece's code in it; the rest is its place in the text. */
const width = 128
const half = width / 2
const codeLength = half / 2 - 4
/** Where the codes of Chinese and of English pieces stand: at the slow waves of a place, which hardly move. */
const chineseAt = half / 2
const englishAt = half + half / 2
/**
 * Waves so slow that they stand still, at 0 and at 1, and have no code: normalisation shifts every number by as much as
 * these, which take it back.
 */
const zeroAt = half - 1
const unitAt = width - 1
/** How many waves, the fastest, tell one place from the next. */
const waves = 12
/** How strong a code is after the square root of the width has been multiplied in, a place being 1. */
const strength = 2

const configuration = (vocabularies: readonly [number, number], isJoint: boolean) => `dec-cell: ssru
dec-depth: 1
dim-emb: ${width}
dim-vocabs:
  - ${vocabularies[0]}
  - ${vocabularies[1]}
enc-depth: 1
enc-type: bidirectional
layer-normalization: false
tied-embeddings: ${!isJoint}
tied-embeddings-all: ${isJoint}
tied-embeddings-src: false
transformer-decoder-autoreg: rnn
transformer-dim-ffn: ${width}
transformer-ffn-activation: relu
transformer-ffn-depth: 2
transformer-heads: 1
transformer-postprocess: dan
transformer-postprocess-emb: d
transformer-postprocess-top: ""
transformer-preprocess: ""
transformer-train-position-embeddings: false
type: transformer
version: tiny
`

/**
 * A model in the real format that knows a few words: piece by piece it writes the English of a Chinese one, and English
 * as it is. Its weights are made, not trained: the decoder looks at the place in the source that it has come to, and
 * takes the code of the piece there; codes are random. Everything else, layers, normalisation, 8 bits, is as in the
 * models of Firefox. `words` are whole pieces of a text, which may have blanks.
 */
export function tinyModel(words: ReadonlyMap<string, string>, vocabularies: Vocabularies): TinyModel {
  const pairs = [...words].map(([source, target]) => [marked(source), marked(target)] as const)
  const english = [...new Set([...pairs.map(([, target]) => target), ...plainPieces()])]
  const chinese = [...new Set(pairs.map(([source]) => source))].filter((piece) => !english.includes(piece))
  const codes = new Map([...specialPieces, ...english].map((piece, at) => [piece, codeOf(at)]))
  const inEnglish = new Map(pairs)
  const row = (piece: string): Floats => {
    const values = new Float32Array(width)
    const translation = codes.has(piece) ? undefined : inEnglish.get(piece)
    const code = codes.get(translation ?? piece) ?? []
    const from = translation === undefined ? englishAt : chineseAt
    for (const [at, value] of code.entries()) values[from + at] = (value * strength) / Math.sqrt(width)
    return values
  }
  const embedding = (name: string, pieces: readonly string[]): Tensor => {
    const rows = [...specialPieces, ...pieces].map(row)
    const values = Float32Array.from(rows.flatMap((one) => [...one]))
    return { name, shape: [rows.length, width], values, as: 'int8' }
  }
  const joint = filled([...chinese, ...english])
  const source = vocabularies === 'joint' ? joint : filled([...english, ...chinese])
  const target = vocabularies === 'joint' ? joint : filled(english)
  const sizes = [source.length + specialPieces.length, target.length + specialPieces.length] as const
  const embeddings =
    vocabularies === 'joint'
      ? [embedding('Wemb', joint)]
      : [embedding('encoder_Wemb', source), embedding('decoder_Wemb', target)]
  return {
    model: marianFile(configuration(sizes, vocabularies === 'joint'), [...embeddings, ...layers(sizes[1])]),
    sourceVocabulary: vocabularyFile(source),
    targetVocabulary: vocabularyFile(target),
  }
}

const marked = (text: string) => text.replaceAll(' ', '▁')

/** What English text can be written with, letter by letter. */
function plainPieces(): readonly string[] {
  return ['▁', ...Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)), '“', '”', '’']
}

/** Models have a multiple of eight pieces. */
function filled(pieces: readonly string[]): readonly string[] {
  const missing = (8 - ((pieces.length + specialPieces.length) % 8)) % 8
  return [...pieces, ...Array.from({ length: missing }, (_, at) => `<unused${at}>`)]
}

/** The code of the nth piece: +1 and -1 by a generator of its own, so that a model is always the same. */
function codeOf(nth: number): readonly number[] {
  let state = (nth + 1) * 2_654_435_761
  return Array.from({ length: codeLength }, () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    return ((state >>> 16) & 1) === 1 ? 1 : -1
  })
}

function layers(targetPieces: number): readonly Tensor[] {
  const places = unshifted(20, (at) => (at % half < waves ? zeroAt : null))
  const codes = unshifted(1, (at) => codeAt(at))
  return [
    ...matrix('encoder_l1_self_Wq'),
    ...matrix('encoder_l1_self_Wk'),
    ...matrix('encoder_l1_self_Wv'),
    ...matrix('encoder_l1_self_Wo'),
    ...biases('encoder_l1_self', ['bq', 'bk', 'bv', 'bo']),
    ...norm('encoder_l1_self_Wo'),
    ...feedForward('encoder_l1'),
    ...matrix('decoder_l1_rnn_W'),
    ...matrix('decoder_l1_rnn_Wf'),
    ...biases('decoder_l1_rnn', ['bf']),
    ...norm('decoder_l1_rnn_ffn'),
    ...matrix('decoder_l1_context_Wq', places),
    ...matrix('decoder_l1_context_Wk', places),
    ...matrix('decoder_l1_context_Wv', codes),
    ...matrix('decoder_l1_context_Wo', toEnglish()),
    ...biases('decoder_l1_context', ['bq', 'bk', 'bv', 'bo']),
    ...norm('decoder_l1_context_Wo'),
    ...feedForward('decoder_l1'),
    vector('decoder_ff_logit_out_b', targetPieces, 0),
    factor('none'),
    factor('decoder_Wemb'),
  ]
}

/** The code of the piece looked at, from where Chinese or English has it to where English has it. */
function toEnglish(): Floats {
  const values = new Float32Array(width * width)
  for (let at = 0; at < codeLength; at += 1) {
    values[(chineseAt + at) * width + englishAt + at] = 8
    values[(englishAt + at) * width + englishAt + at] = 8
  }
  return values
}

/** Lets some numbers through, `value` times as large, each less the one that shows its shift; null for those left out. */
function unshifted(value: number, shownBy: (at: number) => number | null): Floats {
  const values = new Float32Array(width * width)
  for (let at = 0; at < width; at += 1) {
    const shift = shownBy(at)
    if (shift === null) continue
    values[at * width + at] = value
    values[shift * width + at] = -value
  }
  return values
}

function codeAt(at: number): number | null {
  if (at >= chineseAt && at < chineseAt + codeLength) return zeroAt
  return at >= englishAt && at < englishAt + codeLength ? unitAt : null
}

function matrix(name: string, values: Floats = new Float32Array(width * width)): readonly Tensor[] {
  return [{ name, shape: [width, width], values, as: 'int8' }, factor(name)]
}

/** By what the input of a matrix is multiplied to fit into 8 bits: no value of it is above 3. */
function factor(name: string): Tensor {
  return { ...vector(`${name}_QuantMultA`, 1, 127 / 3), shape: [1] }
}

function vector(name: string, length: number, value: number): Tensor {
  return { name, shape: [1, length], values: new Float32Array(length).fill(value), as: 'float32' }
}

function biases(prefix: string, names: readonly string[]): readonly Tensor[] {
  return names.map((name) => vector(`${prefix}_${name}`, width, 0))
}

function norm(prefix: string): readonly Tensor[] {
  return [vector(`${prefix}_ln_scale`, width, 1), vector(`${prefix}_ln_bias`, width, 0)]
}

function feedForward(prefix: string): readonly Tensor[] {
  return [
    ...matrix(`${prefix}_ffn_W1`),
    ...matrix(`${prefix}_ffn_W2`),
    ...biases(`${prefix}_ffn`, ['b1', 'b2']),
    ...norm(`${prefix}_ffn_ffn`),
  ]
}
