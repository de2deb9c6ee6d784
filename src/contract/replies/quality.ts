import * as z from 'zod'
import type { IssueCounts, Quality, QualityRow } from '../../model/quality.ts'
import { exactly } from '../../schemas/exactly.ts'
import { issueCategory, issueSeverity, qualitySettings, sampleShape } from '../../schemas/quality.ts'
import type { QualityView } from '../views/quality.ts'
import { count, text } from './parts.ts'

const severities = z.object({ neutral: count, minor: count, major: count, critical: count })

const issueCounts = exactly<IssueCounts>()(
  z
    .object({
      terminology: severities,
      accuracy: severities,
      conventions: severities,
      style: severities,
      locale: severities,
      audience: severities,
      design: severities,
    })
    .meta({ id: 'IssueCounts' }),
)

const qualityResult = exactly<Quality>()(
  z.object({
    assessed: count,
    words: count,
    characters: count,
    issues: issueCounts,
    penalty: z.number(),
    perThousand: z.number().nullable(),
    score: z.number().nullable(),
    sentences: count,
    uncounted: count,
    sample: z.object({ of: count, assessed: count }).nullable(),
    passed: z.boolean().nullable(),
  }),
)

const stamp = { by: text, at: text }

const row = exactly<QualityRow>()(
  z.object({
    segment: text,
    number: count,
    source: text,
    target: text,
    present: z.boolean(),
    assessed: z.object(stamp).nullable(),
    counts: z.boolean(),
    issues: z
      .array(
        z.object({
          ...stamp,
          id: text,
          category: issueCategory,
          severity: issueSeverity,
          text,
          words: z.object({ side: z.enum(['source', 'target']), text }).nullable(),
          counts: z.boolean(),
        }),
      )
      .readonly(),
  }),
)

export const quality = exactly<QualityView>()(
  z.object({
    title: text,
    quality: qualityResult,
    settings: qualitySettings,
    rows: z.array(row).readonly(),
    samples: z.array(z.object({ ...sampleShape, ...stamp })).readonly(),
    left: z.array(z.object({ segment: text, number: count })).readonly(),
    names: z.record(text, text),
  }),
)
