// Whom to ask: on every public page in the same place, behind what the page says. The office by its name, and its telephone where
// one is set; without one there is nothing to press.
import {
  type Contact,
  contactOf,
  dialledAddress,
  type ListedTelephone,
  type Office,
} from '../../../domain/directory/office-telephones.ts';
import type { Neighbourhood } from '../../../domain/parties.ts';
import type { Ports } from '../../../domain/ports.ts';
import { loadProject } from '../../runtime/load-project.ts';
import { html, type Markup } from './markup.ts';
import type { Reader } from './reader.ts';

/** Answers for what concerns no neighbourhood, or one that nobody knows. */
export const DISTRICT_OFFICE: Office = { role: 'RENOVATION_OFFICE', unit: 'RENOVATION_OFFICE' };

export const streetOffice = ({ street }: Pick<Neighbourhood, 'street'>): Office => ({ role: 'STREET', unit: street });

/** Gives the contact of an office; of that of the district unless told. */
export type FindContact = (office?: Office) => Contact;

export const contactsIn =
  (telephones: readonly ListedTelephone[]): FindContact =>
  (office = DISTRICT_OFFICE) =>
    contactOf(telephones, office);

/**
 * The street of the project that an address names, whatever was refused there; undefined where it names none. A code is taken at
 * its word: one that is genuine and one that is not are answered alike.
 */
export async function officeNamedIn(
  { code, id, receipt }: Readonly<Record<string, string>>,
  ports: Pick<Ports, 'ledger' | 'views'>,
): Promise<Office | undefined> {
  const [projectId] = (code ?? id ?? receipt ?? '').split(/[.\s]/);
  const project = projectId ? await loadProject(ports, projectId) : undefined;
  return project && streetOffice(project.neighbourhood);
}

/** The number as a link, on a line of its own and high enough for a thumb: behind a sentence that ends in a colon. */
export const numberOf = ({ number }: Contact): Markup | undefined =>
  number === undefined ? undefined : html`<a class="tel" href="${dialledAddress(number)}">${number}</a>`;

/** At the lower edge of the screen; the name of the office is for those who hear the page. */
export const callButton = ({ title, number }: Contact, { t, say }: Reader): Markup | undefined =>
  number === undefined
    ? undefined
    : html`<a class="act second" href="${dialledAddress(number)}">${t('打电话问', 'Call')}<span class="sr"> ${say(title)} ${number}</span></a>`;

export function helpOf({ title, number }: Contact, { t, say }: Reader): Markup {
  const office = say(title);
  return html`<aside class="help" aria-labelledby="help"><h2 id="help">${t('有事找谁', 'Whom to ask')}</h2>
<p>${t('要问的、要反映的，请找', 'Questions and complaints: ')}<b>${office}</b>${t('。', '.')}</p>
${
  number &&
  html`<p><a class="act second wide" href="${dialledAddress(number)}">${t('打电话', 'Call')} <span class="digits">${number}</span></a></p>`
}</aside>`;
}
