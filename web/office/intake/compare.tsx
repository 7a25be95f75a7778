// Two scanned pages side by side: is it the same page, which one is better, what has changed; settled on the spot.
import { versionName } from '../../../domain/paper/version-name.ts';
import type { ReceiptPage, StackReceipt } from '../../api/receipt.ts';
import { useReading } from '../../api/use-reading.ts';
import { Link, replaceQuery, useQuery } from '../../navigation/address.tsx';
import { compareSentence } from '../../sentences/intake.ts';
import { compareText } from '../../text/compare.ts';
import { intakeText } from '../../text/intake.ts';
import { type Say, useLanguage, useSay } from '../../text/language.ts';
import { titleOfFiled } from '../../text/titles.ts';
import { Icon } from '../icons.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { PagePicture } from '../parts/page-picture.tsx';
import { Region } from '../parts/region.tsx';
import { type PageSide, SideBySide } from '../parts/side-by-side.tsx';
import { SettlePage } from './settle-page.tsx';

interface Compared {
  readonly page: ReceiptPage;
  readonly beside: readonly {
    readonly why: 'SAME_PLACE' | 'SAME_PICTURE' | 'OTHER_VERSION';
    readonly page: ReceiptPage;
  }[];
}

export function Compare({ pageId }: { pageId: string }) {
  const path = `/api/pages/${pageId}/beside`;
  const reading = useReading<Compared>(path);
  return (
    <Region reading={reading} path={path} height={400}>
      {(compared) => <ScansSideBySide compared={compared} path={path} />}
    </Region>
  );
}

function ScansSideBySide({ compared: { page, beside }, path }: { compared: Compared; path: string }) {
  const say = useSay();
  const language = useLanguage();
  const stackPath = `/api/uploads/${page.uploadId}/pages`;
  const { value: receipt } = useReading<StackReceipt>(stackPath);
  const siblings = (receipt?.list ?? []).filter(
    ({ pageId }) => pageId !== page.pageId && !beside.some((each) => each.page.pageId === pageId),
  );
  const asked = useQuery().get('with') ?? beside[0]?.page.pageId;
  const other =
    beside.find((each) => each.page.pageId === asked)?.page ?? siblings.find(({ pageId }) => pageId === asked);
  const why = beside.find((each) => each.page === other)?.why;
  return (
    <>
      <p className="crumb">
        <Link href={`/intake/stacks/${page.uploadId}`}>{say(intakeText.title)}</Link> / {say(compareText.title)}
      </p>
      <PageHead sentence={compareSentence(page, why, language)} lead={say(compareText.lead)} />
      <SideBySide
        first={sideOf(page, say(compareText.this), say)}
        second={other && sideOf(other, say(why ? compareText[why] : compareText.other), say)}
        label={say(compareText.choose)}
        mayTurn
        chooser={
          <label className="field">
            {say(compareText.choose)}
            <select
              value={other?.pageId ?? ''}
              onChange={({ target }) => replaceQuery(new URLSearchParams({ with: target.value }))}
            >
              {other === undefined && <option value="">{say(compareText.pick)}</option>}
              {[...Map.groupBy(beside, ({ why: reason }) => reason)].map(([reason, pages]) => (
                <optgroup key={reason} label={say(compareText[reason])}>
                  {pages.map(({ page: each }) => (
                    <option key={each.pageId} value={each.pageId}>
                      {nameOf(each, say)}
                    </option>
                  ))}
                </optgroup>
              ))}
              <optgroup label={say(compareText.sameStack)}>
                {siblings.map((each) => (
                  <option key={each.pageId} value={each.pageId}>
                    {nameOf(each, say)}
                  </option>
                ))}
              </optgroup>
            </select>
          </label>
        }
      >
        {other === undefined && <p className="say plain">{say(compareText.nothing)}</p>}
        {page.findings.length > 0 && (
          <div className="say warn">
            <Icon name="warn" />
            <ul className="reasons">
              {page.findings.map(({ code, says, toDo }) => (
                <li key={code}>
                  <b>{say(says)}</b> {say(toDo)}
                </li>
              ))}
            </ul>
          </div>
        )}
        {page.state === 'NEEDS_ATTENTION' && <SettlePage page={page} paths={[path, stackPath]} />}
      </SideBySide>
    </>
  );
}

const sideOf = (page: ReceiptPage, title: string, say: Say): PageSide => ({
  key: page.pageId,
  title,
  note: nameOf(page, say),
  picture: page.picture ? (
    <PagePicture path={`/api/pages/${page.pageId}/picture`} alt={`${say(intakeText.picture)} ${nameOf(page, say)}`} />
  ) : (
    <span className="muted">{say(intakeText.noPicture)}</span>
  ),
});

function nameOf({ name, number }: ReceiptPage, say: Say): string {
  const place = `${say(intakeText.page)} ${number} ${say(intakeText.pageEnd)}`.trim();
  return name === null
    ? `${place} · ${say(intakeText.unidentified)}`
    : `${place} · ${say(titleOfFiled(name.kind))} V${versionName(name)} P${name.page}`;
}
