// Changes to the other language, and is named in it.
import { chooseLanguage, useLanguage, useSay } from '../../text/language.ts';
import { shellText } from '../../text/shell.ts';

export function LanguageButton() {
  const say = useSay();
  const zh = useLanguage() === 'zh';
  return (
    <button type="button" className="ghost" lang={zh ? 'en' : 'zh-CN'} onClick={() => chooseLanguage(zh ? 'en' : 'zh')}>
      {say(shellText.otherLanguage)}
    </button>
  );
}
