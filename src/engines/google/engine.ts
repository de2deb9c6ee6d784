import { countCodePoints } from '../../model/code-points.ts'
import type { GoogleModel, GoogleSettings, Usage } from '../../model/engine.ts'
import type { MemoryPair } from '../../model/match.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { preferredRendering, type Term } from '../../model/term.ts'
import type { Engine, EngineAnswer, EngineCall, EngineRequest, EngineTarget, OnSent } from '../../ports/engine.ts'
import { charactersOf, failedAnswer } from '../verdict.ts'
import { mostPairs, pairsFor, translateAdaptively } from './adaptive.ts'
import { createClientSource, type GoogleClient, type GoogleConnection } from './client.ts'
import { judgeGoogle } from './errors.ts'
import { collectGlossaries, ensureGlossary, type GlossaryPlace, glossaryFile } from './glossary.ts'
import { probeForms, type SourceForm } from './probe.ts'
import { languages, type Telling, type TextModel, type TranslationWay, translate } from './translate.ts'

type Means = Exclude<Awaited<ReturnType<Engine['prepare']>>, Refusal>

/**
 * Limits of `translateText`, which the client library does not enforce: at most 1,024 items and 30,000 code points. Calls
 * are filled to the 5,000 that the service's page of quotas advises, since it answers longer ones later; 8 of these at
 * once reach its usual quota of 6 million characters a minute at 400 ms a call.
 */
const limits = { items: 1024, codePoints: 5000, longest: 30_000, concurrency: 8 }
const neural: GoogleModel = 'general/nmt'
const languageModel = 'general/translation-llm'
/** A sentence a call, which either has pairs of the memory beside it or goes to the language model as it is. */
const adaptiveLimits = { ...limits, items: 1 }
const cloudStorage = 'https://storage.googleapis.com'

/** What is known of an account once the engine has been made ready. */
interface Readiness {
  /** The resource name of the glossary in use; empty for none. */
  glossary: string
  /** The forms of settled English in the order in which they are tried. */
  forms: readonly SourceForm[] | null
  /** What making ready has used, and no call has given account of yet. */
  owed: Usage
  /** Whether the service has turned down pairs that came with a request. */
  refusesPairs: boolean
}

/**
 * Cloud Translation v3. Terms are held by a glossary, the office's own or one that is made from the termbase where there
 * is a bucket for it, and else by their English in the source, in the form that a probe shows the service to keep. Of
 * the answers under a glossary its rendering is preferred, and the plain translation is used where it has none. Adaptive
 * translation sends similar pairs of the memory with a sentence; where there are none, or the service does not take them,
 * the language model translates it, and the version of the draft says so.
 * Credentials are Application Default Credentials; without them the engine refuses as unavailable.
 */
export function createGoogleEngine(settings: GoogleSettings, connection: GoogleConnection = {}): Engine | Refusal {
  const { project, bucket = '', model = neural, concurrency = limits.concurrency } = settings
  if (project === '') return refuse('engine-unavailable', { engine: 'google', detail: 'no project' })
  const parent = `projects/${project}/locations/${locationOf(settings)}`
  const open = createClientSource(project, connection)
  const ready: Readiness = {
    glossary: bucket === '' ? glossaryNameOf(settings, parent) : '',
    forms: null,
    owed: usageOf(0, 0),
    refusesPairs: false,
  }
  const textModel = model === 'adaptive' ? languageModel : model

  async function call({ means, requests }: EngineCall, signal: AbortSignal, onSent?: OnSent): Promise<EngineAnswer> {
    const [first] = requests
    const pairs = model === 'adaptive' && first && !ready.refusesPairs ? pairsFor(first) : []
    try {
      const client = await open(signal)
      if (isRefusal(client)) return failedAnswer({ again: false, refusal: client }, usageOf(0, 0))
      const way = { parent, model: textModel, means, glossary: means === 'glossary' ? ready.glossary : '' }
      const translations = await translateRequests(client, way, requests, pairs, { signal, onSent })
      const targets = new Map<string, EngineTarget>()
      for (const [at, { id }] of requests.entries()) {
        const target = translations[at]
        if (target) targets.set(id, target)
      }
      return { type: 'answered', targets, usage: settle(ready, usageOf(1, charactersOf(requests))) }
    } catch (error) {
      signal.throwIfAborted()
      const verdict = judgeGoogle(error, project)
      if (pairs.length > 0 && verdict.refusal.code === 'engine-refused') {
        ready.refusesPairs = true
        ready.owed = usageOf(ready.owed.requests + 1, ready.owed.characters)
        return call({ means, requests }, signal, onSent)
      }
      return failedAnswer(verdict, settle(ready, usageOf(1, 0)))
    }
  }

  async function prepare(terms: readonly Term[], signal: AbortSignal): Promise<Means | Refusal> {
    const client = await open(signal)
    if (isRefusal(client)) return client
    if (bucket !== '') {
      const place = { client, parent, bucket, storage: connection.storage ?? cloudStorage, languages }
      const made = await makeGlossary(place, terms, project, signal)
      if (isRefusal(made)) return made
      ready.glossary = made
    }
    const known =
      terms.length === 0
        ? []
        : (ready.forms ?? (await formsOf(client, { project, parent, model: textModel }, ready, signal)))
    if (isRefusal(known)) return known
    if (terms.length > 0) ready.forms = known
    // A service that cannot tell now is asked again before the next run.
    const [first = 'target-in-source', ...others] = known ?? (model === neural ? ['markup', 'target-in-source'] : [])
    return ready.glossary === '' ? [first, ...others] : ['glossary', first, ...others]
  }

  // An estimate does not know the means yet: without a glossary the terms will stand in the sources.
  const expect = ({ means, requests }: EngineCall) =>
    expectedOf(requests, means === 'prompt' && bucket === '' && ready.glossary === '')

  return {
    name: 'google',
    version: model,
    limits: { ...(model === 'adaptive' ? adaptiveLimits : limits), concurrency },
    repairs: false,
    examples: model === 'adaptive' ? mostPairs : 0,
    prepare,
    call,
    expect,
  }
}

