import { resolveChatWrapper, type ChatWrapper, type LlamaModel } from 'node-llama-cpp'

/** How the model wants a conversation to be written, without thinking aloud where that can be turned off. */
export function chooseTemplate(model: LlamaModel): ChatWrapper {
  const template = model.fileInfo.metadata.tokenizer.chat_template
  const options = {
    warningLogs: false,
    customWrapperSettings: {
      qwen: { thoughts: 'discourage' },
      gemma4: { reasoning: false },
      harmony: { reasoningEffort: 'low' },
      muse: { reasoningStrength: 'low' },
      seed: { thinkingBudget: 0 },
      ...(typeof template === 'string' ? { jinjaTemplate: { template, reasoning: false } } : {})
    }
  } as const
  try {
    return resolveChatWrapper(model, { ...options, fallbackToOtherWrappersOnJinjaError: false })
  } catch {
    return resolveChatWrapper(model, { ...options, noJinja: true })
  }
}
