import { type StdioOptions, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The one without windows first: the same engine, at a quarter of the processor time. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
]
const fixed = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Path of a Chromium on this machine: `DUIZHAO_BROWSER` if set, else the first one found. */
export function findBrowser(): string | undefined {
  const path = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  return [process.env.DUIZHAO_BROWSER ?? '', ...path, ...fixed].find((file) => {
    try {
      accessSync(file, constants.X_OK)
      return file !== ''
    } catch {
      return false
    }
  })
}

/** Finds a Chromium, or as root on Debian installs one with a Chinese font; says which, or what to do. */
export function browserForTests(): string {
  const found = findBrowser()
  if (found) {
    console.log(`Browser for the tests: ${found}`)
    return found
  }
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('No browser found: installing the Debian packages chromium-headless-shell and fonts-noto-cjk.')
    const quiet: { readonly stdio: StdioOptions } = { stdio: ['ignore', 'ignore', 'inherit'] }
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { ...quiet, env: environment })
    const packages = ['chromium-headless-shell', 'fonts-noto-cjk']
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      ...quiet,
      env: environment,
    })
    const installed = findBrowser()
    if (installed) return installed
  }
  throw new Error('No Chromium found. Install Chromium or Chrome, or name one in DUIZHAO_BROWSER.')
}

/** Launch options for Playwright with that browser: no sandbox as root, and nothing asked of the network. */
export function launchOptions(executablePath: string): { executablePath: string; args: string[] } {
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
    '--disable-gpu',
  ]
  return { executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet }
}

/**
 * The same for tests: their pages live for seconds, in which code that is compiled to be fast costs more than it gives
 * back. Measured: a third of the processor time of a page.
 */
export function launchOptionsForTests(executablePath: string): { executablePath: string; args: string[] } {
  const { args } = launchOptions(executablePath)
  return { executablePath, args: [...args, '--js-flags=--no-maglev --no-opt'] }
}
