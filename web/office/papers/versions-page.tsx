// Two versions of an issued paper: in words what the contents say otherwise, then both papers page by page.
import { table as documentTitles } from 'virtual:document-titles';
import type { ReactNode } from 'react';
import { versionName } from '../../../domain/paper/version-name.ts';
import type { IssuedPaper } from '../../api/issued-paper.ts';
import { useReading } from '../../api/use-reading.ts';
import { printDate } from '../../figures/dates.ts';
import { replaceQuery, useQuery } from '../../navigation/address.tsx';
import { calledVersion, versionsSentence } from '../../sentences/papers.ts';
import { type Say, useLanguage, useSay } from '../../text/language.ts';
import { paperText, withName } from '../../text/papers/page.ts';
import { versionsText } from '../../text/papers/versions.ts';
import { Card } from '../parts/card.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { PagePicture } from '../parts/page-picture.tsx';
import { Region } from '../parts/region.tsx';
import { type PageSide, SideBySide } from '../parts/side-by-side.tsx';
import { ChangedContents, type PaperChanges } from './changed-contents.tsx';
import type { PapersPlace } from './papers-place.ts';
import { isReplaced, pairOf, queryOfVersions } from './versions.ts';
import './versions.css';

interface VersionsProps {
  readonly place: PapersPlace;
  readonly kind: string;
  /** Whose name stands in the title of the paper; of papers of the district, nobody's. */
  readonly neighbourhood: string;
  crumb(here: string): ReactNode;
}

export function VersionsPage(props: VersionsProps) {
  const { path } = props.place;
  const reading = useReading<{ papers: readonly IssuedPaper[] }>(path);
  return (
    <Region reading={reading} path={path} height={400}>
      {({ papers }) => <Versions {...props} papers={papers} />}
    </Region>
  );
}

function Versions({
  place,
  kind,
  neighbourhood,
  crumb,
  papers,
}: VersionsProps & { readonly papers: readonly IssuedPaper[] }) {
  const say = useSay();
  const language = useLanguage();
  const query = useQuery();
  const { versions, before, after } = pairOf(papers, kind, query);
  const changesPath = before && after && `${place.path}/${after.sha256}/changes?since=${before.sha256}`;
  const changes = useReading<PaperChanges>(changesPath);
  const name = withName(documentTitles[kind]?.[language] ?? kind, neighbourhood);
  return (
    <div className="papers-page">
      {crumb(`${name} · ${say(versionsText.title)}`)}
      <PageHead
        sentence={versionsSentence(
          {
            title: language === 'zh' ? `《${name}》` : name,
            before: before && calledVersion(before, language),
            after: after && calledVersion(after, language),
            changes: changes.value && (changes.value.changes?.length ?? 'NOT_KEPT'),
          },
          language,
        )}
        lead={say(versionsText.lead)}
      />
      {before && after && changesPath && (
        <>
          <Card title={say(versionsText.changes)} id="changes">
            <Region reading={changes} path={changesPath}>
              {(value) => <ChangedContents kind={kind} read={value} before={before} after={after} />}
            </Region>
          </Card>
          <Pages path={place.path} papers={papers} versions={versions} before={before} after={after} />
        </>
      )}
    </div>
  );
}

interface PagesProps {
  readonly path: string;
  readonly papers: readonly IssuedPaper[];
  readonly versions: readonly IssuedPaper[];
  readonly before: IssuedPaper;
  readonly after: IssuedPaper;
}

function Pages({ path, papers, versions, before, after }: PagesProps) {
  const say = useSay();
  const language = useLanguage();
  const last = Math.max(before.pages, after.pages);
  const page = Math.min(last, Math.max(1, Number(useQuery().get('page')) || 1));
  const show = (changed: { before?: IssuedPaper; after?: IssuedPaper; page?: number }) =>
    replaceQuery(queryOfVersions(changed.before ?? before, changed.after ?? after, changed.page ?? page));
  const turnTo = (next: number) => {
    if (next >= 1 && next <= last) show({ page: next });
  };
  const side = (paper: IssuedPaper): PageSide => ({
    key: paper.sha256,
    title: calledVersion(paper, language),
    note: [paper.number, printDate(paper.issuedOn, language), standingOf(paper, papers, say)]
      .filter(Boolean)
      .join(' · '),
    picture:
      page <= paper.pages ? (
        <PagePicture
          key={page}
          isFixed
          path={`${path}/${paper.sha256}/pages/${page}`}
          alt={`${calledVersion(paper, language)} ${say(versionsText.page)} ${page}`}
        />
      ) : (
        <p className="muted">{say(versionsText.noSuchPage)}</p>
      ),
  });
  const choose = (title: string, chosen: IssuedPaper, other: IssuedPaper, change: (paper: IssuedPaper) => void) => (
    <label className="field">
      {title}
      <select
        value={versionName(chosen)}
        onChange={({ target }) => {
          const found = versions.find((paper) => versionName(paper) === target.value);
          if (found) change(found);
        }}
      >
        {versions
          .filter((paper) => paper !== other)
          .map((paper) => (
            <option key={paper.sha256} value={versionName(paper)}>
              {calledVersion(paper, language)} · {printDate(paper.issuedOn, language)} ·{' '}
              {standingOf(paper, papers, say)}
            </option>
          ))}
      </select>
    </label>
  );
  return (
    <SideBySide
      first={side(before)}
      second={side(after)}
      label={say(versionsText.choose)}
      isRead
      keys={{ j: () => turnTo(page + 1), k: () => turnTo(page - 1) }}
      chooser={
        <>
          {choose(say(versionsText.older), before, after, (paper) => show({ before: paper, page: 1 }))}
          {choose(say(versionsText.newer), after, before, (paper) => show({ after: paper, page: 1 }))}
          <span className="paging">
            <button type="button" className="ghost" disabled={page <= 1} onClick={() => turnTo(page - 1)}>
              {say(versionsText.before)} <kbd>K</kbd>
            </button>
            <span className="num" role="status">
              {page} / {last}
            </span>
            <button type="button" className="ghost" disabled={page >= last} onClick={() => turnTo(page + 1)}>
              {say(versionsText.after)} <kbd>J</kbd>
            </button>
          </span>
        </>
      }
    />
  );
}

const standingOf = (paper: IssuedPaper, papers: readonly IssuedPaper[], say: Say): string =>
  say(paper.voidedOn ? paperText.void : isReplaced(papers, paper) ? versionsText.replaced : paperText.valid);
