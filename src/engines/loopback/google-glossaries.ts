import { membersOf } from '../../model/names.ts'
import { failure } from './google-failure.ts'
import type { LoopbackAnswer, LoopbackRequest } from './server.ts'

/** A glossary of the loopback service. */
export interface StoredGlossary {
  readonly entries: ReadonlyMap<string, string>
  readonly inputUri: string
  /** When it was made, in milliseconds since 1970. */
  readonly submitted: number
}

/** The state of glossaries and of Cloud Storage, which tests may look at and change. */
export interface GoogleStore {
  /** By resource name. */
  readonly glossaries: Map<string, StoredGlossary>
  /** The text of objects by `gs://` address. */
  readonly objects: Map<string, string>
  readonly buckets: Set<string>
}

const type = (name: string) => `type.googleapis.com/google.cloud.translation.v3.${name}`
const upload = /^\/upload\/storage\/v1\/b\/([^/]+)\/o$/
const object = /^\/storage\/v1\/b\/([^/]+)\/o\/([^/]+)$/
const glossaries = /^\/v3\/(projects\/[^/]+\/locations\/([^/]+))\/glossaries$/
const glossary = /^\/v3\/(projects\/[^/]+\/locations\/[^/]+\/glossaries\/[^/]+)$/
const operation = /^\/v3\/(projects\/[^/]+\/locations\/[^/]+\/operations\/[^/]+)$/

/** Answers requests about glossaries, their operations and their files; null for others. */
export function createGlossaryService(store: GoogleStore): (request: LoopbackRequest) => LoopbackAnswer | null {
  /** Operations under way: the first look finds them unfinished. */
  const operations = new Map<string, { looks: number; readonly ended: () => Readonly<Record<string, unknown>> }>()
  const begin = (parent: string, kind: string, ended: () => Readonly<Record<string, unknown>>): LoopbackAnswer => {
    const name = `${parent}/operations/${operations.size + 1}`
    operations.set(name, { looks: 0, ended })
    return { status: 200, body: { name, metadata: { '@type': type(`${kind}Metadata`) }, done: false } }
  }

  return (request) => {
    const { method, path } = request
    const [, parent = '', location] = glossaries.exec(path) ?? []
    if (parent && method === 'POST')
      return location === 'global' ? failure(400, 'needs a region') : create(parent, request)
    if (parent && method === 'GET') return list(store, parent)
    const name = glossary.exec(path)?.[1]
    if (name) return method === 'DELETE' ? remove(name) : described(store, name)
    const running = operations.get(operation.exec(path)?.[1] ?? '')
    if (running) return look(operation.exec(path)?.[1] ?? '', running)
    return storage(store, request)
  }

  function create(parent: string, { body }: LoopbackRequest): LoopbackAnswer {
    const { name, inputConfig, languagePair } = membersOf(body)
    const { inputUri } = membersOf(membersOf(inputConfig).gcsSource)
    const { sourceLanguageCode, targetLanguageCode } = membersOf(languagePair)
    if (typeof name !== 'string' || !name.startsWith(`${parent}/glossaries/`)) return failure(400, `bad name: ${name}`)
    if (sourceLanguageCode !== 'zh-CN' || targetLanguageCode !== 'en') return failure(400, 'bad language pair')
    if (store.glossaries.has(name)) return failure(409, `Glossary exists: ${name}`)
    const file = store.objects.get(String(inputUri))
    return begin(parent, 'CreateGlossary', () => {
      const rows =
        file
          ?.split('\n')
          .slice(0, -1)
          .map((line) => line.split('\t')) ?? []
      if (file === undefined || rows.some(({ length }) => length !== 2)) {
        return { error: { code: 3, message: `Cannot read ${inputUri}` } }
      }
      const entries = new Map(rows.map(([zh = '', en = '']) => [zh, en]))
      store.glossaries.set(name, { entries, inputUri: String(inputUri), submitted: Date.now() })
      return { response: { '@type': type('Glossary'), ...resource(store, name) } }
    })
  }

  function remove(name: string): LoopbackAnswer {
    if (!store.glossaries.has(name)) return failure(404, `Glossary not found: ${name}`)
    store.glossaries.delete(name)
    return begin(name.replace(/\/glossaries\/.*/, ''), 'DeleteGlossary', () => ({
      response: { '@type': type('DeleteGlossaryResponse'), name },
    }))
  }
}

function look(
  name: string,
  running: { looks: number; readonly ended: () => Readonly<Record<string, unknown>> },
): LoopbackAnswer {
  running.looks += 1
  return { status: 200, body: running.looks < 2 ? { name, done: false } : { name, done: true, ...running.ended() } }
}

function resource(store: GoogleStore, name: string) {
  const { entries, inputUri, submitted } = store.glossaries.get(name) ?? {
    entries: new Map(),
    inputUri: '',
    submitted: 0,
  }
  const submitTime = new Date(submitted).toISOString()
  return { name, inputConfig: { gcsSource: { inputUri } }, entryCount: entries.size, submitTime, endTime: submitTime }
}

function described(store: GoogleStore, name: string): LoopbackAnswer {
  if (!store.glossaries.has(name)) return failure(404, `Glossary not found: ${name}`)
  return { status: 200, body: resource(store, name) }
}

function list(store: GoogleStore, parent: string): LoopbackAnswer {
  const names = [...store.glossaries.keys()].filter((name) => name.startsWith(`${parent}/`))
  return { status: 200, body: { glossaries: names.map((name) => resource(store, name)) } }
}

/** The JSON interface of Cloud Storage: putting an object by `uploadType=media`, and deleting one. */
function storage(
  { buckets, objects }: GoogleStore,
  { method, path, query, body }: LoopbackRequest,
): LoopbackAnswer | null {
  const bucket = (upload.exec(path) ?? object.exec(path))?.[1]
  if (bucket === undefined) return null
  if (!buckets.has(bucket)) return failure(404, 'The specified bucket does not exist.')
  const parameters = new URLSearchParams(query)
  if (method === 'POST' && parameters.get('uploadType') === 'media') {
    const name = parameters.get('name') ?? ''
    objects.set(`gs://${bucket}/${name}`, String(body))
    return { status: 200, body: { kind: 'storage#object', bucket, name } }
  }
  const address = `gs://${bucket}/${decodeURIComponent(object.exec(path)?.[2] ?? '')}`
  if (method !== 'DELETE' || !objects.has(address)) return failure(404, `No such object: ${address}`)
  objects.delete(address)
  return { status: 204, body: null }
}
