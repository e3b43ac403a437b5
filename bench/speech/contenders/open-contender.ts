import type { ContenderName } from '../tasks.ts'
import type { Contender, ContenderSetup } from './contender.ts'

/** Each is imported when it is wanted: nobody pays for another's packages. */
export async function openContender(name: ContenderName, setup: ContenderSetup): Promise<Contender> {
  switch (name) {
    case 'our pool':
      return (await import('./open-our-pool.ts')).openOurPool(setup)
    case 'one session, all cores':
      return (await import('./open-one-session.ts')).openOneSession(setup)
    case 'kokoro-js':
      return (await import('./open-kokoro-js.ts')).openKokoroJs(setup)
    case 'sherpa-onnx-node':
      return (await import('./open-sherpa.ts')).openSherpa(setup)
  }
}
