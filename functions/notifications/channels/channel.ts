// What every channel does: it takes one notice to one recipient, and says whether to try again.
import type { Notice } from '../notices.ts';
import type { Recipient } from '../settings.ts';

export type Sent =
  | { readonly result: 'DELIVERED' }
  | {
      readonly result: 'TRY_AGAIN';
      readonly code: string;
      /** Not only for this recipient: nobody is reached over this channel now. */
      readonly channelDown: boolean;
      /** Where the other side wants to be left alone for so long. */
      readonly notBeforeSeconds?: number;
    }
  /** The address does not exist: trying again cannot help. */
  | { readonly result: 'REFUSED'; readonly code: string };

/** Codes of results are words of ours or numbers of the other side: never an address, never a text. */
export interface Channel {
  send(notice: Notice, recipient: Recipient): Promise<Sent>;
}

export const DELIVERED: Sent = { result: 'DELIVERED' };

/** Nobody is reached over this channel; perhaps later. */
export const channelDown = (code: string, notBeforeSeconds?: number): Sent => ({
  result: 'TRY_AGAIN',
  code,
  channelDown: true,
  ...(notBeforeSeconds !== undefined && { notBeforeSeconds }),
});
