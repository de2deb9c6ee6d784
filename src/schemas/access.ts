import * as z from 'zod'
import { type AccessNote, accessTypes } from '../model/access.ts'
import { exactly } from './exactly.ts'

const accessType = z.enum(accessTypes)

/** A line of the log of access. */
export const accessNote = exactly<AccessNote>()(
  z.object({
    at: z.string(),
    type: accessType,
    person: z.string().nullable(),
    address: z.string(),
    route: z.string().exactOptional(),
  }),
)
