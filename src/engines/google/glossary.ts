import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { preferredRendering, type Term } from '../../model/term.ts'
import { unlessAborted } from '../abort.ts'
import type { GoogleClient } from './client.ts'
import { statusOf } from './errors.ts'
import { deleteObject, uploadObject } from './storage.ts'

/** Where a glossary is made: the location's resource name, and the bucket that its file is put into. */
export interface GlossaryPlace {
  readonly client: GoogleClient
  readonly parent: string
  readonly bucket: string
  /** The origin of Cloud Storage. */
  readonly storage: string
  readonly languages: { readonly sourceLanguageCode: string; readonly targetLanguageCode: string }
}

/** The most bytes of a term that the service takes. */
const longestTerm = 1024
/** How long a glossary of another content may still be in use by a run, in milliseconds. */
const longestRun = 24 * 3600 * 1000
const ownName = /\/glossaries\/(duizhao-[0-9a-f]{32})$/

/**
 * The termbase as a file of the service: a line for each source form, with its preferred rendering. A form with contexts
 * is left out, since a glossary applies everywhere, and so is one that two terms share; the drafting holds those itself.
 */
export function glossaryFile(terms: readonly Term[]): string {
  const renderings = new Map<string, string | null>()
  for (const term of terms.filter(({ status }) => status !== 'retired')) {
    const rendering = lineOf(preferredRendering(term))
    for (const form of term.source.map(lineOf)) {
      const isShared = renderings.has(form) && renderings.get(form) !== rendering
      const hasContext = term.notBefore !== undefined || term.notAfter !== undefined
      const isLong = [form, rendering].some((text) => text === '' || Buffer.byteLength(text) > longestTerm)
      renderings.set(form, isShared || hasContext || isLong ? null : rendering)
    }
  }
  return [...renderings]
    .flatMap(([form, rendering]) => (rendering === null ? [] : [`${form}\t${rendering}\n`]))
    .sort()
    .join('')
}

/** The file has no quoting, so that white space of any kind is a blank. */
function lineOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** The name of a glossary is the hash of its content, so that the same content is never made twice. */
export function glossaryId(file: string): string {
  return `duizhao-${createHash('sha256').update(file, 'utf8').digest('hex').slice(0, 32)}`
}

/**
 * Sees to it that there is a glossary of this content, and gives its resource name. One that is there is used; else its
 * file is put into the bucket and a glossary made of it. Throws the errors of the client library.
 */
export async function ensureGlossary(place: GlossaryPlace, file: string, signal: AbortSignal): Promise<string> {
  const { client, parent, bucket, languages } = place
  const id = glossaryId(file)
  const name = `${parent}/glossaries/${id}`
  if (await exists(place, name, signal)) return name
  const object = objectOf(id)
  await uploadObject(place, object, file, signal)
  const glossary = {
    name,
    languagePair: languages,
    inputConfig: { gcsSource: { inputUri: `gs://${bucket}/${object}` } },
  }
  try {
    const [operation] = await unlessAborted(client.createGlossary({ parent, glossary }), signal)
    await unlessAborted(operation.promise(), signal)
  } catch (error) {
    // Another run is making the same one.
    if (statusOf(error) !== 409) throw error
    await appearance(place, name, signal)
  }
  return name
}

async function exists({ client }: GlossaryPlace, name: string, signal: AbortSignal): Promise<boolean> {
  try {
    await unlessAborted(client.getGlossary({ name }), signal)
    return true
  } catch (error) {
    if (statusOf(error) === 404) return false
    throw error
  }
}

/** Waits for a glossary that is being made, at most about five minutes. */
async function appearance(place: GlossaryPlace, name: string, signal: AbortSignal): Promise<void> {
  for (let pause = 100; !(await exists(place, name, signal)); pause *= 2) {
    if (pause > 150_000) throw new Error(`the glossary ${name} is not ready`)
    await sleep(pause, undefined, { signal })
  }
}

/**
 * Deletes glossaries that were made from this bucket under a name of ours, are not the current one, and are too old for a
 * run under way to use them. Their files go with them. Does not wait for the deletions to end. Glossaries and files that others made are left alone.
 */
export async function collectGlossaries(
  place: GlossaryPlace,
  current: string,
  now: number,
  signal: AbortSignal,
): Promise<void> {
  const { client, parent, bucket } = place
  const [glossaries] = await unlessAborted(client.listGlossaries({ parent }), signal)
  for (const { name, inputConfig, submitTime } of glossaries) {
    const id = ownName.exec(name ?? '')?.[1]
    if (!name || id === undefined || name === current) continue
    if (inputConfig?.gcsSource?.inputUri !== `gs://${bucket}/${objectOf(id)}`) continue
    if (now - Number(submitTime?.seconds ?? 0) * 1000 < longestRun) continue
    await unlessAborted(client.deleteGlossary({ name }), signal)
    await deleteObject(place, objectOf(id), signal)
  }
}

const objectOf = (id: string) => `${id}.tsv`
