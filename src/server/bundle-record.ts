import { readFile, stat } from 'node:fs/promises'
import { z } from 'zod'

/** A file as it was: its size in bytes, and when it was written last, in milliseconds. */
const fileSchema = z.strictObject({ path: z.string(), size: z.number(), modified: z.number() })
const recordSchema = z.strictObject({ inputs: z.array(fileSchema), outputs: z.array(fileSchema) })

/** What a bundle was made from, and the files it came to. */
export type BundleRecord = z.infer<typeof recordSchema>

/** The record in a file; null where there is none, or where it is not one of this version. */
export async function readRecord(path: string): Promise<BundleRecord | null> {
  try {
    return recordSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return null
  }
}

/** The record of a bundle that was made of these files and wrote those. */
export async function recordOf(inputs: readonly string[], outputs: readonly string[]): Promise<BundleRecord> {
  return { inputs: await Promise.all(inputs.map(seen)), outputs: await Promise.all(outputs.map(seen)) }
}

/** Whether every file the bundle was made from, and every file of it, is as the record has it. */
export async function isCurrent({ inputs, outputs }: BundleRecord): Promise<boolean> {
  const same = await Promise.all(
    [...inputs, ...outputs].map(async (file) => {
      const now = await seen(file.path).catch(() => null)
      return now !== null && now.size === file.size && now.modified === file.modified
    }),
  )
  return same.every(Boolean)
}

async function seen(path: string): Promise<BundleRecord['inputs'][number]> {
  const { size, mtimeMs } = await stat(path)
  return { path, size, modified: mtimeMs }
}
