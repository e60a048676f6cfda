//! Scopes: which of `await`, `yield`, `return`, `super` and `new.target` are allowed, and which names are taken.

use std::collections::HashSet;

use super::{Recogniser, Step};
use crate::parse::early_errors::MAX_HOISTED_NAMES;

pub(super) const TOP: u16 = 1;
pub(super) const FUNCTION: u16 = 1 << 1;
pub(super) const ASYNC: u16 = 1 << 2;
pub(super) const GENERATOR: u16 = 1 << 3;
pub(super) const ARROW: u16 = 1 << 4;
pub(super) const SUPER: u16 = 1 << 6;
pub(super) const DIRECT_SUPER: u16 = 1 << 7;
pub(super) const STATIC_BLOCK: u16 = 1 << 8;
pub(super) const FIELD: u16 = 1 << 9;
pub(super) const BLOCK: u16 = 0;

/// The scopes that `var` variables belong to.
const VAR: u16 = TOP | FUNCTION | STATIC_BLOCK;

/// The way in which a name is bound.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Binding {
    /// It is not bound but assigned to.
    None,
    Var,
    Lexical,
    SimpleCatch,
    /// A function's own name, seen from inside: checked, not declared.
    Outside,
}

pub(super) struct Scope<'a> {
    flags: u16,
    /// The index of the innermost function, field, static block or module around, this scope included.
    function: usize,
    /// The index of the innermost one that is not an arrow function.
    this: usize,
    lexical: HashSet<&'a str>,
    variables: HashSet<&'a str>,
    /// The parameter of a catch clause that is a plain name.
    catch_parameter: Option<&'a str>,
}

pub(super) fn function_flags(is_async: bool, is_generator: bool) -> u16 {
    FUNCTION | if is_async { ASYNC } else { 0 } | if is_generator { GENERATOR } else { 0 }
}

impl<'a> Recogniser<'a> {
    pub(super) fn enter_scope(&mut self, flags: u16) {
        let index = self.scopes.len();
        let (function, this) = self.scopes.last().map_or((0, 0), |scope| (scope.function, scope.this));
        let is_function = flags & (VAR | FIELD) != 0;
        self.scopes.push(Scope {
            flags,
            function: if is_function { index } else { function },
            this: if is_function && flags & ARROW == 0 { index } else { this },
            lexical: HashSet::new(),
            variables: HashSet::new(),
            catch_parameter: None,
        });
    }

    pub(super) fn exit_scope(&mut self) {
        self.scopes.pop();
    }

    fn function_flags(&self) -> u16 {
        self.scopes.last().map_or(0, |scope| self.scopes[scope.function].flags)
    }

    fn this_flags(&self) -> u16 {
        self.scopes.last().map_or(0, |scope| self.scopes[scope.this].flags)
    }

    pub(super) fn in_function(&self) -> bool {
        self.function_flags() & FUNCTION != 0
    }

    pub(super) fn in_generator(&self) -> bool {
        self.function_flags() & GENERATOR != 0
    }

    pub(super) fn in_async(&self) -> bool {
        self.function_flags() & ASYNC != 0
    }

    pub(super) fn in_static_block(&self) -> bool {
        self.function_flags() & STATIC_BLOCK != 0
    }

    pub(super) fn in_field(&self) -> bool {
        self.this_flags() & VAR == 0
    }

    pub(super) fn can_await(&self) -> bool {
        self.function_flags() & (TOP | ASYNC) != 0
    }

    pub(super) fn allows_super(&self) -> bool {
        self.this_flags() & SUPER != 0
    }

    pub(super) fn allows_super_call(&self) -> bool {
        self.this_flags() & DIRECT_SUPER != 0
    }

    pub(super) fn allows_new_target(&self) -> bool {
        self.this_flags() & TOP == 0
    }

    /// Returns how a function declaration here binds its name.
    pub(super) fn function_binding(&self) -> Binding {
        let is_function = self.scopes.last().is_some_and(|scope| scope.flags & FUNCTION != 0);
        if is_function { Binding::Var } else { Binding::Lexical }
    }

    pub(super) fn is_declared_at_top(&self, name: &str) -> bool {
        self.scopes.first().is_some_and(|top| top.lexical.contains(name) || top.variables.contains(name))
    }

    /// Declares `name`, and raises an error where it is taken.
    pub(super) fn declare(&mut self, name: &'a str, binding: Binding, start: u32) -> Step {
        let is_taken = match binding {
            Binding::None | Binding::Outside => false,
            Binding::Var if self.hoisted > MAX_HOISTED_NAMES => {
                let message = "Too many variables are declared with `var` in blocks within blocks";
                return self.raise(start as usize, message);
            }
            Binding::Var => self.declare_variable(name),
            Binding::SimpleCatch => {
                if let Some(scope) = self.scopes.last_mut() {
                    scope.lexical.insert(name);
                    scope.catch_parameter = Some(name);
                }
                false
            }
            Binding::Lexical => {
                let is_top = self.scopes.len() == 1;
                let is_taken = self
                    .scopes
                    .last_mut()
                    .is_some_and(|scope| !scope.lexical.insert(name) || scope.variables.contains(name));
                if is_top {
                    self.undefined_exports.remove(name);
                }
                is_taken
            }
        };
        if is_taken {
            return self.raise(start as usize, format!("Identifier '{name}' has already been declared"));
        }
        Ok(())
    }

    /// Declares a `var` in every scope out to the function. Returns whether a lexical name conflicts.
    fn declare_variable(&mut self, name: &'a str) -> bool {
        for scope in self.scopes.iter_mut().rev() {
            // A `var` may share the name of a catch clause's plain parameter.
            if scope.lexical.contains(name) && scope.catch_parameter != Some(name) {
                return true;
            }
            if !scope.variables.insert(name) {
                // Then it was declared all the way out before.
                return false;
            }
            self.hoisted += 1;
            if scope.flags & TOP != 0 {
                self.undefined_exports.remove(name);
            }
            if scope.flags & VAR != 0 {
                break;
            }
        }
        false
    }
}
