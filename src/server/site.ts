import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Refusal } from '../model/refusal.ts'
import type { Release } from '../model/release.ts'
import { folderOf } from '../publishing/context.ts'
import { certificatePath, renderSite, type SiteInput } from '../publishing/site.ts'
import { refusalOfDamage } from '../workspace/core/lookup.ts'
import type { Workspace } from '../workspace/core/open.ts'
import { workspaceSettings } from '../workspace/core/settings.ts'
import { allReleases } from '../workspace/releases/publish.ts'
import { releaseFiles } from '../workspace/releases/release-files.ts'
import { fingerprintOf } from './signing-key.ts'

/** The folder of published pages. */
export interface Site {
  readonly folder: string
  /** Why nothing can be published now: the journal of a published document is damaged. */
  refusal(): Promise<Refusal | null>
  /** Brings the folder up to date with what is published. What a release has put there is never changed. */
  write(): Promise<void>
}

export function openSite(workspace: Workspace, folder: string): Site {
  const { digest, signer } = workspace.world

  /** A damaged document that was never published has no part in the site; without one that was, nothing is rendered. */
  async function releases(published: ReadonlyMap<string, string>) {
    const paths = [...published.keys()]
    return allReleases(workspace, (document) => !paths.some((path) => path.startsWith(folderOf(document))))
  }

  /** The files of new releases for other tools. */
  async function downloadsOf(added: readonly Release[]): Promise<SiteInput['downloads']> {
    const files = new Map<Release, Awaited<ReturnType<typeof releaseFiles>>>()
    for (const release of added) files.set(release, await releaseFiles(workspace.world.formats, release))
    return (release) => {
      const written = files.get(release)
      if (written === undefined) throw new Error(`release ${release.number} of ${release.document} is not new`)
      return written
    }
  }

  return {
    folder,
    async refusal() {
      try {
        await releases(await certificatesIn(folder))
        return null
      } catch (fault) {
        return refusalOfDamage(fault)
      }
    },
    write: () =>
      workspace.turns.take('site', async () => {
        const published = await certificatesIn(folder)
        const all = await releases(published)
        const downloads = await downloadsOf(all.filter((release) => !published.has(certificatePath(release))))
        const files = renderSite({
          releases: all,
          settings: await workspaceSettings(workspace),
          downloads,
          published,
          digest,
          fingerprintOf,
          signer,
        })
        for (const [path, content] of inOrder(files)) await replace(join(folder, ...path.split('/')), content)
      }),
  }
}

/** A certificate says that its release is there, so it comes after the files it lists; the list of all files is last. */
function inOrder(files: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  const rank = (path: string) => (path === 'site.json' ? 2 : path.endsWith('/certificate.json') ? 1 : 0)
  return [...files].sort(([a], [b]) => rank(a) - rank(b))
}

async function certificatesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const paths = names.map((name) => name.replaceAll('\\', '/')).filter((path) => path.endsWith('/certificate.json'))
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const)),
  )
}

/** Written aside, flushed and renamed, so that a reader never meets half a page. */
async function replace(file: string, content: string): Promise<void> {
  if ((await readFile(file, 'utf8').catch(() => null)) === content) return
  await mkdir(dirname(file), { recursive: true })
  const aside = `${file}.new`
  const handle = await open(aside, 'w')
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(aside, file)
}
