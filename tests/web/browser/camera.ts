// A phone's camera before a code, for browsers of machines that have neither: pictures come from a canvas, and are read as scans are.

import type { Page } from 'playwright-core';
import { encode } from 'uqr';
import { findCode, prepareCodeReader } from '../../../functions/intake/scan/find-code.ts';

const MODULE = 8;

/** From now on the camera of the page sees this code. To be called before the page is opened. */
export async function holdBeforeCamera(page: Page, written: string): Promise<void> {
  const { data } = encode(written, { border: 4 });
  await prepareCodeReader();
  await page.exposeFunction('readCode', async (width: number, height: number, gray: number[]) => {
    const found = await findCode({ width, height, data: Uint8Array.from(gray) }, () => true);
    return found === undefined ? [] : [{ rawValue: found.text }];
  });
  await page.addInitScript(`{
    const rows = ${JSON.stringify(data)};
    navigator.mediaDevices.getUserMedia = async () => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = rows.length * ${MODULE};
      const pen = canvas.getContext('2d');
      const draw = () => {
        pen.fillStyle = '#fff';
        pen.fillRect(0, 0, canvas.width, canvas.height);
        pen.fillStyle = '#000';
        rows.forEach((row, y) => row.forEach((dark, x) => dark && pen.fillRect(x * ${MODULE}, y * ${MODULE}, ${MODULE}, ${MODULE})));
        requestAnimationFrame(draw);
      };
      draw();
      return canvas.captureStream();
    };
    globalThis.BarcodeDetector = class {
      async detect(video) {
        const canvas = document.createElement('canvas');
        canvas.width = video.videoWidth;
        canvas.height = video.videoHeight;
        if (canvas.width === 0) return [];
        const pen = canvas.getContext('2d');
        pen.drawImage(video, 0, 0);
        const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
        const gray = Array.from({ length: data.length / 4 }, (_, index) => data[index * 4]);
        return readCode(canvas.width, canvas.height, gray);
      }
    };
  }`);
}
