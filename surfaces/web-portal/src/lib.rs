//! (set up)
