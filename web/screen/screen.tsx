// The wall screen: four scenes in turn, readable from five metres, and never a frozen good picture.
// What holds for all scenes stands before the sheets of each.
import './screen.css';
import { type ComponentType, useEffect } from 'react';
import type { WallScreen } from '../../domain/dashboard-screen.ts';
import { printDay, printMoment, printWeekday } from '../figures/dates.ts';
import { useLanguage, useSay } from '../text/language.ts';
import { ClocksScene } from './clocks-scene.tsx';
import { isNight, useShift, useWakeLock } from './keep-awake.ts';
import { MoneyScene } from './money-scene.tsx';
import { ProgressScene } from './progress-scene.tsx';
import { type Rotation, SECONDS_PER_SCENE, useRotation } from './rotation.ts';
import { screenText } from './screen-text.ts';
import { StreetsScene } from './streets-scene.tsx';
import { LOST_AFTER, STALE_AFTER, useWallScreen } from './use-wall-screen.ts';

const DRAWN: readonly ComponentType<{ readonly screen: WallScreen }>[] = [
  ProgressScene,
  StreetsScene,
  MoneyScene,
  ClocksScene,
];

export function Screen() {
  const say = useSay();
  const { screen, keyIs, age } = useWallScreen();
  const rotation = useRotation();
  const shift = useShift();
  useWakeLock();
  const scene = screenText.scenes[rotation.scene] ?? screenText.scenes[0];
  useEffect(() => {
    document.title = `${say(scene.title)} · ${say(screenText.district)}`;
  }, [say, scene]);
  if (keyIs !== 'FINE') return <WithoutKey wrong={keyIs === 'WRONG'} />;
  if (screen === undefined)
    return (
      <main className="screen">
        <p className="none" role="status">
          {say(screenText.loading)}
        </p>
      </main>
    );
  const Scene = DRAWN[rotation.scene] ?? ProgressScene;
  const time = printMoment(screen.asOf).slice(-5);
  return (
    <main className={isNight(time) ? 'screen night' : 'screen'} style={{ translate: shift }}>
      <header>
        <h1>
          {say(scene.title)}
          <small>{say(scene.question)}</small>
        </h1>
        <span className="bd">{say(screenText.district)}</span>
        <Moment today={screen.today} time={time} age={age} />
      </header>
      <section key={rotation.scene} className="stage" aria-label={say(scene.title)}>
        <Scene screen={screen} />
      </section>
      <Foot rotation={rotation} time={time} age={age} />
    </main>
  );
}

/** Old figures never look like new ones: the time is struck through, and says so in words below. */
function Moment({ today, time, age }: { readonly today: string; readonly time: string; readonly age: number }) {
  const language = useLanguage();
  const state = age > LOST_AFTER ? 'lost' : age > STALE_AFTER ? 'stale' : 'fresh';
  return (
    <span className={`tm num ${state}`}>
      <i aria-hidden="true" />
      {state === 'lost' ? <s>{time}</s> : time}
      <small>
        {language === 'zh'
          ? `${printDay(today, 'zh')} ${printWeekday(today, 'zh')}`
          : `${printWeekday(today, 'en')} ${printDay(today, 'en')}`}
      </small>
    </span>
  );
}

function Foot({ rotation, time, age }: { readonly rotation: Rotation; readonly time: string; readonly age: number }) {
  const say = useSay();
  return (
    <footer>
      <nav aria-label={say(screenText.scenesName)}>
        {screenText.scenes.map(({ title }, index) => {
          const on = index === rotation.scene;
          return (
            <button
              key={title.en}
              type="button"
              className={on ? 'on' : ''}
              aria-pressed={on}
              onClick={() => rotation.show(index)}
            >
              {say(title)}
              <i aria-hidden="true">
                {on && (
                  <u
                    className={rotation.rotating ? 'run' : ''}
                    style={{ animationDuration: `${SECONDS_PER_SCENE}s` }}
                  />
                )}
              </i>
            </button>
          );
        })}
      </nav>
      <button type="button" className="turn" aria-pressed={!rotation.rotating} onClick={rotation.toggle}>
        {say(rotation.rotating ? screenText.pause : screenText.goOn)}
      </button>
      <p className={age > LOST_AFTER ? 'wm num lost' : age > STALE_AFTER ? 'wm num stale' : 'wm num'} role="status">
        {age > STALE_AFTER
          ? `${say(age > LOST_AFTER ? screenText.lost : screenText.behind)} ${age > LOST_AFTER ? `${time} · ` : ''}${ageInWords(age, say)}`
          : `${say(screenText.fresh)} ${time}`}
      </p>
    </footer>
  );
}

function ageInWords(age: number, say: ReturnType<typeof useSay>): string {
  const seconds = Math.floor(age / 1000);
  const minutes = Math.floor(seconds / 60);
  const rest = `${seconds % 60} ${say(screenText.seconds)}`;
  return minutes === 0 ? rest : `${minutes} ${say(screenText.minutes)} ${rest}`;
}

function WithoutKey({ wrong }: { readonly wrong: boolean }) {
  const say = useSay();
  return (
    <main className="screen">
      <div className="none">
        <h1>{say(wrong ? screenText.wrongKey : screenText.needsKey)}</h1>
        <p>{say(screenText.howToGetKey)}</p>
      </div>
    </main>
  );
}
