import type { SheetChange, SheetChanges, SheetTermChange } from '../../contract/views/signing.ts'
import type { DocumentEvent, Entry } from '../../model/event.ts'
import type { People } from '../../model/people.ts'
import type { DocumentState, Stamp } from '../../model/state.ts'
import { preferredRendering, type Term } from '../../model/term.ts'
import { inSlices } from '../../ports/world.ts'
import { type ChangedSentence, changesSinceSteps, lastSigned, signedTextsSteps, textsOf } from '../../review/changes.ts'
import { nameOf } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'

/** What is not as the last signature has it: sentences with before and after, those that one term alone changed apart. */
export async function sinceSignature(
  workspace: Workspace,
  state: DocumentState,
  entries: readonly Entry<DocumentEvent>[],
  people: People,
  terms: readonly string[],
): Promise<SheetChanges | null> {
  const { signOff } = state
  if (signOff === undefined) return null
  // A signature is of the same texts for ever: what it takes to know them is done once, or not at all.
  const known = workspace.signedTexts.get(signOff)
  const { pause } = workspace.world
  const before =
    known ?? (state.touchedSinceSignOff ? await inSlices(signedTextsSteps(entries), pause) : textsOf(state))
  workspace.signedTexts.set(signOff, before)
  const changes = await inSlices(changesSinceSteps(before, state, entries.slice(lastSigned(entries))), pause)
  const sentences = changes.map((change) => named(change, people))
  const changedTerms = await termChanges(workspace, people, terms, signOff.at)
  const groups = new Map<string, SheetChange[]>()
  const others: SheetChange[] = []
  for (const sentence of sentences) {
    const term = changedTerms.find((changed) => isByTermAlone(sentence, changed))
    if (term === undefined) others.push(sentence)
    else groups.set(term.term, [...(groups.get(term.term) ?? []), sentence])
  }
  const present = changes.filter(({ change }) => change !== 'removed').length
  return {
    sentences: others,
    terms: changedTerms.map((changed) => ({ ...changed, sentences: groups.get(changed.term) ?? [] })),
    same: state.segments.size - present,
  }
}

function named({ changed, revised, reasons, ...change }: ChangedSentence, people: People): SheetChange {
  const stamped = (stamp: Stamp | null) => stamp && { name: nameOf(people, stamp.by), at: stamp.at }
  return {
    ...change,
    changed: stamped(changed),
    revised: stamped(revised),
    reasons: reasons.map(({ by, at, text }) => ({ name: nameOf(people, by), at, text })),
  }
}

type TermChange = Omit<SheetTermChange, 'sentences'>

/** What became of these terms since an instant. A retired term has no English after it. */
async function termChanges(
  workspace: Workspace,
  people: People,
  ids: readonly string[],
  since: string,
): Promise<readonly TermChange[]> {
  if (ids.length === 0) return []
  const { entries } = await workspace.termbase.read()
  const wanted = new Set(ids)
  const before = new Map<string, Term>()
  const after = new Map<string, { readonly term: Term } & Stamp>()
  for (const { event, at, by } of await entries()) {
    if ((event.type !== 'term-added' && event.type !== 'term-changed') || !wanted.has(event.term.id)) continue
    if (at > since) after.set(event.term.id, { term: event.term, at, by })
    else before.set(event.term.id, event.term)
  }
  return [...after].map(([id, { term, at, by }]) => {
    const old = before.get(id)
    return {
      term: id,
      source: term.source[0] ?? '',
      before: old === undefined ? null : preferredRendering(old),
      after: preferredRendering(term),
      status: term.status,
      authority: term.authority,
      name: nameOf(people, by),
      at,
    }
  })
}

/** Whether the English differs by nothing but that a term has another rendering, wherever it stands in a sentence. */
function isByTermAlone({ change, target }: SheetChange, { before, after }: TermChange): boolean {
  if (change !== 'target' || before === null || before === '' || before === after) return false
  const [was, is] = [target.before.toLowerCase(), target.after.toLowerCase()]
  return was.includes(before.toLowerCase()) && was.replaceAll(before.toLowerCase(), after.toLowerCase()) === is
}
