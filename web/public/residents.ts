// The little that a script adds to the public pages: focus on the mistakes, and the camera for codes. Everything works without it.

/** Experimental in browsers, and not in TypeScript's list: shape of the Shape Detection API, https://wicg.github.io/shape-detection-api/. */
interface QrDetector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type QrDetectorClass = new (options: { formats: string[] }) => QrDetector;

const LOOK_EVERY = 250;
/** After so many looks people are told to hold the picture better. */
const PATIENCE = 24;

document.querySelector<HTMLElement>('.mistakes')?.focus();

const offered = document.querySelector<HTMLElement>('[data-camera]');
const button = offered?.querySelector('button');
if (offered && button && 'BarcodeDetector' in globalThis) {
  // The line above is the check; no type knows of it.
  const Detector = (globalThis as unknown as { BarcodeDetector: QrDetectorClass }).BarcodeDetector;
  offered.hidden = false;
  button.addEventListener('click', () => scan(new Detector({ formats: ['qr_code'] }), offered, button));
}

async function scan(detector: QrDetector, place: HTMLElement, from: HTMLButtonElement): Promise<void> {
  const stream = await navigator.mediaDevices
    .getUserMedia({ video: { facingMode: 'environment' } })
    .catch(() => undefined);
  if (stream === undefined) {
    // No camera, or not allowed: the field beside it does the same.
    place.hidden = true;
    return;
  }
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  const hint = document.createElement('p');
  hint.className = 'hint';
  hint.setAttribute('role', 'status');
  place.replaceChildren(video, hint);
  await video.play();
  for (let look = 0; ; look += 1) {
    const [found] = await detector.detect(video);
    const path = found && pathOf(found.rawValue);
    if (path !== undefined) {
      for (const track of stream.getTracks()) track.stop();
      location.assign(path);
      return;
    }
    if (look === PATIENCE) hint.textContent = from.dataset.said ?? '';
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
}

/** Where the picture leads, on this site only: a poster glued over ours must not send anybody elsewhere. */
function pathOf(scanned: string): string | undefined {
  const [, code] = /^(?:JG1:|https?:\/\/[^/]+\/p\/v\/)([0-9A-Z/-]+)$/i.exec(scanned) ?? [];
  return code && `/p/v/${code.toUpperCase()}`;
}
