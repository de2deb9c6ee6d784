import { expectDefined } from '../../model/expect.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { Withdrawal } from '../../model/release.ts'
import { DamagedJournal } from '../../ports/journal.ts'
import type { Site } from '../../ports/site.ts'
import { certificateFolder, folderOf, isPageIn, isReleaseFolder, withdrawalIn } from '../../publishing/addresses.ts'
import { certifiedFiles, type ListedFile, readSiteList } from '../../publishing/seal.ts'
import { partsToRender, renderSite, type SiteFolders, type SiteInput } from '../../publishing/site.ts'
import { folderOfPart, type PartContents, type SitePart } from '../../publishing/site-parts.ts'
import { hasWithdrawal, withdrawnFiles } from '../../publishing/withdrawn-release.ts'
import type { HeadFault, WitnessedHead } from '../../review/heads.ts'
import { faultsAgainstHeads, publicHeads, recordHeads, sharedFaults } from '../core/heads.ts'
import { refusalOfDamage } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { workspaceSettings } from '../core/settings.ts'
import type { World } from '../core/world.ts'
import { allReleases, allWithdrawals } from './releases.ts'
import { createRenderPart, type RenderJob } from './render-part.ts'

/**
 * The refusal if nothing can be published now: the journal of a published document is damaged, or one of those that all
 * documents share lacks what was published or signed of it.
 */
export async function refusalToPublish(workspace: Workspace): Promise<Refusal | null> {
  try {
    const { siteFolders } = workspace
    await holdToHeads(workspace)
    await releasesFor(workspace, siteFolders.size > 0 ? siteFolders : await publishedFolders(workspace))
    return null
  } catch (fault) {
    return refusalOfDamage(fault)
  }
}

/**
 * Brings the site up to date with the journals, work that a crash interrupted included. Files of a release are never
 * changed, but that its pages get a notice when it is withdrawn. The newest pages of a document are rendered if it has a
 * new release or one is withdrawn, if this process has not written them yet, and if `settings` have changed, since they
 * name the office. Throws `DamagedJournal` if the journal of a published
 * document is damaged, or one that all documents share: the heads that are published are never replaced by lesser ones.
 */
export async function updateSite(workspace: Workspace, changed: 'releases' | 'settings'): Promise<void> {
  await workspace.turns.take('site', async () => {
    const { world, siteFolders } = workspace
    await forgetWhatOthersWrote(workspace)
    const published = await publishedFolders(workspace)
    const standing = changed === 'settings' ? published : new Map([...siteFolders, ...published])
    const { releases, withdrawals } = await releasesFor(workspace, published)
    await holdToHeads(workspace)
    await recordHeads(workspace)
    const { keys } = (await workspace.settings.read()).state
    const settings = await workspaceSettings(workspace)
    const { files, folders } = renderSite({
      releases,
      withdrawals,
      pageAt: await pagesToMark(world.site, withdrawals, standing),
      settings,
      assets: world.siteAssets,
      contents: await contentsOf(world, partsToRender({ releases, withdrawals, standing }), { withdrawals, settings }),
      standing,
      digest: world.digest,
      signer: world.signer,
      heads: await publicHeads(workspace, [...new Set(releases.map(({ document }) => document))]),
      ...(keys && { keys }),
    })
    // If a write fails, these folders are rendered again the next time.
    for (const [folder, listed] of folders) if (standing.get(folder) !== listed) siteFolders.delete(folder)
    for (const [path, content] of files) await replace(world.site, path, content)
    for (const [folder, listed] of folders) siteFolders.set(folder, listed)
  })
}

const lastWriter = 'site-written-by'

/** What this server knows of the site holds as long as it has written last. It is said before anything is written. */
async function forgetWhatOthersWrote({ world, siteFolders, id }: Workspace): Promise<void> {
  if (!world.coordination.shared || (await world.settings.get(lastWriter)) === id) return
  siteFolders.clear()
  await world.settings.set(lastWriter, id)
}

/** Every journal of the workspace that is not what some head says of it, as `faultsAgainstHeads` holds them. */
export async function ledgerFaults(workspace: Workspace): Promise<readonly HeadFault[]> {
  return faultsAgainstHeads(workspace, await publishedHeads(workspace.world.site))
}

