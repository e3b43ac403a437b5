import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { ConfigError } from '../config/config-error.ts'
import { STAGES, type StageName } from '../domain/stages.ts'
import { brief, type BriefOptions } from './commands/brief.ts'
import { demo } from './commands/demo.ts'
import { doctor } from './commands/doctor.ts'
import { enqueue } from './commands/enqueue.ts'
import { render } from './commands/render.ts'
import { serve } from './commands/serve.ts'
import { status } from './commands/status.ts'
import { worker } from './commands/worker.ts'
import { EXIT, UsageError, type ExitCode } from './exit.ts'
import { printJson } from './log.ts'
import type { MakeOptions } from './make-options.ts'

/** Runs one command line; resolves with its exit code. */
export async function main(argv: string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.done
  const run = (work: Promise<ExitCode>) => work.then(result => void (code = result))
  try {
    await buildProgram(run).parseAsync(argv)
    return code
  } catch (error) {
    return explain(error, argv.includes('--json'))
  }
}

function explain(error: unknown, json: boolean): ExitCode {
  if (error instanceof CommanderError) {
    if (json && error.exitCode !== 0) printJson({ error: error.message })
    return error.exitCode === 0 ? EXIT.done : EXIT.usage
  }
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`\n${message}\n`)
  if (json) printJson({ error: message })
  return error instanceof ConfigError || error instanceof UsageError ? EXIT.usage : EXIT.failed
}

type Run = (work: Promise<ExitCode>) => Promise<void>

function buildProgram(run: Run): Command {
  const program = new Command('duologue')
    .description('Your feeds, as a two-host podcast, every morning, on your own machine.')
    .exitOverride()
    .showHelpAfterError('(duologue --help lists the commands)')
  const common = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .option('--home <dir>', 'the library: episodes, takes, queue (default: DUOLOGUE_HOME, else ./data)')
      .option('--config <file>', 'the configuration (default: ./duologue.yaml)')
      .option('--json', 'print one JSON object as the last line of stdout')
  const making = (name: string, description: string) =>
    common(name, description)
      .option('--public-url <url>', 'the address that listeners reach, for the links in the feed')
      .option('--writer <writer>', 'who writes the script: builtin')
      .option('--speech <speech>', 'what speaks it: flite')

  making(
    'demo',
    'make one whole episode from the bundled feeds: no network, no model, no configuration'
  ).action((options: MakeOptions) => run(demo(options)))
  making('brief', 'make an episode of a show now, and wait for it')
    .argument('[show]', 'a show of the configuration; not needed where there is only one')
    .option(
      '--feed <url>',
      'make a show on the spot from this feed (may be given several times)',
      collect,
      []
    )
    .option('--another', 'make a second one if today has one already')
    .option('--minutes <minutes>', 'how long it should be', toNumber)
    .action((show: string | undefined, options: BriefOptions) => run(brief(show, options)))
  making('enqueue', 'ask the running queue for an episode')
    .argument('<show>')
    .option('--wait', 'wait for it, with progress')
    .option('--another', 'ask for a second one if today has one already')
    .action((show: string, options: MakeOptions & { wait?: boolean; another?: boolean }) =>
      run(enqueue(show, options))
    )
  making('render', 'render, mix and publish an episode again, after its script.json was edited')
    .argument('<show>')
    .argument('<episode>')
    .action((show: string, episode: string, options: MakeOptions) => run(render(show, episode, options)))
  common('worker', 'work the queue, until it is stopped')
    .option('--stages <stages>', `only these, parted by commas: ${STAGES.join(',')}`, toStages)
    .action((options: MakeOptions & { stages?: StageName[] }) => run(worker(options)))
  common('serve', 'everything in one process: feeds and audio over HTTP, workers, schedules')
    .option('--port <port>', 'the port to listen on', toPort, 7474)
    .option('--host <host>', 'the address to listen on', '127.0.0.1')
    .option('--public-url <url>', 'the address that listeners reach, for the links in the feed')
    .action((options: MakeOptions & { port: number; host: string }) => run(serve(options)))
  common('status', 'what there is, and what is being made').action((options: MakeOptions) =>
    run(status(options))
  )
  common('doctor', 'check this machine and the configuration').action((options: MakeOptions) =>
    run(doctor(options))
  )
  return program
}

const collect = (value: string, before: string[]) => [...before, value]

function toNumber(value: string): number {
  const number = Number(value)
  if (Number.isFinite(number) && number > 0) return number
  throw new InvalidArgumentError('Give a number above 0.')
}

function toPort(value: string): number {
  const port = Number(value)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new InvalidArgumentError('Give a port from 1 to 65535, or 0 for any free one.')
}

function toStages(value: string): StageName[] {
  return value.split(',').map(name => {
    const stage = STAGES.find(stage => stage === name.trim())
    if (stage === undefined)
      throw new InvalidArgumentError(`"${name}" is not a stage; use ${STAGES.join(',')}.`)
    return stage
  })
}
