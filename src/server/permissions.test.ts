import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { AnyInput, BodyOf, Input } from '../contract/calls.ts'
import { addressOf } from '../contract/client.ts'
import type { Access, Route } from '../contract/route.ts'
import { type RouteName, routeNames, routes } from '../contract/routes.ts'
import { usualChoices } from '../model/notice.ts'
import { type Role, roles } from '../model/people.ts'
import { permissions } from '../model/permissions.ts'
import { password, type TestServer, testServer } from './testing/server.ts'

/** Someone with one role, someone signed in with none, and someone not signed in. */
type Caller = Role | 'no role' | 'stranger'
const callers: readonly Caller[] = [...roles, 'no role', 'stranger']

/** Whether a route admitted a caller, or the refusal of access. What the route does after that does not matter here. */
type Reception = 'in' | 'not-signed-in' | 'role-missing'
type Receptions = Readonly<Record<RouteName, Readonly<Record<Caller, Reception>>>>

type Table = Readonly<Record<keyof typeof permissions, 'everyone' | readonly Role[]>>
type Calls = { readonly [N in RouteName]: readonly [access: Access, input: Input<N>] }

/**
 * Each route with who should be let in, stated here once more, and a call that is sound in form and changes little:
 * it is made against a version that is not, or of things that are not there. Where the rules ask for the role again,
 * they are asked about the sample.
 */
