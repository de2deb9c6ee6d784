import { expectDefined } from '../../model/expect.ts'

/** A number of a list, at a place that it has. */
export function at(numbers: ArrayLike<number>, place: number): number {
  return expectDefined(numbers[place], 'a number')
}
