import { readFile, stat } from 'node:fs/promises'
import { fileLimits } from '../model/file-limits.ts'
import { type Refusal, refuse } from '../model/refusal.ts'

/** The bytes of a file; one that is too large is refused before it is read. Throws if there is no such file. */
export async function readInput(
  file: string,
  most: number = fileLimits.bytes,
): Promise<Uint8Array<ArrayBuffer> | Refusal> {
  const status = await stat(file)
  // Reading a folder fails with an error that does not name it.
  if (status.isDirectory()) throw Object.assign(new Error(file), { code: 'EISDIR', syscall: 'read', path: file })
  if (status.size > most) return refuse('file-too-large', { megabytes: String(most / 2 ** 20) })
  const { buffer, byteOffset, byteLength } = await readFile(file)
  // Not a copy: a file of tens of megabytes is held once.
  return new Uint8Array(buffer, byteOffset, byteLength)
}