function callsOf(document: string, segment: string): Calls {
  const on = { document }
  const at = { document, segment }
  const none = { document: 'none' }
  const base = 9999
  const bytes = new TextEncoder().encode('of no format')
  const query = { filename: 'x.none' }
  const search = { find: 'x', mode: 'plain' as const, capitals: false, replacement: 'y' }
  const term: BodyOf<'addTerm'>['term'] = {
    source: ['渡口'],
    renderings: [{ text: 'ferry', status: 'preferred' }],
    status: 'proposed',
    domain: '',
    note: '',
    authority: '',
  }
  const made = { id: 'x', rawId: 'x', type: 'public-key' as const, response: {}, clientExtensionResults: {} }
  const figures = [{ source: 'x', target: 'x', verdict: 'same' as const }]
  return {
    session: ['anyone', {}],
    signIn: ['anyone', { body: { login: 'nobody', password: 'x' } }],
    signOut: ['signed-in', {}],
    invitation: ['anyone', { body: { token: 'none' } }],
    acceptInvitation: ['anyone', { body: { token: 'none', password } }],
    changePassword: ['signed-in', { body: { current: 'x', next: password } }],
    tokens: ['signed-in', {}],
    assignDocuments: ['take-work', { body: { documents: ['none'], step: 'sign', person: 'none', due: null } }],
    assignWork: ['take-work', { params: none, body: { step: 'sign', person: 'none', due: null } }],
    changeAssignment: ['take-work', { params: { ...none, assignment: 'none' }, body: { person: 'none', due: null } }],
    endAssignment: ['take-work', { params: { ...none, assignment: 'none' } }],
    counts: ['see-counts', { query: {} }],
    exportCounts: ['see-counts', { query: {} }],
    askRevisions: ['assign-work', { params: none, body: { revisions: 2 } }],
    quality: ['read', { params: none }],
    drawSample: ['draw-sample', { params: none, body: { size: { count: 1 } } }],
    markIssue: [
      'mark-issue',
      { params: { ...none, segment: 'none' }, body: { base: 99, category: 'style', severity: 'minor' } },
    ],
    removeIssue: ['remove-issue', { params: { ...none, segment: 'none', issue: 'none' }, body: {} }],
    assessSegment: ['assess', { params: { ...none, segment: 'none' }, body: { base: 99 } }],
    withdrawAssessment: ['withdraw-assessment', { params: { ...none, segment: 'none' } }],
    setAbsence: ['read', { params: { person: 'none' }, body: { away: null } }],
    notices: ['read', {}],
    exportOwnData: ['signed-in', {}],
    erasure: ['manage-people', { params: { person: 'none' } }],
    erasePerson: ['manage-people', { params: { person: 'none' }, body: { confirm: 'none' } }],
    exportPersonData: ['manage-people', { params: { person: 'none' } }],
    countNotices: ['read', {}],
    readNotices: ['read', { body: { notices: [] } }],
    chooseNotices: ['read', { body: { address: '', language: 'en', ways: usualChoices.ways } }],
    mail: ['change-settings', {}],
    changeMail: ['change-settings', { body: { on: false, host: '', port: 587, tls: 'starttls', user: '', from: '' } }],
    testMail: ['change-settings', { body: { address: 'someone@example.org', language: 'en' } }],
    webhooks: ['change-settings', {}],
    allowPrivateReceivers: ['change-settings', { body: { allow: false } }],
    addReceiver: ['change-settings', { body: { url: 'http://none.example', kinds: ['document.signed'] } }],
    changeReceiver: [
      'change-settings',
      {
        params: { receiver: 'none' },
        body: { url: 'https://none.example', kinds: ['document.signed'], paused: false },
      },
    ],
    removeReceiver: ['change-settings', { params: { receiver: 'none' } }],
    testReceiver: ['change-settings', { params: { receiver: 'none' } }],
    sendAgain: ['change-settings', { params: { receiver: 'none', message: 'none' } }],
    makeToken: ['signed-in', { body: { name: 'x', scopes: ['read'], days: 1 } }],
    revokeToken: ['signed-in', { params: { token: 'none' } }],
    beginProvider: ['anyone', { body: { returnTo: '/' } }],
    beginLink: ['signed-in', { body: { password: 'x' } }],
    beginProof: ['signed-in', { body: { document, returnTo: '/' } }],
    passkeys: ['signed-in', {}],
    beginPasskey: ['signed-in', { body: {} }],
    addPasskey: ['signed-in', { body: { name: 'x', made } }],
    removePasskey: ['signed-in', { body: { id: 'none' } }],
    askPasskey: ['signed-in', { body: { purpose: { type: 'add' as const } } }],
    askPasskeyToEnter: ['anyone', { body: {} }],
    enterByPasskey: ['anyone', { body: { passkey: made } }],
    beginEnrolment: ['anyone', { body: {} }],
    enrolPasskey: ['anyone', { body: { name: 'x', made } }],
    recovery: ['manage-people', { params: { person: 'none' } }],
    recover: ['manage-people', { params: { person: 'none' }, body: {} }],
    changeSecondFactor: ['manage-people', { body: { when: 'off', roles: [] } }],
    identities: ['manage-people', { params: { person: 'none' } }],
    linkIdentity: ['manage-people', { params: { person: 'none' }, body: { subject: 'x' } }],
    unlinkIdentity: ['manage-people', { params: { person: 'none' }, query: { issuer: 'x', subject: 'x' } }],
    signInSettings: ['manage-people', {}],
    changeProvider: ['manage-people', { body: { provider: null } }],
    testProvider: ['manage-people', { body: {} }],
    formats: ['read', {}],
    documents: ['read', {}],
    lookAtDocument: ['import-document', { query, bytes }],
    importDocument: ['import-document', { query, bytes }],
    compareVersion: ['import-document', { params: on, query, bytes }],
    replaceSource: ['import-document', { params: on, query: { ...query, sequence: 1 }, bytes }],
    lookAtReturns: ['read', { params: on, query, bytes }],
    sendReview: ['send-review', { params: none, body: { name: 'x' } }],
    exportReview: ['send-review', { params: { document: 'none', review: 'none' } }],
    takeReturns: ['send-review', { params: on, query, bytes }],
    document: ['read', { params: on }],
    packedDocument: ['read', { params: on }],
    findings: ['read', { params: on }],
    documentStream: ['read', { params: on, query: { after: 0 } }],
    presence: ['read', { params: on, body: { segment: null } }],
    renameDocument: ['rename-document', { params: none, body: { name: 'x' } }],
    labelDocument: ['label-document', { params: none, body: { labels: ['x'] } }],
    archiveDocument: ['archive-document', { params: none }],
    restoreDocument: ['restore-document', { params: none }],
    deleteDocument: ['delete-document', { params: none }],
    exportDocument: ['read', { params: { document, format: 'none' } }],
    confirmMany: ['translate', { params: on, body: { segments: [] } }],
    approveMany: ['accept', { params: on, body: { segments: [] } }],
    returnMany: ['return', { params: on, body: { segments: [], reason: 'x' } }],
    reopenMany: ['reopen', { params: on, body: { segments: [] } }],
    discardMany: ['discard-draft', { params: on, body: { segments: [] } }],
    copySources: ['copy-source', { params: on, body: { segments: [] } }],
    lookAtReplacement: ['read', { body: { search, chinese: '', states: [] } }],
    replaceWords: ['replace', { body: { act: 'none-there', search, signed: false, chosen: [] } }],
    undoReplacement: ['undo-replacement', { params: { act: 'none-there' }, body: { documents: [] } }],
    editSegment: ['edit', { params: at, body: { base, target: ['x'] } }],
    translateSegment: ['translate', { params: at, body: { base } }],
    propagateSegment: ['propagate', { params: at, body: { base } }],
    undoPropagation: ['undo-propagation', { params: at }],
    confirmInContext: ['translate', { params: on, body: { segments: ['none'] } }],
    reviseSegment: ['revise', { params: at, body: { base } }],
    acceptWording: ['accept', { params: at, body: { base } }],
    returnSegment: ['return', { params: at, body: { base, reason: 'x' } }],
    reopenSegment: ['reopen', { params: at, body: { base } }],
    splitSegment: ['split', { params: at, body: { base, at: 1 } }],
    joinSegment: ['join', { params: at, body: { base, nextBase: base } }],
    waiveFinding: ['waive', { params: at, body: { base, finding: 'x', reason: 'x' } }],
    withdrawWaiver: ['withdraw-waiver', { params: at, body: { base, finding: 'x' } }],
    confirmFigures: ['confirm-figures', { params: at, body: { figures } }],
    addComment: ['comment', { params: at, body: { text: 'x' } }],
    suggest: ['suggest', { params: at, body: { base, target: ['x'] } }],
    takeSuggestion: ['take-suggestion', { params: { ...at, suggestion: 'none' }, body: { base } }],
    leaveSuggestion: ['leave-suggestion', { params: { ...at, suggestion: 'none' }, body: {} }],
    resolveComment: ['resolve-comment', { params: { ...at, comment: 'none' }, body: {} }],
    segmentHistory: ['read', { params: at }],
    segmentMatches: ['read', { params: at }],
    estimateDrafting: ['draft', { params: none, query: {} }],
    discardDrafts: ['discard-draft', { params: none, body: {} }],
    otherDraft: ['draft', { params: at, body: { engine: 'memory' } }],
    startDrafting: ['draft', { params: none, body: {} }],
    draftingStatus: ['read', { params: none }],
    stopDrafting: ['draft', { params: none }],
    questions: ['read', { params: none }],
    askQuestions: ['ask-questions', { params: none, body: {} }],
    stopQuestions: ['ask-questions', { params: none }],
    settleQuestion: ['ask-questions', { params: on, body: { segment, question: 'x', verdict: null } }],
    revisions: ['read', { params: on, query: {} }],
    exportRevisions: ['read', { params: { ...on, format: 'none' }, query: {} }],
    figureSheet: ['read', { params: on }],
    signOffSheet: ['read', { params: on }],
    signOff: ['sign', { params: on, body: { sequence: base, password: 'x' } }],
    publish: ['publish', { params: on, body: {} }],
    withdrawRelease: [
      'withdraw-release',
      { params: { document, number: '9' }, body: { reason: { zh: '数字有误', en: 'A wrong figure' }, password: 'x' } },
    ],
    releases: ['read', {}],
    concordance: ['read', { query: { text: 'x' } }],
    importMemory: ['import-memory', { query, bytes }],
    fileCoverage: ['import-document', { query, bytes }],
    documentCoverage: ['read', { params: none }],
    postEdits: ['see-post-edits', {}],
    memories: ['read', {}],
    exportMemory: ['read', { params: { memory: 'none' } }],
    settleMemory: ['manage-memory', { params: { memory: 'none' }, body: { penalty: 1 } }],
    removeMemory: ['manage-memory', { params: { memory: 'none' } }],
    correctPair: [
      'correct-memory',
      { params: { memory: 'none' }, body: { pair: { source: '甲', target: 'x', origin: 'x' }, target: null } },
    ],
    textToAlign: ['import-memory', { query: { filename: 'x.none', language: 'zh' }, bytes }],
    importPairs: ['import-memory', { bytes }],
    importAligned: ['import-document', { bytes }],
    terms: ['read', {}],
    addTerm: ['propose-term', { body: { term } }],
    changeTerm: ['decide-term', { params: { term: 'none' }, body: { base, term } }],
    previewTermImpact: ['propose-term', { body: { id: 'none', term, limit: 0 } }],
    termImpact: ['read', { params: { term: 'none' } }],
    termHistory: ['read', { params: { term: 'none' } }],
    exportTerms: ['read', { params: { format: 'none' } }],
    officialTerms: ['read', {}],
    lookAtTerms: ['import-terms', { query, bytes }],
    importTerms: ['import-terms', { query, bytes }],
    termCandidates: ['extract-terms', { query: { document: 'none', limit: 1 } }],
    dismissCandidate: ['extract-terms', { body: { form: '渡口' } }],
    restoreCandidate: ['extract-terms', { body: { form: '渡口' } }],
    people: ['read', {}],
    accountRecord: ['manage-people', { query: {} }],
    addPerson: ['manage-people', { body: { login: 'walker', name: 'Walker', roles: [] } }],
    changePerson: ['manage-people', { params: { person: 'none' }, body: { name: 'x', roles: [], active: true } }],
    invite: ['manage-people', { params: { person: 'none' }, body: {} }],
    declareSinglePerson: ['manage-people', { body: { on: false } }],
    settings: ['read', {}],
    changeSettings: ['change-settings', { body: {} }],
    engines: ['read', {}],
    findLocalServers: ['change-settings', { body: {} }],
    testEngine: ['change-settings', { body: { engine: 'memory' } }],
    offlineModel: ['read', {}],
    installOfflineModel: ['change-settings', { body: { model: 'base', mirror: 'no address', licence: 'MPL-2.0' } }],
    stopOfflineModel: ['change-settings', {}],
    removeOfflineModel: ['change-settings', {}],
    changeEngine: [
      'change-settings',
      {
        body: {
          active: 'memory',
          google: { project: '', location: '', glossary: '' },
          openai: { baseUrl: '', model: '' },
        },
      },
    ],
  }
}

