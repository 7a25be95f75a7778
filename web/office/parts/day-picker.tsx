// Picks the day whose record is shown, today at the latest.

interface DayPickerProps {
  readonly title: string;
  readonly day: string;
  readonly today: string;
  onPick(day: string): void;
}

export function DayPicker({ title, day, today, onPick }: DayPickerProps) {
  return (
    <label className="pick">
      <span className="sr">{title}</span>
      <input
        type="date"
        value={day}
        max={today}
        onChange={({ target }) => target.value !== '' && onPick(target.value)}
      />
    </label>
  );
}
