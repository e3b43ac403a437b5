import { describe, expect, test } from 'vitest'
import { feedJobs, firstJob, jobsAfter, takeJobs } from '../../src/jobs/jobs-after.ts'
import { STAGES } from '../../src/domain/stages.ts'
import type { Script } from '../../src/domain/script.ts'
import { sampleShow } from '../helpers/sample-show.ts'

const job = { show: 'morning', episode: '2026-11-22', run: 'r1' }

describe('jobs-after', () => {
  test('each stage is followed by the next, and publish by nothing', () => {
    const chain = STAGES.map(stage => jobsAfter(stage, 'done', job).map(next => `${next.stage} ${next.id}`))
    expect(chain).toEqual([
      ['write morning-2026-11-22-r1-write'],
      ['render morning-2026-11-22-r1-render'],
      ['mix morning-2026-11-22-r1-mix'],
      ['publish morning-2026-11-22-r1-publish'],
      []
    ])
  })

  test('nothing new to tell is followed by nothing', () => {
    expect(jobsAfter('fetch', 'nothing-new', job)).toEqual([])
  })

  test("the first job's id is the episode's own, whatever the run", () => {
    expect(firstJob('fetch', { ...job, run: 'r7' }).id).toBe('morning-2026-11-22')
  })

  test('one job per feed and one per turn, each with an id of its own', () => {
    const show = {
      ...sampleShow,
      feeds: ['https://a.example/', 'https://b.example/?x=:1'].map(url => ({ url, weight: 1 }))
    }
    const turns = ['t01', 't02'].map(id => ({ id })) as Script['turns']
    const ids = [...feedJobs(show, job), ...takeJobs({ turns } as Script, job)].map(child => child.id)
    expect(new Set(ids).size).toBe(4)
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/)
  })
})
