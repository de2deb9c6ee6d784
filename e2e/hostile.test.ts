import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright'
import type { Colleague } from './support/colleague.ts'
import {
  activeRowOf,
  confirmFigures,
  editorOf,
  idsOf,
  openSegment,
  sampleOf,
  send,
  sign,
  stepRest,
} from './support/desk.ts'
import { type House, story } from './support/house.ts'
import { views } from './support/reader.ts'

/** What would run if any page took text for markup. Each says where it came from. */
const script = (from: string) =>
  `<script>window.ran='${from}';alert('${from}')</script><img src=x onerror="window.ran='${from}'"><svg onload="window.ran='${from}'">`

const inTitle = `<svg onload=ran='title'>`
const inSource = script('source')
const inTarget = `“${script('target')}” said.`
const inComment = script('comment')
const inName = `Tan ${script('name')}`
const inReason = script('reason')
const inTerm = `Bridge ${script('term')}`
const inNote = script('note')
const inPublicNote = script('public note')
const inOffice = script('office')

const file = `石桥修缮${inTitle}

石桥修好了${inSource}。大家都从桥上走，不用再绕远路去镇上赶集，孩子们上学也比从前近了许多，老人说这是盼了几十年的好事。
修石桥的师傅来自邻近三个村子，他们白天干农活，晚上和雨天修桥，从春天一直忙到秋天，没有耽误一季庄稼，也没有多花一分钱。
`

/** Neither ran anything nor holds an element that the text asked for. */
async function isInert(page: Page, where: string): Promise<void> {
  assert.equal(await page.evaluate('window.ran'), undefined, where)
  assert.equal(await page.locator('img, [onerror], [onload], script:not([src]):not([type$=json])').count(), 0, where)
  for (const link of await page.locator('a[href], form[action], iframe[src]').all()) {
    const address = (await link.getAttribute('href')) ?? (await link.getAttribute('action')) ?? ''
    assert.doesNotMatch(address, /^\s*(javascript|vbscript|data):/i, where)
  }
}

/** It is shown letter for letter, somewhere that can be seen. */
async function isShown(page: Page, text: string): Promise<void> {
  await page.getByText(text).filter({ visible: true }).first().waitFor()
}

story('script in any text is text, in the room and on the published page', {}, async (house) => {
  const admin = await house.enter('administrator')
  const translator = await house.enter('translator')
  const reviser = await house.enter('reviser')
  const approver = await house.enter('approver')
  const { person } = await translator.given('GET', '/api/session')
  await admin.given('PUT', `/api/people/${person.id}`, { name: inName, roles: person.roles, active: true })
  await admin.given('POST', '/api/terms', {
    term: {
      source: ['石桥'],
      renderings: [
        { text: inTerm, status: 'preferred' },
        { text: 'bridge', status: 'admitted' },
      ],
      status: 'approved',
      domain: script('domain'),
      note: inNote,
      publicNote: inPublicNote,
      authority: `Gazette ${script('authority')}`,
      authorityBody: `Office ${script('body')}`,
      authorityDate: '2025',
      authorityPlace: `No. 5 ${script('place')}`,
    },
  })
  const { settings } = await admin.given('GET', '/api/settings')
  await admin.given('PUT', '/api/settings', {
    ...settings,
    office: { zh: `县府${inOffice}`, en: inOffice },
    contact: `javascript:window.ran='contact'`,
  })

  const { id } = await translator.given('POST', '/api/documents?filename=%3Cimg%20src=x%3E.txt', Buffer.from(file))
  const ids = idsOf(await translator.document(id))
  const targets = [`The bridge ${inTitle}`, inTarget, inTarget, `The masons of the bridge: ${inTarget}`]
  for (const [index, segment] of ids.entries()) {
    const { version } = await translator.segment(id, segment)
    const path = `/api/documents/${id}/segments/${segment}`
    const target = targets[index] ?? inTarget
    await translator.given('PUT', path, { base: version, target: [target] })
    await translator.given('POST', `${path}/comments`, { text: inComment })
  }
  await stepRest(translator, id, 'translate')
  assert.equal((await send(reviser, id, 'b2.s2', 'return', { reason: inReason })).status, 200)
  await readRoom(reviser, id)

  await stepRest(translator, id, 'translate')
  await settleErrors(reviser, id)
  await stepRest(reviser, id, 'revise')
  await confirmFigures(reviser, id)
  await approver.goto(`/d/${id}/figures`)
  for (const text of [`石桥修缮${inTitle}`, inTarget]) await isShown(approver.page, text)
  await isInert(approver.page, 'figure sheet')
  await sign(approver, id)
  await approver.goto(`/d/${id}/sign-off`)
  for (const text of [`石桥修缮${inTitle}`, inName, inReason]) await isShown(approver.page, text)
  await isInert(approver.page, 'sign-off')
  const { path } = await approver.given('POST', `/api/documents/${id}/releases`, {})
  await readOtherRooms(admin)
  await readSite(house, path)
})

