import { type Role, roles } from './people.ts'
import { type Refusal, refuse } from './refusal.ts'

/**
 * Who may do what: for each act, the roles of which one suffices, or `everyone` for any active person. Rules, routes
 * and pages read it here. It stands in `model` because the termbase's rules ask it too, and they import nothing above.
 * What a role does not settle (four eyes, who wrote the words) is in `review`.
 */
export const permissions = {
  read: 'everyone',
  comment: 'everyone',
  'resolve-comment': 'everyone',
  /** Suggests other English for a sentence, which whoever may edit it takes or leaves; and takes one's own back. */
  suggest: 'everyone',
  'leave-suggestion': 'everyone',
  /** Lifts somebody else's comment that blocks the signature, with a reason. */
  'lift-block': ['approver'],

  draft: ['translator', 'reviser', 'administrator'],
  'discard-draft': ['translator', 'reviser', 'administrator'],
  /** Has a language model ask questions of finished English, and settles them. */
  'ask-questions': ['translator', 'reviser'],
  edit: ['translator', 'reviser'],
  /** An edit with the words of another. */
  'take-suggestion': ['translator', 'reviser'],
  /** Edits many segments at once by find and replace, and takes that back. */
  replace: ['translator', 'reviser'],
  'undo-replacement': ['translator', 'reviser'],
  /** Puts the Chinese where nobody has written English. */
  'copy-source': ['translator', 'reviser'],
  /** Confirms words as one's translation. */
  translate: ['translator', 'reviser'],
  /** Puts one's confirmed words wherever the same Chinese stands, and takes that back. */
  propagate: ['translator', 'reviser'],
  'undo-propagation': ['translator', 'reviser'],
  revise: ['reviser'],
  /** Accepts what a reviser made of one's words, or a translator of a reviser's. */
  accept: ['translator', 'reviser'],
  /** Sends a segment back with a reason. */
  return: ['reviser', 'approver'],
  reopen: ['translator', 'reviser'],
  split: ['translator', 'reviser'],
  join: ['translator', 'reviser'],
  waive: ['reviser', 'approver'],
  'withdraw-waiver': ['reviser', 'approver'],
  'confirm-figures': ['reviser', 'approver'],
  /** Marks what is wrong with a sentence, says that it is assessed, and takes either back. */
  'mark-issue': ['reviser', 'approver'],
  'remove-issue': ['reviser', 'approver'],
  assess: ['reviser', 'approver'],
  'withdraw-assessment': ['reviser', 'approver'],
  /** Takes out an issue that somebody else marked, with a reason. */
  'lift-issue': ['approver'],
  /** Draws sentences at random to be assessed. */
  'draw-sample': ['reviser', 'approver', 'administrator'],
  sign: ['approver'],
  publish: ['approver', 'administrator'],
  /**
   * Says in public that the office no longer stands by a release. Approvers alone: whoever may put the office's name
   * under a text judges when it has to be taken from under one. Publishing what an approver has signed is a technical
   * step; this is not. An administrator can make somebody an approver, which is on record.
   */
  'withdraw-release': ['approver'],

  'import-document': roles,
  /** Names and labels a document, puts it into the archive and brings it back: those who work on documents. */
  'rename-document': ['translator', 'reviser', 'approver', 'administrator'],
  'label-document': ['translator', 'reviser', 'approver', 'administrator'],
  'archive-document': ['translator', 'reviser', 'approver', 'administrator'],
  'restore-document': ['translator', 'reviser', 'approver', 'administrator'],
  'delete-document': ['administrator'],
  /** Sends a document to a reviewer who has no account, and brings back what they wrote, as suggestions. */
  'send-review': ['translator', 'reviser', 'approver'],
  /** Gives work to others; and takes work oneself, hands over what one has and gives it back. Neither grants a right. */
  'assign-work': ['reviser', 'approver', 'administrator'],
  'take-work': ['translator', 'reviser', 'approver', 'administrator'],
  'import-memory': roles,
  /** Sets the penalty and priority of imported memories, and takes them out. */
  'manage-memory': ['terminologist', 'administrator'],
  /** Corrects pairs of imported memories. */
  'correct-memory': ['reviser', 'terminologist'],

  /** Sees the counts of the office and one's own; those of others only where the office shows people. */
  'see-counts': 'everyone',
  /** Sees how far confirmed texts are from their drafts; of others by name only where the office shows people. */
  'see-post-edits': ['approver', 'administrator'],

  'propose-term': roles,
  /** Approves, retires and changes terms. */
  'decide-term': ['terminologist'],
  'import-terms': roles,
  'extract-terms': roles,

  'manage-people': ['administrator'],
  'change-settings': ['administrator'],
} as const satisfies Readonly<Record<string, 'everyone' | readonly Role[]>>

export type Act = keyof typeof permissions

/** The acts by which a person answers for words with their name: only whoever is signed in at a page does these. */
export const personalActs: ReadonlySet<Act> = new Set<Act>([
  'suggest',
  'take-suggestion',
  'leave-suggestion',
  'edit',
  'replace',
  'undo-replacement',
  'copy-source',
  'translate',
  'propagate',
  'undo-propagation',
  'revise',
  'accept',
  'return',
  'reopen',
  'split',
  'join',
  'waive',
  'withdraw-waiver',
  'confirm-figures',
  'mark-issue',
  'remove-issue',
  'assess',
  'withdraw-assessment',
  'sign',
])

/** Why someone with these roles may not do this; null where they may. */
export function refusalOfRoles(held: readonly Role[], act: Act): Refusal | null {
  const anyOf: 'everyone' | readonly Role[] = permissions[act]
  if (anyOf === 'everyone' || anyOf.some((role) => held.includes(role))) return null
  return refuse('role-missing', { roles: anyOf.join(', ') })
}

export function mayDo({ roles: held }: { readonly roles: readonly Role[] }, act: Act): boolean {
  return refusalOfRoles(held, act) === null
}
