import { recall, remember } from './remember.ts'

export type Theme = 'light' | 'dark'

function systemTheme(): Theme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme
  return chosen === 'dark' || chosen === 'light' ? chosen : systemTheme()
}

/** Applies the theme chosen in this browser; without one the page follows the system. */
export function startTheme(): void {
  const chosen = recall('theme')
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen
}

export function changeTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme
  // Back at what the system says there is nothing to keep.
  remember('theme', theme === systemTheme() ? null : theme)
}
