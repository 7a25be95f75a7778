// The parts of a page, each with an address of its own.
import type { Bilingual } from '../../../domain/bilingual.ts';
import { Link } from '../../navigation/address.tsx';
import { useSay } from '../../text/language.ts';
import './tabs.css';

export function Tabs({
  label,
  tabs,
  chosen,
}: {
  label: string;
  tabs: readonly { readonly href: string; readonly title: Bilingual }[];
  chosen: string;
}) {
  const say = useSay();
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ href, title }) => (
        <Link key={href} href={href} aria-current={href === chosen ? 'page' : undefined}>
          {say(title)}
        </Link>
      ))}
    </nav>
  );
}
