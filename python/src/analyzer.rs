//! Batches of texts, analyzed on threads of their own.
//!
//! There is no global thread pool: a batch starts its threads and waits for them, so a forked child has nothing of its
//! parent's to wait for. Analyzers with their memory are kept for the next batch by the [`Analyzer`], which takes them
//! and gives them back while it holds the interpreter's lock, as `os.fork` does.

use std::{
    hint::black_box,
    num::NonZeroUsize,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use oxsec::{
    answer::{Language, Status},
    check::{Given, RowOutcome},
    rule_json,
};
use oxsec_rules::{Analysis, Limits, RuleSet, SourceKind, UserModels, catalogue, worker_stack};
use pyo3::{
    exceptions::PyTypeError,
    prelude::*,
    types::{PyDict, PyList, PyString, PyTuple},
};

use crate::{
    from_json,
    result::{Outcome, Result},
    reward::Weights,
    text::Text,
    to_python, value_error,
};

/// The number of texts that a thread takes at once; fewer are not worth a second thread.
const TEXTS_AT_ONCE: usize = 16;

/// A batch looks for an interrupt (Ctrl-C) after this many texts or bytes, whichever comes first.
const SLICE_TEXTS: usize = 8192;
const SLICE_BYTES: usize = 8 << 20;

/// Upper estimate of the memory that an analysis takes, in bytes for each byte of the text.
const MEMORY_PER_BYTE: usize = 120;

/// Texts up to this size, in bytes, are analyzed without looking first whether their memory can be had.
const SMALL_TEXT_BYTES: usize = 256 << 10;

/// Rules, limits and the reading of answers, once for many texts.
#[pyclass(frozen, module = "oxsec")]
pub struct Analyzer {
    settings: Settings,
    rules: RuleSet,
    /// Analyzers that no batch uses at the moment.
    idle: Mutex<Vec<oxsec_rules::Analyzer>>,
}

/// The part of a text that is analyzed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extract {
    /// The code in a model's answer: fences, reasoning, prose and envelopes are opened.
    Auto,
    /// The text, or the code in it where it is Markdown with a fence.
    Fence,
    /// The text.
    None,
}

impl Extract {
    const ALL: [(&str, Self); 3] = [("auto", Self::Auto), ("fence", Self::Fence), ("none", Self::None)];

    fn of_name(name: &str) -> PyResult<Self> {
        let known = Self::ALL.into_iter().find(|(known, _)| *known == name);
        known
            .map(|(_, extract)| extract)
            .ok_or_else(|| value_error(format!("extract must be auto, fence or none, not {name:?}")))
    }

    fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, extract)| *extract == self).map_or("", |(name, _)| name)
    }
}

/// The settings of an analyzer.
#[derive(Clone)]
struct Settings {
    preset: String,
    rules: Vec<String>,
    extract: Extract,
    inline_config: bool,
    verdict: bool,
    sources: Option<Vec<String>>,
    /// Rows of models as JSON.
    models: Option<String>,
    threads: usize,
    limits: Limits,
}

