import * as z from 'zod'
import { type Assignment, workSteps } from '../model/assignment.ts'
import type { Absence } from '../model/people.ts'
import { exactly } from './exactly.ts'

const text = z.string()

export const workStep = z.enum(workSteps)

export const assignment = exactly<Assignment>()(
  z.object({
    id: text,
    step: workStep,
    person: text,
    segments: z.array(text).readonly().exactOptional(),
    due: text.nullable(),
  }),
)

export const absence = exactly<Absence>()(z.object({ from: text, until: text, standIn: text.nullable() }))
