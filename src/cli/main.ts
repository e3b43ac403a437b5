import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { ConfigError } from '../config/config-error.ts'
import { STAGES, type StageName } from '../domain/stages.ts'
import { SPEECH_HELP } from '../config/speech-choice.ts'
import { WRITER_HELP } from '../config/writer-choice.ts'
import { STYLES } from '../domain/style.ts'
import type { BriefOptions } from './commands/brief.ts'
import type { FeedsExportOptions } from './commands/feeds-export.ts'
import type { FeedsImportOptions } from './commands/feeds-import.ts'
import type { ListenersOptions } from './commands/listeners.ts'
import type { PullCommandOptions } from './commands/models.ts'
import type { ScriptOptions } from './commands/script.ts'
import type { ServeOptions } from './commands/serve.ts'
import type { VoicesListOptions, VoicesSayOptions } from './commands/voices.ts'
import { EXIT, UsageError, type ExitCode } from './exit.ts'
import { printJson } from './log.ts'
import type { MakeOptions } from './make-options.ts'
import { toIntensity, toSpeed, toStyle } from './voice-options.ts'

/** Runs one command line; resolves with its exit code. */
export async function main(argv: string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.done
  const run: Run = async (command, work) => void (code = await work(await command))
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

/** A command is loaded when it is run: most of the time a short one takes is the loading of modules. */
const load = {
  demo: () => import('./commands/demo.ts'),
  brief: () => import('./commands/brief.ts'),
  enqueue: () => import('./commands/enqueue.ts'),
  script: () => import('./commands/script.ts'),
  render: () => import('./commands/render.ts'),
  worker: () => import('./commands/worker.ts'),
  serve: () => import('./commands/serve.ts'),
  listeners: () => import('./commands/listeners.ts'),
  status: () => import('./commands/status.ts'),
  doctor: () => import('./commands/doctor.ts'),
  voices: () => import('./commands/voices.ts'),
  models: () => import('./commands/models.ts'),
  feeds: () => import('./commands/feeds.ts')
}

type Run = <Module>(command: Promise<Module>, work: (command: Module) => Promise<ExitCode>) => Promise<void>

function buildProgram(run: Run): Command {
  const program = new Command('duologue')
    .description('Your feeds, as a two-host podcast, every morning, on your own machine.')
    .exitOverride()
    .showHelpAfterError('(duologue --help lists the commands)')
  const common: AddCommand = (name, description, parent = program) =>
    parent
      .command(name)
      .description(description)
      .option('--home <dir>', 'the library: episodes, takes, queue (default: DUOLOGUE_HOME, else ./data)')
      .option('--config <file>', 'the configuration (default: ./duologue.yaml)')
      .option('--json', 'print one JSON object as the last line of stdout')
  const making = (name: string, description: string) =>
    common(name, description)
      .option('--public-url <url>', 'the address that listeners reach, for the links in the feed')
      .option('--writer <writer>', `who writes the script: ${WRITER_HELP.replace('use ', '')}`)
      .option('--speech <speech>', `what speaks it: ${SPEECH_HELP.replace('use ', '')}`)

  making(
    'demo',
    'make one whole episode from the bundled feeds: no network, no model, no configuration'
  ).action((options: MakeOptions) => run(load.demo(), ({ demo }) => demo(options)))
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
    .action((show: string | undefined, options: BriefOptions) =>
      run(load.brief(), ({ brief }) => brief(show, options))
    )
  making('enqueue', 'ask the running queue for an episode')
    .argument('<show>')
    .option('--wait', 'wait for it, with progress')
    .option('--another', 'ask for a second one if today has one already')
    .action((show: string, options: MakeOptions & { wait?: boolean; another?: boolean }) =>
      run(load.enqueue(), ({ enqueue }) => enqueue(show, options))
    )
  making('script', 'write the script of today’s episode, or show one that is there, and render nothing')
    .argument('[show]', 'a show of the configuration; not needed where there is only one')
    .argument('[episode]', 'one that is there, such as 2026-11-22')
    .option('--print', 'show it, each turn with its sources')
    .action((show: string | undefined, episode: string | undefined, options: ScriptOptions) =>
      run(load.script(), ({ script }) => script(show, episode, options))
    )
  making('render', 'render, mix and publish an episode again, after its script.json was edited')
    .argument('<show>')
    .argument('<episode>')
    .action((show: string, episode: string, options: MakeOptions) =>
      run(load.render(), ({ render }) => render(show, episode, options))
    )
  common('worker', 'work the queue, until it is stopped')
    .option('--stages <stages>', `only these, parted by commas: ${STAGES.join(',')}`, toStages)
    .action((options: MakeOptions & { stages?: StageName[] }) =>
      run(load.worker(), ({ worker }) => worker(options))
    )
  common('serve', 'everything in one process: feeds and audio over HTTP, workers, schedules')
    .option('--port <port>', 'the port to listen on', toPort, 7474)
    .option('--host <host>', 'the address to listen on', '127.0.0.1')
    .option('--public-url <url>', 'the address that listeners reach, for the links in the feed')
    .option('--stages <stages>', 'work these only, and leave the others to `duologue worker`', toStages)
    .action((options: ServeOptions) => run(load.serve(), ({ serve }) => serve(options)))
  common('listeners', 'the addresses to give to listeners: of the page, and of each feed')
    .option('--renew <name>', 'a new secret address for a listener; the old one ends', collect, [])
    .option('--qr', 'with a code for the camera of a phone')
    .option('--public-url <url>', 'the address that listeners reach')
    .action((options: ListenersOptions) => run(load.listeners(), ({ listeners }) => listeners(options)))
  common('status', 'what there is, and what is being made').action((options: MakeOptions) =>
    run(load.status(), ({ status }) => status(options))
  )
  common('doctor', 'check this machine and the configuration').action((options: MakeOptions) =>
    run(load.doctor(), ({ doctor }) => doctor(options))
  )
  addVoices(program, common, run)
  addModels(program, common, run)
  addFeeds(program, common, run)
  return program
}

type AddCommand = (name: string, description: string, parent?: Command) => Command

function addVoices(program: Command, common: AddCommand, run: Run): void {
  const voices = program.command('voices').description('who can speak: list, say')
  common(
    'list',
    'the voices there are, what each can do, and how to get those that are not installed',
    voices
  )
    .option('--model <kind>', 'only those of one kind: flite, kokoro, piper, openai, azure')
    .option('--all', 'also those that were made for other languages')
    .option('--speech <speech>', 'what would speak')
    .action((options: VoicesListOptions) =>
      run(load.voices(), async ({ voicesList }) => voicesList(options, await openVoices()))
    )
  common('say', 'say a text into a WAV file, as a turn of an episode would be said', voices)
    .argument('<voice>', 'a voice, or a blend such as af_heart:60+af_bella:40')
    .argument('<text>')
    .option('--speech <speech>', 'what speaks it; else what has the voice')
    .option('--style <style>', `how: ${STYLES.join(', ')}`, toStyle)
    .option('--intensity <number>', '0.1 to 2; 1 is the style as it is meant', toIntensity)
    .option('--speed <number>', "0.5 to 2; 1 is the voice's own pace", toSpeed)
    .option('--show <show>', 'whose lexicon holds')
    .option('--out <file>', 'where to (default: <voice>.wav)')
    .action((voice: string, text: string, options: VoicesSayOptions) =>
      run(load.voices(), async ({ voicesSay }) => voicesSay(voice, text, options, await openVoices()))
    )
}

function addModels(program: Command, common: AddCommand, run: Run): void {
  const models = program.command('models').description('models that can be installed: list, pull')
  common('list', 'what there is, how large, under which licence, and what is installed', models).action(
    (options: MakeOptions) => run(load.models(), ({ runModelsList }) => runModelsList(options))
  )
  common('pull', 'fetch and install models; the only command that downloads any', models)
    .argument('<ids...>', 'for example kokoro, or piper:en_US-ljspeech-high')
    .option('--from <dir>', 'from a folder that has the files, instead of the network')
    .option('--verify', 'check what is installed, and fetch again what is wrong')
    .action((ids: string[], options: MakeOptions & PullCommandOptions) =>
      run(load.models(), ({ runModelsPull }) => runModelsPull(ids, options))
    )
}

function addFeeds(program: Command, common: AddCommand, run: Run): void {
  const feeds = program.command('feeds').description('the feeds of the shows: check, import, export')
  common(
    'check',
    'read feeds as an episode would, and say what each has; --json prints a line for each',
    feeds
  )
    .argument(
      '[sources...]',
      'addresses, files, or folders with all below; else every feed of the configuration'
    )
    .action((sources: string[], options: MakeOptions) =>
      run(load.feeds(), ({ runFeedsCheck }) => runFeedsCheck(sources, options))
    )
  common('import', 'add the feeds of a list (OPML) to a show of the configuration', feeds)
    .argument('<list>', 'a file, or an address')
    .option('--show <show>', 'which show gets them; not needed where only one is made of feeds')
    .option('--dry-run', 'say what would be added, and change nothing')
    .action((list: string, options: MakeOptions & FeedsImportOptions) =>
      run(load.feeds(), ({ runFeedsImport }) => runFeedsImport(list, options))
    )
  common('export', 'write the feeds of the shows as a list (OPML 2.0)', feeds)
    .argument('[show]', 'of one show; else of all of them')
    .option('--out <file>', 'where to (default: stdout)')
    .action((show: string | undefined, options: MakeOptions & FeedsExportOptions) =>
      run(load.feeds(), ({ runFeedsExport }) => runFeedsExport(show, options))
    )
}

const openVoices = async () => (await import('./open-ports.ts')).openPorts

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
