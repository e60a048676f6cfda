//! The analysis of one text: parse it, view it as ESTree, run the rules, collect the findings.

use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    rc::Rc,
    sync::Arc,
    time::Duration,
};

use oxc_allocator::Allocator;
use oxc_syntax::node::NodeId;

use super::{
    Analysis, Fix, Globals, Limits, LintMessage, RuleSet, Severity, Suggestion, Surroundings, Times,
    comment::directive_comments,
    context::{Edit, Finding, Shared},
    directives, inline_config,
    judge::{Judge, OWN_RULES},
    needles::NeedleIndex,
    plan::{Part, Parts, Plan, Rules, Text, Trigrams},
};
use crate::{
    estree::{Node, Position, Positions, TooMuch, Tree, prefetch},
    flow::{Outcome, Settings, analyze},
    outline,
    oxsec::FACTS,
    parse::{Language, SyntaxError, parse},
};

/// The size in bytes up to which an arena is always kept for the next text: that of a text of about 300 kB.
const ALWAYS_KEPT_ARENA_BYTES: usize = 8 << 20;

/// The size in bytes above which an arena is never kept after a text.
const MAX_IDLE_ARENA_BYTES: usize = 256 << 20;

/// The bytes of a larger arena that are kept for each byte of the next text; the next text may need half of that.
const MAX_ARENA_BYTES_PER_SOURCE_BYTE: usize = 64;

/// The steps that the options in one text's comments may take: at most a second.
const MAX_OPTION_STEPS: usize = 20_000_000;

/// The nodes that one rule visits before the next rule does, few enough to stay in the processor's cache.
const NODES_PER_PORTION: usize = 2048;

/// Applies a [`RuleSet`] to one text after another. Each thread has its own, which reuses its memory for each text.
pub struct Analyzer {
    rules: RuleSet,
    limits: Limits,
    ignores_directives: bool,
    warns_of_ignored: bool,
    unused_directives: Option<Severity>,
    unused_inline_configs: Option<Severity>,
    clock: Option<fn() -> Duration>,
    judges: bool,
    allocator: Allocator,
    memory: Memory,
    steps: usize,
}

/// The buffers that are reused for each text.
#[derive(Default)]
struct Memory {
    needles: NeedleIndex,
    trigrams: Trigrams,
    /// The nodes of the types that some rule asks for.
    looked_at: Vec<NodeId>,
    /// The nodes to call each rule for, by rule.
    nodes: Vec<Vec<NodeId>>,
    /// The durations of the last analysis, where a clock was given.
    times: Option<Times>,
}

/// The file around a text, and the options that hold for it.
struct Setting<'a> {
    path: &'a str,
    surroundings: Option<&'a dyn Surroundings>,
    globals: Arc<Globals>,
    /// Findings get a verdict.
    judges: bool,
}

impl Analyzer {
    /// Makes an analyzer with the default [`Limits`].
    pub fn new(rules: &RuleSet) -> Self {
        Self::with_limits(rules, Limits::default())
    }

    /// Makes an analyzer with these limits.
    pub fn with_limits(rules: &RuleSet, limits: Limits) -> Self {
        // Computed before the rules are cloned, so that all threads share one plan.
        rules.plan();
        Self {
            rules: rules.clone(),
            limits,
            ignores_directives: false,
            warns_of_ignored: false,
            unused_directives: Some(Severity::Warn),
            unused_inline_configs: None,
            clock: None,
            judges: false,
            allocator: Allocator::default(),
            memory: Memory::default(),
            steps: 0,
        }
    }

    /// Sets whether comments in the code are ignored, as with ESLint's `--no-inline-config`.
    #[must_use]
    pub fn ignoring_directives(mut self, ignores: bool) -> Self {
        self.ignores_directives = ignores;
        self
    }

    /// Sets whether a comment that [is ignored](Self::ignoring_directives) gets a warning, as with `noInlineConfig` in
    /// ESLint's configuration.
    #[must_use]
    pub fn warning_of_ignored_directives(mut self, warns: bool) -> Self {
        self.warns_of_ignored = warns;
        self
    }

    /// Sets the severity of the warning about a directive that suppresses nothing; `None`: no warning.
    #[must_use]
    pub fn reporting_unused_directives(mut self, severity: Option<Severity>) -> Self {
        self.unused_directives = severity;
        self
    }

