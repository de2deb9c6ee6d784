import assert from 'node:assert/strict'
import type { Role } from '../../src/model/people.ts'
import type { Colleague } from './colleague.ts'
import { activeRowOf, openSegment, sampleOf, send, stepRest } from './desk.ts'
import { type House, story } from './house.ts'
import { axe, sideways, walk } from './reach.ts'
import { views } from './reader.ts'
import { publishSmallDocument, slip, writeSmallDocument } from './small-document.ts'
import { type Language, languages } from './words.ts'

const widths = [1440, 390] as const
const themes = ['light', 'dark'] as const
const height = 900

/** Looks at a page as it stands, in what state it is in; `keys`: also goes round it with Tab. */
type Look = (who: Colleague, state: string, options?: { readonly keys?: boolean }) => Promise<void>

/**
 * Tells the stories of everyone using every page, in every state worth looking at: nothing found by axe, nothing that
 * scrolls sideways at 320 pixels, everything reached by Tab. `thorough` looks at each in both languages, widths and
 * themes; else at both widths and in both themes, one of them in English and the other in Chinese, which take turns.
 */
export function tellOfEveryone({ thorough }: { readonly thorough: boolean }): void {
  const gathering = (use: (look: Look) => Promise<void>) => async () => {
    const problems: string[] = []
    await use(lookWith(problems, thorough))
    assert.equal(problems.length, 0, `\n${problems.join('\n')}`)
  }
  story('everyone can use the pages before there is a document', { sample: false }, async (house, chapter) => {
    for (const language of languages) {
      await chapter(
        `at the door (${language})`,
        gathering((look) => atTheDoor(house, language, look)),
      )
    }
    const admin = await house.enter('administrator')
    const storageState = await admin.context.storageState()
    for (const language of languages) {
      const who = await house.visitor({ language, storageState })
      await chapter(
        `where nothing is yet (${language})`,
        gathering((look) => whereNothingIs(who, look)),
      )
    }
  })
  for (const language of languages) {
    story(`everyone can use a document on its way (${language})`, {}, async (house, chapter) => {
      const enter = (role: Role) => house.enter(role, { language })
      const staff = {
        translator: await enter('translator'),
        reviser: await enter('reviser'),
        approver: await enter('approver'),
      }
      await chapter(
        'the long document',
        gathering((look) => atSample(staff.translator, look)),
      )
      const document = await writeSmallDocument(staff.translator)
      let path = ''
      await chapter(
        'the document page',
        gathering((look) => atDocument(staff, document, look)),
      )
      await chapter(
        'the sign-off',
        gathering(async (look) => {
          path = await atSignOff(staff, document, look)
        }),
      )
      const admin = await enter('administrator')
      await chapter(
        'the other rooms',
        gathering((look) => asAdministrator(admin, look)),
      )
      // They speak both languages at once; what differs is the reader's browser.
      if (!thorough && language !== 'en') return
      const reader = await house.visitor({ language })
      await chapter(
        'the published pages',
        gathering((look) => asReader(reader, path, thorough ? views : ['v1'], look)),
      )
    })
  }
}

interface Staff {
  readonly translator: Colleague
  readonly reviser: Colleague
  readonly approver: Colleague
}

/** Whether a look is taken at this width: English begins with the wide one, Chinese with the narrow one. */
function isTurnOf(language: Language, width: (typeof widths)[number], looks: number): boolean {
  return (width === 1440) === ((looks % 2 === 1) === (language === 'en'))
}

/** Problems are gathered, so that one run tells them all. */
function lookWith(problems: string[], thorough: boolean): Look {
  let looks = 0
  return async ({ page, language }, state, { keys = true } = {}) => {
    looks += 1
    for (const width of widths) {
      await page.setViewportSize({ width, height })
      for (const colorScheme of themes) {
        const isTurn = isTurnOf(language, width, looks) && (width === 1440) === (colorScheme === 'light')
        if (!thorough && !isTurn) continue
        await page.emulateMedia({ colorScheme })
        for (const found of await axe(page)) problems.push(`${state}, ${language}, ${width}, ${colorScheme}: ${found}`)
      }
      if (!keys || (!thorough && !(language === 'en' && isTurnOf(language, width, looks)))) continue
      for (const found of await walk(page)) problems.push(`${state}, ${language}, ${width}: ${found}`)
    }
    await page.setViewportSize({ width: 320, height })
    const over = await sideways(page)
    if (over > 0) problems.push(`${state}, ${language}: scrolls sideways by ${over} pixels at 320`)
    await page.setViewportSize({ width: 1440, height })
  }
}

