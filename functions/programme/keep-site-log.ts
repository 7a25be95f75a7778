// The site's log of one day.
import { keepSiteLog as act } from '../../domain/projects/programme/keep-site-log.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const keepSiteLog = humanAct(
  act,
  restsOn(({ photos }) => photos.map((photo, index) => [`/photos/${index}`, photo])),
);
