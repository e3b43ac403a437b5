import { access } from 'node:fs/promises'
import { join } from 'node:path'

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false
  )

/** Was an episode asked for that is not published yet? Its audio may be there long before its time to appear. */
export const isInTheMaking = async (dir: string): Promise<boolean> =>
  (await exists(join(dir, 'request.json'))) && !(await exists(join(dir, 'episode.json')))
