import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { absoluteWriter, parseWriterChoice, writerNameOf } from '../../src/config/writer-choice.ts'

const server = (url: string, model: string | null = null) => ({ kind: 'server', url, model })

describe('a writer is named', () => {
  test.each([
    ['builtin', { kind: 'builtin' }],
    ['granite', { kind: 'installed', id: 'granite' }],
    ['granite-4.0-h-tiny', { kind: 'installed', id: 'granite-4.0-h-tiny' }],
    ['qwen3:30B-A3B_q4', { kind: 'installed', id: 'qwen3:30B-A3B_q4' }],
    ['gguf:model.gguf', { kind: 'gguf', path: 'model.gguf' }],
    ['gguf: ../models/a b.gguf ', { kind: 'gguf', path: '../models/a b.gguf' }],
    ['gguf:/models/a.gguf', { kind: 'gguf', path: '/models/a.gguf' }],
    ['gguf:C:\\models\\a.gguf', { kind: 'gguf', path: 'C:\\models\\a.gguf' }],
    ['http://localhost:11434', server('http://localhost:11434')],
    ['HTTP://localhost:11434/v1/', server('http://localhost:11434/v1')],
    ['http://localhost:11434/v1#', server('http://localhost:11434/v1')],
    ['http://localhost:11434/v1#granite4:tiny-h', server('http://localhost:11434/v1', 'granite4:tiny-h')],
    ['https://host/api/v1#openai/gpt-oss-20b:free', server('https://host/api/v1', 'openai/gpt-oss-20b:free')],
    ['https://host/v1#a%20model%2Fb', server('https://host/v1', 'a model/b')],
    ['https://host/v1#50%model', server('https://host/v1', '50%model')],
    ['https://host/v1?api-version=2024#gpt', server('https://host/v1?api-version=2024', 'gpt')],
    ['http://[::1]:8080/v1', server('http://[::1]:8080/v1')]
  ])('%s', (text, choice) => {
    expect(parseWriterChoice(text)).toEqual(choice)
  })

  test.each([
    [''],
    [' '],
    ['Builtin'],
    ['gguf:'],
    ['gguf:  '],
    ['./model.gguf'],
    ['model.gguf'],
    ['/models/model.gguf'],
    ['localhost:11434'],
    ['192.168.1.20:8080'],
    ['http://'],
    ['https://:80'],
    ['ftp://host/v1#m'],
    ['file:///etc/passwd'],
    ['granite; rm -rf /'],
    ['../granite']
  ])('"%s" says nothing that is known', text => {
    expect(parseWriterChoice(text)).toBeNull()
  })
})

describe('paths are made absolute', () => {
  test.each([
    ['gguf:a.gguf', `gguf:${resolve('/shows', 'a.gguf')}`],
    ['gguf:../a.gguf', `gguf:${resolve('/shows', '../a.gguf')}`],
    ['gguf:/models/a.gguf', `gguf:${resolve('/models/a.gguf')}`],
    ['granite', 'granite'],
    ['https://host/v1#m', 'https://host/v1#m'],
    ['no such: thing', 'no such: thing']
  ])('%s', (name, absolute) => {
    expect(absoluteWriter(name, '/shows')).toBe(absolute)
    expect(absoluteWriter({ models: [{ model: name, seconds: 9 }] }, '/shows')).toEqual({
      models: [{ model: absolute, seconds: 9 }]
    })
  })
})

describe('what a report calls a writer holds no path and no password', () => {
  test.each([
    ['granite', 'granite'],
    ['gguf:/home/ada/models/granite-4.0.Q4_K_M.gguf', 'granite-4.0.Q4_K_M'],
    ['gguf:C:\\Users\\ada\\granite.gguf', 'granite'],
    ['http://ada:secret@host:8080/v1#qwen3', 'http://host:8080/v1#qwen3'],
    ['http://ada@host:8080/v1', 'http://host:8080/v1'],
    ['http://host:8080/v1#openai/gpt-oss-20b:free', 'http://host:8080/v1#openai/gpt-oss-20b:free'],
    ['builtin', 'builtin'],
    ['no such: thing', 'no such: thing']
  ])('%s', (name, called) => {
    expect(writerNameOf(name)).toBe(called)
  })
})