    /// Sets the severity of the warning about a comment that repeats a rule's configuration; `None` (the default): no
    /// warning.
    #[must_use]
    pub fn reporting_unused_inline_configs(mut self, severity: Option<Severity>) -> Self {
        self.unused_inline_configs = severity;
        self
    }

    /// Measures the duration of each part of the analyses with this clock, whose zero may be at any time.
    #[must_use]
    pub fn timed_by(mut self, clock: fn() -> Duration) -> Self {
        self.clock = Some(clock);
        self
    }

    /// Returns the durations of the parts of the last analysis, where a [clock](Self::timed_by) was given.
    pub fn times(&self) -> Option<&Times> {
        self.memory.times.as_ref()
    }

    /// Sets whether oxsec's own analysis judges the findings of other rules and reports the sinks that it saw.
    #[must_use]
    pub fn judging_findings(mut self, judges: bool) -> Self {
        self.judges = judges;
        self
    }

    /// Returns the rules that apply.
    pub fn rules(&self) -> &RuleSet {
        &self.rules
    }

    /// Returns the limits that each text is held to.
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// Returns the steps of the last text: of rules that look around, of matching what options give, of reading
    /// comments. [`Limits::max_steps`] counts some of them; tests compare their growth with the text's.
    pub fn steps(&self) -> usize {
        self.steps
    }

    /// Analyzes one text. The extension of `path` decides the language; rules see `path` as the file's name.
    ///
    /// Always returns a result: a text that is over a limit, or on which a rule panics, gets one fatal message that
    /// says so.
    pub fn analyze(&mut self, path: &str, source: &str) -> Analysis {
        self.analyze_in(path, source, None)
    }

    /// Analyzes one text whose file has surroundings, which some rules look at.
    pub fn analyze_in(&mut self, path: &str, source: &str, surroundings: Option<&dyn Surroundings>) -> Analysis {
        self.empty_arena(source);
        self.steps = 0;
        let source = source.strip_prefix('\u{FEFF}').unwrap_or(source);
        let language = Language::from_path(path);
        let limits = self.limits;
        self.memory.times = self.clock.map(Times::by);
        let begin = self.clock.map(|clock| clock());
        let guarded = catch_unwind(AssertUnwindSafe(|| {
            limits.guard(source, language, || self.analyze_guarded(path, source, language, surroundings))
        }));
        if let (Some(begin), Some(times)) = (begin, &mut self.memory.times) {
            times.total = times.now().saturating_sub(begin);
        }
        // The messages are made in memory too.
        if self.allocator.capacity() > MAX_IDLE_ARENA_BYTES {
            self.allocator = Allocator::default();
        }
        match guarded {
            Ok(Ok(analysis)) => analysis,
            Ok(Err(over_limit)) => Analysis::over_limit(over_limit.to_string()),
            Err(panic) => {
                // It may hold data of this text.
                self.memory = Memory { times: self.memory.times.take(), ..Memory::default() };
                let reason = panic.downcast_ref().map_or_else(|| panic_message(&*panic), TooMuch::to_string);
                Analysis::over_limit(reason)
            }
        }
    }

    /// Empties the arena for the next text, and frees it where the next text is much smaller than the last.
    fn empty_arena(&mut self, next: &str) {
        self.allocator.reset();
        if self.allocator.capacity() > ALWAYS_KEPT_ARENA_BYTES.max(MAX_ARENA_BYTES_PER_SOURCE_BYTE * next.len()) {
            self.allocator = Allocator::default();
        }
    }

    fn analyze_guarded(
        &mut self,
        path: &str,
        source: &str,
        language: Language,
        surroundings: Option<&dyn Surroundings>,
    ) -> Analysis {
        let begin = self.clock.map(|clock| clock());
        let parsed = parse(&self.allocator, source, language);
        if let Some(times) = &mut self.memory.times {
            times.parse = times.now().saturating_sub(begin.unwrap_or_default());
        }
        let tree = match parsed {
            Ok(tree) => tree.with_max_steps(self.limits.max_steps),
            Err(SyntaxError { offset, message }) => {
                let Position { line, column } = Positions::new(source).position(offset);
                // typescript-eslint counts the columns of its errors from 0, and ESLint passes them on as they are.
                let column = column - u32::from(language.is_typescript());
                return Analysis::fatal(format!("Parsing error: {message}"), line, column);
            }
        };
        let judges = self.judges;
        let setting = Setting { path, surroundings, globals: Arc::clone(&self.rules.globals), judges };
        let mut analysis = if self.ignores_directives {
            let mut analysis = self.memory.analyze(&self.rules, None, &tree, setting);
            if self.warns_of_ignored {
                directives::warn_of_ignored(&mut analysis.messages, &tree);
            }
            analysis
        } else {
            self.memory.analyze(&self.rules, Some(self.unused_inline_configs), &tree, setting)
        };
        directives::judge_unused(&mut analysis.messages, self.unused_directives);
        self.steps = tree.all_steps();
        analysis
    }
}

