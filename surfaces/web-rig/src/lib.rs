//! What the tests of screens stand on: a real office over a real store ([`Office`]), someone who opens its pages
//! ([`Browser`]), what came back ([`Answer`]), a form filled in as a person would ([`Filling`]), and what every page
//! ([`page_ok`]) and every form ([`forms_survive`]) must keep.
//!
//! Only tests depend on this crate. What goes wrong in it ends the test, with a sentence that names the request.

mod answer;
mod browser;
mod clock;
mod database;
mod filling;
mod form;
mod jar;
pub mod markup;
mod office;
mod page;
mod plan;
mod staff;
mod survive;

pub use answer::Answer;
pub use browser::{Browser, HOST};
pub use database::Database;
pub use filling::Filling;
pub use form::Form;
pub use office::Office;
pub use page::{faults, page_ok};
pub use plan::{ORIGIN, Plan};
pub use staff::{ADMINISTRATOR, OFFICE_NAME};
pub use survive::{Sample, Text, forms_survive};
