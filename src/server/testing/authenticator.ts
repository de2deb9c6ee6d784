import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'

/** A device with one passkey (ES256), as WebAuthn has it between browser and server. */
export interface Authenticator {
  readonly id: string
  /** How often it has signed; it says so. */
  counter: number
  /** Whether it has asked its owner for a PIN or finger. */
  verifies: boolean
  /** Where the page is that asks. */
  origin: string
  /** The answer to options to make a passkey. */
  make(options: Asked): object
  /** The answer to options to use it. */
  use(options: Asked): object
}

/** What of the options of WebAuthn it needs. */
interface Asked {
  readonly challenge: string
  readonly rpId?: string
  readonly rp?: { readonly id?: string }
}

export function createAuthenticator(origin: string): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const idBytes = randomBytes(16)
  const id = idBytes.toString('base64url')
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: device.origin, crossOrigin: false }))
  const answer = (response: object) => ({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} })
  const device: Authenticator = {
    id,
    counter: 0,
    verifies: true,
    origin,
    make({ challenge, rp }) {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(idBytes.length)
      const credential = Buffer.concat([Buffer.alloc(16), length, idBytes, coseKey(publicKey)])
      const data = Buffer.concat([
        authenticatorData(rp?.id ?? '', device.verifies ? 0x45 : 0x41, device.counter),
        credential,
      ])
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        text('fmt'),
        text('none'),
        text('attStmt'),
        Buffer.from([0xa0]),
        text('authData'),
        bytes(data),
      ])
      return answer({
        clientDataJSON: clientData('webauthn.create', challenge).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      })
    },
    use({ challenge, rpId }) {
      device.counter += 1
      const data = authenticatorData(rpId ?? '', device.verifies ? 0x05 : 0x01, device.counter)
      const client = clientData('webauthn.get', challenge)
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: createSign('sha256').update(signed).sign(privateKey).toString('base64url'),
      })
    },
  }
  return device
}

/** Flags: somebody is there and has shown who they are, and whether a credential follows (WebAuthn level 3, 6.1). */
function authenticatorData(rpId: string, flags: number, counter: number): Buffer {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), count])
}

/** The public key as COSE writes it (RFC 9052): EC2, ES256, P-256. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    bytes(Buffer.from(x, 'base64url')),
    Buffer.from([0x22]),
    bytes(Buffer.from(y, 'base64url')),
  ])
}

/** Texts and bytes in CBOR (RFC 8949), as short as these are. */
function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
}

function bytes(value: Buffer): Buffer {
  const head =
    value.length < 24
      ? [0x40 + value.length]
      : value.length < 256
        ? [0x58, value.length]
        : [0x59, value.length >> 8, value.length & 0xff]
  return Buffer.concat([Buffer.from(head), value])
}
