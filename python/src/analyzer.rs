//! Batches of texts, analyzed on threads of their own.
//!
//! There is no global thread pool: a batch starts its threads and waits for them, so that a process forked between two
//! batches finds nothing that belongs to its parent. What is worth keeping, analyzers with their memory, is kept by the
//! [`Analyzer`] and only touched while the interpreter's lock is held, under which alone a process is forked.

use std::{
    num::NonZeroUsize,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use oxsec::answer::{self, Extract};
use oxsec_rules::{Limits, RuleSet, worker_stack};
use pyo3::{
    exceptions::PyTypeError,
    prelude::*,
    types::{PyDict, PyList, PyString, PyTuple},
};

use crate::{
    result::{Outcome, Result},
    reward::Weights,
    text::Text,
    to_python, value_error,
};

/// The name that texts without one go by: JavaScript, and no test file.
const FILENAME: &str = "answer.js";

/// How many texts a thread takes at once, and the least that are worth a second thread.
const TEXTS_AT_ONCE: usize = 16;

/// After so many texts or bytes, whichever comes first, a batch looks whether Python wants to interrupt it.
const SLICE_TEXTS: usize = 8192;
const SLICE_BYTES: usize = 8 << 20;

/// Rules, limits and the reading of answers, once for many texts.
#[pyclass(frozen, module = "oxsec")]
pub struct Analyzer {
    settings: Settings,
    rules: RuleSet,
    /// Analyzers that no batch uses at the moment.
    idle: Mutex<Vec<oxsec_rules::Analyzer>>,
}

/// What an analyzer was made from.
#[derive(Clone)]
struct Settings {
    preset: String,
    rules: Vec<String>,
    extract: Extract,
    inline_config: bool,
    threads: usize,
    limits: Limits,
}

#[pymethods]
impl Analyzer {
    #[new]
    #[pyo3(signature = (preset = "recommended", *, rules = None, extract = "auto", inline_config = false, threads = None, limits = None))]
    fn new(
        preset: &str,
        rules: Option<&Bound<'_, PyAny>>,
        extract: &str,
        inline_config: bool,
        threads: Option<usize>,
        limits: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Self> {
        let settings = Settings {
            preset: preset.to_owned(),
            rules: rules.map(rule_texts).transpose()?.unwrap_or_default(),
            extract: extract_named(extract)?,
            inline_config,
            threads: threads.unwrap_or_else(|| thread::available_parallelism().map_or(1, NonZeroUsize::get)),
            limits: limits.map(limits_from).transpose()?.unwrap_or_default(),
        };
        if settings.threads == 0 {
            return Err(value_error("threads must be at least 1"));
        }
        let mut set = RuleSet::new();
        for preset in settings.preset.split(',') {
            set.add_preset(preset.trim()).map_err(value_error)?;
        }
        for rule in &settings.rules {
            set.configure_text(rule).map_err(value_error)?;
        }
        Ok(Self { settings, rules: set, idle: Mutex::default() })
    }

    /// Analyzes one text.
    #[pyo3(signature = (code, *, filename = None))]
    fn check(&self, code: &Bound<'_, PyAny>, filename: Option<&str>) -> PyResult<Result> {
        let text = Text::extract(code, || "code".into())?;
        let filename = filename.unwrap_or(FILENAME);
        let mut analyzers = self.take(1);
        let outcome = code.py().detach(|| self.outcome(&mut analyzers[0], text.as_ref(), filename));
        self.give_back(analyzers);
        Ok(Result::new(outcome, code.cast::<PyString>()?.clone().unbind(), filename.to_owned()))
    }

    /// Analyzes many texts, in parallel; a result each, in their order.
    #[pyo3(signature = (codes, *, filename = None))]
    fn check_many<'py>(&self, codes: &Bound<'py, PyAny>, filename: Option<&str>) -> PyResult<Bound<'py, PyList>> {
        let py = codes.py();
        let filename = filename.unwrap_or(FILENAME);
        let (strings, texts) = self.texts(codes)?;
        let outcomes = self.outcomes(py, &texts, filename, |outcome| outcome)?;
        let results = outcomes
            .into_iter()
            .zip(strings)
            .map(|(outcome, text)| Py::new(py, Result::new(outcome, text.unbind(), filename.to_owned())));
        PyList::new(py, results.collect::<PyResult<Vec<_>>>()?)
    }

    /// The number of findings in each of many texts. What is not code has none: ask `check_many` for its status.
    #[pyo3(signature = (codes, *, filename = None))]
    fn count(&self, codes: &Bound<'_, PyAny>, filename: Option<&str>) -> PyResult<Vec<usize>> {
        let (_, texts) = self.texts(codes)?;
        self.outcomes(codes.py(), &texts, filename.unwrap_or(FILENAME), |outcome| outcome.findings().count())
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
        let (_, texts) = self.texts(codes)?;
        self.outcomes(codes.py(), &texts, filename.unwrap_or(FILENAME), |outcome| weights.reward(&outcome))
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
        keywords.set_item("threads", settings.threads)?;
        let limits = PyDict::new(py);
        for (name, value) in limit_names().into_iter().zip(limit_values(settings.limits)) {
            limits.set_item(name, value)?;
        }
        keywords.set_item("limits", limits)?;
        let make = py.import("functools")?.getattr("partial")?.call((slf.get_type(), &settings.preset), Some(&keywords))?;
        Ok((make, PyTuple::empty(py)))
    }
}

