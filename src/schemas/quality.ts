import * as z from 'zod'
import {
  issueCategories,
  issueSeverities,
  type QualitySettings,
  type Sample,
  type SampleSize,
} from '../model/quality.ts'
import { exactly } from './exactly.ts'

export const issueCategory = z.enum(issueCategories)
export const issueSeverity = z.enum(issueSeverities)

export const sampleSize = exactly<SampleSize>()(
  z.union([z.strictObject({ count: z.int().min(1) }), z.strictObject({ percent: z.number().positive().max(100) })]),
)

export const sampleShape = {
  id: z.string(),
  seed: z.int().min(0),
  size: sampleSize,
  pool: z.int().min(0),
  segments: z.array(z.string()).readonly(),
}
export const sample = exactly<Sample>()(z.object(sampleShape))

const weight = z.number().min(0).max(1000)

export const qualitySettings = exactly<QualitySettings>()(
  z.object({
    weights: z.object({ neutral: weight, minor: weight, major: weight, critical: weight }),
    measure: z.enum(['words', 'characters']),
    passMark: z.number().min(0).max(100).nullable(),
    gate: z.enum(['nothing', 'warn', 'block']),
  }),
)
