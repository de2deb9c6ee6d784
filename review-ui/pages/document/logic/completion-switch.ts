import { recall, remember } from '../../../shell/remember.ts'

const name = 'completion'

/** Whether this person wants to be offered what may be typed next. */
export function completes(): boolean {
  return recall(name) !== 'off'
}

export function switchCompletion(on: boolean): void {
  remember(name, on ? null : 'off')
}
