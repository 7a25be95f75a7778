// Settings: who holds which role, the catalogue of papers, the rule packs, posting places, keys of wall screens.
import { useSay } from '../../text/language.ts';
import { settingsText } from '../../text/operations.ts';
import type { PageProps } from '../office-page.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { DisplayKeys } from './display-keys.tsx';
import { Packs } from './packs.tsx';
import { Papers } from './papers.tsx';
import { PostingPlaces } from './posting-places.tsx';
import { Users } from './users.tsx';

const PARTS = [
  { path: 'users', title: settingsText.users, lead: settingsText.usersLead, operatorOnly: true },
  { path: 'templates', title: settingsText.templates, lead: settingsText.templatesLead },
  { path: 'packs', title: settingsText.packs, lead: settingsText.packsLead },
  { path: 'posting-places', title: settingsText.places, lead: settingsText.placesLead },
  { path: 'display', title: settingsText.display, lead: settingsText.displayLead, operatorOnly: true },
] as const;

export function Settings({ parts, person }: PageProps) {
  const say = useSay();
  const operator = person.role === 'OPERATOR';
  const open = PARTS.filter((part) => operator || !('operatorOnly' in part));
  const first = operator ? PARTS[0] : PARTS[2];
  const { path, title, lead } = open.find((part) => part.path === parts[0]) ?? first;
  return (
    <>
      <PageHead sentence={[say(title)]} lead={say(lead)} />
      <Tabs
        label={say(settingsText.title)}
        tabs={open.map((part) => ({ href: `/settings/${part.path}`, title: part.title }))}
        chosen={`/settings/${path}`}
      />
      {path === 'users' && <Users />}
      {path === 'templates' && <Papers />}
      {path === 'packs' && <Packs />}
      {path === 'posting-places' && <PostingPlaces />}
      {path === 'display' && <DisplayKeys />}
    </>
  );
}
