/** One tensor of a model. `shape` is that of the matrix as it is multiplied, rows first. */
export interface Tensor {
  readonly name: string
  readonly shape: readonly number[]
  readonly values: Float32Array<ArrayBuffer>
  /** How its values are stored; those of `int8` in 8 bits, a common factor behind them. */
  readonly as: 'float32' | 'int8'
}

const types = { int8: 0x0101, float32: 0x0404, intgemm8: 0x4101 }
const alignment = 256

interface Item {
  readonly name: string
  readonly type: number
  readonly shape: readonly number[]
  readonly bytes: Buffer
}

/**
 * A model in the binary format of Marian, version 1, little-endian: how many items, the lengths of each one's name,
 * shape and data with its type, then all names, all shapes and, from the next multiple of 256 bytes, all data. The
 * configuration is an item of its own. Matrices in 8 bits are stored transposed, as `intgemm` wants them, except
 * embeddings.
 */
export function marianFile(configuration: string, tensors: readonly Tensor[]): Buffer {
  const config = Buffer.from(`${configuration}\0`)
  const items: readonly Item[] = [
    ...tensors.map(itemOf),
    { name: 'special:model.yml', type: types.int8, shape: [config.length], bytes: padded(config) },
  ]
  const names = items.map(({ name }) => Buffer.from(`${name}\0`))
  const shapes = items.map(({ shape }) => Buffer.from(Int32Array.from(shape).buffer))
  const head = Buffer.concat([
    uint64s([1, items.length]),
    ...items.map(({ type, shape, bytes }, at) => uint64s([names[at]?.length ?? 0, type, shape.length, bytes.length])),
    ...names,
    ...shapes,
  ])
  const gap = (Math.floor((head.length + 8) / alignment) + 1) * alignment - head.length - 8
  return Buffer.concat([head, uint64s([gap]), Buffer.alloc(gap), ...items.map(({ bytes }) => bytes)])
}

function itemOf({ name, shape, values, as }: Tensor): Item {
  if (as === 'float32') return { name, shape, type: types.float32, bytes: padded(Buffer.from(values.buffer)) }
  const [rows = 0, columns = 0] = shape
  const factor =
    127 /
    Math.max(
      values.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
      1e-6,
    )
  const quantized = Int8Array.from(values, (value) => Math.round(value * factor))
  const stored = name.includes('Wemb') ? quantized : transposed(quantized, rows, columns)
  const bytes = Buffer.concat([Buffer.from(stored.buffer), Buffer.from(Float32Array.of(factor).buffer)])
  return { name, shape, type: types.intgemm8, bytes: padded(bytes) }
}

function transposed(values: Int8Array, rows: number, columns: number): Int8Array {
  const out = new Int8Array(values.length)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) out[column * rows + row] = values[row * columns + column] ?? 0
  }
  return out
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((alignment - (bytes.length % alignment)) % alignment)])
}

function uint64s(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 8)
  for (const [at, value] of values.entries()) bytes.writeBigUInt64LE(BigInt(value), at * 8)
  return bytes
}
