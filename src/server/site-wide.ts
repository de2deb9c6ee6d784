import type { Express } from 'express'

/** Two columns, as the pages have them. */
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#8f1d1d"/>' +
  '<path d="M3.5 4h4v8h-4zM8.5 4h4v8h-4z" fill="#fff" opacity=".92"/></svg>\n'

/** Search engines may read what is published; the room has nothing for them. */
const robots = 'User-agent: *\nAllow: /published/\nDisallow: /\n'

/** Answers what browsers and search engines ask for at the top of a site without being told of it. */
export function mountSiteWide(app: Express): void {
  const day = 'public, max-age=86400'
  app.get('/robots.txt', (_request, response) => {
    response.set('cache-control', day).type('text').send(robots)
  })
  app.get('/favicon.ico', (_request, response) => {
    response.set('cache-control', day).type('svg').send(icon)
  })
}
