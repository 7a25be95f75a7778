// The fourteen streets and towns of Lucheng by the code that projects and grants carry.
import type { Bilingual } from './bilingual.ts';

/** Numbered here in the order of the district's list; names are proper names and stay Chinese with a reading. */
export const STREET_TITLES: Readonly<Record<string, Bilingual>> = {
  '330302001': { zh: '五马街道', en: 'Wuma' },
  '330302002': { zh: '松台街道', en: 'Songtai' },
  '330302003': { zh: '滨江街道', en: 'Binjiang' },
  '330302004': { zh: '南汇街道', en: 'Nanhui' },
  '330302005': { zh: '大南街道', en: 'Danan' },
  '330302006': { zh: '广化街道', en: 'Guanghua' },
  '330302007': { zh: '蒲鞋市街道', en: 'Puxieshi' },
  '330302008': { zh: '南郊街道', en: 'Nanjiao' },
  '330302009': { zh: '双屿街道', en: 'Shuangyu' },
  '330302010': { zh: '仰义街道', en: 'Yangyi' },
  '330302011': { zh: '丰门街道', en: 'Fengmen' },
  '330302012': { zh: '七都街道', en: 'Qidu' },
  '330302013': { zh: '藤桥镇', en: 'Tengqiao' },
  '330302014': { zh: '山福镇', en: 'Shanfu' },
};

/** A street that the list does not know is called by its code. */
export const titleOfStreet = (code: string): Bilingual => STREET_TITLES[code] ?? { zh: code, en: code };
