/**
 * Sets the heap as the package's server begins with it (`scripts/run.mjs`). A server that is measured imports this, and
 * the server itself only then: while its modules are loaded the heap of the youngest objects would grow to 32 MB.
 */
import v8 from 'node:v8'

v8.setFlagsFromString('--semi-space-growth-factor=1')
v8.setFlagsFromString('--heap-growing-percent=60')
