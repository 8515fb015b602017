import { encode } from 'uqr';

interface Props {
  readonly text: string;
  readonly words: string;
}

/** Drawn here: what it says never leaves the browser. */
export function QrCode({ text, words }: Props) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg
      role="img"
      aria-label={words}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      style={{
        width: '100%',
        maxWidth: 216,
        height: 'auto',
        background: '#fff',
        borderRadius: 8,
        display: 'block',
      }}
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