async function atTheDoor(house: House, language: Language, look: Look): Promise<void> {
  const guest = await house.visitor({ language })
  await guest.goto('/')
  await guest.page.getByRole('heading', { name: guest.say('signIn.title') }).waitFor()
  await look(guest, 'sign-in')
  await guest.goto(house.invitationOf('administrator'))
  await guest.page.getByRole('button', { name: guest.say('invitation.submit') }).waitFor()
  await look(guest, 'invitation')
  await guest.goto(`/api/docs?language=${language}`)
  const search = guest.page.getByRole('searchbox')
  await look(guest, 'the API')
  await search.fill('PUT /api/terms')
  await guest.page.getByRole('heading', { name: 'changeTerm' }).waitFor()
  await guest.page.getByRole('heading', { name: 'signIn' }).waitFor({ state: 'hidden' })
  await look(guest, 'the API, searched')
}

async function whereNothingIs(admin: Colleague, look: Look): Promise<void> {
  await admin.goto('/')
  await admin.page.getByText(admin.say('documents.noneHint')).waitFor()
  await look(admin, 'no documents')
  await admin.goto('/releases')
  await admin.page.getByText(admin.say('releases.none')).waitFor()
  await look(admin, 'no releases')
  await admin.goto('/glossary/candidates')
  await admin.page.getByText(admin.say('candidates.noText')).waitFor()
  await look(admin, 'no candidates')
  await admin.goto('/no/such/page')
  await admin.page.getByRole('heading', { name: admin.say('notFound.title') }).waitFor()
  await look(admin, 'no such page')
}

async function atSample(translator: Colleague, look: Look): Promise<void> {
  const { page, say } = translator
  await translator.goto(`/d/${await sampleOf(translator)}`)
  await page.getByRole('button', { name: say('drafting.start') }).waitFor()
  await look(translator, 'a long document with little English', { keys: false })
}

async function atDocument({ translator, reviser }: Staff, document: string, look: Look): Promise<void> {
  const { page, say } = translator
  await openSegment(translator, document, slip)
  await activeRowOf(page).locator('.findings li.error').waitFor()
  await look(translator, 'document with a finding')
  for (const tab of ['matches', 'findings', 'history', 'comments'] as const) {
    await page.getByRole('tab', { name: say(`panel.${tab}`) }).click()
    await page.getByRole('tabpanel').locator('li, form, p').first().waitFor()
    await look(translator, `document, ${tab}`, { keys: tab === 'comments' })
  }
  await openMenu(translator)
  await look(translator, 'document, menu', { keys: false })
  await page.keyboard.press('s')
  await page.getByRole('dialog').waitFor()
  await look(translator, 'document, splitting')
  await closeDialog(translator)
  await activeRowOf(page).locator('.gutter a').focus()
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await look(translator, 'document, keys')
  await closeDialog(translator)
  await page.locator('.menu summary').click()
  await page.locator('.menu .sheet').waitFor()
  await look(translator, 'document, account', { keys: false })

  await stepRest(translator, document, 'translate')
  await openSegment(reviser, document, slip)
  await activeRowOf(reviser.page).locator('.findings li.error').waitFor()
  await look(reviser, 'document as the reviser has it')
  await openMenu(reviser)
  await reviser.page.keyboard.press('k')
  await reviser.page.getByRole('dialog').waitFor()
  await look(reviser, 'document, letting an error stand')
  await closeDialog(reviser)
  await send(reviser, document, 'b2.s1', 'return', { reason: 'Too long.' })
  await openSegment(translator, document, 'b2.s1')
  await activeRowOf(page).locator('.said').waitFor()
  await look(translator, 'document, a returned sentence', { keys: false })
}

async function atSignOff({ translator, reviser, approver }: Staff, document: string, look: Look): Promise<string> {
  const { page, say } = approver
  await approver.goto(`/d/${document}/sign-off`)
  await page.locator('.standing.open').waitFor()
  await look(approver, 'sign-off with open points')
  await approver.goto(`/d/${document}/figures`)
  await page.locator('.figures .line').first().waitFor()
  await look(approver, 'figure sheet with open figures')
  const path = await publishSmallDocument(document, translator, reviser, approver)
  await approver.goto(`/d/${document}/figures`)
  await page.locator('.figures .line').first().waitFor()
  await look(approver, 'figure sheet, signed')
  await approver.goto(`/d/${document}/sign-off`)
  await page.getByText(say('signOff.published')).waitFor()
  await look(approver, 'sign-off, published')
  return path
}

