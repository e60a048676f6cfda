//! Nodes that are needed soon.
#![allow(unsafe_code, reason = "there is no safe prefetch in stable Rust")]

use std::mem::transmute;

use oxc_allocator::{Address, GetAddress};
use oxc_ast::AstKind;
use oxc_span::GetSpan;

/// The number of bytes ahead at which nodes are fetched: some forty nodes, by which time they are there.
const AHEAD: usize = 8 << 10;

/// The number of bytes that are fetched at once.
const LINE: usize = 64;

/// Makes the processor fetch some nodes from memory, with the text that they stand in, without waiting for it.
pub(crate) fn prefetch<'a>(nodes: impl Iterator<Item = AstKind<'a>>, source: &str) {
    let mut ends = None;
    for ast in nodes {
        let (first, _) = ends.unwrap_or((ast, ast));
        ends = Some((first, ast));
        // Hardly any node is longer than two lines.
        prefetch_address(address(ast));
        prefetch_address(address(ast) + LINE);
    }
    if let Some((first, last)) = ends {
        let text = first.span().start as usize..last.span().start as usize;
        text.step_by(LINE).for_each(|at| prefetch_address(source.as_ptr().addr() + at));
    }
}

/// Makes the processor fetch what a walk over the nodes in the order of the text comes to after this one.
///
/// oxc's arena grows downwards, and a node is made before those after it.
#[inline(always)]
pub(super) fn prefetch_behind(ast: AstKind<'_>) {
    prefetch_address(address(ast).wrapping_sub(AHEAD));
}

#[inline(always)]
fn address(ast: AstKind<'_>) -> usize {
    // SAFETY: an address is a `usize` and nothing else, transparently.
    unsafe { transmute::<Address, usize>(ast.address()) }
}

#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn prefetch_address(address: usize) {
    use std::{
        arch::x86_64::{_MM_HINT_T0, _mm_prefetch},
        ptr::without_provenance,
    };
    // SAFETY: whatever the address, nothing is read that the program could see, and nothing faults.
    unsafe { _mm_prefetch::<_MM_HINT_T0>(without_provenance(address)) }
}

/// Other processors are left to see by themselves what comes next.
#[cfg(not(target_arch = "x86_64"))]
fn prefetch_address(_: usize) {}
