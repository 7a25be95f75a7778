// Words of the check of an evidence bundle.
import { both } from './texts.ts';

export const bundleText = {
  choose: both('核验证据包（文件只在本机读，不上传）', 'Check a bundle (read on this machine, never sent)'),
  running: both('正在核对每个文件的哈希、链和签章', 'checking every hash, the chains and the seal'),
  sound: both('完好：哈希、台账链、签章都相符', 'Sound: hashes, chains and seal agree'),
  unsound: both('不完好', 'Not sound'),
  entries: both('台账', 'entries'),
  papers: both('文件', 'papers'),
  key: both('密钥', 'key'),
} as const;
