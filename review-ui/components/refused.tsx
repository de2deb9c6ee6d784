import { useSearchParams } from 'wouter'
import { type Refusal, refusalCodes, refuse } from '../../src/model/refusal.ts'

/** What the provider of sign-in, or the server after it, refused before it brought somebody back to this page. */
export function useRefused(): Refusal | null {
  const [search] = useSearchParams()
  const given = search.get('refused')
  const code = refusalCodes.find((known) => known === given)
  return code === undefined ? null : refuse(code)
}
