import type { AppPackage } from '../app-package.ts';
import { textOf } from '../app-package.ts';
import { error, type Finding } from '../finding.ts';
import { objectOrEmpty, type JsonObject } from '../json/json-object.ts';
import { readJson } from '../json/read-json.ts';
import { checkCustomObjects } from './custom-objects.ts';
import { checkResources } from './resources.ts';

const MOST = 5000;

/** Rules 18 and 19 of the package check: what is created in the account on installation. */
export function checkRequirements(manifest: JsonObject, app: AppPackage): readonly Finding[] {
  const text = textOf(app, 'requirements.json');
  if (text === undefined) {
    return manifest['requirementsOnly'] === true
      ? [error('requirements.missing', 'The app says requirementsOnly but has no requirements.json.')]
      : [];
  }
  if (!canHaveRequirements(manifest)) {
    return [
      error(
        'requirements.not-supported',
        'Marketing-only and chat-only apps cannot have a requirements.json.',
      ),
    ];
  }
  const json = readJson(text);
  if (json.type === 'invalid')
    return [error('requirements.json', `requirements.json is not JSON: ${json.reason}.`)];
  if (json.type === 'other') return [error('requirements.json', 'requirements.json is not a JSON object.')];
  return [
    ...json.duplicates.map((key) =>
      error('requirements.duplicate-key', `requirements.json has the key ${key} twice.`),
    ),
    ...checkNumber(json.object),
    ...checkResources(json.object),
    ...checkCustomObjects(json.object['custom_objects_v2']),
  ];
}

function canHaveRequirements(manifest: JsonObject): boolean {
  const products = Object.keys(objectOrEmpty(manifest['location']));
  return manifest['marketingOnly'] !== true && !(products.length === 1 && products[0] === 'chat');
}

function checkNumber(requirements: JsonObject): readonly Finding[] {
  const number = Object.values(requirements).flatMap((group) =>
    Object.values(objectOrEmpty(group)).flat(),
  ).length;
  return number > MOST
    ? [error('requirements.too-many', `requirements.json asks for ${number} things; ${MOST} are allowed.`)]
    : [];
}
