import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A package of its own: the peers bring two more onnxruntimes, which nobody needs to make an episode. */
export const PEERS = fileURLToPath(new URL('../peers', import.meta.url))

/** Installs kokoro-js and sherpa-onnx-node where they are not yet. Returns why it could not, or null. */
export async function installPeers(say: (line: string) => void): Promise<string | null> {
  if (existsSync(join(PEERS, 'node_modules', '.package-lock.json'))) return null
  say(`installing kokoro-js and sherpa-onnx-node into ${PEERS}/node_modules (once, about 450 MB) ...`)
  const code = await runNpm(['ci', '--prefix', PEERS, '--ignore-scripts', '--no-audit', '--no-fund'])
  return code === null ? null : `npm ci --prefix bench/peers failed (${code})`
}

/** The npm that started this, or the one on the PATH. Its output goes to stderr. */
function runNpm(args: string[]): Promise<string | null> {
  const cli = process.env.npm_execpath
  const child = cli?.endsWith('.js')
    ? spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 2, 2] })
    : spawn('npm', args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  return new Promise(done => {
    child.on('error', error => done(error.message))
    child.on('close', code => done(code === 0 ? null : `exit ${code}`))
  })
}
