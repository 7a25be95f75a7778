// Whether the window is that of a phone, also after it was turned round: charts leave their long labels out then.
import { useSyncExternalStore } from 'react';

const PHONE = matchMedia('(max-width: 700px)');

function whenTurned(changed: () => void): () => void {
  PHONE.addEventListener('change', changed);
  return () => PHONE.removeEventListener('change', changed);
}

export const useIsNarrow = (): boolean => useSyncExternalStore(whenTurned, () => PHONE.matches);
