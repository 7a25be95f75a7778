// Deliveries as the API gives them, and looking again while one that somebody asked for is on its way.
import { useEffect } from 'react';
import type { Bilingual } from '../../../domain/bilingual.ts';
import type { Role } from '../../../domain/parties.ts';
import { refresh } from '../../api/use-reading.ts';

export type ChannelKind = 'SMTP' | 'SNS' | 'DINGTALK' | 'WECOM' | 'WEBHOOK';

export interface Delivery {
  readonly noticeId: string;
  readonly subject: Bilingual;
  readonly recipient: string;
  readonly role: Role;
  readonly unit?: string;
  /** Absent for those who may not send by it. */
  readonly channel?: string;
  readonly kind?: ChannelKind;
  readonly state: 'DELIVERED' | 'FAILED' | 'PENDING' | 'SWITCHED';
  readonly attempts: number;
  readonly writtenAt: string;
  readonly at: string;
  readonly code?: string;
  /** Absent where there is nothing to send, or the reader may not. */
  readonly sendBy?: readonly { readonly name: string; readonly kind: ChannelKind }[];
}

export interface Deliveries {
  readonly day: string;
  readonly deliveries: readonly Delivery[];
  readonly cursor?: string;
}

export const TONES = { DELIVERED: 'ok', PENDING: 'warn', FAILED: 'bad', SWITCHED: '' } as const;

/** The sender goes round every five seconds. */
const LOOK_AGAIN = 2_000;

/** No entry of a ledger tells that a message has left: a page that has just asked for one looks for itself. */
export function useLookAgain(path: string, deliveries: readonly Delivery[]): void {
  const isWaiting = deliveries.some(({ state, attempts, code }) => state === 'PENDING' && (attempts === 0 || !code));
  useEffect(() => {
    if (!isWaiting) return undefined;
    const looking = setInterval(() => void refresh(path), LOOK_AGAIN);
    return () => clearInterval(looking);
  }, [path, isWaiting]);
}
