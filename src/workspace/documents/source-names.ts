import { documentOriginPrefix } from '../../model/match.ts'
import { isRefusal } from '../../model/refusal.ts'
import type { DocumentState } from '../../model/state.ts'
import { findDocument } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'

/** What people call the documents among these sources of the memory. */
export async function namesOfSources(
  workspace: Workspace,
  sources: Iterable<string>,
): Promise<Readonly<Record<string, string>>> {
  const names: Record<string, string> = {}
  for (const source of new Set(sources)) {
    if (!source.startsWith(documentOriginPrefix)) continue
    const page = await findDocument(workspace, source.slice(documentOriginPrefix.length))
    if (!isRefusal(page)) names[source] = nameOfDocument(page.state)
  }
  return names
}

/** The sources of all drafts of a document. */
export function sourcesOfDrafts({ segments }: DocumentState): readonly string[] {
  return [...segments.values()].flatMap(({ draft }) => (draft?.origin.type === 'memory' ? [draft.origin.source] : []))
}

function nameOfDocument({ document, name = document.origin.filename }: DocumentState): string {
  return `${document.title} (${name})`
}
