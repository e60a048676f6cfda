//! Prefetching of nodes that are needed soon.
#![allow(unsafe_code, reason = "there is no safe prefetch in stable Rust")]

use std::mem::transmute;

use oxc_allocator::{Address, GetAddress};
use oxc_ast::AstKind;
use oxc_span::GetSpan;

/// The distance in bytes at which nodes are fetched ahead: some forty nodes, by which time they have arrived.
const PREFETCH_DISTANCE_BYTES: usize = 8 << 10;

/// The bytes of a cache line.
const CACHE_LINE_BYTES: usize = 64;

/// Prefetches some nodes and the text that they span, without waiting for them.
pub(crate) fn prefetch<'a>(nodes: impl Iterator<Item = AstKind<'a>>, source: &str) {
    let mut ends = None;
    for ast in nodes {
        let (first, _) = ends.unwrap_or((ast, ast));
        ends = Some((first, ast));
        // Few nodes are longer than two lines.
        prefetch_address(address(ast));
        prefetch_address(address(ast) + CACHE_LINE_BYTES);
    }
    if let Some((first, last)) = ends {
        let text = first.span().start as usize..last.span().start as usize;
        text.step_by(CACHE_LINE_BYTES).for_each(|at| prefetch_address(source.as_ptr().addr() + at));
    }
}

/// Prefetches the nodes that a walk in the order of the text visits after this one.
///
/// oxc's arena grows downwards, and a node is made before those after it.
#[inline(always)]
pub(super) fn prefetch_following(ast: AstKind<'_>) {
    prefetch_address(address(ast).wrapping_sub(PREFETCH_DISTANCE_BYTES));
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

/// Does nothing: other processors prefetch by themselves.
#[cfg(not(target_arch = "x86_64"))]
fn prefetch_address(_: usize) {}
