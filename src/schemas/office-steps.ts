import * as z from 'zod'
import { type OfficeRules, type OfficeSteps, revisionCounts } from '../model/office-steps.ts'
import { exactly } from './exactly.ts'

export const revisionCount = z.literal(revisionCounts)

export const officeSteps = exactly<OfficeSteps>()(
  z.object({
    revisions: revisionCount,
    assignedOnly: z.object({ translate: z.boolean(), revise: z.boolean(), sign: z.boolean() }),
  }),
)

export const officeRules = exactly<OfficeRules>()(z.object({ steps: officeSteps, today: z.string() }))
