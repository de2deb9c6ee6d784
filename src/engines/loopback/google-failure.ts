import type { Fault, LoopbackAnswer } from './server.ts'

const statuses: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ALREADY_EXISTS',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
}

/** An error in the form of the service's REST interface. */
export function failure(code: number, message: string): LoopbackAnswer {
  return { status: code, body: { error: { code, message, status: statuses[code] ?? 'UNKNOWN' } } }
}

/** A fault of the service with a status, in the form of its REST interface. */
export function googleFault(code: number, message: string): Fault {
  return { type: 'status', ...failure(code, message) }
}
