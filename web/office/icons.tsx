// About twenty line icons, drawn inline: no icon library.
const PATHS = {
  board: 'M3 3h8v10H3zM13 3h8v6h-8zM13 11h8v10h-8zM3 15h8v6H3z',
  list: 'M4 6h16M4 12h16M4 18h10',
  todo: 'M4 5h16v14H4zM8 12l3 3 5-6',
  scan: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16',
  meet: 'M8 11a3 3 0 100-6 3 3 0 000 6zM16 11a3 3 0 100-6 3 3 0 000 6zM2 20c0-4 3-6 6-6s6 2 6 6M14 15c4-2 8 0 8 5',
  money: 'M12 3v18M7 7h10M6 12h12M7 7l5 5 5-5',
  year: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8 14h3M13 14h3M8 17h3',
  calc: 'M5 3h14v18H5zM8 7h8M8 12h2M12 12h2M8 16h2M12 16h4',
  audit: 'M10 17a7 7 0 100-14 7 7 0 000 14zM15 15l6 6M7 10h6',
  bell: 'M6 16V11a6 6 0 1112 0v5l2 2H4zM10 21h4',
  ops: 'M12 8v5l3 2M12 21a9 9 0 100-18 9 9 0 000 18z',
  set: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 7a2 2 0 11-.01 0M8 17a2 2 0 11-.01 0',
  screen: 'M3 4h18v12H3zM8 20h8M12 16v4',
  search: 'M11 18a7 7 0 100-14 7 7 0 000 14zM16 16l5 5',
  check: 'M4 12l5 6L20 6',
  warn: 'M12 3l10 18H2zM12 10v5M12 18v.5',
  stop: 'M12 21a9 9 0 100-18 9 9 0 000 18zM6 6l12 12',
  file: 'M6 3h8l5 5v13H6zM14 3v5h5',
  lock: 'M6 11h12v10H6zM8 11V8a4 4 0 118 0v3',
  clock: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5l4 2',
  next: 'M5 12h14M13 6l6 6-6 6',
  plus: 'M12 5v14M5 12h14',
  qr: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h3v3h-3zM20 14v6h-6',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18, weight = 1.8 }: { name: IconName; size?: number; weight?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={weight}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
