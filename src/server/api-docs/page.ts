import type { ApiWords, OpenApi, Operation, Parameter } from '../../contract/openapi.ts'
import type { Role } from '../../model/people.ts'
import { type Html, html, render } from '../../publishing/html.ts'
import { notation } from './notation.ts'

/** What the page says beside the words of the description. */
export interface PageWords extends ApiWords {
  readonly about: string
  readonly machine: string
  /** The name of the other language, in that language. */
  readonly language: string
  readonly terminal: string
  readonly search: string
  readonly searchHint: string
  /** With `{{count}}`; the script of the page fills it in. */
  readonly results: string
  readonly none: string
  readonly contents: string
  readonly skip: string
  readonly roles: string
  readonly role: Readonly<Record<Role, string>>
  readonly everyone: string
  readonly signedIn: string
  readonly byToken: string
  readonly parameters: string
  readonly body: string
  readonly reply: string
  readonly schemas: string
  readonly schemasAbout: string
}

interface Call {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

/** The description of the API as a page of HTML; style and script come with the bundled review room. */
export function docsPage(
  api: OpenApi,
  { language, base, words }: { readonly language: 'en' | 'zh-CN'; readonly base: string; readonly words: PageWords },
): string {
  const calls = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const groups = api.tags.map(({ name, description }) => ({
    name,
    description,
    calls: calls.filter(({ operation }) => operation.tags.includes(name)),
  }))
  const other = language === 'en' ? 'zh-CN' : 'en'
  return render(html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${words.title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${base}/api-docs.css">
<script type="module" src="${base}/api-docs.js"></script>
</head>
<body>
<a class="skip" href="#calls">${words.skip}</a>
<header>
<h1>${words.title} <small>${api.info.version}</small></h1>
<a href="${base}/api/docs?language=${other}" hreflang="${other}" lang="${other}">${words.language}</a>
</header>
<nav aria-label="${words.contents}">
<search hidden><label for="search">${words.search}</label>
<input id="search" type="search" placeholder="${words.searchHint}" autocomplete="off" spellcheck="false">
<p role="status" data-results="${words.results}" data-none="${words.none}"></p></search>
${groups.map(
  (group) => html`<section data-group="${group.name}"><h2><a href="#${group.name}">${group.description}</a></h2>
<ul>${group.calls.map(contentsItem)}</ul></section>
`,
)}<p><a href="#schemas">${words.schemas}</a></p>
</nav>
<main id="calls" tabindex="-1">
<div class="about"><p>${words.about} ${words.machine} <a href="${base}/api/openapi.json">openapi.json</a></p>
<p>${withCode(words.rules)}</p>
<p>${withCode(words.terminal)}</p></div>
${groups.map(
  (group) => html`<section id="${group.name}" data-group="${group.name}"><h2>${group.description}</h2>
${group.calls.map((call) => callSection(call, language, words))}</section>
`,
)}<section id="schemas"><h2>${words.schemas}</h2>
<p>${words.schemasAbout}</p>
${Object.entries(api.components.schemas).map(
  ([name, schema]) => html`<section id="schema-${name}"><h3>${name}</h3>
<pre>${notation(schema)}</pre></section>
`,
)}</section>
</main>
</body>
</html>
`)
}

function contentsItem({ method, operation }: Call): Html {
  return html`<li data-call="${operation.operationId}"><a href="#call-${operation.operationId}">
<span class="method ${method.toLowerCase()}">${method}</span> ${operation.operationId}</a></li>`
}

function callSection({ method, path, operation }: Call, language: string, words: PageWords): Html {
  const { operationId, summary, parameters, requestBody, responses } = operation
  const sent = requestBody && schemaOf(requestBody.content)
  return html`<section class="call" id="call-${operationId}" data-call="${operationId}">
<h3>${operationId}</h3>
<p class="line"><span class="method ${method.toLowerCase()}">${method}</span> <code>${pathWithBreaks(path)}</code></p>
<p>${withCode(summary)}</p>
<dl>
<div><dt>${words.roles}</dt><dd>${openTo(operation, language, words)}</dd></div>
${parameters.length > 0 && html`<div><dt>${words.parameters}</dt><dd>${parameterList(parameters)}</dd></div>`}
${sent && html`<div><dt>${words.body}</dt><dd>${sent}</dd></div>`}
<div><dt>${words.reply}</dt><dd>${schemaOf(responses[200].content)}</dd></div>
</dl>
</section>
`
}

/** Lets a long path break after a slash. */
function pathWithBreaks(path: string): readonly Html[] {
  return path.split(/(?<=\/)/).map((part) => html`${part}<wbr>`)
}

function openTo({ security, 'x-roles': roles }: Operation, language: string, words: PageWords): Html {
  if (security.length === 0) return html`${words.everyone}`
  const either = new Intl.ListFormat(language, { type: 'disjunction' })
  const people = roles ? either.format(roles.map((role) => words.role[role])) : words.signedIn
  return html`${people}${security.some((way) => 'terminal' in way) && html`<br>${words.byToken}`}`
}

function parameterList(parameters: readonly Parameter[]): Html {
  return html`<ul>${parameters.map(
    ({ name, in: place, required, schema }) =>
      html`<li><code>${place === 'path' ? `{${name}}` : `?${name}=`}</code> <code>${required ? '' : '? '}${notation(schema)}</code></li>`,
  )}</ul>`
}

/** What a body or reply holds: the schema of its JSON, else its media type. */
function schemaOf(content: Operation['responses'][200]['content']): readonly Html[] {
  return Object.entries(content).map(([mediaType, { schema }]) =>
    mediaType === 'application/json' ? html`<pre>${notation(schema)}</pre>` : html`<code>${mediaType}</code>`,
  )
}

/** Words in which backquotes mark code. */
function withCode(text: string): readonly (Html | string)[] {
  return text.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))
}
