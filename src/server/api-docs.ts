import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Express } from 'express'
import en from '../../locales/en/api.json' with { type: 'json' }
import zh from '../../locales/zh-CN/api.json' with { type: 'json' }
import { type OpenApi, openApi } from '../contract/openapi.ts'
import { html, render } from '../publishing/html.ts'

/** The version in package.json. */
export const version: string = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')).version

/** Serves the contract: for programmes at `/api/openapi.json`, for people at `/api/docs`. Both are open to anyone. */
export function mountApiDocs(app: Express): void {
  const api = openApi(version)
  app.get('/api/openapi.json', (_request, response) => {
    response.json(api)
  })
  app.get('/api/docs', (request, response) => {
    const chinese = request.acceptsLanguages('zh', 'en') === 'zh'
    response.vary('Accept-Language').type('html').send(docsPage(api, chinese))
  })
}

function docsPage(api: OpenApi, chinese: boolean): string {
  const words = chinese ? zh : en
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  return render(html`<!doctype html>
<html lang="${chinese ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words.title}</title></head>
<body>
<main>
<h1>${words.title}</h1>
<p>${words.about} <a href="/api/openapi.json">openapi.json</a></p>
<p lang="en">${api.info.description}</p>
${operations.map(
  ({ path, method, operation }) => html`<section aria-labelledby="${operation.operationId}">
<h2 id="${operation.operationId}">${operation.operationId}</h2>
<p><code>${method} ${path}</code></p>
<p lang="en">${operation.summary}</p>
<p>${words.roles} ${operation['x-roles']?.join(', ') ?? words.everyone}</p>
<details><summary>${words.details}</summary><pre>${JSON.stringify(operation, null, 2)}</pre></details>
</section>
`,
)}
<h2>${words.schemas}</h2>
${Object.entries(api.components.schemas).map(
  ([
    name,
    schema,
  ]) => html`<details id="schema-${name}"><summary>${name}</summary><pre>${JSON.stringify(schema, null, 2)}</pre></details>
`,
)}
</main>
</body>
</html>
`)
}
