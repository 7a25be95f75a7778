// The sentence that a page opens with, its marked words underlined in their tone.
import type { Sentence } from '../../sentences/sentence.ts';

export function SentenceLine({ sentence }: { sentence: Sentence }) {
  return (
    <h1>
      {sentence.map((piece, index) =>
        typeof piece === 'string' ? (
          piece
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence have no other name than their place
          <em key={index} className={piece.tone}>
            {piece.text}
          </em>
        ),
      )}
    </h1>
  );
}
