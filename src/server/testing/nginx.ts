import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Why a test that needs nginx and openssl is skipped; false where both are there. */
export const withoutNginx: string | false =
  nginxPath() === undefined || spawnSync('openssl', ['version']).status !== 0 ? 'no nginx, or no openssl, here' : false

/** Debian puts it where only root looks. */
function nginxPath(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
  return folders.map((folder) => join(folder, 'nginx')).find((path) => existsSync(path))
}

/** The configurations of nginx in the page on operations: that of the site, and that of the room. */
export function documentedServers(): readonly string[] {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/operations.md'), 'utf8')
  return [...page.matchAll(/```nginx\n(.*?)```/gs)].map(([, lines = '']) => lines)
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  // biome-ignore lint/plugin/no-cast: a server that listens on a port has an address of this shape
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

export interface Nginx {
  /** The certificate that it shows, made for this start. */
  readonly certificate: string
  stop(): Promise<void>
}

/**
 * Starts nginx with the lines of a `server` as documented, on a port of loopback in place of 443, with a certificate made
 * on the spot, and with what else is replaced.
 */
export async function startNginx(
  lines: string,
  { port, replace }: { readonly port: number; readonly replace: readonly (readonly [string, string])[] },
): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-nginx-'))
  const name = /server_name (.*);/.exec(lines)?.[1] ?? ''
  const [certificate, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  const made = spawnSync(
    'openssl',
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
      .concat(['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`])
      .concat(['-keyout', key, '-out', certificate]),
  )
  if (made.status !== 0) throw new Error(String(made.stderr))
  let server = lines
    .replace(/listen 443 ssl;/, `listen 127.0.0.1:${port} ssl;`)
    .replace(/(ssl_certificate +)[^;]*;/, `$1${certificate};`)
    .replace(/(ssl_certificate_key +)[^;]*;/, `$1${key};`)
  for (const [from, to] of replace) {
    if (!server.includes(from)) throw new Error(`the page does not say ${from}`)
    server = server.replaceAll(from, to)
  }
  for (const temporary of ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']) mkdirSync(join(folder, temporary))
  const configuration = join(folder, 'nginx.conf')
  writeFileSync(
    configuration,
    `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
  access_log off; types { text/html html; text/css css; text/javascript js; }
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
${server}}
`,
  )
  const child = spawn(nginxPath() ?? 'nginx', ['-p', folder, '-e', join(folder, 'error.log'), '-c', configuration], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaints += text
  })
  while (!(await accepts(port))) {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${complaints}`)
    await wait(20)
  }
  return {
    certificate: readFileSync(certificate, 'utf8'),
    async stop() {
      if (child.exitCode === null) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
