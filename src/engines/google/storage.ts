import { unlessAborted } from '../abort.ts'
import type { GoogleClient } from './client.ts'
import { StorageFailure } from './errors.ts'

/** A bucket, reached by the credentials of the translation client. */
export interface Bucket {
  readonly client: GoogleClient
  readonly bucket: string
  /** The origin of Cloud Storage. */
  readonly storage: string
}

const timeout = 60_000

/** Puts a text into a bucket by the JSON interface (Cloud Storage, `objects.insert`), in the place of one of that name. */
export async function uploadObject(bucket: Bucket, name: string, text: string, signal: AbortSignal): Promise<void> {
  const path = `/upload/storage/v1/b/${encodeURIComponent(bucket.bucket)}/o`
  const url = `${bucket.storage}${path}?uploadType=media&name=${encodeURIComponent(name)}`
  const headers = { 'content-type': 'text/tab-separated-values; charset=utf-8' }
  await ask(bucket, { url, method: 'POST', headers, body: text }, signal)
}

/** Deletes an object (`objects.delete`). */
export async function deleteObject(bucket: Bucket, name: string, signal: AbortSignal): Promise<void> {
  const path = `/storage/v1/b/${encodeURIComponent(bucket.bucket)}/o/${encodeURIComponent(name)}`
  await ask(bucket, { url: `${bucket.storage}${path}`, method: 'DELETE' }, signal)
}

interface StorageRequest {
  readonly url: string
  readonly method: 'POST' | 'DELETE'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

async function ask({ client }: Bucket, request: StorageRequest, signal: AbortSignal): Promise<void> {
  const authorised = await unlessAborted(client.auth.getClient(), signal)
  try {
    await unlessAborted(authorised.request({ ...request, timeout, signal, retry: false }), signal)
  } catch (error) {
    signal.throwIfAborted()
    throw new StorageFailure(error)
  }
}