impl Memory {
    /// Analyzes a text that parses. Comments count where `unused` is set; it holds the severity of a comment that
    /// repeats a rule's configuration.
    fn analyze<'a>(
        &mut self,
        rules: &RuleSet,
        unused: Option<Option<Severity>>,
        tree: &'a Tree<'a>,
        mut setting: Setting<'a>,
    ) -> Analysis {
        let source = tree.source();
        let verdict = outline::verdict(tree);
        let comments = directive_comments(tree);
        let directives = comments.iter().filter(|comment| comment.can_silence()).count();
        let judge = if setting.judges { self.judge(rules.plan(), tree, &setting) } else { None };
        let judge = judge.as_ref();
        let sinks = judge.map_or_else(Vec::new, |judge| judge.reports(&Positions::new(source)));
        let limit_reached = judge.is_some_and(|judge| judge.outcome().is_spent);
        let Some(unused) = unused.filter(|_| !comments.is_empty()) else {
            let plan = rules.plan();
            let findings = self.walk(plan, tree, &setting, judge.map(Judge::outcome));
            let messages =
                if findings.is_empty() { Vec::new() } else { messages(plan, findings, judge, &Positions::new(source)) };
            return Analysis { verdict, messages, suppressed: Vec::new(), directives, sinks, limit_reached };
        };
        let positions = Positions::new(source);
        let mut config = inline_config::read(&comments, rules, unused, tree, &positions);
        if let Some(globals) = config.globals.take() {
            setting.globals = Arc::new(globals);
        }
        let changed = config.rules.take().and_then(|rules| {
            let outcome = judge.map(Judge::outcome);
            let walked = self.walk_within(MAX_OPTION_STEPS, rules.plan(), tree, &setting, outcome);
            let walked = walked.inspect_err(|&reason| config.ignore_all(&comments, reason, &positions));
            Some(messages(rules.plan(), walked.ok()?, judge, &positions))
        });
        let found = changed.unwrap_or_else(|| {
            let findings = self.walk(rules.plan(), tree, &setting, judge.map(Judge::outcome));
            messages(rules.plan(), findings, judge, &positions)
        });
        let mut said = config.complaints;
        said.extend(directives::complaints(&comments, rules, tree, &positions));
        said.extend(found);
        said.sort_by_key(|message| (message.line, message.column));
        let (messages, suppressed) = directives::apply(&comments, said, &config.switched_on, rules, tree, &positions);
        Analysis { verdict, messages, suppressed, directives, sinks, limit_reached }
    }

    /// Walks with the configuration that comments in the text have changed, within the limit on options' steps.
    ///
    /// # Errors
    ///
    /// The reason why the walk was aborted. The tree is unchanged and can be walked again.
    fn walk_within<'a>(
        &mut self,
        max_option_steps: usize,
        plan: &Plan,
        tree: &'a Tree<'a>,
        setting: &Setting<'a>,
        outcome: Option<Rc<Outcome>>,
    ) -> Result<Vec<Finding>, TooMuch> {
        tree.begin_steps(max_option_steps);
        let walked = catch_unwind(AssertUnwindSafe(|| self.walk(plan, tree, setting, outcome)));
        walked.map_err(|panic| {
            // It may hold data of that walk.
            *self = Self { times: self.times.take(), ..Self::default() };
            let reason = *panic.downcast::<TooMuch>().unwrap_or_else(|panic| resume_unwind(panic));
            tree.begin_steps(usize::MAX);
            reason
        })
    }

    /// Makes a judge from the findings of oxsec's own rules; `None` where the text is over their limits.
    fn judge<'a>(&mut self, plan: &Plan, tree: &'a Tree<'a>, setting: &Setting<'a>) -> Option<Judge<'a>> {
        let settings = Settings { records: true, ..plan.settings.clone() };
        let judge = AssertUnwindSafe(|| {
            let outcome = Rc::new(analyze(tree, setting.path, &settings, &FACTS));
            let findings = if outcome.is_empty() {
                Vec::new()
            } else {
                self.walk(OWN_RULES.plan(), tree, setting, Some(Rc::clone(&outcome)))
            };
            Judge::new(tree, outcome, findings)
        });
        let judged = catch_unwind(judge);
        // The steps of the judge are not counted as the rules'.
        tree.begin_steps(usize::MAX);
        match judged {
            Ok(judge) => Some(judge),
            Err(panic) if panic.is::<TooMuch>() => {
                *self = Self { times: self.times.take(), ..Self::default() };
                None
            }
            Err(panic) => resume_unwind(panic),
        }
    }

    /// Calls every rule that can fire on this text and returns their findings.
    ///
    /// The walk decides which rules visit which nodes; then each rule visits all of its nodes in turn. So the rule's
    /// code stays in the cache, which interleaved calls would evict. A long text is walked in portions, so that its
    /// nodes stay in the cache too.
    ///
    /// `outcome` is that of the analysis of flows, where a judge made it before; otherwise it is made here.
    fn walk<'a>(
        &mut self,
        plan: &Plan,
        tree: &'a Tree<'a>,
        setting: &Setting<'a>,
        mut outcome: Option<Rc<Outcome>>,
    ) -> Vec<Finding> {
        if let Some(times) = &mut self.times {
            times.rules = plan.rules.iter().map(|(name, _)| (name.clone(), Duration::ZERO)).collect();
        }
        if plan.rules.is_empty() {
            return Vec::new();
        }
        if outcome.is_none() && plan.has_proofs() {
            let begin = self.times.as_ref().map(Times::now);
            outcome = Some(Rc::new(analyze(tree, setting.path, &plan.settings, &FACTS)));
            // The time counts as that of the first rule that reports what is found.
            let first = plan.metas.iter().position(|meta| meta.filters.proofs).unwrap_or_default();
            self.add_time(first, begin);
        }
        let has_proofs = outcome.as_ref().is_some_and(|outcome| !outcome.is_empty());
        let computed = outcome.map(|outcome| outcome as Rc<dyn Any>);
        self.needles.clear();
        self.nodes.resize_with(plan.configured.len(), Vec::new);
        let needles = std::mem::take(&mut self.needles);
        let Setting { path, surroundings, ref globals, .. } = *setting;
        let (globals, settings, findings) = (Arc::clone(globals), plan.settings.clone(), Vec::new());
        let mut shared = Shared { tree, path, surroundings, globals, findings, needles, settings, computed };
        match &plan.parts {
            Parts::One(parts) => self.walk_parts(plan, parts, has_proofs, &mut shared),
            Parts::Two(parts) => self.walk_parts(plan, parts, has_proofs, &mut shared),
            Parts::Wide(parts) => self.walk_parts(plan, parts, has_proofs, &mut shared),
        }
        self.needles = shared.needles;
        shared.findings
    }

    fn walk_parts<const WORDS: usize>(
        &mut self,
        plan: &Plan,
        parts: &[Part<WORDS>],
        has_proofs: bool,
        shared: &mut Shared<'_>,
    ) {
        let text = Text::new(shared.tree.source());
        for part in parts {
            let setting = (shared.surroundings.is_some(), has_proofs);
            let applicable = part.applicable_rules(&text, setting, &mut self.trigrams);
            if !applicable.is_empty() {
                self.walk_part(plan, part, &text, applicable, shared);
            }
        }
    }

    fn walk_part<const WORDS: usize>(
        &mut self,
        plan: &Plan,
        part: &Part<WORDS>,
        text: &Text<'_>,
        applicable: Rules<WORDS>,
        shared: &mut Shared<'_>,
    ) {
        let tree = shared.tree;
        let mut nodes = tree.all_nodes();
        if nodes.len() <= NODES_PER_PORTION {
            self.schedule(part, text, applicable, tree, nodes).for_each(|rule| {
                let rule = part.first + rule;
                let begin = self.times.as_ref().map(Times::now);
                plan.configured[rule].check(&self.nodes[rule], rule, shared);
                self.add_time(rule, begin);
                self.nodes[rule].clear();
            });
            return;
        }
        let mut begun: Vec<_> = plan.configured.iter().map(|configured| configured.begin()).collect();
        let mut called = Rules::NONE;
        // Rules branch on each node's contents, so each load would stall: while they visit one portion, the next is
        // prefetched.
        let mut ahead = nodes.clone();
        prefetch(ahead.by_ref().take(NODES_PER_PORTION).map(|(_, node)| node.ast()), tree.source());
        while nodes.len() > 0 {
            let rules = self.schedule(part, text, applicable, tree, nodes.by_ref().take(NODES_PER_PORTION));
            let share = NODES_PER_PORTION.div_ceil(rules.len().max(1));
            rules.for_each(|rule| {
                let rule = part.first + rule;
                let due = (ahead.len() + NODES_PER_PORTION).saturating_sub(nodes.len());
                prefetch(ahead.by_ref().take(share.min(due)).map(|(_, node)| node.ast()), tree.source());
                let begin = self.times.as_ref().map(Times::now);
                begun[rule].check(&self.nodes[rule], rule, shared);
                self.add_time(rule, begin);
                self.nodes[rule].clear();
            });
            called = called | rules;
        }
        called.for_each(|rule| begun[part.first + rule].finish(part.first + rule, shared));
    }

    /// Adds the time since `begin` to the rule's total, where times are measured.
    fn add_time(&mut self, rule: usize, begin: Option<Duration>) {
        if let (Some(begin), Some(times)) = (begin, &mut self.times) {
            times.add(rule, begin);
        }
    }

    /// Records for each rule of a part which of these nodes it is called for, and returns the rules to call.
    fn schedule<'a, const WORDS: usize>(
        &mut self,
        part: &Part<WORDS>,
        text: &Text<'_>,
        applicable: Rules<WORDS>,
        tree: &'a Tree<'a>,
        nodes: impl Iterator<Item = (NodeId, Node<'a>)>,
    ) -> Rules<WORDS> {
        // Select by type first, without a branch: the order of types cannot be predicted.
        let types = part.looked_at(applicable);
        self.looked_at.resize(NODES_PER_PORTION, NodeId::ROOT);
        let mut looked_at = 0;
        for (id, node) in nodes {
            self.looked_at[looked_at] = id;
            looked_at += usize::from(types[node.ast().ty() as usize]);
        }
        let mut called = Rules::NONE;
        for &id in &self.looked_at[..looked_at] {
            let rules = part.rules_for(tree.node_of(id), text, applicable);
            rules.for_each(|rule| self.nodes[part.first + rule].push(id));
            called = called | rules;
        }
        called
    }
}

