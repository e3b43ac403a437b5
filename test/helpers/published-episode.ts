import type { Episode, EpisodeRef } from '../../src/domain/episode.ts'

/** The smallest episode.json that holds. */
export const publishedEpisode = (ref: EpisodeRef): Episode => ({
  show: ref.show,
  episode: ref.episode,
  guid: 'f6b5f3a0-5a57-5e5b-9d1a-0d3f1f3f7d10',
  title: 'An episode',
  summary: 'What happened.',
  publishedAt: '2026-01-01T06:00:00.000Z',
  language: 'en',
  hosts: ['Sarah', 'Ray'],
  durationSeconds: 60,
  bytes: 5,
  sha256: '',
  loudnessLufs: -16,
  truePeakDbtp: -1.5,
  writer: 'builtin',
  speech: 'flite-2.3',
  turns: 2,
  stories: [],
  files: {
    audio: 'episode.mp3',
    chapters: 'chapters.json',
    vtt: 'transcript.vtt',
    srt: 'transcript.srt',
    transcript: 'transcript.json',
    notes: 'notes.html'
  },
  inputHash: ''
})
