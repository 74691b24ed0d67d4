/**
 * Signoff's mark: a check mark written with a pen across the line where one signs. On a square of 320 units.
 *
 * The check is an outline, not a stroke, so that it can swell and taper like a pen's.
 */
const CHECK = [
  'M 84 158',
  'C 92 148 106 147 115 157',
  'C 127 170 137 184 145 201',
  'C 169 148 203 100 247 61',
  'C 255 54 266 63 260 72',
  'C 223 121 194 175 171 237',
  'C 164 255 141 257 131 240',
  'C 117 214 103 194 87 177',
  'C 81 171 80 163 84 158',
  'Z',
].join(' ');

/** The line stops short of the check on both sides, so that the two stay apart at small sizes. */
const LINE = [
  { from: 44, to: 106 },
  { from: 194, to: 276 },
] as const;
const LINE_TOP = 230;
const LINE_HEIGHT = 14;

const linePiece = ({ from, to }: (typeof LINE)[number]): string =>
  `<rect x="${from}" y="${LINE_TOP}" width="${to - from}" height="${LINE_HEIGHT}" rx="${LINE_HEIGHT / 2}"></rect>`;

/** The mark on its rounded square, for the logos. */
export const LOGO = `
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 320">
  <defs>
    <linearGradient id="ground" x1="0" y1="0" x2="0.35" y2="1">
      <stop offset="0" stop-color="#1a7a66" />
      <stop offset="1" stop-color="#0a3d38" />
    </linearGradient>
  </defs>
  <rect width="320" height="320" rx="72" fill="url(#ground)" />
  <g fill="#86cfb6">${LINE.map(linePiece).join('')}</g>
  <path d="${CHECK}" fill="#ffffff" />
</svg>`;

/** The mark alone in the colour of its surroundings, for Zendesk's navigation bar: 30 units with room around it. */
export const NAV_BAR_ICON = `<svg xmlns="http://www.w3.org/2000/svg" width="30" height="30" viewBox="0 0 30 30" fill="currentColor">
  <g transform="translate(-1.2 -0.9) scale(0.1015)">
    <path d="${CHECK}"></path>
    ${LINE.map(linePiece).join('\n    ')}
  </g>
</svg>
`;