/** Of requests without pairs by the model of the way, and of one with pairs by adaptive translation. */
async function translateRequests(
  client: GoogleClient,
  way: TranslationWay,
  requests: readonly EngineRequest[],
  pairs: readonly MemoryPair[],
  telling: Telling,
): Promise<readonly (EngineTarget | undefined)[]> {
  const sources = requests.map(({ source }) => source)
  if (pairs.length === 0) return translate(client, way, sources, telling)
  return [await translateAdaptively(client, way, sources[0] ?? '', pairs, telling)]
}

function expectedOf(requests: readonly EngineRequest[], withMarkup: boolean): Usage {
  return usageOf(1, charactersOf(requests) + (withMarkup ? charactersOfMarkup(requests) : 0))
}

/** The code points that the terms of requests take at most when they are put into the sources as HTML. */
function charactersOfMarkup(requests: readonly EngineRequest[]): number {
  const markup = '<span translate="no"></span>'.length
  const lengths = requests.flatMap(({ terms }) => terms.map((term) => countCodePoints(preferredRendering(term))))
  return lengths.reduce((sum, length) => sum + length + markup, 0)
}

/** Glossaries and the language model need a region. */
function locationOf({ location, glossary, bucket = '', model = neural }: GoogleSettings): string {
  if (location !== '') return location
  return glossary === '' && bucket === '' && model === neural ? 'global' : 'us-central1'
}

function glossaryNameOf({ glossary }: GoogleSettings, parent: string): string {
  return glossary === '' || glossary.includes('/') ? glossary : `${parent}/glossaries/${glossary}`
}

function usageOf(requests: number, characters: number): Usage {
  return { requests, characters, inputTokens: 0, outputTokens: 0 }
}

/** The usage of a call with what is owed for making ready, which is owed no longer. */
function settle(ready: Readiness, { requests, characters }: Usage): Usage {
  const { owed } = ready
  ready.owed = usageOf(0, 0)
  return usageOf(owed.requests + requests, owed.characters + characters)
}

function formsOf(
  client: GoogleClient,
  { project, ...place }: { readonly project: string; readonly parent: string; readonly model: TextModel },
  ready: Readiness,
  signal: AbortSignal,
): Promise<readonly SourceForm[] | Refusal | null> {
  return probeForms(
    async (means, source) => {
      ready.owed = usageOf(ready.owed.requests + 1, ready.owed.characters)
      const [translation] = await translate(client, { ...place, means, glossary: '' }, [source], { signal })
      ready.owed = usageOf(ready.owed.requests, ready.owed.characters + countCodePoints(source))
      return translation?.target ?? ''
    },
    project,
    signal,
  )
}

/**
 * The resource name of the glossary made from the termbase; empty where it has no terms for one, and where the service
 * cannot make one now, since the terms can be held in the sources, too.
 */
async function makeGlossary(
  place: GlossaryPlace,
  terms: readonly Term[],
  project: string,
  signal: AbortSignal,
): Promise<string | Refusal> {
  const file = glossaryFile(terms)
  if (file === '') return ''
  try {
    const name = await ensureGlossary(place, file, signal)
    await collectGlossaries(place, name, Date.now(), signal).catch(() => signal.throwIfAborted())
    return name
  } catch (error) {
    signal.throwIfAborted()
    const { again, refusal } = judgeGoogle(error, project)
    return again ? '' : refusal
  }
}
