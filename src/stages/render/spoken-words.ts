import { dropPhonemeMarks } from './speakable/phoneme-marks.ts'

/** What is heard of a spoken text, in words alone: `[Kyiv](/kˈiːɪv/)` is "Kyiv". */
export const plainWords = (spoken: string): string => dropPhonemeMarks(spoken)
