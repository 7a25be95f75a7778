// The reader's own view: language, size, contrast and single keys, each at once and in this browser only.
import { type Choice, choose, useChoice } from '../../navigation/appearance.ts';
import { switchKeys, useKeysOn } from '../../navigation/keys.ts';
import { appearanceText } from '../../text/appearance.ts';
import { keysText } from '../../text/keys.ts';
import { chooseLanguage, useLanguage, useSay } from '../../text/language.ts';
import { Card } from '../parts/card.tsx';

export function Appearance() {
  const say = useSay();
  const language = useLanguage();
  const keysOn = useKeysOn();
  return (
    <Card title={say(appearanceText.title)}>
      <fieldset className="choices">
        <legend>{say(appearanceText.language)}</legend>
        {(['zh', 'en'] as const).map((each) => (
          <label className="switch" key={each}>
            <input type="radio" name="language" checked={language === each} onChange={() => chooseLanguage(each)} />{' '}
            {say(appearanceText[each])}
          </label>
        ))}
      </fieldset>
      <div className="choices">
        <Switch choice="text" />
        <Switch choice="contrast" />
        <label className="switch">
          <input type="checkbox" checked={keysOn} onChange={({ target }) => switchKeys(target.checked)} />{' '}
          {say(keysText.on)}
        </label>
        <p className="fine">{say(keysText.off)}</p>
      </div>
    </Card>
  );
}

function Switch({ choice }: { choice: Choice }) {
  const say = useSay();
  const on = useChoice(choice);
  return (
    <>
      <label className="switch">
        <input type="checkbox" checked={on} onChange={({ target }) => choose(choice, target.checked)} />{' '}
        {say(appearanceText[choice])}
      </label>
      <p className="fine">{say(appearanceText[`${choice}Note`])}</p>
    </>
  );
}