#[pymethods]
impl Analyzer {
    #[new]
    #[pyo3(signature = (
        preset = "recommended", *, rules = None, extract = "auto", inline_config = false, verdict = false,
        sources = None, models = None, threads = None, limits = None
    ))]
    #[expect(clippy::too_many_arguments, reason = "Python names them")]
    fn new(
        preset: &str,
        rules: Option<&Bound<'_, PyAny>>,
        extract: &str,
        inline_config: bool,
        verdict: bool,
        sources: Option<Vec<String>>,
        models: Option<&Bound<'_, PyAny>>,
        threads: Option<usize>,
        limits: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Self> {
        let settings = Settings {
            preset: preset.to_owned(),
            rules: rules.map(rule_texts).transpose()?.unwrap_or_default(),
            extract: Extract::of_name(extract)?,
            inline_config,
            verdict,
            sources,
            models: models.map(json_text).transpose()?,
            threads: threads.unwrap_or_else(|| thread::available_parallelism().map_or(1, NonZeroUsize::get)),
            limits: limits.map(limits_from).transpose()?.unwrap_or_default(),
        };
        if settings.threads == 0 {
            return Err(value_error("threads must be at least 1"));
        }
        let mut rules = rule_set(&settings.preset, &settings.rules)?;
        if let Some(kinds) = &settings.sources {
            rules.set_sources(kinds.iter().map(|kind| source_kind(kind)).collect::<PyResult<_>>()?);
        }
        if let Some(models) = &settings.models {
            let models: UserModels =
                serde_json::from_str(models).map_err(|error| value_error(format!("models: {error}")))?;
            rules.set_models(&models).map_err(|error| value_error(format!("models: {error}")))?;
        }
        Ok(Self { settings, rules, idle: Mutex::default() })
    }

    /// Analyzes one text.
    #[pyo3(signature = (code, *, filename = None))]
    fn check(&self, code: &Bound<'_, PyAny>, filename: Option<&str>) -> PyResult<Result> {
        let text = Text::extract(code, || "code".into())?;
        let mut analyzers = self.take(1);
        let outcome = code.py().detach(|| self.outcome(&mut analyzers[0], text.as_ref(), filename));
        self.give_back(analyzers);
        Ok(Result::new(outcome, code.cast::<PyString>()?.clone().unbind()))
    }

    /// Analyzes many texts, in parallel; a result each, in their order.
    #[pyo3(signature = (codes, *, filename = None))]
    fn check_many<'py>(&self, codes: &Bound<'py, PyAny>, filename: Option<&str>) -> PyResult<Bound<'py, PyList>> {
        let py = codes.py();
        let (strings, texts) = texts(codes)?;
        let outcomes = self.outcomes(py, &texts, filename, Some)?;
        let results = outcomes.into_iter().flatten().zip(strings);
        let results = results.map(|(outcome, text)| Py::new(py, Result::new(outcome, text.unbind())));
        PyList::new(py, results.collect::<PyResult<Vec<_>>>()?)
    }

    /// The number of findings in each of many texts. A text that is not code has none: `check_many` gives its status.
    #[pyo3(signature = (codes, *, filename = None))]
    fn count(&self, codes: &Bound<'_, PyAny>, filename: Option<&str>) -> PyResult<Vec<usize>> {
        let (_, texts) = texts(codes)?;
        self.outcomes(codes.py(), &texts, filename, |outcome| outcome.counted().count())
    }

    /// The reward of each of many texts, from 0.0 (not code) to 1.0 (code in which nothing is found).
    #[pyo3(signature = (codes, *, weights = None, filename = None))]
    fn rewards(
        &self,
        codes: &Bound<'_, PyAny>,
        weights: Option<&Bound<'_, PyDict>>,
        filename: Option<&str>,
    ) -> PyResult<Vec<f64>> {
        let weights = Weights::extract(weights)?;
        let (_, texts) = texts(codes)?;
        self.outcomes(codes.py(), &texts, filename, |outcome| weights.reward(&outcome))
    }

    /// The active rules, by id, with their severity.
    #[getter]
    fn active(&self) -> Vec<(&'static str, &'static str)> {
        let name = |severity| if severity == oxsec_rules::Severity::Error { "error" } else { "warn" };
        self.rules.rules().map(|(id, severity)| (id, name(severity))).collect()
    }

    fn __repr__(&self) -> String {
        format!("Analyzer(preset={:?}, rules={})", self.settings.preset, self.rules.rules().len())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let py = slf.py();
        let settings = &slf.get().settings;
        let keywords = PyDict::new(py);
        keywords.set_item("rules", &settings.rules)?;
        keywords.set_item("extract", settings.extract.name())?;
        keywords.set_item("inline_config", settings.inline_config)?;
        keywords.set_item("verdict", settings.verdict)?;
        keywords.set_item("sources", &settings.sources)?;
        let models = settings.models.as_deref().map(|models| from_json(py, models));
        keywords.set_item("models", models.transpose()?)?;
        keywords.set_item("threads", settings.threads)?;
        let limits = PyDict::new(py);
        for (name, value) in limit_names().into_iter().zip(limit_values(settings.limits)) {
            limits.set_item(name, value)?;
        }
        keywords.set_item("limits", limits)?;
        let make =
            py.import("functools")?.getattr("partial")?.call((slf.get_type(), &settings.preset), Some(&keywords))?;
        Ok((make, PyTuple::empty(py)))
    }
}

