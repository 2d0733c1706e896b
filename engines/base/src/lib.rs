//! What every floor needs: time without a clock, Vietnamese text, receipt codes, hex, and the words of a fact.

pub mod code;
pub mod fact;
pub mod hex;
pub mod number;
pub mod slug;
pub mod text;
pub mod time;
pub mod vietnamese;
pub mod workdays;
