import type { FactName, FactType } from '../facts/value.ts';

/** An HTTPS JSON API as an admin has described it, checked: what stands here can be asked for and nothing else. */
export type ApiDocument = {
  /** As SOPs name it: `depot`. */
  readonly system: string;
  /** What people call it. */
  readonly title: string;
  /** The one host that requests go to, without scheme and port. */
  readonly host: string;
  /** What every path begins with: `/v1`, or nothing. */
  readonly basePath: string;
  readonly secret: ApiSecret | undefined;
  /** How long an answer may take, in milliseconds; undefined for what the transport waits. */
  readonly deadline: number | undefined;
  /** A path that answers whoever has a good key. */
  readonly check: PathTemplate;
  readonly lookUps: readonly ApiLookUp[];
  readonly actions: readonly ApiAction[];
};

/** The header that carries a secure setting: `Authorization` with the word `Bearer` before it. */
export type ApiSecret = {
  readonly header: string;
  readonly word: string | undefined;
  readonly setting: SecretSetting;
};

export const secretSettings = ['custom_api_secret_1', 'custom_api_secret_2', 'custom_api_secret_3'] as const;
type SecretSetting = (typeof secretSettings)[number];

/** A text with names in it that values stand in for: of facts in a look-up, of parameters in an action. */
export type TextTemplate = readonly TemplatePart[];

export type TemplatePart =
  { readonly is: 'text'; readonly text: string } | { readonly is: 'name'; readonly name: string };

/** A path by its segments. A value fills a part of one segment and never makes another. */
export type PathTemplate = readonly TextTemplate[];

export type ApiRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: PathTemplate;
  readonly query: readonly { readonly name: string; readonly value: TextTemplate }[];
  readonly body: BodyTemplate | undefined;
};

/** JSON in which a value may be a name: `{ "reason": "{reason}" }`. */
export type BodyTemplate =
  | { readonly is: 'constant'; readonly value: string | number | boolean | null }
  | { readonly is: 'name'; readonly name: string; readonly as: BodyForm }
  | { readonly is: 'list'; readonly items: readonly BodyTemplate[] }
  | { readonly is: 'object'; readonly entries: readonly (readonly [key: string, value: BodyTemplate])[] };

/** The form that a value takes in JSON. Money has no form by itself, so one of the last four is said. */
export type BodyForm = 'plain' | 'text' | TimeUnit | 'decimal' | 'number' | 'minor units' | 'currency';
export type TimeUnit = 'seconds' | 'minutes' | 'hours' | 'days';

/** Where something stands in an answer, key by key; empty is the answer itself. */
export type JsonPath = readonly string[];

/** One record of the API, found by facts of the ticket. */
export type ApiLookUp = {
  /** As sources of facts name it: `parcel`. */
  readonly record: string;
  readonly title: string;
  readonly request: ApiRequest;
  /** The list in the answer; undefined where the answer is the record itself. */
  readonly list: JsonPath | undefined;
  /** Statuses that say that there is no such record. */
  readonly noneWhen: readonly number[];
  /** What says that the list goes on: such an answer is not all there is. Undefined where it never does. */
  readonly moreWhen: PathTest | undefined;
  readonly id: JsonPath;
  /** What people call the record. */
  readonly name: JsonPath;
  /** Fields that tell records apart. */
  readonly show: readonly string[];
  readonly fields: readonly ApiField[];
};

export type ApiField = {
  readonly name: string;
  readonly type: FactType;
  readonly from: JsonPath;
  /** Whole minor units of the currency, such as cents. */
  readonly isMinorUnits: boolean;
  /** Where the currency stands, for money of any currency. */
  readonly currencyFrom: JsonPath | undefined;
  /** What a number stands for as a length of time. */
  readonly timeUnit: TimeUnit | undefined;
  /** The key may be missing; otherwise that is an error. `null` is empty in any case. */
  readonly isOptional: boolean;
};

/** Something in an answer that has to be equal to a value. */
export type PathTest = { readonly path: JsonPath; readonly value: string };

/** Statuses and values that an answer may have; one alternative is enough. */
export type AnswerTest = readonly {
  readonly statuses: readonly number[];
  readonly values: readonly PathTest[];
}[];

/** A declared field that has to hold a value, or what a parameter holds. */
export type FieldTest = {
  readonly field: ApiField;
  readonly value:
    { readonly is: 'text'; readonly text: string } | { readonly is: 'parameter'; readonly name: string };
};

/** A record as an action finds it: by facts of the ticket, or by the value of a parameter, the target's id or the approval's key. */
export type RecordReference = { readonly lookUp: ApiLookUp; readonly by: string | undefined };

export type ApiAction = {
  /** Without the system: `hold`. */
  readonly operation: string;
  readonly title: string;
  readonly request: ApiRequest;
  readonly parameters: readonly ApiParameter[];
  readonly risk: 'low' | 'medium' | 'high';
  readonly movesMoney: boolean;
  /** The header that carries the approval's key, where the API does the same key once only. */
  readonly keyHeader: string | undefined;
  /** The record that it changes. */
  readonly on: RecordReference | undefined;
  /** What has to hold before anybody can approve it. */
  readonly possibleWhen: readonly FieldTest[];
  /** Fields that are part of what is approved. */
  readonly mustNotChange: readonly ApiField[];
  readonly succeededWhen: AnswerTest;
  readonly refusedWhen: AnswerTest;
  readonly reference: JsonPath | undefined;
  /** What the record has to say afterwards; empty where the answer alone says that it worked. */
  readonly check: readonly FieldTest[];
  readonly find: FindOut;
  readonly undo: ApiUndo | undefined;
};

/** How a lost answer is cleared up. `key`: a record carries the approval's key in this field, or is found by it. */
export type FindOut =
  | { readonly is: 'key'; readonly reference: RecordReference; readonly field: ApiField | undefined }
  | { readonly is: 'state' }
  | { readonly is: 'person' };

export type ApiParameter = {
  readonly name: string;
  readonly label: string | undefined;
  readonly type: FactType;
  readonly required: boolean;
  readonly editable: boolean;
  readonly isLong: boolean;
  /** Above zero. */
  readonly isPositive: boolean;
  /** An edit may raise it. */
  readonly mayRise: boolean;
  /** A field of the record that it may not pass. */
  readonly atMost: ApiField | undefined;
};

export type ApiUndo = {
  readonly operation: string;
  readonly parameters: readonly { readonly name: string; readonly value: UndoValue }[];
};

export type UndoValue =
  | { readonly is: 'parameter'; readonly name: FactName }
  | { readonly is: 'id' }
  | { readonly is: 'reference' }
  | { readonly is: 'text'; readonly text: string };
