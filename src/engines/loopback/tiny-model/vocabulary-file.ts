/** Pieces of a vocabulary, a blank written as "▁". Their ids are their places after the two that every vocabulary has. */
export const specialPieces = ['</s>', '<unk>'] as const

const kinds = { normal: 1, unknown: 2, control: 3 }

/**
 * A vocabulary in the format of SentencePiece: its `ModelProto` in protocol buffers, a unigram model whose normaliser
 * changes nothing but blanks. Of two ways to cut a text the one with fewer pieces wins, since each costs the same.
 */
export function vocabularyFile(pieces: readonly string[]): Buffer {
  const all = [...specialPieces, ...pieces].map((piece, id) => {
    const kind = id === 0 ? kinds.control : id === 1 ? kinds.unknown : kinds.normal
    return message(1, [text(1, piece), float(2, id < specialPieces.length ? 0 : -1), number(3, kind)])
  })
  const trainer = message(2, [
    number(3, 1),
    number(4, all.length),
    number(40, 1),
    negative(41),
    number(42, 0),
    negative(43),
  ])
  const normalizer = message(3, [text(1, 'identity'), number(3, 1), number(4, 1), number(5, 1)])
  return Buffer.concat([...all, trainer, normalizer])
}

function key(field: number, wire: number): Buffer {
  return varint(BigInt(field * 8 + wire))
}

function varint(value: bigint): Buffer {
  const bytes: number[] = []
  let rest = value
  do {
    const more = rest >> 7n
    bytes.push(Number(rest & 127n) | (more === 0n ? 0 : 128))
    rest = more
  } while (rest !== 0n)
  return Buffer.from(bytes)
}

function number(field: number, value: number): Buffer {
  return Buffer.concat([key(field, 0), varint(BigInt(value))])
}

/** -1: no such piece. */
function negative(field: number): Buffer {
  return Buffer.concat([key(field, 0), varint((1n << 64n) - 1n)])
}

function float(field: number, value: number): Buffer {
  return Buffer.concat([key(field, 5), Buffer.from(Float32Array.of(value).buffer)])
}

function text(field: number, value: string): Buffer {
  return bytes(field, Buffer.from(value))
}

function message(field: number, parts: readonly Buffer[]): Buffer {
  return bytes(field, Buffer.concat(parts))
}

function bytes(field: number, value: Buffer): Buffer {
  return Buffer.concat([key(field, 2), varint(BigInt(value.length)), value])
}
