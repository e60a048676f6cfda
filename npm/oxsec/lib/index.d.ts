/** A severity as ESLint takes it, alone or first in a list with the rule's options. */
export type RuleSetting = Severity | [Severity, ...unknown[]];
export type Severity = 0 | 1 | 2 | "off" | "warn" | "error";

export interface CheckOptions {
  /** The rules to start from, as `oxsec check --preset` takes them; `recommended` by default. */
  preset?: string | string[];
  /** Rules to set over the preset's, by id. */
  rules?: Record<string, RuleSetting>;
  /** The file name of the code; its extension decides the language. JavaScript by default. */
  filename?: string;
  /** The language of texts without a file name: `js`, `jsx`, `ts` or `tsx`. */
  language?: "js" | "jsx" | "ts" | "tsx";
  /** True for a model's answer, from which the code is extracted; false by default. */
  extract?: boolean;
  /** True if comments such as `eslint-disable` count, as by default. */
  inlineConfig?: boolean;
  /** The number of threads; one per core by default. */
  threads?: number;
  /** The limits above which a text gets a fatal message, as `oxsec check --help` explains them. */
  limits?: { maxBytes?: number; maxDepth?: number; maxSteps?: number; maxStack?: number };
}

/** The edit of a fix: `text` replaces the text between two offsets, in UTF-16 code units. */
export interface Fix {
  range: [number, number];
  text: string;
}

export interface Suggestion {
  desc: string;
  messageId?: string;
  fix: Fix;
}

/** ESLint's message. Lines and columns are from 1. */
export interface LintMessage {
  ruleId: string | null;
  severity: 1 | 2;
  message: string;
  line?: number;
  column?: number;
  endLine?: number;
  endColumn?: number;
  messageId?: string;
  nodeType?: string | null;
  fatal?: boolean;
  fix?: Fix;
  suggestions?: Suggestion[];
  /** The weakness in the Common Weakness Enumeration, for findings of the preset `oxsec`. */
  cwe?: number;
  /** The proof of a finding of the preset `oxsec`. */
  evidence?: { proof: "flow" | "fact"; [key: string]: unknown };
}

export interface SuppressedLintMessage extends LintMessage {
  suppressions: { kind: string; justification: string }[];
}

/** The status of a text. For all but `code` the absence of findings means nothing. */
export type Status =
  | "code"
  | "unparsable"
  | "empty"
  | "refused"
  | "fenced"
  | "cut-off"
  | "patch"
  | "other-language"
  | "over-limit"
  | "failed";

/** ESLint's result for a text, and its status. */
export interface Result {
  filePath: string;
  status: Status;
  /** With `extract`, the way in which the code was extracted. */
  extraction?: Record<string, unknown>;
  messages: LintMessage[];
  suppressedMessages: SuppressedLintMessage[];
  errorCount: number;
  fatalErrorCount: number;
  warningCount: number;
  fixableErrorCount: number;
  fixableWarningCount: number;
}

/** Analyzes a text in a process that is kept for the next call with the same options. */
export function check(code: string, options?: CheckOptions): Promise<Result>;

/** Analyzes a text and waits for it. Each call starts the program: use `checkMany` for many texts. */
export function checkSync(code: string, options?: CheckOptions): Result;

/** Analyzes many texts on all cores; the results are in the order of the texts. */
export function checkMany(
  codes: Iterable<string | { code: string; filename?: string }>,
  options?: CheckOptions,
): Promise<Result[]>;
