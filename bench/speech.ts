import { printJson } from './print-json.ts'
import { benchFlite } from './speech/bench-flite.ts'
import { benchNeural } from './speech/bench-neural.ts'
import { machineFacts } from './speech/machine-facts.ts'
import { HELP, parseBenchOptions, type BenchOptions, type Family } from './speech/parse-bench-options.ts'
import { createPrinter } from './speech/printer.ts'

const print = createPrinter()

function readOptions(): BenchOptions {
  const args = process.argv.slice(2)
  if (args.includes('--help')) {
    print.line(HELP)
    process.exit(0)
  }
  try {
    return parseBenchOptions(args)
  } catch (error) {
    print.progress(`${messageOf(error)}\n\n${HELP}`)
    process.exit(2)
  }
}

/** A family without a model, or whose process died, does not keep the others from being measured. */
async function benchFamily(family: Family, options: BenchOptions): Promise<unknown> {
  try {
    return family === 'flite' ? await benchFlite(print) : await benchNeural(family, options, print)
  } catch (error) {
    const notMeasured = messageOf(error)
    print.line(`${family} not measured: ${notMeasured}`)
    process.exitCode = 1
    return { notMeasured }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const options = readOptions()
const machine = machineFacts()
print.line(
  `${machine.cpu}, ${machine.cores} cores (load ${machine.load.toFixed(1)}), ${machine.memoryGiB} GiB, ${machine.platform}; Node ${machine.node}, onnxruntime-node ${machine.onnxruntime}`
)

const results: Partial<Record<Family, unknown>> = {}
for (const family of options.only) results[family] = await benchFamily(family, options)

printJson({ machine, ...results })
