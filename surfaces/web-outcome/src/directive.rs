//! Directives are drafted: to whom, the chair's words, the clauses with owner, measure, deadline, evidence and verifier.

pub(crate) mod draft;
pub(crate) mod edit;
pub(crate) mod list;
mod words;

pub(crate) use words::DirectiveWords;
