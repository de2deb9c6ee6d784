import { recall, remember } from './remember.ts'

export type Theme = 'light' | 'dark'

function systemTheme(): Theme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme
  return chosen === 'dark' || chosen === 'light' ? chosen : systemTheme()
}

/** Applies what was chosen here before; nothing chosen follows the system. */
export function startTheme(): void {
  const kept = recall('theme')
  if (kept === 'dark' || kept === 'light') document.documentElement.dataset.theme = kept
}

export function changeTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme
  // Back at what the system says there is nothing to keep.
  remember('theme', theme === systemTheme() ? null : theme)
}
