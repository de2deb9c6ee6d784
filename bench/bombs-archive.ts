import { crc32, deflateRawSync } from 'node:zlib'

/** A file of an archive whose headers may lie about it. */
export interface PackedFile {
  readonly name: string
  readonly data: Uint8Array
  /** The size that the headers state, in bytes; the true one unless given. */
  readonly stated?: number
  /** Whether the headers say that it is encrypted. */
  readonly encrypted?: boolean
}

/** A ZIP archive (APPNOTE 6.3.10) of deflated files, as it is or with lies in its headers. */
export function archiveWith(files: readonly PackedFile[]): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { name, data, stated = data.length, encrypted = false } of files) {
    const packed = deflateRawSync(data, { level: 9 })
    const title = Buffer.from(name)
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(encrypted ? 1 : 0, 2)
    about.writeUInt16LE(8, 4)
    about.writeUInt32LE(crc32(data), 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(stated, 18)
    about.writeUInt16LE(title.length, 22)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    about.copy(entry, 6)
    entry.writeUInt32LE(offset, 42)
    locals.push(Buffer.from([0x50, 0x4b, 3, 4]), about, title, packed)
    entries.push(entry, title)
    offset += 30 + title.length + packed.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}
