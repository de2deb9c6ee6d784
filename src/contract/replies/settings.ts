import * as z from 'zod'
import { workspaceSettings } from '../../schemas/settings.ts'
import { engineSettingsView } from './engines.ts'
import { text } from './parts.ts'

export const settings = z.object({ settings: workspaceSettings, engine: engineSettingsView, key: text })
export const changedSettings = z.object({ settings: workspaceSettings })
