//! What a handler stands on: the running office ([`App`]), what a page is rendered from ([`Scene`]), who is signed in
//! ([`Staff`]), and how often one place may write ([`Limiter`]).
//!
//! A page is a pure function of a [`Scene`] and the query. A POST reads like the policy: who, parse, one command, the
//! ledger, 303. Nothing else writes.

pub mod address;
mod app;
pub mod ended_logs;
pub mod entry_words;
mod fields;
pub mod figures;
mod file;
mod host;
mod in_forum;
mod kept_file;
mod limit;
pub mod names;
mod paging;
mod place;
pub mod refusal;
pub mod said;
mod scene;
mod session;
mod settings;
mod sheet;
mod submit;
pub mod upload;
pub mod visits;
pub mod work;

pub use app::{App, OfficeLedger};
pub use fields::{FORM_BYTES_MAX, Fields};
pub use file::serve_file;
pub use host::Host;
pub use in_forum::{ClauseNumber, InForum, Numbered, StaffInForum};
pub use kept_file::{Unkept, file_size, is_picture, keep_file, serve_kept};
pub use limit::{Limiter, WRITE_BURST, WRITE_REFILL_SECONDS};
pub use names::{ForumNames, Names};
pub use paging::Paging;
pub use place::Place;
pub use scene::{Scene, Shown};
pub use session::{
    SESSION_HOURS, SESSION_IDLE_MINUTES, STAFF_PLACES, Staff, StaffForm, clear_session_cookies, new_session,
    session_cookies,
};
pub use settings::{Database, Settings, VOICE_DAYS_AFTER};
pub use sheet::{Sent, Sheet, alert};
pub use submit::{Key, Unsent, busy};
pub use upload::{StaffUpload, Upload, UploadedFile};
pub use visits::VisitCounter;
pub use work::WorkPage;