/** The document page, with everything in the panel opened. */
async function readRoom(reviser: Colleague, document: string): Promise<void> {
  const { page, say } = reviser
  await reviser.goto('/')
  await isShown(page, `石桥修缮${inTitle}`)
  await isInert(page, 'documents')
  await openSegment(reviser, document, 'b2.s1')
  for (const text of [inSource, inTarget, inName]) await isShown(page, text)
  await isShown(page, inReason)
  for (const [tab, text] of [
    ['terms', inTerm],
    ['terms', inNote],
    ['comments', inComment],
    ['history', inTarget],
    ['findings', inTerm],
  ] as const) {
    await page.getByRole('tab', { name: say(`panel.${tab}`) }).click()
    await page.getByRole('tabpanel').getByText(text).first().waitFor()
    await isInert(page, tab)
  }
  await activeRowOf(page).locator('.reading').focus()
  await page.keyboard.press('F2')
  await page.keyboard.press('e')
  await editorOf(page).focus()
  await page.keyboard.press('F2')
  await page.getByRole('menu').getByText(inTerm).first().waitFor()
  await isInert(page, 'menu')
  await page.keyboard.press('Escape')
}

async function settleErrors(reviser: Colleague, document: string): Promise<void> {
  const { findings } = await reviser.given('GET', `/api/documents/${document}/findings`)
  for (const { segment, code, params, severity } of findings) {
    if (severity !== 'error') continue
    const named = Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))
    const finding = JSON.stringify([code, ...named.map(([name, value]) => `${name}=${value}`)])
    assert.equal((await send(reviser, document, segment, 'waivers', { finding, reason: inReason })).status, 200)
  }
}

async function readOtherRooms({ page, goto }: Colleague): Promise<void> {
  for (const [room, texts] of [
    ['/people', [inName]],
    ['/people/record', [inName]],
    ['/releases', [`石桥修缮${inTitle}`]],
    ['/settings', []],
  ] as const) {
    await goto(room)
    await page.locator('main h1').waitFor()
    for (const text of texts) await isShown(page, text)
    await isInert(page, room)
  }
  await goto('/glossary')
  await page.getByRole('searchbox').fill('window.ran')
  await isShown(page, inTerm)
  await isShown(page, inNote)
  await isInert(page, 'glossary')
}

/** Every view of the page, the pages of one language and the list, with scripts on. */
async function readSite(house: House, path: string): Promise<void> {
  const { page } = await house.visitor()
  await page.goto(path)
  for (const view of views) {
    await page.locator(`#${view}`).check()
    if (view !== 'v4') await isShown(page, inSource)
    if (view !== 'v3') await isShown(page, inTarget)
    await isInert(page, view)
  }
  for (const text of [inTitle, inName, inReason, inTerm, inPublicNote, inOffice, `javascript:window.ran='contact'`]) {
    await isShown(page, text)
  }
  await page.locator('article a.t').first().focus()
  await isInert(page, 'a term shown')
  for (const address of [`${path}zh/index.html`, `${path}en/index.html`, '/published/index.html']) {
    await page.goto(address)
    await isShown(page, inTitle)
    await isInert(page, address)
  }
}