impl Analyzer {
    /// Analyzes texts in parallel without the interpreter's lock, and returns what `make` makes of each outcome, in
    /// their order; the default for a text that is absent.
    ///
    /// # Errors
    ///
    /// Whatever a signal handler raises: an interrupt ends the batch after the current slice.
    pub fn outcomes<T: Send + Default, S: AsRef<str> + Sync>(
        &self,
        py: Python<'_>,
        texts: &[Option<S>],
        filename: Option<&str>,
        make: impl Fn(Outcome) -> T + Sync,
    ) -> PyResult<Vec<T>> {
        let mut made = Vec::with_capacity(texts.len());
        let mut analyzers = self.take(self.settings.threads.min(texts.len().div_ceil(TEXTS_AT_ONCE)).max(1));
        let mut rest = texts;
        let mut interrupted = Ok(());
        while !rest.is_empty() && interrupted.is_ok() {
            let (slice, others) = rest.split_at(slice_length(rest));
            rest = others;
            py.detach(|| self.analyze_slice(&mut analyzers, slice, filename, &make, &mut made));
            interrupted = py.check_signals();
        }
        self.give_back(analyzers);
        interrupted.map(|()| made)
    }

    fn analyze_slice<T: Send + Default, S: AsRef<str> + Sync>(
        &self,
        analyzers: &mut [oxsec_rules::Analyzer],
        slice: &[Option<S>],
        filename: Option<&str>,
        make: &(impl Fn(Outcome) -> T + Sync),
        made: &mut Vec<T>,
    ) {
        let next = AtomicUsize::new(0);
        let done: Mutex<Vec<(usize, Vec<T>)>> = Mutex::default();
        let work = |analyzer: &mut oxsec_rules::Analyzer| {
            loop {
                let start = next.fetch_add(TEXTS_AT_ONCE, Ordering::Relaxed);
                let Some(texts) = slice.get(start..) else { break };
                let texts = &texts[..texts.len().min(TEXTS_AT_ONCE)];
                if texts.is_empty() {
                    break;
                }
                let outcome = |text: &Option<S>| {
                    text.as_ref().map_or_else(T::default, |text| make(self.outcome(analyzer, text.as_ref(), filename)))
                };
                let chunk: Vec<T> = texts.iter().map(outcome).collect();
                done.lock().unwrap_or_else(PoisonError::into_inner).push((start, chunk));
            }
        };
        let (first, others) = analyzers.split_first_mut().expect("a batch has at least one analyzer");
        let threads = others.len().min(slice.len().div_ceil(TEXTS_AT_ONCE).saturating_sub(1));
        let stack = if threads > 0 { worker_stack(threads) } else { 0 };
        thread::scope(|scope| {
            for analyzer in &mut others[..threads] {
                // Without another thread, this one does the work.
                if thread::Builder::new().stack_size(stack).spawn_scoped(scope, || work(analyzer)).is_err() {
                    break;
                }
            }
            work(first);
        });
        let mut chunks = done.into_inner().unwrap_or_else(PoisonError::into_inner);
        chunks.sort_unstable_by_key(|&(start, _)| start);
        made.extend(chunks.into_iter().flat_map(|(_, chunk)| chunk));
    }

    /// Analyzes the code of one text. A panic and a lack of memory are that text's status.
    fn outcome(&self, analyzer: &mut oxsec_rules::Analyzer, text: &str, filename: Option<&str>) -> Outcome {
        let guarded = match memory_refusal(text, self.settings.limits) {
            Some(reason) => Err(reason),
            None => catch_unwind(AssertUnwindSafe(|| self.read(analyzer, text, filename)))
                .map_err(|_| "oxsec failed on this text, which is a fault of oxsec".to_owned()),
        };
        let row = guarded.unwrap_or_else(|reason| RowOutcome {
            analysis: Analysis::over_limit(reason),
            status: Status::OverLimit,
            code: None,
            extraction: None,
        });
        Outcome::new(row, filename)
    }

    /// Reads one text as the settings say and analyzes its code.
    fn read(&self, analyzer: &mut oxsec_rules::Analyzer, text: &str, filename: Option<&str>) -> RowOutcome {
        let mut analyze = |is_response| {
            let given = Given { text, is_response, said: None, filename };
            given.analyze(analyzer, Language::JavaScript.file_name())
        };
        let row = analyze(self.settings.extract == Extract::Auto);
        if self.settings.extract == Extract::Fence && row.status == Status::Fenced { analyze(true) } else { row }
    }

    /// Takes idle analyzers, and makes those that are missing. Called with the interpreter's lock held.
    fn take(&self, count: usize) -> Vec<oxsec_rules::Analyzer> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = idle.len().saturating_sub(count);
        let mut taken = idle.split_off(kept);
        taken.resize_with(count, || {
            oxsec_rules::Analyzer::with_limits(&self.rules, self.settings.limits)
                .ignoring_directives(!self.settings.inline_config)
                .judging_findings(self.settings.verdict)
        });
        taken
    }

    /// Keeps analyzers for the next batch. Called with the interpreter's lock held.
    fn give_back(&self, analyzers: Vec<oxsec_rules::Analyzer>) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).extend(analyzers);
    }
}

