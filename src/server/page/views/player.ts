import { html } from 'hono/html'
import type { EpisodeOnPage } from '../read/read-episode.ts'
import { plain } from '../read/plain.ts'
import type { Markup } from './markup.ts'

const RATES = [0.8, 1, 1.25, 1.5, 1.75, 2]

/** The browser's own player; the script puts `controls` in its place. */
export const playerMarkup = ({ title, hasAudio }: EpisodeOnPage, audio: string): Markup =>
  hasAudio
    ? html`<div class="player">
        <audio controls preload="none" src="${audio}" aria-label="${plain(title)}"></audio>
      </div>`
    : html`<p class="meta">The audio of this episode is no longer kept.</p>`

/** Once in every page that plays. */
export const controlsTemplate = (): Markup =>
  html`<template id="controls">
    <div class="controls" role="group" aria-label="Player">
      <button type="button" class="play" aria-label="Play">
        <svg class="arrow" viewBox="0 0 24 24" aria-hidden="true"><path d="M8 5v14l11-7z" /></svg>
        <svg class="bars" viewBox="0 0 24 24" aria-hidden="true"><path d="M6 5h4v14H6zM14 5h4v14h-4z" /></svg>
      </button>
      <button type="button" class="back" aria-label="Back 15 seconds">−15</button>
      <button type="button" class="forward" aria-label="Forward 30 seconds">+30</button>
      <span class="clock"></span>
      <select class="rate" aria-label="Speed">
        ${RATES.map(rate => html`<option value="${rate}">${rate}×</option>`)}
      </select>
      <input type="range" class="seek" min="0" step="1" value="0" aria-label="Position" />
      <div class="notes">
        <button type="button" class="follow" hidden>Follow the audio</button>
        <span class="fault" role="status"></span>
      </div>
    </div>
  </template>`
