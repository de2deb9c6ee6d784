import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createRandom } from '../../bench/random.ts'
import { plain } from '../model/inline.ts'
import { createMemoryDoors } from '../stores/in-memory/doors.ts'
import { changeEngine } from '../workspace/core/engine-settings.ts'
import { openWorkspace } from '../workspace/core/open.ts'
import { startDrafting } from '../workspace/documents/drafting.ts'
import { importDocument } from '../workspace/documents/import.ts'
import { changeSegment } from '../workspace/documents/segments.ts'
import { given, openOffice, stateOf, textFile } from '../workspace/fixtures/office.ts'
import { addTerm } from '../workspace/glossary/terms.ts'
import { createEngines } from './engines.ts'
import { atOnce, fewestCalls, program, startVillageModel, storms, villages } from './testing/village-model.ts'

/** Runs of each seed are the same, faults and all, but for the order in which answers come. */
const seeds = 200
const sentences = 90
/** What a seed does to a run: faults by their turn, an answer cut short now and then, and the turn at which it is killed. */
function planOf(seed: number) {
  const random = createRandom(seed)
  const faults = Array.from({ length: 14 }, () =>
    random() < 0.3 ? (storms[Math.floor(random() * storms.length)] ?? null) : null,
  )
  const cut = new Set(Array.from({ length: 3 }, () => Math.floor(random() * 8)))
  return {
    faults,
    cut,
    killAfter: random() < 0.5 ? 1 + Math.floor(random() * 60) : null,
    person: Math.floor(random() * sentences),
  }
}

async function tell(seed: number): Promise<void> {
  const { cut } = planOf(seed)
  let answers = 0
  let cuts = 0
  const model = await startVillageModel((asked) => {
    if (!cut.has(answers++) || asked.length < 2) return asked
    cuts += 1
    return asked.slice(0, Math.floor(asked.length / 2))
  })
  try {
    await tellOfRun(seed, model, () => cuts)
  } finally {
    await model.stop()
  }
}

async function tellOfRun(
  seed: number,
  model: Awaited<ReturnType<typeof startVillageModel>>,
  cuts: () => number,
): Promise<void> {
  const { faults, killAfter, person } = planOf(seed)
  const doors = createMemoryDoors()
  const office = await openOffice(doors, { engines: createEngines('').open })
  const settings = { baseUrl: `http://127.0.0.1:${model.port}/v1`, model: 'some-model', key: '' }
  given(
    await changeEngine(office.workspace, office.admin, {
      active: 'openai-compatible',
      google: { project: '', location: '', glossary: '' },
      openai: settings,
    }),
  )
  const renderings = [{ text: program.english, status: 'preferred' as const }]
  const term = {
    source: [program.source],
    renderings,
    status: 'proposed' as const,
    domain: '',
    note: '',
    authority: '',
  }
  given(await addTerm(office.workspace, office.translator, { term }))
  const { id: document } = given(
    await importDocument(office.workspace, office.translator, textFile(villages(sentences))),
  )
  const ids = [...(await stateOf(office.workspace, document)).segments.keys()]
  const mine = ids[person] ?? ''
  const command = { type: 'edit', segment: mine, base: 0, target: ['A person wrote this.'] } as const
  given(await changeSegment(office.workspace, office.translator, { document, command }))

  model.fail(...faults)
  const requestsBefore = model.requests.length
  let inFlight = 0
  let runs = 0
  let { workspace } = office
  const journalled = new Set<string>()
  if (killAfter !== null) {
    given(await startDrafting(workspace, office.translator, { document }))
    runs += 1
    const run = workspace.runs.get(document)
    while (run?.status().running && run.status().done < killAfter) await new Promise(setImmediate)
    run?.stop()
    await run?.ended
    // What a killed process leaves is its journal: everything else is opened anew from it.
    for (const [id, { draft }] of (await stateOf(workspace, document)).segments) {
      if (draft && draft.compliance.met.length === draft.compliance.asked.length) journalled.add(id)
    }
    inFlight = atOnce
    workspace = openWorkspace(office.world)
  }
  model.askedFor.length = 0
  const secondBefore = model.requests.length
  for (let tries = 0; tries < 5; tries += 1) {
    given(await startDrafting(workspace, office.translator, { document }))
    runs += 1
    const run = workspace.runs.get(document)
    await run?.ended
    const status = run?.status()
    if (killAfter === null && tries === 0) {
      const counted = status?.spending.reduce((sum, { requests }) => sum + requests, 0) ?? 0
      assert.equal(counted, model.requests.length - secondBefore, 'the account and the server agree')
    }
    // What was left out of two answers is plainly undrafted, and a person asks again.
    if (!status?.refused && status?.without === 0) break
  }
  const state = await stateOf(workspace, document)
  for (const id of ids) {
    const { target, draft } = state.segments.get(id) ?? assert.fail()
    if (id === mine) assert.deepEqual([plain(target), draft], ['A person wrote this.', undefined])
    else assert.ok(target.length > 0 && draft, `${id} is drafted`)
  }
  const again = model.askedFor.filter(({ id }) => journalled.has(id))
  assert.deepEqual(again, [], 'no answer of the journal is asked for again')
  const least = fewestCalls(sentences)
  const made = model.requests.length - requestsBefore
  const injected = faults.filter((fault) => fault !== null).length + cuts()
  // Each run asks for the models and tries one sentence, and each further one may begin both rungs with a call that is not full.
  const most = least + injected + inFlight + 2 * runs + 2 * (runs - 1)
  assert.ok(made <= most, `${made} requests in ${runs} runs, ${least} needed, ${injected} faults`)
}

for (let from = 0; from < seeds; from += 50) {
  test(`drafting under faults, seeds ${from} to ${from + 49}`, async () => {
    for (let seed = from; seed < from + 50; seed += 1) {
      await tell(seed).catch((error) => {
        throw new Error(`seed ${seed}`, { cause: error })
      })
    }
  })
}
