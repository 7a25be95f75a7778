// Words of telling somebody once more that it is their turn.
import { both } from './texts.ts';

export const remindText = {
  remind: both('催办', 'Remind'),
  sure: both('向其登记的渠道催办', 'Remind by their channels:'),
  cancel: both('取消', 'Cancel'),
  reminded: both('今天已催办', 'reminded today'),
} as const;
