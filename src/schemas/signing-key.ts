import * as z from 'zod'
import type { KeyHistory, KeyReplacement } from '../model/signing-key.ts'
import { exactly } from './exactly.ts'

const keyReplacement = exactly<KeyReplacement>()(
  z.object({ key: z.string(), replaces: z.string(), signature: z.string().nullable() }),
)

export const keyHistory = exactly<KeyHistory>()(
  z.object({
    first: z.string(),
    earlier: z.array(z.string()),
    replacements: z.array(keyReplacement),
  }),
)
