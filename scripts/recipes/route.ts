import type { Recipe } from './recipe.ts'

/** A route that tells how many documents there are. */
export const route: Recipe = {
  name: 'a route',
  steps: [
    {
      place: 'its line in the table of routes',
      edits: [
        {
          file: 'src/contract/routes/documents.ts',
          replace: '  formats: {\n    resource:',
          by: "  documentCount: {\n    resource: 'documents',\n    method: 'GET',\n    path: '/api/document-count',\n    access: 'read',\n    reply: replies.documentCount,\n  },\n  formats: {\n    resource:",
        },
      ],
      lead: 'compiler',
      says: /documentCount/,
    },
    ...(['en', 'zh-CN'] as const).map((language) => ({
      place: `what it does, in ${language}`,
      edits: [
        {
          file: `locales/${language}/api.json`,
          replace: '    "formats":',
          by: '    "documentCount": "Counts the documents.",\n    "formats":',
        },
      ],
      lead: 'compiler' as const,
      says: /documentCount/,
    })),
    {
      place: 'the schema of its reply',
      edits: [
        {
          file: 'src/contract/replies/documents.ts',
          replace: 'export const formats = ',
          by: 'export const documentCount = z.object({ documents: z.int() })\n\nexport const formats = ',
        },
      ],
      lead: 'compiler',
      says: /documents\.ts.*documentCount/,
    },
    {
      place: 'its use case',
      edits: [
        {
          file: 'src/workspace/documents/document-count.ts',
          text: `import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { Workspace } from '../core/open.ts'
import { listDocuments } from './document-list.ts'

export async function countDocuments(
  workspace: Workspace,
  actor: Person,
): Promise<{ readonly documents: number } | Refusal> {
  const list = await listDocuments(workspace, actor)
  return isRefusal(list) ? list : { documents: list.documents.length }
}
`,
        },
      ],
      lead: 'compiler',
      says: /handlers\/settings\.ts.*document-count\.ts/,
    },
    {
      place: 'its handler',
      edits: [
        {
          file: 'src/server/handlers/settings.ts',
          replace: "type SettingsRoutes =\n  | 'formats'",
          by: "type SettingsRoutes =\n  | 'documentCount'\n  | 'formats'",
        },
        {
          file: 'src/server/handlers/settings.ts',
          replace: '    formats: ({ actor }) =>',
          by: '    documentCount: ({ actor }) => countDocuments(workspace, actor),\n    formats: ({ actor }) =>',
        },
        {
          file: 'src/server/handlers/settings.ts',
          replace: 'import { viewFormats }',
          by: "import { countDocuments } from '../../workspace/documents/document-count.ts'\nimport { viewFormats }",
        },
      ],
      lead: 'compiler',
      says: /documentCount/,
    },
    {
      place: 'its call and its act in the walk of permissions',
      edits: [
        {
          file: 'src/server/permissions.test.ts',
          replace: "    formats: ['read', {}],",
          by: "    documentCount: ['read', {}],\n    formats: ['read', {}],",
        },
      ],
      lead: 'compiler',
      says: /permissions\.test\.ts.*documentCount/,
    },
  ],
}
