import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type Browser, chromium } from 'playwright'
import { findBrowser, launchOptionsForTests } from '../../scripts/browser.ts'
import { expectDefined } from '../../src/model/expect.ts'
import type { Role } from '../../src/model/people.ts'
import { siteFolder } from '../../src/server/defaults.ts'
import type { RunningServer } from '../../src/server/start/serve.ts'
import { startServer } from '../../src/server/start.ts'
import { beginWorkspace, nameOffice } from '../../src/server/testing/workspace.ts'
import { type Colleague, type ColleagueOptions, newColleague } from './colleague.ts'

/** A server with a workspace of its own, the sample in it, and a browser: what one story is told in. */
export interface House {
  readonly address: string
  /** Where the published pages lie on the disk. */
  readonly site: string
  /** The way of the one-time link of whoever has this role in the sample. */
  invitationOf(role: Role): string
  /** Someone before a browser of their own, whose page is not opened yet. Whatever goes wrong in it fails the story. */
  visitor(options?: ColleagueOptions): Promise<Colleague>
  /** The same, signed in by the one-time link of a role and standing before the documents. */
  enter(role: Role, options?: ColleagueOptions): Promise<Colleague>
  stop(): Promise<void>
  /** Starts again on the same port, with the same workspace. */
  start(): Promise<void>
}

const browserPath = findBrowser()
const pictures = join(import.meta.dirname, '../../test-results')

/** A part of a story, in the same house, with a name of its own. */
type Chapter = (name: string, part: () => Promise<void>) => Promise<void>

interface StoryOptions {
  readonly skip?: string | false
  /** Whether the workspace begins with the sample in it; it does unless told otherwise. */
  readonly sample?: boolean
  /** Whether the office has no name yet: then nothing is published. */
  readonly unnamed?: boolean
  /** Whether browsers reach the house by the name of the machine, and not by its number. */
  readonly named?: boolean
}

/** One browser for the stories of a file: everyone in them has a session of their own, and starting one takes seconds. */
let launched: Promise<Browser> | undefined
after(async () => (await launched)?.close())

function browserOfStories(): Promise<Browser> {
  launched ??= chromium.launch(launchOptionsForTests(expectDefined(browserPath, 'a browser')))
  return launched
}

/** A story in a real browser, told in a house of its own; `skip` says why it is not told. */
export function story(name: string, options: StoryOptions, tell: (house: House, chapter: Chapter) => Promise<void>) {
  const skip = browserPath === undefined ? 'no Chromium on this machine' : (options.skip ?? false)
  test(name, { skip, timeout: 300_000 }, async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'duizhao-e2e-'))
    const open: { server?: RunningServer } = {}
    const everyone: Colleague[] = []
    // Also where a story took too long: whatever it still waits for ends with the sessions.
    context.after(async () => {
      for (const { context: session } of everyone) await session.close()
      await open.server?.stop()
      rmSync(folder, { recursive: true, force: true })
    })
    const sample = options.sample ?? true
    if (options.unnamed !== true) (sample ? beginWorkspace : nameOffice)(folder)
    open.server = await serve(folder, 0, sample)
    const browser = await browserOfStories()
    const { port, invitations } = open.server
    const address = options.named ? open.server.address.replace('127.0.0.1', 'localhost') : open.server.address
    const house: House = {
      address,
      site: siteFolder(folder),
      invitationOf: (role) => {
        const invited = invitations.find(({ roles }) => roles.includes(role))
        if (!invited) throw new Error(`nobody was invited as ${role}`)
        return invited.path
      },
      async visitor(options = {}) {
        const colleague = await newColleague(browser, address, options)
        everyone.push(colleague)
        return colleague
      },
      async enter(role, options) {
        const colleague = await house.visitor(options)
        await colleague.enterBy(house.invitationOf(role))
        return colleague
      },
      async stop() {
        await open.server?.stop()
      },
      async start() {
        open.server = await serve(folder, port, sample)
      },
    }
    try {
      await tell(house, (name, part) => context.test(name, part))
      for (const colleague of everyone) colleague.assertNoFaults()
    } catch (error) {
      await keepPictures(name, everyone)
      const faults = everyone.flatMap((colleague) => colleague.faults())
      throw faults.length === 0 ? error : new Error(`the browsers complained: ${faults.join(' | ')}`, { cause: error })
    }
  })
}

async function serve(workspace: string, port: number, sample: boolean): Promise<RunningServer> {
  const server = await startServer({ workspace, port, room: true, sample, log: 'silent' })
  if (server.type === 'held') throw new Error('the workspace is held')
  if (port !== 0 && server.port !== port) throw new Error(`port ${port} was taken in the meantime`)
  return server
}

/** What was on the screens when a story failed, in `test-results`. */
async function keepPictures(name: string, everyone: readonly Colleague[]): Promise<void> {
  if (!existsSync(pictures)) mkdirSync(pictures)
  for (const [index, { page }] of everyone.entries()) {
    const path = join(pictures, `${name.replace(/\W+/g, '-').slice(0, 60)}-${index + 1}.png`)
    await page.screenshot({ path }).catch(() => {})
  }
}
