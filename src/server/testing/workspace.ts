import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../start.ts'

/** The office of tests: without a name nothing is published. */
const testOffice = { zh: '山城新闻办公室', en: 'Shancheng Press Office' }

/** Where the folder of `prepareWorkspace` is named, for the processes of a run. */
const variable = 'DUIZHAO_TEST_WORKSPACE'

/** Names the office of a workspace that is not opened yet; one that has settings keeps them. */
export function nameOffice(folder: string): void {
  const file = join(folder, 'settings.json')
  if (existsSync(file)) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, JSON.stringify({ settings: { office: testOffice } }), { mode: 0o600 })
}

/**
 * Makes a workspace with the office's name and the sample in it, once for a run: filling one takes a second of processor
 * time, and dozens of tests begin with it. Gives its folder.
 */
export async function prepareWorkspace(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-prepared-'))
  nameOffice(folder)
  const server = await startServer({
    workspace: folder,
    port: 0,
    room: false,
    sample: true,
    invite: 'none',
    log: 'silent',
  })
  if (server.type === 'held') throw new Error('the workspace is held')
  await server.stop()
  process.env[variable] = folder
  return folder
}

/**
 * Puts the workspace that was prepared for the run into a folder, or the office's name alone where none was: a server
 * that starts there comes to the same.
 */
export function beginWorkspace(folder: string): void {
  const prepared = process.env[variable]
  if (prepared !== undefined && !existsSync(join(folder, 'settings.json'))) {
    cpSync(prepared, folder, { recursive: true })
  } else nameOffice(folder)
}
