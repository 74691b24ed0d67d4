import type { AppPackage } from '../app-package.ts';
import { textFiles } from '../app-package.ts';
import { error, warning, type Finding } from '../finding.ts';
import { objectOrEmpty, type JsonObject } from '../json/json-object.ts';
import { pngSize, type Size } from './png.ts';

const BANNERS: readonly Size[] = [
  { width: 830, height: 200 },
  { width: 1660, height: 400 },
];

/** Zendesk's validator does not look at these; an installation without them looks broken. */
const LOGOS: readonly (readonly [path: string, size: Size])[] = [
  ['assets/logo.png', { width: 320, height: 320 }],
  ['assets/logo-small.png', { width: 128, height: 128 }],
];

/** What Zendesk's sanitiser takes out of an SVG. */
const DIRT = /<script|<foreignObject|<!DOCTYPE|<\?xml|<!--|\son\w+\s*=|javascript:/i;

/** The places that show an icon of the app. */
const WITH_ICON = ['top_bar', 'nav_bar', 'system_top_bar', 'ticket_editor'];

/** Rule 22 of the package check: the banner and the SVGs. */
export function checkPictures(app: AppPackage): readonly Finding[] {
  return [...checkBanner(app), ...checkSvgs(app)];
}

/** Our own rules: the logos have their sizes, and each place that shows an icon has one. */
export function checkLogosAndIcons(manifest: JsonObject, { files }: AppPackage): readonly Finding[] {
  const places = Object.keys(objectOrEmpty(objectOrEmpty(manifest['location'])['support']));
  return [
    ...LOGOS.flatMap(([path, size]) => checkSize('logo', path, files.get(path), [size])),
    ...places
      .filter((place) => WITH_ICON.includes(place))
      .filter(
        (place) => !files.has(`assets/icon_${place}.svg`) && !files.has(`assets/icon_${place}_inactive.png`),
      )
      .map((place) =>
        error('icon.missing', `There is no assets/icon_${place}.svg for the location ${place}.`),
      ),
  ];
}

function checkBanner({ files }: AppPackage): readonly Finding[] {
  const banner = files.get('assets/banner.png');
  return banner === undefined ? [] : checkSize('banner', 'assets/banner.png', banner, BANNERS);
}

function checkSize(
  rule: string,
  path: string,
  content: Buffer | undefined,
  sizes: readonly Size[],
): readonly Finding[] {
  const wanted = sizes.map(({ width, height }) => `${width}x${height}`).join(' or ');
  if (content === undefined) return [error(`${rule}.missing`, `There is no ${path} (PNG, ${wanted}).`)];
  const size = pngSize(content);
  if (size === undefined) return [error(`${rule}.form`, `${path} is no PNG.`)];
  const fits = sizes.some(({ width, height }) => width === size.width && height === size.height);
  return fits
    ? []
    : [error(`${rule}.size`, `${path} is ${size.width}x${size.height}; it must be ${wanted}.`)];
}

function checkSvgs(app: AppPackage): readonly Finding[] {
  return textFiles(app, 'svg').flatMap(([path, text]) => {
    if (!/<svg[\s>]/.test(text)) return [error('svg.dirty', `${path} is no SVG.`)];
    const findings: Finding[] = [];
    if (DIRT.test(text)) {
      findings.push(
        warning('svg.sanitised', `${path} has scripts, comments or declarations: Zendesk rewrites it.`),
      );
    }
    if (/<image[\s>/]/i.test(text)) {
      findings.push(warning('svg.bitmap', `${path} holds a bitmap: Zendesk shows a placeholder instead.`));
    }
    return findings;
  });
}
