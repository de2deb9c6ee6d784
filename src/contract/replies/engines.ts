import * as z from 'zod'
import { modelParts, type OfflineModelState, offlineModelNames } from '../../model/offline-model.ts'
import { engineAnswered, engineFailure, engineMonth } from '../../schemas/engine-record.ts'
import { exactly } from '../../schemas/exactly.ts'
import { refusal } from '../../schemas/people.ts'
import { callsAtOnce, dialectChoice, engineName, googleSettings, price } from '../../schemas/settings.ts'
import type { EngineSettingsView, EnginesView, EngineTrial, LocalServer } from '../views/engines.ts'
import { count, spending, text, texts } from './parts.ts'

const askedAndMet = z.object({ asked: count, met: count })

export const engineTrial = exactly<EngineTrial>()(
  z.object({
    source: text,
    target: text.nullable(),
    terms: askedAndMet.exactOptional(),
    figures: askedAndMet.exactOptional(),
    calls: count.exactOptional(),
    sent: z.array(z.object({ address: text, body: text })),
    spending: z.array(spending),
  }),
)

export const engineSettingsView = exactly<EngineSettingsView>()(
  z
    .object({
      active: engineName,
      chosen: z.boolean(),
      second: engineName.nullable(),
      onDemand: z.array(engineName),
      questions: z.boolean(),
      prices: z.partialRecord(engineName, price),
      consents: z.array(z.object({ to: text, name: text, at: text })),
      offline: z.object({ threads: callsAtOnce.nullable(), model: text.nullable() }),
      google: googleSettings,
      openai: z.object({
        baseUrl: text,
        model: text,
        keySet: z.boolean(),
        dialect: dialectChoice,
        concurrency: callsAtOnce.nullable(),
      }),
    })
    .meta({ id: 'EngineSettings' }),
)

export const offlineModel = exactly<OfflineModelState>()(
  z
    .object({
      installed: z
        .object({
          name: z.enum([...offlineModelNames, 'own']),
          version: text,
          bytes: count,
          installedAt: text,
        })
        .nullable(),
      installing: z
        .object({
          name: z.enum(offlineModelNames),
          part: z.enum(modelParts),
          stage: z.enum(['fetching', 'unpacking']),
          done: count,
          total: count,
        })
        .nullable(),
      refused: refusal.nullable(),
      offered: z.array(z.object({ name: z.enum(offlineModelNames), bytes: count })),
      licence: z.object({ name: text, by: text, address: text }),
    })
    .meta({ id: 'OfflineModel' }),
)

export const changedEngine = z.object({ engine: engineSettingsView })

export const engines = exactly<EnginesView>()(
  z
    .object({
      settings: engineSettingsView,
      month: text,
      pairs: count,
      engines: z.record(
        text,
        z.object({ month: engineMonth, answered: engineAnswered.nullable(), failed: engineFailure.nullable() }),
      ),
    })
    .meta({ id: 'Engines' }),
)

const localServer = exactly<LocalServer>()(
  z.object({ software: z.enum(['ollama', 'llama-server', 'vllm']), baseUrl: text, models: texts }),
)

export const localServers = z.object({ servers: z.array(localServer).readonly() })
