import * as z from 'zod'
import { type Figure, figureVerdicts, type Release, type SeenFigure } from '../model/release.ts'
import type { Binding, SignOff, Staleness } from '../model/signoff.ts'
import { blockKind, fileOrigin, sourceLanguage } from './document.ts'
import { exactly } from './exactly.ts'

const nameAndInstant = z.object({ name: z.string(), at: z.string() })
const verdict = z.enum(figureVerdicts)

export const figure = exactly<Figure>()(
  z
    .object({
      segment: z.string(),
      source: z.string(),
      expected: z.string(),
      target: z.string(),
      verdict,
      confirmed: z.object({ name: z.string(), at: z.string(), how: z.enum(['revision', 'checked']) }).exactOptional(),
    })
    .meta({ id: 'Figure' }),
)

export const seenFigure = exactly<SeenFigure>()(
  z.object({ source: z.string(), target: z.string(), verdict }).meta({ id: 'SeenFigure' }),
)

const binding = exactly<Binding>()(
  z
    .object({
      document: z.string(),
      segments: z.array(z.object({ id: z.string(), source: z.string(), target: z.string() })),
      terms: z.array(z.object({ id: z.string(), hash: z.string() })),
      figures: z.string(),
      sheet: z.string().exactOptional(),
      findings: z.string(),
      checker: z.string(),
      head: z.string(),
      people: z.string(),
      singlePerson: z.boolean(),
    })
    .meta({ id: 'Binding', description: 'What a signature binds: every hash is SHA-256 in hex.' }),
)

export const signOff = exactly<SignOff>()(
  z
    .object({
      binding,
      by: z.string(),
      name: z.string(),
      at: z.string(),
      key: z.string(),
      signature: z.string(),
    })
    .meta({ id: 'SignOff' }),
)

export const staleness = exactly<Staleness>()(
  z
    .object({
      segments: z.array(z.string()),
      terms: z.array(z.string()),
      findings: z.boolean(),
      checker: z.boolean(),
    })
    .meta({ id: 'Staleness' }),
)

export const release = exactly<Release>()(
  z
    .object({
      document: z.string(),
      number: z.int(),
      at: z.string(),
      by: z.string(),
      title: z.object({ source: z.string(), target: z.string() }),
      source: z.object({ origin: fileOrigin, language: sourceLanguage }),
      blocks: z.array(
        z.object({
          id: z.string(),
          kind: blockKind,
          level: z.int().exactOptional(),
          speaker: z.string().exactOptional(),
        }),
      ),
      rows: z.array(
        z.object({
          id: z.string(),
          block: z.string(),
          source: z.string(),
          target: z.string(),
          after: z.string(),
          translated: nameAndInstant,
          revised: nameAndInstant,
          draft: z.string().exactOptional(),
        }),
      ),
      terms: z.array(
        z.object({
          id: z.string(),
          source: z.string(),
          target: z.string(),
          status: z.enum(['proposed', 'approved']),
          note: z.string(),
          authority: z.string(),
          authorityDate: z.string().exactOptional(),
        }),
      ),
      figures: z.array(figure),
      waivers: z.array(
        z.object({
          segment: z.string(),
          code: z.string(),
          reason: z.string(),
          name: z.string(),
          at: z.string(),
        }),
      ),
      errata: z.array(
        z.object({
          segment: z.string(),
          change: z.enum(['source', 'target', 'added', 'removed']),
          before: z.string(),
          after: z.string(),
        }),
      ),
      signOff,
    })
    .meta({ id: 'Release' }),
)
