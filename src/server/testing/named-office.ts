import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The office of tests: without a name nothing is published. */
const testOffice = { zh: '山城新闻办公室', en: 'Shancheng Press Office' }

/** Names the office of a workspace that is not opened yet; one that has settings keeps them. */
export function nameOffice(folder: string): void {
  const file = join(folder, 'settings.json')
  if (existsSync(file)) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, JSON.stringify({ settings: { office: testOffice } }), { mode: 0o600 })
}
