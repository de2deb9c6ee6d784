import { tableIn, versionsIn } from '../../contract/inputs.ts'
import type { Workspace } from '../../workspace/core/open.ts'
import { importAligned, importPairs, textToAlign } from '../../workspace/documents/aligned.ts'
import { exportReview } from '../../workspace/documents/export.ts'
import { importDocument } from '../../workspace/documents/import.ts'
import { lookAtDocument } from '../../workspace/documents/look.ts'
import { compareVersion, replaceSource } from '../../workspace/documents/new-version.ts'
import { sendReview } from '../../workspace/documents/outside-review.ts'
import { lookAtReturns, takeReturns } from '../../workspace/documents/returned-edits.ts'
import type { Handlers } from '../api.ts'

type IncomingRoutes =
  | 'lookAtDocument'
  | 'importDocument'
  | 'compareVersion'
  | 'replaceSource'
  | 'lookAtReturns'
  | 'takeReturns'
  | 'textToAlign'
  | 'importPairs'
  | 'importAligned'
  | 'sendReview'
  | 'exportReview'

/** What comes in as a file and concerns documents. */
export function incomingHandlers(workspace: Workspace): Pick<Handlers, IncomingRoutes> {
  return {
    lookAtDocument: ({ actor, query, bytes }) =>
      lookAtDocument(workspace, actor, { filename: query.filename, bytes, ...tableIn(query) }),
    importDocument: ({ actor, query, bytes }) =>
      importDocument(workspace, actor, { filename: query.filename, bytes, ...tableIn(query) }),
    compareVersion: ({ actor, params, query: { filename }, bytes }) =>
      compareVersion(workspace, actor, { ...params, file: { filename, bytes } }),
    replaceSource: ({ actor, params, query: { filename, sequence }, bytes }) =>
      replaceSource(workspace, actor, { ...params, sequence, file: { filename, bytes } }),
    lookAtReturns: ({ actor, params, query: { filename }, bytes }) =>
      lookAtReturns(workspace, actor, { ...params, file: { filename, bytes } }),
    takeReturns: ({ actor, params, query: { filename, confirm, over, leave }, bytes }) =>
      takeReturns(workspace, actor, {
        ...params,
        file: { filename, bytes },
        confirm: confirm === 'yes',
        over: versionsIn(over),
        leave: new Set(versionsIn(leave).keys()),
      }),
    sendReview: ({ actor, params, body: { name } }) => sendReview(workspace, actor, { ...params, name }),
    exportReview: ({ actor, params }) => exportReview(workspace, actor, params),
    textToAlign: ({ actor, query, bytes }) => textToAlign(workspace, actor, { ...query, bytes }),
    importPairs: ({ actor, bytes }) => importPairs(workspace, actor, bytes),
    importAligned: ({ actor, bytes }) => importAligned(workspace, actor, bytes),
  }
}
