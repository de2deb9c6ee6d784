import { join } from 'node:path'
import { build } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright'
import { findBrowser, launchOptionsForTests } from '../../scripts/browser.ts'
import type { SessionView } from '../../src/contract/views/session.ts'
import { expectDefined } from '../../src/model/expect.ts'
import { plainStyle } from '../../src/model/house-style.ts'
import { plainSteps } from '../../src/model/office-steps.ts'
import { plainQuality } from '../../src/model/quality.ts'
import { usualRetention } from '../../src/model/retention.ts'
import { pageRoutes } from '../../src/server/page-routes.ts'

export const browserPath = findBrowser()

/** Components by themselves in a real browser: no server, no network, one page a component. */
export interface Gallery {
  /** The page of a component, in a language. */
  open(component: string, language?: 'en' | 'zh-CN'): Promise<Page>
  close(): Promise<void>
}

const origin = 'http://gallery.invalid'
const session: SessionView = {
  person: { id: 'p1', login: 'ann', name: 'Ann', roles: ['translator'], active: true },
  workspace: {
    office: { zh: '', en: '' },
    contact: '',
    timeZone: 'Asia/Shanghai',
    address: '',
    statement: { zh: '', en: '' },
    style: plainStyle,
    publishing: { names: 'people', proposedTerms: false },
    counts: { people: false },
    quality: plainQuality,
    steps: plainSteps,
    retention: usualRetention,
  },
  engine: 'memory',
  singlePerson: false,
  provider: null,
  proof: 'password',
  proved: null,
  hasPasskey: false,
  next: null,
}

export async function openGallery(): Promise<Gallery> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, '../../review-ui/gallery/gallery.tsx')],
    outdir: 'gallery',
    write: false,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    plugins: [pageRoutes],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? ''
  const browser: Browser = await chromium.launch(launchOptionsForTests(expectDefined(browserPath, 'a browser')))
  return {
    async open(component, language = 'en') {
      const context = await browser.newContext({ locale: language === 'en' ? 'en-US' : 'zh-CN' })
      context.setDefaultTimeout(20_000)
      const page = await context.newPage()
      await page.route(`${origin}/**`, (route) => {
        const { pathname } = new URL(route.request().url())
        if (pathname === '/main.js') return route.fulfill({ contentType: 'text/javascript', body: textOf('.js') })
        if (pathname === '/main.css') return route.fulfill({ contentType: 'text/css', body: textOf('.css') })
        if (pathname === '/api/session') return route.fulfill({ json: session })
        const body = `<!doctype html><html lang="${language}"><title>Gallery</title><link rel="stylesheet" href="/main.css"><div id="room"></div><script type="module" src="/main.js"></script></html>`
        return route.fulfill({ contentType: 'text/html', body })
      })
      await page.goto(`${origin}/#${component}`)
      await page.locator('#main > *').first().waitFor()
      return page
    },
    close: () => browser.close(),
  }
}