function expected(access: Access, caller: Caller, table: Table): Reception {
  if (access === 'anyone') return 'in'
  if (caller === 'stranger') return 'not-signed-in'
  const holders = access === 'signed-in' ? 'everyone' : table[access]
  return holders === 'everyone' || holders.some((role) => role === caller) ? 'in' : 'role-missing'
}

/** Where a route admitted or refused a caller against the table. */
function breaches(received: Receptions, calls: Calls, table: Table = permissions): readonly string[] {
  return routeNames.flatMap((name) =>
    callers.flatMap((caller) => {
      const should = expected(calls[name][0], caller, table)
      const was = received[name][caller]
      return was === should ? [] : [`${name}, ${caller}: ${was} and not ${should}`]
    }),
  )
}

let server: TestServer
let calls: Calls
let received: Receptions

async function receive(cookie: string, name: RouteName): Promise<Reception> {
  const { method, bytes }: Route = routes[name]
  const { params = {}, query, body, bytes: file }: AnyInput = calls[name][1]
  // The parameters come from the row of this very route.
  const address = addressOf(name, params as Parameters<typeof addressOf>[1], query)
  const sent = bytes ? file : body === undefined ? undefined : JSON.stringify(body)
  const response = await fetch(new URL(address, server.address), {
    method,
    headers: {
      'x-requested-with': 'duizhao',
      'content-type': bytes ? 'application/octet-stream' : 'application/json',
      ...(cookie !== '' && { cookie }),
    },
    ...(sent !== undefined && { body: sent }),
  })
  // A stream would go on for ever.
  if (response.ok) await response.body?.cancel()
  const answer = response.ok ? {} : Object(await response.json())
  const code: unknown = answer.refusal?.code
  return code === 'not-signed-in' || code === 'role-missing' ? code : 'in'
}

