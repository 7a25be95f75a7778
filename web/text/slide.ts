// Words of the slider beside a number.
import { both } from './texts.ts';

export const slideText = {
  slider: both('滑块', 'slider'),
  empty: both('未填', 'not filled in'),
} as const;