/** Throws for a journal that all documents share. Documents are held to their heads where they are read. */
async function holdToHeads(workspace: Workspace): Promise<void> {
  const [fault] = await sharedFaults(workspace, await publishedHeads(workspace.world.site))
  if (fault === undefined) return
  const { journal, entry, to, reason } = fault
  throw new DamagedJournal(journal, entry, reason === 'missing' ? { type: 'missing', until: to } : { type: 'altered' })
}

/** The heads that the published list names. */
export async function publishedHeads(site: Site): Promise<readonly WitnessedHead[]> {
  const { heads = [] } = readSiteList((await textOf(site, 'site.json')) ?? '') ?? {}
  return heads.map((head) => ({ ...head, witness: { type: 'site' } }))
}

/** The folders of all releases that have a certificate, the file written last. Reads each certificate once. */
async function publishedFolders({ world, siteFolders }: Workspace): Promise<SiteFolders> {
  const published = new Map<string, readonly ListedFile[]>()
  const paths = new Set(await world.site.list())
  for (const path of paths) {
    const folder = certificateFolder(path)
    if (folder === null) continue
    const withdrawal = withdrawalIn(folder)
    const files = siteFolders.get(folder) ?? (await filesOf(world, path, paths.has(withdrawal) ? withdrawal : null))
    siteFolders.set(folder, files)
    published.set(folder, files)
  }
  // A folder deleted meanwhile is rendered again.
  for (const folder of siteFolders.keys())
    if (isReleaseFolder(folder) && !published.has(folder)) siteFolders.delete(folder)
  return published
}

/** The files of a published release by its certificate, with what its withdrawal says of them if there is one. */
async function filesOf(
  { site, digest }: World,
  path: string,
  withdrawal: string | null,
): Promise<readonly ListedFile[]> {
  const certified = certifiedFiles(path, (await textOf(site, path)) ?? '', digest)
  if (withdrawal === null) return certified
  return withdrawnFiles(certified, withdrawal, (await textOf(site, withdrawal)) ?? '', digest)
}

/** The releases to render. A damaged document that was never published is left out; a published one throws. */
async function releasesFor(workspace: Workspace, published: SiteFolders) {
  const folders = [...published.keys()]
  const isUnpublished = (document: string) => !folders.some((folder) => folder.startsWith(folderOf(document)))
  return {
    releases: await allReleases(workspace, isUnpublished),
    withdrawals: await allWithdrawals(workspace, isUnpublished),
  }
}

/** The pages of published releases that are withdrawn and do not say so yet. */
async function pagesToMark(
  site: Site,
  withdrawals: readonly Withdrawal[],
  standing: SiteFolders,
): Promise<(path: string) => string | null> {
  const pages = new Map<string, string | null>()
  for (const withdrawal of withdrawals) {
    const folder = folderOf(withdrawal.document, withdrawal.number)
    const listed = standing.get(folder)
    if (listed === undefined || hasWithdrawal(withdrawal, listed)) continue
    for (const { path } of listed) if (isPageIn(path, folder)) pages.set(path, await textOf(site, path))
  }
  return (path) => pages.get(path) ?? null
}

/**
 * Renders parts of the site beside the server's other work. Where that is refused, for a machine that is too busy, they
 * are rendered here: a release that is in the journal has its pages.
 */
async function contentsOf(
  world: World,
  parts: readonly SitePart[],
  { withdrawals, settings }: Pick<RenderJob, 'withdrawals' | 'settings'>,
): Promise<SiteInput['contents']> {
  const renderHere = createRenderPart(world)
  const contents = new Map<string, PartContents>()
  for (const part of parts) {
    const { releases, latest } = part
    const job = { releases, latest, withdrawals, settings, assets: world.siteAssets }
    const rendered = await world.renderPart(job)
    contents.set(folderOfPart(part), isRefusal(rendered) ? await renderHere(job) : rendered)
  }
  return (part) => expectDefined(contents.get(folderOfPart(part)), 'the contents of a part')
}

/** Writes a file unless its content is right already. */
async function replace(site: Site, path: string, content: string): Promise<void> {
  if ((await textOf(site, path)) !== content) await site.write(path, new TextEncoder().encode(content))
}

async function textOf(site: Site, path: string): Promise<string | null> {
  const bytes = await site.read(path)
  return bytes === null ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
