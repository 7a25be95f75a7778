// The codes for the posting places of one neighbourhood, to print, cut apart and put up for as long as the project lasts.
import { Button } from 'antd';
import { titleOfStreet } from '../../../domain/streets.ts';
import type { ProjectView } from '../../api/project-view.ts';
import { useReading } from '../../api/use-reading.ts';
import { Link } from '../../navigation/address.tsx';
import { codeText } from '../../text/codes.ts';
import { useSay } from '../../text/language.ts';
import { AddressCode } from '../parts/address-code.tsx';
import { Card } from '../parts/card.tsx';
import { Region } from '../parts/region.tsx';
import './code-sheet.css';

export function CodeSheet({ projectId }: { readonly projectId: string }) {
  const say = useSay();
  const path = `/api/projects/${projectId}`;
  const reading = useReading<ProjectView>(path);
  // The page may be open under an address inside the office: what hangs on walls is the one that the server is set up with.
  const publicPath = `${path}/public-address`;
  const publicly = useReading<{ address?: string }>(publicPath);
  return (
    <Region reading={reading} path={path}>
      {({ neighbourhood: { name, street }, publicity: { places } }) => (
        <Card
          title={`${say(codeText.sheet)} · ${name}`}
          note={say(titleOfStreet(street))}
          id="code-sheet"
          aside={<Link href="/settings/posting-places">{say(codeText.backToPlaces)}</Link>}
        >
          <p className="fine">{say(codeText.sheetLead)}</p>
          <Region reading={publicly} path={publicPath}>
            {({ address }) => (
              <>
                {address === undefined && <p className="say warn">{say(codeText.noPublicAddress)}</p>}
                {places.length === 0 && <p className="say plain">{say(codeText.noPlacesYet)}</p>}
                {address !== undefined && places.length > 0 && (
                  <Codes name={name} address={address} places={places.map(({ place }) => place)} />
                )}
              </>
            )}
          </Region>
        </Card>
      )}
    </Region>
  );
}

interface CodesProps {
  readonly name: string;
  readonly address: string;
  readonly places: readonly string[];
}

function Codes({ name, address, places }: CodesProps) {
  const say = useSay();
  return (
    <>
      <p className="code-sheet-act">
        <Button type="primary" onClick={() => print()}>
          {say(codeText.printSheet)}
        </Button>
      </p>
      <ul className="code-sheet">
        {places.map((place) => (
          <li key={place}>
            <b>{name}</b>
            <AddressCode address={address} what={say(codeText.scanForProgress)} />
            <strong>{say(codeText.scanForProgress)}</strong>
            <span>{say(codeText.noLogin)}</span>
            <small>
              {say(codeText.place)}
              {place}
            </small>
            <small className="num">{address}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
