// A button that opens a file, in the words of the page: browsers label theirs in a language of their own.
import type { InputHTMLAttributes } from 'react';
import './file-button.css';

type FileButtonProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'id' | 'accept' | 'aria-describedby' | 'aria-invalid'
> & {
  readonly title: string;
  onChoose(file: File): void;
};

export function FileButton({ title, onChoose, ...rest }: FileButtonProps) {
  return (
    <label className="file-button">
      {title}
      <input
        type="file"
        {...rest}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onChoose(file);
        }}
      />
    </label>
  );
}