/// Returns the message of a panic.
fn panic_message(panic: &dyn Any) -> String {
    let reason = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("no reason given");
    format!("oxsec failed on this text, which is a fault of oxsec: {reason}")
}

/// Turns findings into messages, sorted by position.
fn messages(
    plan: &Plan,
    mut findings: Vec<Finding>,
    judge: Option<&Judge<'_>>,
    positions: &Positions<'_>,
) -> Vec<LintMessage> {
    // At one position, in the order of a single walk.
    findings.sort_by_key(|finding| (finding.span.start, finding.at, finding.rule));
    let fix = |edit: Edit| Fix {
        range: [positions.utf16_offset(edit.span.start), positions.utf16_offset(edit.span.end)],
        text: edit.text,
    };
    findings
        .into_iter()
        .map(|mut finding| {
            // It was allocated with a larger capacity than it needs.
            finding.message.shrink_to_fit();
            let judgement = judge.and_then(|judge| judge.judge(&finding, plan.metas[finding.rule], positions));
            let (name, severity) = &plan.rules[finding.rule];
            let [start, end] = positions.span(finding.span);
            LintMessage {
                rule_id: Some(name.clone()),
                fatal: false,
                severity: finding.severity.map_or(*severity, |own| own.min(*severity)),
                is_note: finding.is_note,
                message: finding.message,
                line: start.line,
                column: start.column,
                node_type: Some(finding.kind.name()),
                message_id: Some(finding.message_id),
                end_line: Some(end.line),
                end_column: Some(end.column),
                fix: finding.fix.map(fix),
                suggestions: finding
                    .suggestions
                    .into_iter()
                    .map(|(message_id, desc, edit)| Suggestion { message_id, desc, fix: fix(edit) })
                    .collect(),
                cwe: finding.cwe,
                evidence: finding.proof.map(|proof| Box::new(proof.at(positions))),
                judgement: judgement.map(Box::new),
            }
        })
        .collect()
}
