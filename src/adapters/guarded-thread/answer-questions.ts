import { parentPort } from 'node:worker_threads'
import type { ThreadMessage } from './thread-message.ts'

/** The thread's side: answers each question, and survives those that throw. */
export function answerQuestions<Question, Answer>(
  answer: (question: Question) => Answer | Promise<Answer>
): void {
  const say = (message: ThreadMessage<Answer>): void => parentPort?.postMessage(message)
  const reply = async (question: Question): Promise<void> => {
    try {
      say({ answer: await answer(question) })
    } catch (error) {
      say({ wrong: error instanceof Error ? error.message : String(error) })
    }
  }
  parentPort?.on('message', (question: Question) => void reply(question))
  say({ ready: true })
}
