import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Express } from 'express'
import * as z from 'zod'
import en from '../../../locales/en/api.json' with { type: 'json' }
import enRoom from '../../../locales/en/ui.json' with { type: 'json' }
import zh from '../../../locales/zh-CN/api.json' with { type: 'json' }
import zhRoom from '../../../locales/zh-CN/ui.json' with { type: 'json' }
import { type OpenApi, openApi } from '../../contract/openapi.ts'
import { docsPage } from './page.ts'

/** The version in package.json. */
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')))

/** The description of the API in English, as programmes read it. */
export function apiDescription(base = ''): OpenApi {
  return openApi(version, en, base)
}

/**
 * Serves the contract to anyone: for programmes at `/api/openapi.json`, for people at `/api/docs`. `?language=` chooses
 * the language of the page; without it the browser's preference does. Each is made when it is first asked for: it takes
 * some tenths of a second, and most servers are asked for neither.
 */
export function mountApiDocs(app: Express, base: string): void {
  const api = once(() => apiDescription(base))
  const pages = {
    en: once(() => docsPage(api(), { language: 'en', base, words: { ...en, role: enRoom.role } })),
    'zh-CN': once(() =>
      docsPage(openApi(version, zh, base), { language: 'zh-CN', base, words: { ...zh, role: zhRoom.role } }),
    ),
  }
  app.get('/api/openapi.json', (_request, response) => {
    response.json(api())
  })
  app.get('/api/docs', (request, response) => {
    const chosen = request.query.language ?? request.acceptsLanguages('zh-CN', 'zh', 'en')
    const page = pages[chosen === 'zh-CN' || chosen === 'zh' ? 'zh-CN' : 'en']
    response.vary('Accept-Language').type('html').send(page())
  })
}

/** What `make` gives, made at the first call. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
