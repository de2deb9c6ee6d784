/**
 * Sets the heap as the package's server begins with it. A server that is measured imports this, and the server itself only
 * then: while its modules are loaded the heap of the youngest objects would grow to 32 MB.
 */
import { setServerHeap } from '../scripts/build/server-process.mjs'

setServerHeap()
