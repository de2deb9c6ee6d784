/** The pages of the header, in order. Each has its folder here and its route in `app.tsx`. */
export const rooms = [
  { href: '/', name: 'documents' },
  { href: '/glossary', name: 'glossary' },
  { href: '/memory', name: 'memory' },
  { href: '/engines', name: 'engines' },
  { href: '/releases', name: 'releases' },
  { href: '/counts', name: 'counts' },
  { href: '/people', name: 'people' },
  { href: '/settings', name: 'settings' },
] as const
