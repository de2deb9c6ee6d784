import * as z from 'zod'
import { workStep } from '../../schemas/assignment.ts'
import { exactly } from '../../schemas/exactly.ts'
import type { AssignedMany, AssignmentView } from '../views/assignments.ts'
import { count, refusal, text, texts } from './parts.ts'

export const assignmentView = exactly<AssignmentView>()(
  z
    .object({
      id: text,
      step: workStep,
      person: text,
      name: text,
      standIn: text.nullable(),
      due: text.nullable(),
      whole: z.boolean(),
      total: count,
      open: count,
      mine: z.boolean(),
      late: z.boolean(),
    })
    .meta({ id: 'Assignment' }),
)

export const assignedMany = exactly<AssignedMany>()(
  z.object({ done: texts, refused: z.array(z.object({ document: text, refusal })) }),
)
