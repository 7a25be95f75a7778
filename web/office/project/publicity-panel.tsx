// The public notice: its days, what of it is void, where it hangs, and objections to it.
import { useState } from 'react';
import { versionName } from '../../../domain/paper/version-name.ts';
import type { Problem } from '../../api/problem.ts';
import type { ProjectView } from '../../api/project-view.ts';
import { download } from '../../api/request.ts';
import { dayOf, printDay } from '../../figures/dates.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { projectText } from '../../text/project.ts';
import { Icon } from '../icons.tsx';
import { Card } from '../parts/card.tsx';
import { DayStrip } from '../parts/day-strip.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { useDates } from '../parts/today.ts';
import './publicity-panel.css';

export function PublicityPanel({ project, folded }: { project: ProjectView; folded: boolean }) {
  const say = useSay();
  const dates = useDates();
  const language = useLanguage();
  const [problem, setProblem] = useState<Problem>();
  const { runsFrom, endsOn, opensAt, places, objections, voided = [] } = project.publicity;
  const voidNow = voided.filter(({ replaced }) => replaced === undefined);
  const open = objections.filter(({ outcome }) => outcome === undefined).length;
  return (
    <Card
      title={say(projectText.publicity)}
      clause="二(三)3"
      id="publicity"
      folded={folded}
      aside={
        <span className={`tag ${project.state === 'PUBLICITY_RUNNING' ? 'warn' : 'ok'}`}>
          {opensAt ? say(projectText.opensOn(printDay(dayOf(opensAt), language))) : say(project.stateTitle)}
        </span>
      }
    >
      {voidNow.map(({ kind, sha256, on, ...version }) => (
        <p className="say bad" key={sha256}>
          <Icon name="warn" size={16} />
          <span>
            {say(projectText[kind])}（{kind} V{versionName(version)}） {dates.day(on)} {say(projectText.voidedOn)}。
          </span>
        </p>
      ))}
      {runsFrom === undefined ? (
        <p className="say warn">{say(voidNow.length > 0 ? projectText.voided : projectText.notPosted)}</p>
      ) : (
        <DayStrip
          postedOn={runsFrom}
          endsOn={endsOn}
          opensOn={opensAt && dayOf(opensAt)}
          voidedOn={voided.map(({ on }) => on)}
        />
      )}
      <ul className="posting-places">
        {places.map(({ place, conspicuous, posted }) => (
          <li className="post" key={place}>
            <span>
              <b>{place}</b>
              <small>
                {posted ? dates.day(posted.on) : say(projectText.unposted)}
                {conspicuous && ` · ${say(projectText.conspicuous)}`}
              </small>
            </span>
            {posted && (
              <span>
                <Icon name="check" size={16} weight={2.4} />{' '}
                <button
                  type="button"
                  className="doc-link"
                  aria-label={`${place} ${say(projectText.photo)}`}
                  onClick={async () =>
                    setProblem(await download(`/api/projects/${project.projectId}/documents/${posted.photo}`))
                  }
                >
                  {say(projectText.photo)}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {problem && <ProblemLine problem={problem} />}
      {open > 0 && (
        <p className="say warn">
          <Icon name="warn" size={16} />
          <span>
            {open} {say(open === 1 ? projectText.oneOpenObjection : projectText.openObjections)}
          </span>
        </p>
      )}
    </Card>
  );
}
