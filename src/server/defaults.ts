import { join } from 'node:path'

/** The port on 127.0.0.1 where none is asked for. */
export const defaultPort = 4700

/** The folder of the offline engine's models in a workspace. */
export function modelsFolder(workspace: string): string {
  return join(workspace, 'models')
}

/** The folder of the published pages in a workspace. */
export function siteFolder(workspace: string): string {
  return join(workspace, 'site')
}
