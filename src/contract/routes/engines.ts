import * as z from 'zod'
import { engineNames } from '../../model/engine.ts'
import { offlineModelNames } from '../../model/offline-model.ts'
import { callsAtOnce, dialectChoice, googleModel, price } from '../../schemas/settings.ts'
import { short } from '../inputs.ts'
import * as replies from '../replies/engines.ts'
import type { Route } from '../route.ts'

/** Engines: their settings, trials and the offline model. */
export const enginesRoutes = {
  changeEngine: {
    resource: 'settings',
    method: 'PUT',
    path: '/api/settings/engine',
    access: 'change-settings',
    body: z.object({
      active: z.enum(engineNames).exactOptional(),
      second: z.enum(engineNames).nullable().exactOptional(),
      onDemand: z.array(z.enum(engineNames)).max(engineNames.length).exactOptional(),
      questions: z.boolean().exactOptional(),
      prices: z.partialRecord(z.enum(engineNames), price.nullable()).exactOptional(),
      consent: z.boolean().exactOptional(),
      offline: z.object({ threads: callsAtOnce.nullable() }).exactOptional(),
      google: z
        .object({
          project: short,
          location: short,
          glossary: short,
          bucket: short.exactOptional(),
          model: googleModel.exactOptional(),
          concurrency: callsAtOnce.exactOptional(),
        })
        .exactOptional(),
      openai: z
        .object({
          baseUrl: short,
          model: short,
          key: z.string().max(1000).exactOptional(),
          dialect: dialectChoice.exactOptional(),
          concurrency: callsAtOnce.nullable().exactOptional(),
        })
        .exactOptional(),
    }),
    reply: replies.changedEngine,
  },
  engines: {
    resource: 'settings',
    method: 'GET',
    path: '/api/settings/engines',
    access: 'read',
    reply: replies.engines,
  },
  findLocalServers: {
    resource: 'settings',
    method: 'POST',
    path: '/api/settings/engine/local',
    access: 'change-settings',
    body: z.object({}),
    reply: replies.localServers,
  },
  testEngine: {
    resource: 'settings',
    method: 'POST',
    path: '/api/settings/engine/test',
    access: 'change-settings',
    body: z.object({ engine: z.enum(engineNames) }),
    reply: replies.engineTrial,
  },
  offlineModel: {
    resource: 'settings',
    method: 'GET',
    path: '/api/settings/engine/offline',
    access: 'read',
    terminal: true,
    reply: replies.offlineModel,
  },
  installOfflineModel: {
    resource: 'settings',
    method: 'POST',
    path: '/api/settings/engine/offline',
    access: 'change-settings',
    terminal: true,
    body: z.object({
      model: z.enum(offlineModelNames),
      mirror: short.exactOptional(),
      /** The licence that was read. */
      licence: z.literal('MPL-2.0'),
    }),
    reply: replies.offlineModel,
  },
  stopOfflineModel: {
    resource: 'settings',
    method: 'DELETE',
    path: '/api/settings/engine/offline/installation',
    access: 'change-settings',
    reply: replies.offlineModel,
  },
  removeOfflineModel: {
    resource: 'settings',
    method: 'DELETE',
    path: '/api/settings/engine/offline',
    access: 'change-settings',
    reply: replies.offlineModel,
  },
} as const satisfies Readonly<Record<string, Route>>
