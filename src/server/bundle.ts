import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Metafile } from 'esbuild'
import { type BundleRecord, isCurrent, readRecord, recordOf } from './bundle-record.ts'
import { pageRoutes } from './page-routes.ts'
import { dialects, dictionaryFile } from './proofreader.ts'

const root = join(import.meta.dirname, '../..')

/** What the bundle rests on besides the files that the bundler reads: how it is made, and which versions are installed. */
const foundations = [
  import.meta.filename,
  join(import.meta.dirname, 'page-routes.ts'),
  join(root, 'package-lock.json'),
  join(root, 'review-ui/tsconfig.json'),
]

/**
 * The review room in a folder as the sources have it, for a start from the sources: a record beside the folder says from
 * which files it was made, and while they are as they were nothing is bundled anew.
 */
export async function keepReviewRoom(outdir: string): Promise<void> {
  const recordFile = `${outdir}.json`
  const record = await readRecord(recordFile)
  if (record !== null && (await isCurrent(record))) return removeOthers(outdir, record.outputs)
  const made = await bundleReviewRoom(outdir)
  await replaceWhereChanged(recordFile, Buffer.from(JSON.stringify(made)))
}

/**
 * Bundles the review room, the workers beside it and what the page about the API loads into a folder, with the
 * dictionaries. Another server may be sending these very files: one that has not changed is not written, and any other
 * is replaced whole.
 */
export async function bundleReviewRoom(outdir: string): Promise<BundleRecord> {
  const { files, inputs } = await bundled(outdir)
  for (const [path, contents] of files) await replaceWhereChanged(path, contents)
  const record = await recordOf(inputs, [...files.keys()])
  await removeOthers(outdir, record.outputs)
  return record
}

/** The files of the room by their paths, and the paths of all they were made from. */
async function bundled(
  outdir: string,
): Promise<{ readonly files: ReadonlyMap<string, Uint8Array>; readonly inputs: readonly string[] }> {
  const options = {
    outdir,
    write: false,
    metafile: true,
    absWorkingDir: root,
    bundle: true,
    minify: true,
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  } as const
  // Parts that come when they are needed. All in one folder: what a script loads it finds beside itself.
  const page = await build({
    ...options,
    entryPoints: { main: join(root, 'review-ui/main.tsx') },
    plugins: [pageRoutes],
    splitting: true,
    chunkNames: 'part-[name]-[hash]',
    format: 'esm',
  })
  // Each whole: parts that they shared with the page would bring it what only they use.
  const apart = await build({
    ...options,
    entryPoints: {
      reader: join(root, 'review-ui/background-checks/worker.ts'),
      aligner: join(root, 'review-ui/pages/alignment/worker.ts'),
      'api-docs': join(root, 'review-ui/api-docs/api-docs.ts'),
    },
    format: 'esm',
  })
  const first = await build({ ...options, entryPoints: [join(root, 'review-ui/first.ts')], format: 'iife' })
  const made = [page, apart, first]
  const files = new Map<string, Uint8Array>(
    made.flatMap(({ outputFiles }) => outputFiles).map(({ path, contents }) => [path, contents]),
  )
  const sources = made.flatMap(({ metafile }) => Object.keys(metafile.inputs))
  const inputs = [...foundations, ...(await routeFiles()), ...sources.map((path) => resolve(root, path))]
  const copy = async (from: string, to: string) => {
    files.set(join(outdir, to), await readFile(from))
    inputs.push(from)
  }
  const html = join(root, 'review-ui/index.html')
  files.set(join(outdir, 'index.html'), Buffer.from(withPreloads(await readFile(html, 'utf8'), page.metafile.outputs)))
  inputs.push(html)
  for (const dialect of dialects) {
    for (const part of ['aff', 'dic'] as const) {
      await copy(fileURLToPath(dictionaryFile(dialect, part)), `dictionaries/${dialect}.${part}`)
    }
  }
  return { files, inputs }
}

/** The files of the routes, which the page has in a form of its own. */
async function routeFiles(): Promise<readonly string[]> {
  const folder = join(root, 'src/contract/routes')
  return (await readdir(folder)).map((name) => join(folder, name))
}

/** The page that names the parts its script begins with, so that they come beside it and not after it. */
function withPreloads(page: string, outputs: Metafile['outputs']): string {
  const main = Object.entries(outputs).find(([path]) => basename(path) === 'main.js')?.[1]
  const parts = main?.imports.filter(({ kind }) => kind === 'import-statement') ?? []
  const links = parts.map(({ path }) => `    <link rel="modulepreload" href="/${basename(path)}">\n`)
  return page.replace('  </head>', `${links.join('')}  </head>`)
}

async function replaceWhereChanged(path: string, contents: Uint8Array): Promise<void> {
  const present = await readFile(path).catch(() => null)
  if (present?.equals(contents)) return
  await mkdir(dirname(path), { recursive: true })
  // Its own name in each process: two servers may start at once.
  const aside = `${path}.${process.pid}${beingWritten}`
  await writeFile(aside, contents)
  await rename(aside, path)
}

const beingWritten = '.new'

/** Removes what an earlier version has left: everything in the folder is served. */
async function removeOthers(folder: string, outputs: BundleRecord['outputs']): Promise<void> {
  const paths = new Set(outputs.map(({ path }) => path))
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && !paths.has(path) && !path.endsWith(beingWritten)) await rm(path, { force: true })
  }
}
