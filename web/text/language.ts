// The language of the reader: from the address, else as chosen before, else Chinese.
import { useSyncExternalStore } from 'react';
import type { Bilingual } from '../../domain/bilingual.ts';
import { groupAmounts } from '../figures/amounts.ts';

export type Language = keyof Bilingual;

const KEY = 'jiugai-language';
const listeners = new Set<() => void>();

/** A language in the address is a choice too: the way to the issuer and back must not lose it. */
const readLanguage = (): Language => {
  const asked = new URLSearchParams(location.search).get('lang');
  if (asked !== null) localStorage.setItem(KEY, asked);
  return (asked ?? localStorage.getItem(KEY)) === 'en' ? 'en' : 'zh';
};
let language = readLanguage();
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';

export const currentLanguage = (): Language => language;

export function chooseLanguage(chosen: Language): void {
  language = chosen;
  localStorage.setItem(KEY, chosen);
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
  for (const listener of listeners) listener();
}

export function useLanguage(): Language {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentLanguage);
}

export type Say = (text: Bilingual) => string;

/** Says texts in the language of the reader, amounts in them as people write them. */
export function useSay(): Say {
  const chosen = useLanguage();
  return (text) => groupAmounts(text[chosen]);
}
