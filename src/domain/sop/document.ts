import type { CheckedExpression } from '../facts/checked-expression.ts';
import type { Span } from '../facts/problem.ts';
import type { FactName, FactType } from '../facts/value.ts';
import type { Decimal } from '../facts/decimal.ts';

/**
 * An SOP as it was read from its text. Every part keeps its place, so that a trace, a problem or an edit can point at
 * the words. Source: SOP language, sections 1 and 2.
 */
export type Sop = {
  /** The whole text; the truth that everything else points into. */
  readonly source: string;
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly status: 'draft' | 'live' | 'retired';
  readonly for: 'ticket' | 'organization' | 'user';
  readonly owner: string | undefined;
  /** ISO date of the last review. */
  readonly reviewed: string | undefined;
  /** As written: `6 months`. */
  readonly reviewEvery: string | undefined;
  readonly matches: CheckedExpression | undefined;
  readonly records: readonly RecordDeclaration[];
  readonly inputs: readonly Input[];
  readonly actions: readonly ActionDeclaration[];
  readonly steps: readonly Step[];
  readonly decisions: readonly Decision[];
  /** `When` lines under Edge cases, in order: checked before every step. */
  readonly edgeCases: readonly WhenInstruction[];
  /** `On failure of` and `On rejection of` lines under Edge cases: the last resort of the whole SOP. */
  readonly edgeHandlers: readonly Handler[];
  /** Bullets under Edge cases that the app cannot check: a person keeps them in mind during the whole run. Paths `edge.3`. */
  readonly edgeReminders: readonly ManualInstruction[];
  readonly replies: readonly Reply[];
  readonly examples: ExamplesTable | undefined;
  readonly evidence: readonly Evidence[];
};

/** `<name>: <system>.<entity> by <fact>`: which record of an outside system is meant. */
export type RecordDeclaration = {
  readonly name: string;
  readonly system: string;
  readonly entity: string;
  readonly by: FactName;
  readonly span: Span;
};

/** `<fact name>: <type> from <source>`. */
export type Input = {
  readonly name: FactName;
  readonly type: FactType;
  readonly source: Source;
  /** Seconds. */
  readonly maxAge: Decimal | undefined;
  readonly span: Span;
};

/** Where a fact comes from. `field` is the part behind the record, such as `total_price`, or `field "Order number"` split in two. */
export type Source =
  | { readonly from: 'message' }
  | {
      readonly from: 'system';
      readonly system: string;
      /** `order`, `ticket`, `requester`; for a record of the SOP's own, the entity that it was declared with. */
      readonly record: string;
      readonly field: string;
      /** The title or id of a custom field, where the field is `field "…"`. */
      readonly customField: string | undefined;
      /** The name of the SOP's own record declaration, where the source names one. */
      readonly declaredRecord: string | undefined;
    };

/** `<name>: <system>.<operation> (<param> = <expression>, …) only if <condition> needs <role>`. */
export type ActionDeclaration = {
  readonly name: string;
  readonly system: string;
  /** `refund` of `stripe.refund`. */
  readonly operation: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly value: CheckedExpression;
    readonly span: Span;
  }[];
  readonly onlyIf: CheckedExpression | undefined;
  readonly needs: string | undefined;
  readonly span: Span;
};

export type Step = {
  readonly number: number;
  readonly name: string;
  readonly span: Span;
  /** Notes of the step, as text, for people. */
  readonly notes: readonly { readonly text: string; readonly span: Span }[];
  readonly cites: readonly string[];
  readonly body: Body;
};

/** What a step or a branch does, in order, and what it does when something in it fails, is rejected or refused. */
export type Body = {
  readonly instructions: readonly Instruction[];
  readonly handlers: readonly Handler[];
};

/** Everything an instruction has. `path` is its place in the document, such as `3.1>2.1`: the key of the log and the trace. */
type Located = {
  readonly path: string;
  readonly span: Span;
  readonly cites: readonly string[];
};

export type Handler = Located &
  (
    | {
        readonly kind: 'on-failure';
        /** A system such as `stripe`, or the name of an action of the header. */
        readonly of: { readonly system: string } | { readonly action: string };
        readonly retry: { readonly times: number; /** Seconds. */ readonly after: Decimal } | undefined;
        readonly body: Body;
      }
    | { readonly kind: 'on-rejection'; readonly action: string; readonly body: Body }
  );

