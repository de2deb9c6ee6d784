import { segmentsOf } from '../../model/document.ts'
import { plain } from '../../model/inline.ts'
import type { Person } from '../../model/people.ts'
import { type Question, type QuestionVerdict, questionKey } from '../../model/question.ts'
import type { DocumentState } from '../../model/state.ts'
import type { Digest } from '../../ports/world.ts'
import { type AskedPair, promptVersion } from '../../questions/ask.ts'
import { storedAnswers, storedVerdicts } from '../../schemas/question.ts'
import { readStored } from '../core/stored.ts'
import type { World } from '../core/world.ts'

/** A sentence with the mark of its texts, of the model and of how it is asked: equal marks are asked about once. */
export interface MarkedPair extends AskedPair {
  readonly mark: string
}

/** The answers of a model on the sentences of a document, by their marks. */
export type Answers = ReadonlyMap<string, readonly Question[]>

/** The sentences of a document that have English. */
export function pairsToAsk(
  { document, segments }: DocumentState,
  model: string,
  digest: Digest,
): readonly MarkedPair[] {
  return segmentsOf(document).flatMap(({ id }) => {
    const segment = segments.get(id)
    if (segment === undefined) return []
    const [source, target] = [plain(segment.source), plain(segment.target)]
    if (source.trim() === '' || target.trim() === '') return []
    const mark = digest(JSON.stringify([promptVersion, model, source, target])).slice(0, markLength)
    return [{ id, source, target, mark }]
  })
}

/** Hexadecimal digits of a mark: among a million sentences two share one by a chance of one in 10^26. */
const markLength = 32

const nameOf = (document: string) => `questions-${document}`

/** What models answered of a document: a cache, which may be gone. */
export async function readAnswers({ snapshots }: Pick<World, 'snapshots'>, document: string): Promise<Answers> {
  const bytes = await snapshots.read(nameOf(document))
  const parsed = bytes && storedAnswers.safeParse(JSON.parse(new TextDecoder().decode(bytes)))
  return new Map(parsed?.success ? Object.entries(parsed.data.answers) : [])
}

/** The most answers that are kept of a document: those of earlier texts go first. */
const mostAnswers = 100_000

export async function writeAnswers(
  { snapshots }: Pick<World, 'snapshots'>,
  document: string,
  answers: Answers,
): Promise<void> {
  const kept = Object.fromEntries([...answers].slice(-mostAnswers))
  await snapshots.write(nameOf(document), new TextEncoder().encode(JSON.stringify({ version: 1, answers: kept })))
}

/** The name of what people made of questions, in the catalogue. */
export const verdictsName = 'question-verdicts'

/** What somebody made of a question. */
interface Settled {
  readonly verdict: QuestionVerdict
  readonly by: string
  readonly at: string
}

/** What people made of the questions of a document, by `verdictKey`. */
export async function readVerdicts(
  { settings }: Pick<World, 'settings'>,
  document: string,
): Promise<Readonly<Record<string, Settled>>> {
  return (await readStored(settings, verdictsName, storedVerdicts))?.[document] ?? {}
}

/** Writes what somebody made of a question; null takes it back. To be called in the turn of `verdictsName`. */
export async function writeVerdict(
  { settings, clock }: Pick<World, 'settings' | 'clock'>,
  actor: Pick<Person, 'id'>,
  {
    document,
    key,
    verdict,
  }: { readonly document: string; readonly key: string; readonly verdict: QuestionVerdict | null },
): Promise<void> {
  const { [document]: before = {}, ...others } = (await readStored(settings, verdictsName, storedVerdicts)) ?? {}
  const { [key]: _, ...rest } = before
  const now = verdict === null ? rest : { ...rest, [key]: { verdict, by: actor.id, at: clock() } }
  await settings.set(verdictsName, { ...others, ...(Object.keys(now).length > 0 && { [document]: now }) })
}

/** Identifies a question in its document, on the texts that it was asked of. */
export function verdictKey({ mark }: MarkedPair, question: Question, digest: Digest): string {
  return digest(JSON.stringify([mark, questionKey(question)])).slice(0, markLength)
}