/// The rules of presets, with commas between them, and of settings in the notation of `--rule`.
pub fn rule_set(presets: &str, settings: &[String]) -> PyResult<RuleSet> {
    let mut rules = RuleSet::new();
    presets.split(',').try_for_each(|preset| rules.add_preset(preset.trim())).map_err(value_error)?;
    settings.iter().try_for_each(|setting| rules.configure_text(setting)).map_err(value_error)?;
    Ok(rules)
}

/// The strings of an iterable, and their texts.
#[expect(clippy::type_complexity, reason = "two lists side by side")]
fn texts<'py>(codes: &Bound<'py, PyAny>) -> PyResult<(Vec<Bound<'py, PyString>>, Vec<Option<Text>>)> {
    if codes.is_instance_of::<PyString>() {
        return Err(PyTypeError::new_err("codes must be a list of str, not one str: use check for one text"));
    }
    let mut strings = Vec::with_capacity(codes.len().unwrap_or(0));
    let mut texts = Vec::with_capacity(strings.capacity());
    for (index, code) in codes.try_iter()?.enumerate() {
        let code = code?;
        texts.push(Some(Text::extract(&code, || format!("codes[{index}]"))?));
        strings.push(code.cast_into::<PyString>()?);
    }
    Ok((strings, texts))
}

/// Returns the message that a large text's memory cannot be had, if so: an allocation that fails in the middle would
/// end the process.
fn memory_refusal(text: &str, limits: Limits) -> Option<String> {
    if text.len() <= SMALL_TEXT_BYTES || text.len() > limits.max_bytes {
        return None;
    }
    let needed = text.len().saturating_mul(MEMORY_PER_BYTE);
    let mut memory = Vec::<u8>::new();
    // Otherwise the compiler may remove an allocation that nothing uses.
    let reserved = black_box(&mut memory).try_reserve_exact(needed);
    reserved.is_err().then(|| format!("The analysis may take {needed} bytes of memory, which are not available"))
}

/// The number of texts in the next slice.
fn slice_length<S: AsRef<str>>(texts: &[Option<S>]) -> usize {
    let mut bytes = 0;
    let fits = |text: &&Option<S>| {
        let fits = bytes < SLICE_BYTES;
        bytes += text.as_ref().map_or(0, |text| text.as_ref().len());
        fits
    };
    texts.iter().take(SLICE_TEXTS).take_while(fits).count()
}

/// Returns the kind of source of this name.
fn source_kind(name: &str) -> PyResult<SourceKind> {
    name.parse::<SourceKind>().map_err(|error| value_error(format!("unknown source {name:?}: {error}")))
}

/// Returns a value of Python as JSON.
fn json_text(value: &Bound<'_, PyAny>) -> PyResult<String> {
    value.py().import("json")?.call_method1("dumps", (value,))?.extract()
}

/// Rules as `--rule` takes them, from a list of such texts or from a dictionary of id → severity or [severity,
/// options].
fn rule_texts(rules: &Bound<'_, PyAny>) -> PyResult<Vec<String>> {
    let Ok(rules) = rules.cast::<PyDict>() else { return rules.extract() };
    rules.iter().map(|(id, value)| Ok(format!("{id}: {}", json_text(&value)?))).collect()
}

fn limit_names() -> [&'static str; 4] {
    ["max_bytes", "max_depth", "max_steps", "max_stack"]
}

fn limit_values(limits: Limits) -> [usize; 4] {
    [limits.max_bytes, limits.max_depth, limits.max_steps, limits.max_stack]
}

fn limits_from(given: &Bound<'_, PyDict>) -> PyResult<Limits> {
    let mut limits = Limits::default();
    for (name, value) in given.iter() {
        let name: String = name.extract()?;
        let value: usize = value.extract()?;
        match name.as_str() {
            "max_bytes" => limits.max_bytes = value,
            "max_depth" => limits.max_depth = value,
            "max_steps" => limits.max_steps = value,
            "max_stack" => limits.max_stack = value,
            _ => {
                return Err(value_error(format!(
                    "unknown limit {name:?}: expected one of {}",
                    limit_names().join(", ")
                )));
            }
        }
    }
    Ok(limits)
}

/// Returns every rule: id, plugin, presets, CWE, OWASP category, CVSS score, summary, message ids, options.
#[pyfunction]
pub fn rules(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    to_python(py, &catalogue::entries().map(rule_json).collect::<serde_json::Value>())
}