story('a forged session is nobody', {}, async (house) => {
  const translator = await house.enter('translator')
  const document = await sampleOf(translator)
  const cookies = await translator.context.cookies(house.address)
  const session = cookies.find(({ name }) => name === 'duizhao')
  assert.ok(session?.httpOnly && session.sameSite === 'Lax')
  const forger = await house.visitor()
  forger.expects(/401 \(Unauthorized\)/)
  for (const value of [`${session.value.slice(0, -3)}abc`, 's%3Amade-up.signature', 'made-up']) {
    await forger.context.clearCookies()
    await forger.context.addCookies([{ ...session, value }])
    await forger.goto(`/d/${document}`)
    await forger.page.getByRole('heading', { name: forger.say('signIn.title') }).waitFor()
    const answer = await forger.api('GET', `/api/documents/${document}`)
    assert.deepEqual([answer.status, answer.body.refusal?.code], [401, 'not-signed-in'])
  }
  // The true one, on the other hand, is somebody.
  await forger.context.addCookies([session])
  await forger.goto('/')
  await forger.page.getByRole('heading', { name: forger.say('rooms.documents'), level: 1 }).waitFor()
})

/** A page of another origin on this machine, open in the browser of someone who is signed in. */
const trap = (address: string, document: string) => `<!doctype html><title>trap</title>
<form id="form" method="post" enctype="text/plain" target="hidden" action="${address}/api/documents/${document}/segments/b1.s1/comments">
  <input name='{"text":"forged","x":"' value='"}'></form>
<iframe name="hidden"></iframe><iframe id="framed" src="${address}/"></iframe>
<script>
  const tries = []
  const attempt = (path, init) => fetch('${address}' + path, { credentials: 'include', ...init })
    .then((answer) => (answer.type === 'opaque' ? 'sent' : String(answer.status)), () => 'stopped')
  window.attack = async () => {
    const body = JSON.stringify({ text: 'forged' })
    const comment = '/api/documents/${document}/segments/b1.s1/comments'
    tries.push(await attempt(comment, { method: 'POST', mode: 'no-cors', body }))
    tries.push(await attempt(comment, { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-requested-with': 'duizhao' } }))
    tries.push(await attempt('/api/session', { method: 'DELETE' }))
    tries.push(await attempt('/api/documents', {}))
    document.querySelector('#form').submit()
    return tries
  }
</script>`

story('a page of another origin changes nothing and reads nothing', {}, async (house) => {
  const translator = await house.enter('translator')
  const document = await sampleOf(translator)
  const elsewhere = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(trap(house.address, document))
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  const { port } = elsewhere.address() as AddressInfo
  try {
    // The same machine by address, which browsers take for the same site; and by name, which they do not.
    for (const host of ['127.0.0.1', 'localhost']) {
      const origin = `http://${host}:${port}`
      translator.expects(new RegExp(`asked for ${origin}/`))
      translator.expects(
        /CORS policy|ERR_FAILED|status of 403|frame-ancestors|ERR_BLOCKED_BY_RESPONSE|ERR_BLOCKED_BY_ORB|X-Frame-Options/,
      )
      const page = await translator.context.newPage()
      const posts: (readonly [string, number])[] = []
      page.on('response', (response) => {
        if (response.request().method() !== 'GET') posts.push([response.request().method(), response.status()])
      })
      await page.goto(origin)
      const formAnswered = page.waitForResponse((response) => response.request().isNavigationRequest())
      const tries = await page.evaluate<readonly string[]>('attack()')
      await formAnswered
      assert.deepEqual(tries, ['stopped', 'stopped', 'stopped', 'stopped'], host)
      assert.ok(posts.length > 0 && posts.every(([, status]) => status === 403), `${posts}`)
      const framed = page.frames().find((frame) => frame.url().startsWith(house.address) && frame.name() !== 'hidden')
      assert.equal(framed, undefined, 'the room is framed')
      await page.close()
    }
    const segment = await translator.segment(document, 'b1.s1')
    assert.deepEqual(segment.comments, [])
    assert.equal((await translator.given('GET', '/api/session')).person.login, 'translator')
  } finally {
    elsewhere.close()
    elsewhere.closeAllConnections()
  }
})