impl Analyzer {
    /// The strings of an iterable, and their texts.
    fn texts<'py>(&self, codes: &Bound<'py, PyAny>) -> PyResult<(Vec<Bound<'py, PyString>>, Vec<Option<Text>>)> {
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

    /// Analyzes texts in parallel without the interpreter's lock, and makes of each outcome what is asked for, on the
    /// thread that it came up on. A text that is absent has no outcome and gets the default.
    ///
    /// # Errors
    ///
    /// Whatever a signal handler raises: an interrupt ends a batch after the slice at hand.
    pub fn outcomes<T: Send + Default, S: AsRef<str> + Sync>(
        &self,
        py: Python<'_>,
        texts: &[Option<S>],
        filename: &str,
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
        filename: &str,
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

    /// Reads one text as the settings say and analyzes its code.
    fn outcome(&self, analyzer: &mut oxsec_rules::Analyzer, text: &str, filename: &str) -> Outcome {
        answer_outcome(analyzer, &self.settings.extract, text, filename)
    }

    /// Takes idle analyzers, or makes new ones. Called with the interpreter's lock held.
    fn take(&self, count: usize) -> Vec<oxsec_rules::Analyzer> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = idle.len().saturating_sub(count);
        let mut taken = idle.split_off(kept);
        taken.resize_with(count, || oxsec_rules::Analyzer::with_limits(&self.rules, self.settings.limits));
        taken
    }

    /// Keeps analyzers for the next batch. Called with the interpreter's lock held.
    fn give_back(&self, analyzers: Vec<oxsec_rules::Analyzer>) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).extend(analyzers);
    }
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

/// Rules as `--rule` takes them, from a list of such texts or from a dictionary of id → severity or [severity, options].
fn rule_texts(rules: &Bound<'_, PyAny>) -> PyResult<Vec<String>> {
    let Ok(rules) = rules.cast::<PyDict>() else { return rules.extract() };
    let dumps = rules.py().import("json")?.getattr("dumps")?;
    rules.iter().map(|(id, value)| Ok(format!("{id}: {}", dumps.call1((value,))?.extract::<String>()?))).collect()
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
            _ => return Err(value_error(format!("unknown limit {name:?}: expected one of {}", limit_names().join(", ")))),
        }
    }
    Ok(limits)
}

/// Every rule that there is: id, plugin, presets, CWE, OWASP category, CVSS score and summary.
#[pyfunction]
pub fn rules(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    to_python(py, &oxsec::rules_json())
}