/** A session of each caller: the administrator adds them, and they come in by their links. */
async function cookiesOf(): Promise<ReadonlyMap<Caller, string>> {
  const administrator = await server.signIn('administrator')
  const cookies = new Map<Caller, string>([['stranger', '']])
  for (const caller of callers.filter((caller) => caller !== 'stranger')) {
    const held = caller === 'no role' ? [] : [caller]
    const login = caller.replace(' ', '-')
    const added = await administrator.send('POST', '/api/people', { login: `one-${login}`, name: login, roles: held })
    const token = String(added.body.link).split('#')[1]
    const { headers } = await server.visitor().send('POST', '/api/invitation/accept', { token, password })
    const given = headers.getSetCookie().map((line) => line.split(';')[0])
    cookies.set(caller, given.join('; '))
  }
  return cookies
}

before(async () => {
  server = await testServer()
  const cookies = await cookiesOf()
  const { state } = await server.sample(server.visitor(cookies.get('translator')))
  calls = callsOf(state.document.id, Object.keys(state.segments)[0] ?? '')
  // Whoever has signed out is let in nowhere, so that comes last.
  const order = [...routeNames.filter((name) => name !== 'signOut'), 'signOut' as const]
  const walked: [RouteName, Record<string, Reception>][] = []
  for (const name of order) {
    const answers = [...cookies].map(async ([caller, cookie]) => [caller, await receive(cookie, name)] as const)
    walked.push([name, Object.fromEntries(await Promise.all(answers))])
  }
  // Every route was walked for every caller.
  received = Object.fromEntries(walked) as unknown as Receptions
})
after(() => server.end())

test('every route lets in exactly those whom the table of permissions lets in', () => {
  assert.deepEqual(breaches(received, calls), [])
})

test('a table that lets in one role more, or one less, is seen', () => {
  const more = { ...permissions, revise: ['reviser', 'translator'] } as const
  assert.deepEqual(breaches(received, calls, more), ['reviseSegment, translator: role-missing and not in'])
  const less = { ...permissions, sign: [] }
  assert.deepEqual(breaches(received, calls, less), ['signOff, approver: in and not role-missing'])
})

test('a route that asks for another act than it should is seen', () => {
  const other: Calls = { ...calls, publish: ['draft', calls.publish[1]], signIn: ['signed-in', calls.signIn[1]] }
  assert.deepEqual(breaches(received, other), [
    'signIn, stranger: in and not not-signed-in',
    'publish, translator: role-missing and not in',
    'publish, reviser: role-missing and not in',
    'publish, approver: in and not role-missing',
  ])
})
