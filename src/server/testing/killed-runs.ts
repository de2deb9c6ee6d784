import assert from 'node:assert/strict'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { DocumentView } from '../../contract/views/documents.ts'
import type { DraftingStatus } from '../../contract/views/drafting.ts'
import { plain } from '../../model/inline.ts'
import { serveProcess } from './serve-process.ts'
import { testServer, type Visitor, visitorOf } from './server.ts'
import { atOnce, fewestCalls, program, startVillageModel, storms, villages } from './village-model.ts'

const sentences = 400
/** Answers that may be judged and not yet written: see `startWork` in `drafting/run-course.ts`. */
const unwritten = Math.max(1, availableParallelism() - 1) + 1

/** A workspace with the shipped glossary, which has the term, a document to draft, a model for it and a translator who is signed in. */
interface Prepared {
  readonly folder: string
  readonly document: string
  readonly cookie: string
}

type Model = Awaited<ReturnType<typeof startVillageModel>>

/** What a seed does: faults by their turn, the answer after which the server is killed, and how much later. */
function planOf(random: () => number) {
  const faults = Array.from({ length: 20 }, () =>
    random() < 0.2 ? (storms[Math.floor(random() * storms.length)] ?? null) : null,
  )
  return {
    faults,
    killAt: 1 + Math.floor(random() * 20),
    later: Math.floor(random() * 25),
    person: Math.floor(random() * sentences),
  }
}

/**
 * For each seed drafts a document by a server in a process of its own, kills it with SIGKILL in mid-run, starts it anew
 * and has it draft what is left. Holds that no answer of the journal is asked for again, that what a person wrote stays,
 * that every sentence is drafted, that no more is asked than has to be, and that the run's account is the service's.
 */
export async function killRuns(
  seeds: readonly number[],
  /** Gives the chance of a seed. */
  createRandom: (seed: number) => () => number,
): Promise<void> {
  let spoiled = () => {}
  const model = await startVillageModel(async (asked) => {
    await wait(15)
    spoiled()
    return asked
  })
  const prepared = await prepare(model)
  try {
    for (const seed of seeds) {
      const folder = mkdtempSync(join(tmpdir(), 'duizhao-kill-'))
      try {
        cpSync(prepared.folder, folder, { recursive: true })
        await killRun(planOf(createRandom(seed)), { ...prepared, folder }, model, (act) => {
          spoiled = act
        })
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error })
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    }
  } finally {
    await model.stop()
    rmSync(prepared.folder, { recursive: true, force: true })
  }
}

async function prepare(model: Model): Promise<Prepared> {
  const server = await testServer()
  try {
    const administrator = await server.signIn('administrator')
    const translator = await server.signIn('translator')
    const send = async (visitor: Visitor, method: string, path: string, body: unknown) => {
      const answer = await visitor.send(method, path, body)
      assert.equal(answer.status, 200, JSON.stringify(answer.body))
      return answer.body
    }
    const openai = { baseUrl: `http://127.0.0.1:${model.port}/v1`, model: 'some-model', key: '' }
    await send(administrator, 'PUT', '/api/settings/engine', { active: 'openai-compatible', openai, consent: true })
    const bytes = new TextEncoder().encode(villages(sentences))
    const { id } = await send(translator, 'POST', '/api/documents?filename=villages.txt', bytes)
    return { folder: server.folder, document: id, cookie: translator.cookie }
  } finally {
    await server.stop()
  }
}

async function killRun(
  { faults, killAt, later, person }: ReturnType<typeof planOf>,
  { folder, document, cookie }: Prepared,
  model: Model,
  afterAnswer: (act: () => void) => void,
): Promise<void> {
  const first = await serveProcess(folder)
  const before = visitorOf(first.address, cookie)
  const ids = Object.keys((await view(before, document)).state.segments)
  const mine = ids[person] ?? ''
  const edited = await before.send('PUT', `/api/documents/${document}/segments/${mine}`, {
    base: 0,
    target: ['A person wrote this.'],
  })
  assert.equal(edited.status, 200, JSON.stringify(edited.body))

  const requestsBefore = model.requests.length
  model.fail(null, null, ...faults)
  let answers = 0
  const killed = once(first.child, 'exit')
  afterAnswer(() => {
    answers += 1
    if (answers === killAt + 1) setTimeout(() => first.child.kill('SIGKILL'), later)
  })
  await before.send('POST', `/api/documents/${document}/drafting`, {})
  assert.equal((await killed)[1], 'SIGKILL')
  afterAnswer(() => {})
  // Answers that nobody waits for any more.
  await wait(40)

  const second = await serveProcess(folder)
  try {
    const visitor = visitorOf(second.address, cookie)
    const kept = (await view(visitor, document)).state.segments
    const journalled = new Set(
      Object.entries(kept).flatMap(([id, { draft }]) =>
        draft && draft.compliance.met.length === draft.compliance.asked.length ? [id] : [],
      ),
    )
    model.askedFor.length = 0
    const requestsBetween = model.requests.length
    const status = await drafted(visitor, document)
    assert.deepEqual([status.refused, status.without], [undefined, 0])
    const counted = status.spending.reduce((sum, { requests }) => sum + requests, 0)
    assert.equal(counted, model.requests.length - requestsBetween, 'the account and the server agree')
    const again = model.askedFor.filter(({ id }) => journalled.has(id))
    assert.deepEqual(again, [], 'no answer of the journal is asked for again')
    const { segments } = (await view(visitor, document)).state
    for (const id of ids) {
      const { target = [], draft } = segments[id] ?? {}
      if (id === mine) assert.deepEqual([plain(target), draft], ['A person wrote this.', undefined])
      else assert.ok(draft && plain(target).includes(program.english), `${id} is drafted`)
    }
    const made = model.requests.length - requestsBefore
    const injected = faults.filter((fault) => fault !== null).length
    // Each run asks for the models and tries one sentence, and the second may begin both rungs with a call that is not full.
    const most = fewestCalls(sentences) + injected + atOnce + unwritten + 2 * 2 + 2
    assert.ok(made <= most, `${made} requests, at most ${most}: ${journalled.size} sentences were in the journal`)
  } finally {
    second.child.kill('SIGKILL')
  }
}

async function view(visitor: Visitor, document: string): Promise<DocumentView> {
  const { status, body } = await visitor.send('GET', `/api/documents/${document}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body
}

/** Drafts what is left, and gives the account of the run. */
async function drafted(visitor: Visitor, document: string): Promise<DraftingStatus> {
  await visitor.send('POST', `/api/documents/${document}/drafting`, {})
  for (;;) {
    const { drafting } = await view(visitor, document)
    if (drafting?.running === false) return drafting
    await wait(20)
  }
}
