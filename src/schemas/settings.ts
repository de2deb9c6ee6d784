import * as z from 'zod'
import { tokenScopes } from '../model/api-token.ts'
import type { CountSettings } from '../model/counts.ts'
import {
  type EngineConsent,
  type EngineSettings,
  engineNames,
  type GoogleSettings,
  googleModels,
  type Price,
} from '../model/engine.ts'
import type { HouseStyle } from '../model/house-style.ts'
import { dialectChoices } from '../model/prompt-dialect.ts'
import { mostRetentionDays, type RetentionSettings } from '../model/retention.ts'
import type { Account, PublishingSettings, WorkspaceSettings } from '../model/settings.ts'
import { exactly } from './exactly.ts'
import { officeSteps } from './office-steps.ts'
import { qualitySettings } from './quality.ts'

const days = z.int().min(1).max(mostRetentionDays).nullable()
export const retentionSettings = exactly<RetentionSettings>()(
  z.object({ deliveries: days, notices: days, door: days, closed: days }),
)

export const engineName = z.enum(engineNames)
/** How an OpenAI-compatible server is asked, beside where it is. */
export const dialectChoice = z.enum(dialectChoices)
export const callsAtOnce = z.int().min(1).max(64)
export const googleModel = z.enum(googleModels)
export const googleSettings = exactly<GoogleSettings>()(
  z.object({
    project: z.string(),
    location: z.string(),
    glossary: z.string(),
    bucket: z.string().exactOptional(),
    model: googleModel.exactOptional(),
    concurrency: callsAtOnce.exactOptional(),
  }),
)

export const price = exactly<Price>()(
  z.discriminatedUnion('unit', [
    z.object({ unit: z.literal('characters'), each: z.number().nonnegative() }),
    z.object({ unit: z.literal('tokens'), input: z.number().nonnegative(), output: z.number().nonnegative() }),
  ]),
)

const engineConsent = exactly<EngineConsent>()(z.object({ to: z.string(), by: z.string(), at: z.string() }))

export const engineSettings = exactly<EngineSettings>()(
  z.object({
    active: engineName,
    unchosen: z.literal(true).exactOptional(),
    second: engineName.exactOptional(),
    onDemand: z.array(engineName).exactOptional(),
    questions: z.literal(true).exactOptional(),
    consents: z.array(engineConsent).exactOptional(),
    prices: z.partialRecord(engineName, price).exactOptional(),
    offline: z.object({ threads: callsAtOnce.exactOptional() }).exactOptional(),
    google: googleSettings,
    openai: z.object({
      baseUrl: z.string(),
      model: z.string(),
      key: z.string(),
      dialect: dialectChoice.exactOptional(),
      concurrency: callsAtOnce.exactOptional(),
    }),
  }),
)

export const styleShape = {
  money: z.enum(['yuan', 'RMB', 'CNY']),
  smallInWords: z.boolean(),
  muWithHectares: z.boolean(),
  dialect: z.enum(['american', 'british']),
}

export const publishingSettings = exactly<PublishingSettings>()(
  z.object({ names: z.enum(['people', 'roles']), proposedTerms: z.boolean() }),
)

export const countSettings = exactly<CountSettings>()(z.object({ people: z.boolean() }))

/** A token of the API without its secret. */
export const apiTokenShape = {
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(tokenScopes)).readonly(),
  madeAt: z.string(),
  expires: z.string(),
}

const inBothLanguages = z.object({ zh: z.string(), en: z.string() })
const settingsShape = {
  office: inBothLanguages,
  contact: z.string(),
  timeZone: z.string(),
  address: z.string(),
  statement: inBothLanguages,
  style: exactly<HouseStyle>()(z.object(styleShape)),
  publishing: publishingSettings,
  quality: qualitySettings,
  counts: countSettings,
  steps: officeSteps,
  retention: retentionSettings,
}

export const workspaceSettings = exactly<WorkspaceSettings>()(z.object(settingsShape).meta({ id: 'WorkspaceSettings' }))

/** Settings as they were stored: those of an earlier version lack what has come since. */
export const storedSettings = exactly<
  Partial<Omit<WorkspaceSettings, 'style'>> & { readonly style?: Partial<HouseStyle> }
>()(
  z.object({
    office: inBothLanguages.exactOptional(),
    contact: z.string().exactOptional(),
    timeZone: z.string().exactOptional(),
    address: z.string().exactOptional(),
    statement: inBothLanguages.exactOptional(),
    style: z
      .object({
        money: styleShape.money.exactOptional(),
        smallInWords: styleShape.smallInWords.exactOptional(),
        muWithHectares: styleShape.muWithHectares.exactOptional(),
        dialect: styleShape.dialect.exactOptional(),
      })
      .exactOptional(),
    publishing: publishingSettings.exactOptional(),
    quality: qualitySettings.exactOptional(),
    counts: countSettings.exactOptional(),
    steps: officeSteps.exactOptional(),
    retention: retentionSettings.exactOptional(),
  }),
)

/** The secrets of accounts by the id of their person. */
export const accounts = exactly<Readonly<Record<string, Account>>>()(
  z.record(
    z.string(),
    z.object({
      password: z.string().exactOptional(),
      invitation: z.object({ hash: z.string(), expires: z.string() }).exactOptional(),
      tokens: z.array(z.object({ ...apiTokenShape, hash: z.string() })).exactOptional(),
      passkeys: z
        .array(
          z.object({
            id: z.string(),
            name: z.string(),
            madeAt: z.string(),
            publicKey: z.string(),
            counter: z.int().min(0),
            transports: z.array(z.string()).readonly(),
          }),
        )
        .readonly()
        .exactOptional(),
    }),
  ),
)