/** `When <condition>: …` under Edge cases. */
export type WhenInstruction = Located & {
  readonly kind: 'when';
  readonly condition: CheckedExpression;
  readonly body: Body;
};

export type Instruction = IfInstruction | SimpleInstruction | ManualInstruction;

/** An `If` with its `Else if`s, `Else` and `If unknown`, whether they stand in one bullet or in several. */
export type IfInstruction = Located & {
  readonly kind: 'if';
  readonly branches: readonly {
    readonly condition: CheckedExpression;
    readonly span: Span;
    readonly body: Body;
  }[];
  readonly otherwise: { readonly span: Span; readonly body: Body } | undefined;
  readonly unknown: { readonly span: Span; readonly body: Body } | undefined;
};

/** A bullet that the app cannot run: a person ticks it off. Never skipped. */
export type ManualInstruction = Located & { readonly kind: 'manual'; readonly text: string };

/** A text of the SOP's own that may hold `{fact name}` placeholders. */
export type Template = readonly (
  { readonly text: string } | { readonly fact: FactName; readonly span: Span }
)[];

export type SimpleInstruction = Located & Simple;

export type Simple =
  | { readonly kind: 'get'; readonly facts: readonly FactName[] }
  | { readonly kind: 'extract'; readonly facts: readonly FactName[] }
  | { readonly kind: 'ask'; readonly question: Template }
  | { readonly kind: 'propose'; readonly action: string }
  | { readonly kind: 'set'; readonly field: FieldReference; readonly value: CheckedExpression }
  | { readonly kind: 'add-tag'; readonly tag: string }
  | { readonly kind: 'remove-tag'; readonly tag: string }
  | { readonly kind: 'add-note'; readonly note: Template }
  | { readonly kind: 'apply-macro'; readonly macro: string }
  | {
      readonly kind: 'draft-reply';
      readonly reply: { readonly named: string } | { readonly instruction: Template };
    }
  /** `refused` is the `If refused` body that belongs to this gate or judgement. */
  | {
      readonly kind: 'gate';
      readonly role: string;
      readonly question: Template | undefined;
      readonly refused: Body | undefined;
      /** `by another person`: nobody who began the run or asked for the answer may give it. */
      readonly byAnother?: true;
    }
  | {
      readonly kind: 'judge';
      readonly question: Template;
      readonly role: string | undefined;
      readonly refused: Body | undefined;
    }
  | { readonly kind: 'decide'; readonly table: string }
  | { readonly kind: 'escalate'; readonly team: string; readonly because: Template | undefined }
  | { readonly kind: 'hold-for'; /** Seconds. */ readonly duration: Decimal }
  | { readonly kind: 'hold-until'; readonly condition: CheckedExpression }
  | { readonly kind: 'notify'; readonly team: string; readonly message: Template | undefined }
  | { readonly kind: 'go-to-step'; readonly step: number; readonly atMost: number }
  | { readonly kind: 'write'; readonly text: Template }
  | { readonly kind: 'close'; readonly as: string }
  | { readonly kind: 'stop' };

/** What `set` changes: `zendesk.ticket.status`, `zendesk.ticket.field "Ship exception"`, `zendesk.organization.field "plan"`. */
export type FieldReference = {
  readonly record: 'ticket' | 'requester' | 'organization';
  readonly field: string;
  readonly customField: string | undefined;
};

/** `## Decision: <name>`: rows of cells over columns, and what each row does. */
export type Decision = {
  readonly name: string;
  readonly mode: 'first match' | 'exactly one';
  readonly span: Span;
  readonly cites: readonly string[];
  readonly columns: readonly { readonly text: string; readonly span: Span }[];
  readonly rows: readonly {
    readonly span: Span;
    /** The row as one condition: the cells that ask something. Empty where every cell is `any`. */
    readonly cells: readonly CheckedExpression[];
    /** Its paths start with `>`, such as `>2.1` for row 2: they stand behind the path of the `decide` that runs the table. */
    readonly body: Body;
  }[];
};

export type Reply = { readonly name: string; readonly span: Span; readonly text: Template };

export type Evidence = {
  readonly label: string;
  readonly url: string;
  readonly title: string | undefined;
  readonly span: Span;
};

/** The raw table under `## Examples`; `read-examples.ts` gives it meaning. */
export type ExamplesTable = {
  readonly span: Span;
  readonly columns: readonly { readonly text: string; readonly span: Span }[];
  readonly rows: readonly {
    readonly span: Span;
    readonly cells: readonly { readonly text: string; readonly span: Span }[];
  }[];
};