/** The pages that the header leads to, and what opens on them. */
async function asAdministrator(admin: Colleague, look: Look): Promise<void> {
  const { page, say, goto } = admin
  const title = (room: string) => page.getByRole('heading', { name: say(`rooms.${room}`), level: 1 }).waitFor()
  const dialog = page.getByRole('dialog')
  await goto('/')
  await title('documents')
  await look(admin, 'documents')

  await goto('/glossary')
  await title('glossary')
  // A dozen of the four hundred terms: all rows are alike.
  await page.getByRole('searchbox').fill('中国')
  await page.locator('main .terms .name').nth(1).click()
  await page.locator('main .terms .more').waitFor()
  await look(admin, 'glossary')
  await page.getByRole('button', { name: say('glossary.import.open') }).click()
  await dialog.waitFor()
  await look(admin, 'glossary, importing')
  await closeDialog(admin)
  await page
    .getByRole('button', { name: say('glossary.edit') })
    .first()
    .click()
  await dialog.waitFor()
  await look(admin, 'glossary, changing a term')
  await closeDialog(admin)
  await page
    .getByRole('button', { name: say('glossary.retire') })
    .first()
    .click()
  await dialog.waitFor()
  await look(admin, 'glossary, deciding on a term')
  await closeDialog(admin)
  await goto(`/glossary/candidates/${await newestOf(admin)}`)
  await page.locator('main .terms input').waitFor()
  await page.locator('main .terms input').press('Shift+Enter')
  await page.locator('main .set-aside summary').click()
  await look(admin, 'candidates of terms')

  await goto('/glossary')
  await page.getByRole('searchbox').fill('千万工程')
  await page.locator('main .terms .name').first().click()
  await page.getByRole('link', { name: say('impact.see') }).click()
  await page.locator('main .touched details').first().waitFor()
  await page.locator('main .touched summary').first().press('Enter')
  await look(admin, 'what the change of a term touches')

  await goto('/people')
  await title('people')
  await look(admin, 'people')
  await page.getByRole('button', { name: say('people.add') }).click()
  await dialog.waitFor()
  await look(admin, 'people, adding one')
  await closeDialog(admin)

  await page.getByRole('link', { name: say('record.ofAll') }).click()
  await page.locator('main ol.record').waitFor()
  await look(admin, 'record of accounts')

  await goto('/releases')
  await title('releases')
  await look(admin, 'releases')
  await goto('/counts?by=month,document,engine')
  await page.locator('main .counts-table tbody tr').first().waitFor()
  await look(admin, 'counts')
  await goto('/memory')
  await title('memory')
  await page.locator('main .memories > li').first().waitFor()
  await look(admin, 'memories')
  await goto('/memory/align')
  await page.getByRole('button', { name: say('pair.align') }).waitFor()
  await look(admin, 'files to align')
  await goto('/engines')
  await title('engines')
  await page.locator('main form').first().waitFor()
  await look(admin, 'engines')
  await goto('/settings')
  await title('settings')
  await page.locator('main form').first().waitFor()
  await look(admin, 'settings')
}

/** The document imported last: a short one. */
async function newestOf(admin: Colleague): Promise<string> {
  return (await admin.given('GET', '/api/documents')).documents[0].id
}

async function asReader(
  reader: Colleague,
  path: string,
  shown: readonly (typeof views)[number][],
  look: Look,
): Promise<void> {
  assert.notEqual(path, '', 'nothing was published')
  const { page } = reader
  for (const [state, address] of [
    ['list of published documents', '/published/index.html'],
    ['published Chinese', `${path}zh/index.html`],
    ['published English', `${path}en/index.html`],
    ['published first release', path.replace('/v2/', '/v1/')],
  ] as const) {
    await reader.goto(address)
    await look(reader, state)
  }
  await reader.goto(path)
  for (const folded of await page.locator('details > summary').all()) await folded.press('Enter')
  for (const view of shown) {
    await page.locator(`#${view}`).check()
    await look(reader, `published page, view ${view}`, { keys: view === 'v1' })
  }
}

async function openMenu({ page }: Colleague): Promise<void> {
  await activeRowOf(page).locator('textarea, .reading').first().focus()
  await page.keyboard.press('F2')
  await page.getByRole('menu').waitFor()
}

async function closeDialog({ page }: Colleague): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
