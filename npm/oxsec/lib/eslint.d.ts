import type { LintMessage, RuleSetting, SuppressedLintMessage } from "./index.js";

export type { LintMessage, SuppressedLintMessage } from "./index.js";

export namespace ESLint {
  /** An object of ESLint's flat configuration. */
  interface ConfigObject {
    name?: string;
    files?: (string | string[])[];
    ignores?: string[];
    plugins?: Record<string, unknown>;
    rules?: Record<string, RuleSetting>;
    linterOptions?: {
      noInlineConfig?: boolean;
      reportUnusedDisableDirectives?: boolean | 0 | 1 | 2 | "off" | "warn" | "error";
      reportUnusedInlineConfigs?: 0 | 1 | 2 | "off" | "warn" | "error";
    };
    language?: string;
    languageOptions?: Record<string, unknown>;
    settings?: Record<string, unknown>;
    processor?: unknown;
    basePath?: string;
  }

  interface Options {
    allowInlineConfig?: boolean;
    baseConfig?: ConfigObject | ConfigObject[] | null;
    cache?: boolean;
    cacheLocation?: string;
    cacheStrategy?: "content" | "metadata";
    concurrency?: number | "auto" | "off";
    cwd?: string;
    errorOnUnmatchedPattern?: boolean;
    fix?: boolean | ((message: LintMessage) => boolean);
    fixTypes?: ("directive" | "problem" | "suggestion" | "layout")[] | null;
    flags?: string[];
    globInputPaths?: boolean;
    ignore?: boolean;
    ignorePatterns?: string[] | null;
    overrideConfig?: ConfigObject | ConfigObject[] | null;
    overrideConfigFile?: string | true | null;
    passOnNoPatterns?: boolean;
    plugins?: Record<string, unknown> | null;
    ruleFilter?: (rule: { ruleId: string; severity: 1 | 2 }) => boolean;
    stats?: boolean;
    warnIgnored?: boolean;
  }

  interface DeprecatedRuleUse {
    ruleId: string;
    replacedBy: string[];
  }

  interface LintResult {
    filePath: string;
    messages: LintMessage[];
    suppressedMessages: SuppressedLintMessage[];
    errorCount: number;
    fatalErrorCount: number;
    warningCount: number;
    fixableErrorCount: number;
    fixableWarningCount: number;
    /** The text after fixes, where there were any. */
    output?: string;
    source?: string;
    usedDeprecatedRules: DeprecatedRuleUse[];
    stats?: unknown;
  }

  interface RuleMeta {
    type?: string;
    docs?: { description?: string; url?: string };
    fixable?: string;
    hasSuggestions?: boolean;
    [key: string]: unknown;
  }

  interface Formatter {
    format(results: LintResult[], resultsMeta?: Record<string, unknown>): string | Promise<string>;
  }
}

/** ESLint's class, answered by the program of oxsec. */
export class ESLint {
  static readonly configType: "flat";
  /** The version of ESLint whose results these are. */
  static readonly version: string;
  static outputFixes(results: ESLint.LintResult[]): Promise<void>;
  static getErrorResults(results: ESLint.LintResult[]): ESLint.LintResult[];

  constructor(options?: ESLint.Options);
  lintFiles(patterns: string | string[]): Promise<ESLint.LintResult[]>;
  lintText(code: string, options?: { filePath?: string; warnIgnored?: boolean }): Promise<ESLint.LintResult[]>;
  loadFormatter(name?: string): Promise<ESLint.Formatter>;
  calculateConfigForFile(filePath: string): Promise<Record<string, unknown> | undefined>;
  findConfigFile(filePath?: string): Promise<string | undefined>;
  isPathIgnored(filePath: string): Promise<boolean>;
  getRulesMetaForResults(results: ESLint.LintResult[]): Record<string, ESLint.RuleMeta>;
  hasFlag(flag: string): boolean;
}

export function loadESLint(options?: { useFlatConfig?: boolean; cwd?: string }): Promise<typeof ESLint>;
