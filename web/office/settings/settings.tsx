// Settings: one's own view, who holds which role, the catalogue of papers, the rule packs, posting places, telephones, keys of wall screens.
import { ROLES, type Role } from '../../../domain/parties.ts';
import { appearanceText } from '../../text/appearance.ts';
import { useSay } from '../../text/language.ts';
import { settingsText } from '../../text/operations.ts';
import { telephonesText } from '../../text/telephones.ts';
import type { PageProps } from '../office-page.tsx';
import { late } from '../parts/late.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { Appearance } from './appearance.tsx';
import { DisplayKeys } from './display-keys.tsx';
import { Papers } from './papers.tsx';
import { PostingPlaces } from './posting-places.tsx';
import { Users } from './users.tsx';

// Behind tabs and links of their own: with them, the first load would be over its budget.
const CodeSheet = late(() => import('./code-sheet.tsx').then(({ CodeSheet }) => CodeSheet));
const Packs = late(() => import('./packs.tsx').then(({ Packs }) => Packs));
const Telephones = late(() => import('./telephones.tsx').then(({ Telephones }) => Telephones));

const OPERATOR: readonly Role[] = ['OPERATOR'];
const OFFICES: readonly Role[] = ['OPERATOR', 'RENOVATION_OFFICE', 'STREET', 'AUDIT'];
/** Places are words of a case, in which the operator has no part. */
const WATCHERS: readonly Role[] = ['RENOVATION_OFFICE', 'STREET', 'AUDIT'];

/** Of everybody. */
const VIEW = { path: 'view', title: appearanceText.title, lead: appearanceText.lead, opensFor: ROLES } as const;

/** The first that is open is what the entry of the navigation shows. */
const PARTS = [
  { path: 'users', title: settingsText.users, lead: settingsText.usersLead, opensFor: OPERATOR },
  { path: 'packs', title: settingsText.packs, lead: settingsText.packsLead, opensFor: OFFICES },
  { path: 'templates', title: settingsText.templates, lead: settingsText.templatesLead, opensFor: OFFICES },
  { path: 'posting-places', title: settingsText.places, lead: settingsText.placesLead, opensFor: WATCHERS },
  { path: 'telephones', title: telephonesText.title, lead: telephonesText.lead, opensFor: OFFICES },
  { path: 'display', title: settingsText.display, lead: settingsText.displayLead, opensFor: OPERATOR },
  VIEW,
] as const;

export function Settings({ parts, person }: PageProps) {
  const say = useSay();
  const open = PARTS.filter(({ opensFor }) => opensFor.includes(person.role));
  const [, item] = parts;
  const { path, title, lead } = open.find((part) => part.path === parts[0]) ?? open[0] ?? VIEW;
  return (
    <div>
      <PageHead sentence={[say(title)]} lead={say(lead)} />
      <Tabs
        label={say(settingsText.title)}
        tabs={open.map((part) => ({ href: `/settings/${part.path}`, title: part.title }))}
        chosen={`/settings/${path}`}
      />
      {path === 'users' && <Users />}
      {path === 'templates' && <Papers chosen={item} />}
      {path === 'packs' && <Packs />}
      {path === 'posting-places' && (item === undefined ? <PostingPlaces /> : <CodeSheet projectId={item} />)}
      {path === 'telephones' && <Telephones />}
      {path === 'display' && <DisplayKeys />}
      {path === 'view' && <Appearance />}
    </div>
  );
}
